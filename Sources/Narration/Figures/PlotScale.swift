import DocumentModel
import Numerals

/// One direction of a plot: from where to where, evenly or by factors, and where the ticks stand.
///
/// This is the rule for all plots. Even scales: 5 % of room beside the numbers, 0 included where it is within a
/// quarter of their span, steps of 1, 2 or 5 times a power of ten, the smallest that gives no more than seven ticks;
/// where that gives fewer than four, the range goes on to the next tick.
struct PlotScale: Equatable {
  private(set) var range: ClosedRange<Double>
  let isLogarithmic: Bool
  /// In order, inside the range.
  private(set) var ticks: [Decimal]

  /// What numbers a scale can show: larger ones have differences that are no doubles.
  static let largest = 1e305
  static let fewestTicks = 4
  static let mostTicks = 7

  /// The scale that shows all of these.
  ///
  /// - Returns: nothing without numbers, for numbers that are not finite or out of all bounds, and on a logarithmic
  ///   scale for those that are not positive.
  init?(around values: [Double], isLogarithmic: Bool = false) {
    guard let least = values.min(), let most = values.max(), values.allSatisfy(\.isFinite),
      max(least.magnitude, most.magnitude) <= Self.largest
    else { return nil }
    self.isLogarithmic = isLogarithmic
    if isLogarithmic {
      guard least >= 1 / Self.largest else { return nil }
      range = Self.decades(around: least...most)
      ticks = []
      setLogarithmicTicks()
    } else {
      range = Self.withRoom(least...most)
      ticks = []
      setEvenTicks()
    }
  }

  /// An even scale over exactly this range, with three to nine ticks.
  init?(exactly range: ClosedRange<Double>, mostTicks: Int = Self.mostTicks) {
    guard max(range.lowerBound.magnitude, range.upperBound.magnitude) <= Self.largest,
      range.upperBound - range.lowerBound > 1e-9 * max(range.lowerBound.magnitude, range.upperBound.magnitude)
    else { return nil }
    (self.range, isLogarithmic) = (range, false)
    ticks = Array(Self.multiples(of: Self.evenStep(of: range, most: mostTicks), in: range))
    if mostTicks == Self.mostTicks, ticks.count < Self.fewestTicks {
      ticks = Array(Self.multiples(of: Self.evenStep(of: range, most: 9), in: range))
    }
  }

  private static func withRoom(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let (least, most) = (range.lowerBound, range.upperBound)
    let size = max(least.magnitude, most.magnitude)
    // A constant, up to rounding.
    guard most - least > 1e-9 * size else { return size == 0 ? -1...1 : least - size / 2...most + size / 2 }
    let (room, near) = ((most - least) / 20, (most - least) / 4)
    let isNearZero = (low: least - room > 0 && least <= near, high: most + room < 0 && -most <= near)
    return (isNearZero.low ? 0 : least - room)...(isNearZero.high ? 0 : most + room)
  }

  private mutating func setEvenTicks() {
    let step = Self.evenStep(of: range, most: Self.mostTicks)
    var ticks = Array(Self.multiples(of: step, in: range))
    while ticks.count < Self.fewestTicks {
      let below = ticks.first.map { Self.multiple(of: step, after: $0, by: -1) } ?? Decimal(coefficient: 0, places: 0)
      let above = ticks.last.map { Self.multiple(of: step, after: $0, by: 1) } ?? step
      if range.lowerBound - below.value < above.value - range.upperBound {
        range = below.value...range.upperBound
      } else {
        range = range.lowerBound...above.value
      }
      ticks = Array(Self.multiples(of: step, in: range))
    }
    self.ticks = ticks
  }

  /// The smallest of 1, 2 or 5 times a power of ten that has no more multiples in the range.
  static func evenStep(of range: ClosedRange<Double>, most: Int) -> Decimal {
    let power = Decimal.magnitude(of: (range.upperBound - range.lowerBound) / Double(most)) - 1
    // Three powers of ten.
    let steps = (0..<9).lazy.map { Decimal(coefficient: [1, 2, 5][$0 % 3], places: -power - $0 / 3) }
    return steps.first { multiples(of: $0, in: range, limit: most + 1).count <= most } ?? steps[steps.count - 1]
  }

