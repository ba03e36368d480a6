import DocumentModel
import Numerals

extension PlotScale {
  /// The axis of a plot with this scale.
  func axis(_ label: Sentence) -> Plot.Axis {
    let labels = tickLabels
    return Plot.Axis(
      label: label.inlines, range: range, isLogarithmic: isLogarithmic,
      ticks: ticks.indices.map { Plot.Tick(ticks[$0].value, [.formula(labels[$0])]) })
  }

  /// Every tick in the same form: plain, or with the power of ten of the largest; on a logarithmic scale each with its
  /// own.
  private var tickLabels: [Formula] {
    let magnitudes = ticks.filter { !$0.isZero }.map(\.magnitude)
    let (least, most) = (magnitudes.min() ?? 0, magnitudes.max() ?? 0)
    if isLogarithmic {
      return -4 < least && most < 5 ? ticks.map(Self.plain) : ticks.map(Self.withOwnPower)
    }
    return -4 < most && most < 6 ? ticks.map(Self.plain) : ticks.map { Self.label($0, power: most) }
  }

  private static func plain(_ tick: Decimal) -> Formula { .number(ShownNumber(tick.stripped())) }

  /// 10⁻⁵, or 2 × 10⁻⁵.
  private static func withOwnPower(_ tick: Decimal) -> Formula {
    guard tick.coefficient == 1 else { return label(tick, power: tick.magnitude) }
    let exponent = Decimal(isNegative: tick.magnitude < 0, coefficient: UInt64(tick.magnitude.magnitude), places: 0)
    return .power(.number(ShownNumber(Decimal(coefficient: 10, places: 0))), .number(ShownNumber(exponent)))
  }

  private static func label(_ tick: Decimal, power: Int) -> Formula {
    guard !tick.isZero else { return plain(tick) }
    let mantissa = Decimal(isNegative: tick.isNegative, coefficient: tick.coefficient, places: tick.places + power)
    return .number(ShownNumber(mantissa.stripped(), exponent: power))
  }
}
