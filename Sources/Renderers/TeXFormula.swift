import DocumentModel
import Numerals

/// How high a formula stands, as far as brackets around it care.
enum TeXHeight: Int, Comparable {
  case line
  /// A matrix of one row, whose own brackets are a little higher than a line.
  case row
  /// A fraction, or a matrix of two rows.
  case tall
  /// Higher than the largest bracket of a fixed size.
  case towering

  static func < (left: TeXHeight, right: TeXHeight) -> Bool { left.rawValue < right.rawValue }
}

extension Formula {
  /// How high it stands; of its parts, the highest counts.
  var height: TeXHeight {
    switch self {
    case .symbol, .number, .updated, .ellipsis: .line
    case .fraction(let left, let right), .derivative(let left, let right):
      max(.tall, left.height, right.height)
    case .matrix(let rows): Self.height(ofRows: rows)
    case .sum(let terms): terms.reduce(.line) { max($0, $1.formula.height) }
    case .product(let factors, _): Self.height(of: factors)
    case .function(_, let arguments): Self.height(of: arguments)
    case .slashed(let left, let right), .condition(let left, _, let right), .elementwiseQuotient(let left, let right):
      max(left.height, right.height)
    case .power(let base, _), .elementwisePower(let base, _), .selected(let base, _): base.height
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner),
      .transposed(let inner):
      inner.height
    }
  }

  /// Of formulas side by side.
  static func height(of formulas: [Formula]) -> TeXHeight {
    formulas.reduce(.line) { max($0, $1.height) }
  }

  private static func height(ofRows rows: [[Formula]]) -> TeXHeight {
    let entries = rows.reduce(TeXHeight.line) { max($0, height(of: $1)) }
    if rows.count < 2 { return max(.row, entries) }
    return rows.count == 2 && entries < .tall ? .tall : .towering
  }

  /// Whether it is a number without a power of ten.
  var isPlainNumber: Bool {
    if case .number(let number) = self { number.exponent == nil } else { false }
  }

  /// Whether TeX would refuse or misplace an exponent put straight behind it.
  var needsBracesAsBase: Bool {
    switch self {
    case .symbol(let symbol): !symbol.superscripts.isEmpty
    case .number(let number): number.exponent != nil
    case .parenthesized, .function, .squareRoot, .absoluteValue, .condition, .matrix: false
    case .sum, .product, .fraction, .slashed, .negation, .power, .derivative, .updated, .ellipsis, .transposed,
      .elementwiseQuotient, .elementwisePower, .selected:
      true
    }
  }

  /// The same for a subscript.
  var needsBracesBeforeSubscript: Bool {
    if case .symbol(let symbol) = self { !symbol.subscripts.isEmpty } else { needsBracesAsBase }
  }
}