  /// In order; made anew each time that they are gone through.
  static func multiples(
    of step: Decimal, in range: ClosedRange<Double>, limit: Int = 64
  ) -> some Collection<Decimal> {
    let first = (range.lowerBound / step.value - 1e-6).rounded(.up)
    let last = (range.upperBound / step.value + 1e-6).rounded(.down)
    let isInReach = first <= last && first.magnitude < 1e12 && last.magnitude < 1e12
    let counts = isInReach ? Int(first)..<min(Int(last), Int(first) + limit) + 1 : 0..<0
    return counts.lazy.map { multiple(of: step, $0) }.filter { range.contains($0.value) }
  }

  static func multiple(of step: Decimal, _ count: Int) -> Decimal {
    Decimal(
      isNegative: count < 0, coefficient: UInt64(count.magnitude) * step.coefficient,
      places: count == 0 ? 0 : step.places)
  }

  private static func multiple(of step: Decimal, after tick: Decimal, by count: Int) -> Decimal {
    multiple(of: step, Int((tick.value / step.value).rounded()) + count)
  }
}

/// Scales by factors: a twentieth of the decades as room, powers of ten, thinned where there are more than seven; where
/// there are few, 2 and 5 times or 3 times each power as well, and at least three ticks.
extension PlotScale {
  /// A logarithmic scale over exactly this range.
  init?(logarithmically range: ClosedRange<Double>) {
    guard range.lowerBound >= 1 / Self.largest, range.lowerBound < range.upperBound, range.upperBound <= Self.largest
    else { return nil }
    (self.range, isLogarithmic, ticks) = (range, true, [])
    ticks = logarithmicTicks
  }

  private static func decades(around range: ClosedRange<Double>) -> ClosedRange<Double> {
    let span = Elementary.ln(range.upperBound / range.lowerBound)
    let factor = Elementary.exp(span > 1e-9 && span.isFinite ? span / 20 : span.isFinite ? 1.2 : 30)
    return max(range.lowerBound / factor, 1 / largest)...min(range.upperBound * factor, largest)
  }

  private mutating func setLogarithmicTicks() {
    ticks = logarithmicTicks
    while ticks.count < 3 {
      let (below, above) = neighbours
      let isBelowNearer = range.lowerBound / below < above / range.upperBound
      range = isBelowNearer ? below...range.upperBound : range.lowerBound...above
      ticks = logarithmicTicks
    }
  }

  private var logarithmicTicks: [Decimal] {
    let powers = Decimal.magnitude(of: range.lowerBound)...Decimal.magnitude(of: range.upperBound)
    if powers.count <= Self.mostTicks + 1 {
      for multiples in [[1, 2, 5], [1, 3], [1]] as [[UInt64]] {
        let ticks = ticks(multiples, Array(powers))
        if ticks.count <= Self.mostTicks { return ticks }
      }
    }
    for step in [2, 3, 5, 10, 20, 50, 100] {
      let ticks = ticks([1], powers.filter { $0.isMultiple(of: step) })
      if ticks.count <= Self.mostTicks { return ticks }
    }
    return []
  }

  private func ticks(_ multiples: [UInt64], _ powers: [Int]) -> [Decimal] {
    powers.flatMap { power in multiples.map { Decimal(coefficient: $0, places: -power) } }
      .filter { range.contains($0.value) }
  }

  /// The next of 1, 2, 5 times a power of ten outside the range.
  private var neighbours: (below: Double, above: Double) {
    func candidates(_ value: Double) -> [Double] {
      let power = Decimal.magnitude(of: value)
      return (power - 1...power + 1).flatMap { power in
        [1, 2, 5].map { Decimal(coefficient: $0, places: -power).value }
      }
    }
    let below = candidates(range.lowerBound).last { $0 < range.lowerBound } ?? range.lowerBound / 2
    let above = candidates(range.upperBound).first { $0 > range.upperBound } ?? range.upperBound * 2
    return (below, above)
  }
}
