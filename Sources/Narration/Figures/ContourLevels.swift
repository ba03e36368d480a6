import DocumentModel
import Numerals

/// At which values of a function level lines are drawn.
enum ContourLevels {
  static let most = 10

  /// Round values at even distances. Where too few of these would lie about the values that are spoken of: of a positive
  /// function those by factors, and about a hilltop those whose depths below it go by factors.
  ///
  /// - Parameter values: the least of them is where lines matter most.
  static func levels(in bounds: ClosedRange<Double>, along values: [Double]) -> [Decimal]? {
    let span = bounds.upperBound - bounds.lowerBound
    guard span.isFinite, span > 1e-9 * max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude) else { return nil }
    let inner = bounds.lowerBound + span * 1e-6...bounds.upperBound - span * 1e-6
    let even = PlotScale.multiples(of: PlotScale.evenStep(of: inner, most: most), in: inner).map { $0.stripped() }
    var factors: [Decimal] = []
    if let most = values.max(), bounds.lowerBound >= 0, even.count(where: { $0.value <= most }) < 2 {
      factors = byFactors(downFrom: inner.upperBound, to: max(inner.lowerBound, most / 10))
    } else if let least = values.min(), even.count(where: { $0.value >= least }) < 2 {
      factors = belowTop(of: inner, downTo: least)
    }
    return factors.count > 2 ? factors : even.isEmpty ? nil : even
  }

  /// By factors below a round number, where the function nearly reaches that.
  private static func belowTop(of range: ClosedRange<Double>, downTo least: Double) -> [Decimal] {
    let span = range.upperBound - range.lowerBound
    let step = PlotScale.evenStep(of: range, most: most)
    let top = (range.upperBound / step.value).rounded(.up) * step.value
    guard top - range.upperBound < span / 100 else { return [] }
    let depths = byFactors(downFrom: top - range.lowerBound, to: max(top - range.upperBound, (top - least) / 10))
    guard let finest = depths.first else { return [] }
    let unit = Decimal(coefficient: 1, places: finest.places)
    let counts = depths.reversed().map { ((top - $0.value) / unit.value).rounded() }
    guard counts.allSatisfy({ $0.magnitude < 1e12 }) else { return [] }
    return counts.map { PlotScale.multiple(of: unit, Int($0)).stripped() }.filter { range.contains($0.value) }
  }

  /// 1, 2 and 5 times powers of ten, the largest of them.
  private static func byFactors(downFrom largest: Double, to least: Double) -> [Decimal] {
    guard least > 0 else { return [] }
    let powers = max(Decimal.magnitude(of: least), Decimal.magnitude(of: largest) - 4)...Decimal.magnitude(of: largest)
    let all = powers.flatMap { power in [1, 2, 5].map { Decimal(coefficient: $0, places: -power) } }
    return all.filter { (least...largest).contains($0.value) }.suffix(most)
  }
}
