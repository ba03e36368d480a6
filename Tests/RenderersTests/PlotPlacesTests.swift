import DocumentModel
import Testing

@testable import Renderers

@Suite("Plots: places") struct PlotPlacesTests {
  private static func plot(isLogarithmic: Bool = false) -> Plot {
    Plot(
      horizontal: .init(label: [], range: 0...10, ticks: []),
      vertical: .init(label: [], range: isLogarithmic ? 0.01...100 : -1...1, isLogarithmic: isLogarithmic, ticks: []),
      series: [])
  }

  @Test("A logarithmic axis gives every power of ten the same room, and none to what is not positive")
  func logarithmic() throws {
    let axis = Self.plot(isLogarithmic: true).vertical
    for (value, share) in [(0.01, 0.0), (0.1, 0.25), (1, 0.5), (10, 0.75), (100, 1)] {
      #expect(abs(try #require(axis.share(of: value)) - share) < 1e-12)
    }
    for value in [0, -1, .nan, .infinity] { #expect(axis.share(of: value) == nil) }
  }

  @Test("A line is cut where it leaves, keeps the numbers of its points, and is broken where one is missing")
  func stretches() {
    let points = [Point(0, 0), Point(5, 0.5), Point(10, 1.5), Point(10, .nan), Point(2, 0), Point(4, 0)]
    let stretches = Self.plot().stretches(through: points)
    #expect(
      stretches.map { $0.map(\.point) } == [[Point(0, 0), Point(5, 0.5), Point(7.5, 1)], [Point(2, 0), Point(4, 0)]])
    #expect(stretches[0].map(\.share) == [Point(0, 0.5), Point(0.5, 0.75), Point(0.75, 1)])
    #expect(Self.plot().stretches(through: [Point(0, 2), Point(10, 3)]).isEmpty)
  }

  @Test("A line that only passes through is cut at both ends")
  func passing() {
    let stretches = Self.plot().stretches(through: [Point(0, -3), Point(10, 2)])
    #expect(stretches.map { $0.map(\.point) } == [[Point(4, -1), Point(8, 1)]])
  }

  @Test("There is a line at 0 where curves pass through it, and none on a logarithmic axis")
  func zero() {
    #expect(Self.plot().zero == 0.5)
    #expect(Self.plot(isLogarithmic: true).zero == nil)
  }

  @Test("Pictures keep the proportion that places were chosen for, alone and side by side")
  func proportion() {
    for width in [30.0, 23, 18] {
      let area = PlotFrame(Self.plot(), width: width).area
      #expect(area.width == width)
      #expect(abs(area.width / area.height - 5.0 / 3) < 1e-12)
    }
  }
}
