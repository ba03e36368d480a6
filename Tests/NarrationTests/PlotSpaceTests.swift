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
    space.mark(place, label: label, [.left, .right])
    space.mark(Point(5, 5), label: label)
    #expect(space.marks.map(\.side) == [.left, .above])
    #expect(space.marks.map(\.place) == [place, Point(5, 5)])
  }

  @Test func `What covers least wins over what comes first`() throws {
    var space = try space(covered: 1)
    space.mark(place, label: label)
    #expect(space.marks.map(\.side) == [.below])
  }

  @Test func `Moving aside costs as much as covering two points`() throws {
    var (two, three) = (try space(covered: 2), try space(covered: 3))
    two.mark(place, label: label, [.above])
    three.mark(place, label: label, [.above])
    #expect(two.marks.map(\.place) == [place])
    #expect((three.marks[0].place.x - 16.4).magnitude < 1e-9 && three.marks[0].place.y == 9)
  }

  @Test func `A mark may cover as many points as it is allowed and no more`() throws {
    var space = try space(covered: 3)
    let isMarked = [2, 3].map { space.mark(place, label: label, [.above], mostCovered: $0, mayShift: false) }
    #expect(isMarked == [false, true])
    #expect(space.marks.count == 1)
  }

  @Test func `Marks do not lie on one another`() throws {
    var space = try space(covered: 0)
    let isMarked = (0..<3).map { _ in space.mark(place, label: label, mayShift: false) }
    // To the left and right the boxes would reach into those above and below.
    #expect(isMarked == [true, true, false])
    #expect(space.marks.map(\.side) == [.above, .below])
  }
}
