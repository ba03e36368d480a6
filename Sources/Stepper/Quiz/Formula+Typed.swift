import DocumentModel
import Numerals

extension Formula {
  /// As a published line writes it, `dE_total/dw5`; nothing where the language has no words for it.
  var typed: String? { FormulaTyping(slope: "d").text(of: self) }

  /// The same for a sentence: `∂E_total/∂w5`, products with dots.
  var spoken: String { FormulaTyping(slope: "∂", dot: "·").text(of: self) ?? "" }
}

/// Formulas in the language of the file.
private struct FormulaTyping {
  /// The sign of a derivative.
  let slope: String
  var dot = "*"

  func text(of formula: Formula) -> String? {
    switch formula {
    case .symbol(let symbol): symbol.name == "π" ? "pi" : symbol.name
    case .number(let number): text(of: number)
    case .sum(let terms): text(of: terms)
    case .product(let factors, let kind): joined(factors, by: kind == .elementwise ? " .* " : " \(dot) ")
    case .fraction(let upper, let lower): quotient(upper, lower)
    case .slashed(let upper, let lower): joined([upper, lower], by: "/").map { "(\($0))" }
    case .negation(let inner): text(of: inner).map { "-\($0)" }
    case .power(.symbol(let base), let exponent) where base.name == "e": call("exp", [exponent])
    case .power(let base, let exponent): power(base, exponent, sign: "^")
    case .elementwisePower(let base, let exponent): power(base, exponent, sign: ".^")
    case .elementwiseQuotient(let upper, let lower): joined([upper, lower], by: " ./ ")
    case .function(let function, let operands): call(function, operands)
    case .squareRoot(let inner): call("sqrt", [inner])
    case .absoluteValue(let inner): call("abs", [inner])
    case .parenthesized(let inner): text(of: inner).map { "(\($0))" }
    case .derivative(let result, let operand): derivative(of: result, by: operand)
    case .updated(let symbol): "new \(symbol.name)"
    case .matrix(let rows): matrix(rows)
    case .transposed(.symbol(let symbol)): "\(symbol.name)'"
    case .transposed(.parenthesized(let inner)), .transposed(let inner): text(of: inner).map { "(\($0))'" }
    case .condition, .ellipsis, .selected: nil
    }
  }

  /// A power of ten stands in full: `2e1` is a product where a file has a name `e1`.
  private func text(of number: ShownNumber) -> String {
    let digits = (number.isNegative ? "-" : "") + number.mantissa.digits
    return number.exponent.map { "(\(digits) \(dot) 10^(\($0)))" } ?? digits
  }

  private func text(of terms: [Formula.Term]) -> String? {
    var line = ""
    for (index, term) in terms.enumerated() {
      guard let text = text(of: term.formula) else { return nil }
      line += index > 0 ? (term.isSubtracted ? " - " : " + ") : (term.isSubtracted ? "-" : "")
      line += text
    }
    return line
  }

  private func joined(_ parts: [Formula], by sign: String) -> String? {
    let texts = parts.compactMap(text)
    return texts.count == parts.count ? texts.joined(separator: sign) : nil
  }

  private func quotient(_ upper: Formula, _ lower: Formula) -> String? {
    joined([.parenthesized(upper), .parenthesized(lower)], by: "/").map { "(\($0))" }
  }

  private func power(_ base: Formula, _ exponent: Formula, sign: String) -> String? {
    joined([base, .parenthesized(exponent)], by: sign)
  }

  private func derivative(of result: Formula, by operand: Formula) -> String? {
    guard let below = text(of: operand) else { return nil }
    let divisor = operand.isGrouped ? below : "(\(below))"
    if let whole = result.withoutDetours { return "local \(slope)\(whole)/\(slope)\(divisor)" }
    return text(of: result).map { "\(slope)\(result.isGrouped ? $0 : "(\($0))")/\(slope)\(divisor)" }
  }

  private func call(_ function: Formula.Function, _ operands: [Formula]) -> String? {
    switch function {
    case .word(let word): call(word, operands)
    case .greek(let letter): call(letter == "sigma" ? "sigmoid" : letter, operands)
    case .named(let symbol): call(symbol.name, operands)
    case .subscripted(let word, let part): joined(operands, by: ", ").map { "\(word)(\($0), \(part))" }
    }
  }

  private func call(_ word: String, _ operands: [Formula]) -> String? {
    joined(operands, by: ", ").map { "\(word)(\($0))" }
  }

  private func matrix(_ rows: [[Formula]]) -> String? {
    let lines = rows.compactMap { joined($0, by: ", ") }
    return lines.count == rows.count ? "[\(lines.joined(separator: "; "))]" : nil
  }
}

extension Formula {
  /// Whether it can stand behind the sign of a derivative as it is.
  fileprivate var isGrouped: Bool {
    switch self {
    case .symbol, .parenthesized: true
    case .number, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower,
      .selected:
      false
    }
  }

  /// The name of a quantity that is seen through its own formula only; nothing for any other formula.
  fileprivate var withoutDetours: String? {
    guard case .symbol(let symbol) = self, symbol.subscripts.last == [.word("direct")],
      symbol.name.hasSuffix("_direct")
    else { return nil }
    return String(symbol.name.dropLast("_direct".count))
  }
}
