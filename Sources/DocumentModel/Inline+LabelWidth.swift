import Numerals

extension [Inline] {
  /// The width in em that a label with this content needs at most, in any format that sets subscripts smaller. Plain
  /// text, which has them in full, draws a picture wider where long ones want it.
  public var labelWidth: Double { reduce(0) { $0 + $1.columns } * 0.56 }
}

extension Inline {
  fileprivate var columns: Double {
    switch self {
    case .text(let text), .code(let text): text.columns
    case .emphasis(let inlines), .strong(let inlines): inlines.reduce(0) { $0 + $1.columns }
    case .formula(let formula): formula.columns
    case .equation(let equation): equation.links.reduce(equation.left.columns) { $0 + 3 + $1.formula.columns }
    }
  }
}

extension Formula {
  /// How many characters it has on one line.
  fileprivate var columns: Double {
    switch self {
    case .symbol(let symbol): symbol.columns
    case .number(let number): number.columns
    case .sum(let terms): terms.reduce(-3) { $0 + 3 + $1.formula.columns }
    case .product(let factors, let multiplication):
      Self.columns(factors, between: multiplication == .juxtaposed ? 0 : 3)
    case .fraction(let upper, let lower), .slashed(let upper, let lower), .elementwiseQuotient(let upper, let lower):
      upper.columns + 3 + lower.columns
    case .negation(let operand): 1 + operand.columns
    case .power(let base, let exponent), .elementwisePower(let base, let exponent): base.columns + exponent.columns + 1
    case .function(let function, let arguments): function.columns + 2 + Self.columns(arguments, between: 2)
    case .squareRoot(let operand): 3 + operand.columns
    case .absoluteValue(let operand), .parenthesized(let operand): 2 + operand.columns
    case .condition(let left, _, let right): left.columns + 5 + right.columns
    case .derivative(let result, let operand): result.columns + operand.columns + 3
    case .updated(let symbol): 4 + symbol.columns
    case .matrix(let rows): rows.reduce(0) { $0 + 2 + Self.columns($1, between: 2) }
    case .ellipsis: 1
    case .transposed(let base): 1 + base.columns
    case .selected(let base, let indices): base.columns + 2 + 3 * Double(indices.count)
    }
  }

  private static func columns(_ formulas: [Formula], between: Double) -> Double {
    formulas.reduce(-between) { $0 + between + $1.columns }
  }
}

extension Formula.Function {
  fileprivate var columns: Double {
    switch self {
    case .word(let word): word.columns
    case .greek: 1
    case .named(let symbol): symbol.columns
    case .subscripted(let word, let subscripted): word.columns + 1 + subscripted.columns
    }
  }
}

extension Symbol {
  /// Of what stands behind the first underscore, a short part counts in full, so that most pictures are the same in
  /// plain text.
  fileprivate var columns: Double {
    let whole = name.columns
    guard whole > 2 + Self.fullSubscript, let start = name.utf8.firstIndex(of: UInt8(ascii: "_")) else { return whole }
    let lowered = whole - String(name[..<start]).columns - 1
    return whole - max(lowered - Self.fullSubscript, 0) * (1 - Self.smallness)
  }

  private static let fullSubscript = 6.0
  /// How wide a letter of a subscript is at most, beside one of the line.
  private static let smallness = 0.6
}

extension String {
  /// How many characters it has, which is quickly known where they are ASCII.
  fileprivate var columns: Double { Double(utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? utf8.count : count) }
}

extension ShownNumber {
  /// With a sign, and a power of ten: the times sign between blanks, the ten and its exponent.
  fileprivate var columns: Double {
    Double(mantissa.digitsLength + (isNegative ? 1 : 0) + (exponent.map { 5 + String($0).utf8.count } ?? 0))
  }
}
