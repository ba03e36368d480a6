import DocumentModel
import Testing

@testable import Narration

@Suite struct PlotSpaceTests {
  /// A unit is an em in both directions. The label is 2.8 em wide; above (15, 9) its box is from 13.6 to 16.4 across and
  /// from 9.6 to 11 upwards.
  private let place = Point(15, 9)
  private let label: Sentence = "xxxxx"

  private func space(covered count: Int) throws -> PlotSpace {
    var space = PlotSpace(
      try #require(PlotScale(exactly: 0...Plot.frameWidth)), try #require(PlotScale(exactly: 0...Plot.frameHeight)))
    space.draw([Plot.Series(.dots, (0..<count).map { Point(14 + Double($0) / 10, 10.3) })])
    return space
  }

  @Test func `Of sides that cover nothing the first is taken`() throws {
    var space = try space(covered: 0)
    space.mark(place, label: label, first: [.left, .right])
    space.mark(Point(5, 5), label: label)
    #expect(space.marks.map(\.side) == [.left, .above])
    #expect(space.marks.map(\.place) == [place, Point(5, 5)])
  }

  @Test func `What covers least wins over what comes first`() throws {
    var space = try space(covered: 1)
    space.mark(place, label: label)
    #expect(space.marks.map(\.side) == [.below])
  }

  @Test func `Moving aside costs less than covering a point`() throws {
    var space = try space(covered: 1)
    space.mark(place, label: label, first: [.above])
    #expect((space.marks[0].place.x - 16.4).magnitude < 1e-9 && space.marks[0].place.y == 9)
  }

  @Test func `Where all beside the place is covered, a label stands further off`() throws {
    var space = try space(covered: 0)
    // Over all boxes beside the place; the lowest of those 1.2 em higher begins at 10.8.
    space.draw(
      stride(from: 7.0, through: 10.7, by: 0.5).map { y in Plot.Series(.line, [Point(10, y), Point(20, y)]) })
    space.mark(place, label: label)
    #expect(space.marks.map(\.side) == [.above])
    #expect((space.marks[0].place.y - 10.2).magnitude < 1e-9 && space.marks[0].place.x == 15)
  }

  @Test func `A label leaves the axis at zero free`() throws {
    var space = PlotSpace(
      try #require(PlotScale(exactly: 0...Plot.frameWidth)), try #require(PlotScale(exactly: -9...9)))
    space.mark(Point(15, 0), label: label, first: [.right])
    #expect(space.marks.map(\.side) == [.right])
    // An em higher, its box of 1.4 em ends 0.3 above the line.
    #expect((space.marks[0].place.y - 1).magnitude < 1e-9 && space.marks[0].place.x == 15)
  }

  @Test func `A mark may cover as many points as it is allowed and no more`() throws {
    var space = try space(covered: 3)
    space.draw([Plot.Series(.dots, [7.7, 9].flatMap { y in (0..<80).map { Point(11 + Double($0) / 10, y) } })])
    let isMarked = [2, 3].map { space.mark(place, label: label, mostCovered: $0, within: .beside) }
    #expect(isMarked == [false, true])
    #expect(space.marks.count == 1)
  }

  @Test func `Marks do not lie on one another`() throws {
    var space = try space(covered: 0)
    let isMarked = (0..<3).map { _ in space.mark(place, label: label, within: .beside) }
    // To the left and right the boxes would reach into those above and below.
    #expect(isMarked == [true, true, false])
    #expect(space.marks.map(\.side) == [.above, .below])
  }
}
