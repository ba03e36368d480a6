import DocumentModel
import Foundation
import Testing

@testable import Narration

/// How much of a curve over one number is drawn.
@Suite struct CurveWindowTests {
  /// A function with its slope at one place, and the poles on both sides of that.
  struct Case: Sendable {
    let start: Double
    let slope: Double
    let low: Double
    let high: Double
    let function: @Sendable (Double) -> Double
  }

  /// A curve, where division by 0 gives no value.
  private func curve(_ example: Case, after: Double? = nil) throws -> WeightCurve {
    try WeightCurve(at: example.start, slope: example.slope, after: after) { place in
      let value = example.function(place)
      return value.isFinite ? value : nil
    }
  }

  @Test(
    "A curve does not reach over a pole",
    arguments: [
      Case(start: 2, slope: -1, low: 1, high: 99) { 1 / ($0 - 1) },
      Case(start: 0.05, slope: -2_000, low: 0, high: 99) { 5 / $0 },
      Case(start: 2, slope: -0.75, low: 0, high: 99) { 3 / ($0 * $0) },
      Case(start: 1.2, slope: 7.616, low: -1.58, high: 1.571) { tan($0) },
      Case(start: 1.5, slope: -16, low: 1, high: 99) { 1 / (($0 - 1) * ($0 - 1)) },
      Case(start: 0.5, slope: 8, low: -99, high: 1) { 2 / (1 - $0) },
    ])
  func poles(example: Case) throws {
    let curve = try curve(example)
    #expect(curve.points.count == 81)
    #expect(curve.points.allSatisfy { example.low < $0.x && $0.x < example.high })
    #expect(curve.valley == nil && curve.hill == nil)
  }

  @Test("A weak pole between two points breaks a curve as well")
  func weakPole() throws {
    let example = Case(start: 2, slope: 3.98792, low: 0.7131, high: 99) { $0 * $0 + 0.02 / ($0 - 0.7131) }
    #expect(try curve(example).points.allSatisfy { $0.x > 0.7131 })
  }

  /// x⁴ − 3x³ + 2 has its valley at 9/4, with 2 − 2187/256 ≈ −6.54; at 6 it is 650.
  @Test("A huge value far off does not flatten the valley nearby")
  func flattening() throws {
    let example = Case(start: 3, slope: 27, low: 0, high: 0) { $0 * $0 * $0 * ($0 - 3) + 2 }
    let curve = try curve(example, after: 2.73)
    let valley = try #require(curve.valley)
    #expect((valley.point.y + 6.54).magnitude < 0.01 && (valley.point.x - 2.25).magnitude < 0.1)
    #expect(curve.points.allSatisfy { $0.y < 80 })
    #expect(curve.scale.range.contains(2.73))
  }

  /// From 2, a step of 3/2 back over the pole of 1/(x − 1) ends at 0.5, with −2.
  @Test("A step over a pole ends beside the curve")
  func stepOverPole() throws {
    let curve = try curve(Case(start: 2, slope: -1, low: 1, high: 99) { 1 / ($0 - 1) }, after: 0.5)
    #expect(curve.points.allSatisfy { $0.x > 1 } && curve.after == Point(0.5, -2))
    #expect(curve.scale.range.contains(0.5) && curve.vertical?.range.contains(-2) == true)
  }
}
