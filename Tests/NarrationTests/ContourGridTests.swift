import DocumentModel
import Numerals
import Testing

@testable import Narration

@Suite struct ContourGridTests {
  @Test func `Lines of x² + y² are circles`() throws {
    let grid = ContourGrid(-2...2, -2...2) { $0 * $0 + $1 * $1 }
    for level in [0.5, 1, 2] {
      let lines = grid.lines(at: level)
      let line = try #require(lines.first)
      #expect(lines.count == 1 && line.first == line.last && line.count > 20)
      // A side of a cell is 0.1 long; on it a quadratic is at most 0.1²/4 away from straight.
      #expect(line.allSatisfy { ($0.x * $0.x + $0.y * $0.y - level).magnitude <= 0.0026 })
    }
    #expect(grid.lines(at: -1).isEmpty && grid.lines(at: 9).isEmpty)
    // Outside the inscribed circle only four arcs in the corners are left.
    #expect(grid.lines(at: 5).count == 4)
  }

  @Test func `Lines of x·y go through known points`() throws {
    let grid = ContourGrid(-2...2, -2...2) { $0 * $1 }
    let lines = grid.lines(at: 1)
    #expect(lines.count == 2)
    for point in [Point(1, 1), Point(0.5, 2), Point(2, 0.5), Point(-1, -1), Point(-2, -0.5)] {
      #expect(lines.joined().contains { ($0.x - point.x).magnitude < 1e-9 && ($0.y - point.y).magnitude < 1e-9 })
    }
  }

  @Test func `A saddle between corners is cut as its middle says`() {
    // In the middle cell the corners alternate; above its mean the lines part the high corners.
    let grid = ContourGrid(-1...1, -1...1) { ($0 - 0.025) * ($1 - 0.025) }
    let high = grid.lines(at: 0.0001)
    let low = grid.lines(at: -0.0001)
    #expect(high.count == 2 && low.count == 2)
    #expect(high.allSatisfy { line in line.allSatisfy { ($0.x - 0.025) * ($0.y - 0.025) > -1e-9 } })
    #expect(low.allSatisfy { line in line.allSatisfy { ($0.x - 0.025) * ($0.y - 0.025) < 1e-9 } })
  }

  @Test func `Cells without values have no lines`() throws {
    let grid = ContourGrid(-1...1, 0...1) { x, y in x < 0 ? nil : x + y }
    let line = try #require(grid.lines(at: 0.5).first)
    #expect(line.allSatisfy { $0.x >= 0 && ($0.x + $0.y - 0.5).magnitude < 1e-12 })
  }

  @Test func `Levels are round, and as many as can be told apart`() {
    #expect(
      ContourLevels.levels(in: 0...9.5, along: [5])?.map(\.value) == [1, 2, 3, 4, 5, 6, 7, 8, 9].map(Double.init))
    #expect(ContourLevels.levels(in: 3...3, along: [3]) == nil)
    // Even levels 50, 100, … would all lie above 11.
    let byFactors = ContourLevels.levels(in: 0...250, along: [11, 0.5])?.map(\.value) ?? []
    #expect(byFactors == [2, 5, 10, 20, 50, 100, 200].map(Double.init))
  }

  @Test func `About a hilltop the depths below it go by factors`() {
    // Of the even levels 94, 95, … only 99 is not below the start of the climb.
    let levels = ContourLevels.levels(in: 93.4...99.9998, along: [99, 99.9994])
    #expect(levels?.map(\.value) == [95, 98, 99, 99.5, 99.8, 99.9])
    // 7.31 is no round number, so nothing is known of a top.
    #expect(ContourLevels.levels(in: 0.5...7.31, along: [6.5, 7])?.map(\.value) == [1, 2, 3, 4, 5, 6, 7])
  }
}
