import DocumentModel
import Numerals
import Testing

@testable import Narration

@Suite struct PlotScaleTests {
  private func ticks(_ values: [Double], isLogarithmic: Bool = false) throws -> [Double] {
    try #require(PlotScale(around: values, isLogarithmic: isLogarithmic)).ticks.map(\.value)
  }

  private func labels(_ values: [Double], isLogarithmic: Bool = false) throws -> [String] {
    let scale = try #require(PlotScale(around: values, isLogarithmic: isLogarithmic))
    return scale.axis("x").ticks.map { tick in
      guard case .formula(let formula)? = tick.label.first else { return "" }
      switch formula {
      case .number(let number): return number.plainText
      case .power(.number(let base), .number(let exponent)): return "\(base.plainText)^\(exponent.plainText)"
      default: return "?"
      }
    }
  }

  @Test func `Room of a twentieth stands on both sides`() throws {
    let scale = try #require(PlotScale(around: [100, 120]))
    #expect(scale.range == 99...121)
    // From 99 to 121 a step of 2 would give eleven ticks, one of 5 gives 100, 105, 110, 115, 120.
    #expect(scale.ticks.map(\.value) == [100, 105, 110, 115, 120])
  }

  @Test func `Zero is included where it is near`() throws {
    let scale = try #require(PlotScale(around: [2, 12]))
    #expect(scale.range == 0...12.5)
    #expect(scale.ticks.map(\.value) == [0, 2, 4, 6, 8, 10, 12])
    #expect(try #require(PlotScale(around: [-12, -2])).range == -12.5...0)
    #expect(try #require(PlotScale(around: [4, 12])).range.lowerBound > 0)
  }

  @Test func `Negative ranges have their zero and their signs`() throws {
    // From -1.1 to 1.1: a step of 0.2 would give eleven.
    #expect(try ticks([-1, 1]) == [-1, -0.5, 0, 0.5, 1])
    #expect(try labels([-1, 1]) == ["-1", "-0.5", "0", "0.5", "1"])
  }

  @Test func `Tick labels have no noise of rounding`() throws {
    // 0.1 is near enough to 0 for the axis to begin there: four steps of 0.2. 0.3 is not: seven of 0.1.
    #expect(try labels([0.1, 0.7]) == ["0", "0.2", "0.4", "0.6"])
    #expect(try labels([0.3, 0.9]) == ["0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"])
  }

  @Test func `A range with too few ticks goes on to the next one`() throws {
    // From 15.18 to 31.02 there are eight multiples of 2, and three of 5; of the next two, 15 is nearer than 35.
    let scale = try #require(PlotScale(around: [15.9, 30.3]))
    #expect(scale.ticks.map(\.value) == [15, 20, 25, 30] && scale.range.lowerBound == 15)
    for most in stride(from: 1.0, to: 100, by: 0.37) {
      for least in [-50.0, -3, 0, 7] where least < most {
        let count = try ticks([least, most]).count
        #expect((4...7).contains(count), "\(least) to \(most)")
      }
    }
  }

  @Test func `A constant stands in the middle`() throws {
    let scale = try #require(PlotScale(around: [4, 4, 4]))
    #expect(scale.range == 2...6)
    #expect(scale.ticks.map(\.value) == [2, 3, 4, 5, 6])
    #expect(try #require(PlotScale(around: [0])).range == -1...1)
    #expect(try #require(PlotScale(around: [-4])).range == -6 ... -2)
  }

  @Test func `Tiny and huge numbers share a power of ten`() throws {
    #expect(try labels([0, 4e-300]) == ["0", "1e-300", "2e-300", "3e-300", "4e-300"])
    #expect(try labels([-1e300, 1e300]) == ["-1e300", "-0.5e300", "0", "0.5e300", "1e300"])
    #expect(try labels([0, 2_000_000]) == ["0", "0.5e6", "1e6", "1.5e6", "2e6"])
  }

  @Test func `Nothing is drawn of what is not finite`() {
    #expect(PlotScale(around: []) == nil)
    #expect(PlotScale(around: [1, .infinity]) == nil)
    #expect(PlotScale(around: [1, .nan]) == nil)
    #expect(PlotScale(around: [0, 1e308]) == nil)
    #expect(PlotScale(around: [0, 1], isLogarithmic: true) == nil)
    #expect(PlotScale(around: [-1, 1], isLogarithmic: true) == nil)
  }

  @Test func `Decades are ticks, and some of many`() throws {
    #expect(try labels([0.002, 500], isLogarithmic: true) == ["10^-2", "10^-1", "10^0", "10^1", "10^2"].map(plain))
    let many = try ticks([1e-40, 1], isLogarithmic: true)
    #expect(many == [1e-40, 1e-30, 1e-20, 1e-10, 1])
    #expect(try labels([1e-40, 1], isLogarithmic: true) == ["10^-40", "10^-30", "10^-20", "10^-10", "10^0"])
  }

  /// Powers near 1 are written out.
  private func plain(_ power: String) -> String {
    ["10^-2": "0.01", "10^-1": "0.1", "10^0": "1", "10^1": "10", "10^2": "100"][power] ?? power
  }

  @Test func `Few decades have ticks between`() throws {
    #expect(try labels([1, 100], isLogarithmic: true) == ["1", "2", "5", "10", "20", "50", "100"])
    #expect(try ticks([0.04, 0.05], isLogarithmic: true).count >= 3)
    // From 7/e^1.2 = 2.1 to 7·e^1.2 = 23.2.
    #expect(try ticks([7], isLogarithmic: true) == [5, 10, 20])
  }

  @Test func `Every tick is inside, in order, and exact`() throws {
    var value = 1e-300
    while value < 1e300 {
      for values in [[value], [0, value], [-value, value], [value, 3 * value], [value, 1.001 * value]] {
        for isLogarithmic in [false, true] where !isLogarithmic || values.allSatisfy({ $0 > 0 }) {
          let scale = try #require(PlotScale(around: values, isLogarithmic: isLogarithmic))
          let places = scale.ticks.map(\.value)
          #expect(places == places.sorted() && Set(places).count == places.count)
          #expect(places.allSatisfy(scale.range.contains) && values.allSatisfy(scale.range.contains))
          #expect((isLogarithmic ? 3...7 : 4...7).contains(places.count), "\(values) \(isLogarithmic)")
          #expect(scale.ticks.allSatisfy { $0.stripped(keeping: .min).digitCount <= 6 })
        }
      }
      value *= 7.3e4
    }
  }
}
