import DocumentModel

/// How lengths are written in pictures: two decimals at most, no exponent, no zeros at the end.
enum FigureNumber {
  static func spell(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A point for the data of a path.
  static func spell(_ point: Point) -> String { "\(spell(point.x)) \(spell(point.y))" }
}
