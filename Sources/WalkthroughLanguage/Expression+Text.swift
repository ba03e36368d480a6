import Numerals

extension Expression {
  /// The formula as a file would write it: `1/2*(target1 - output_o1)^2`.
  ///
  /// - Parameters:
  ///   - functions: what functions without formulas are called, by their numbers; `function1` and so on without.
  ///   - name: what a quantity is called, by its number.
  public func text(functions: [String] = [], _ name: (Int) -> String) -> String { written(functions, name).text }

  /// How tightly the outermost operation of a text holds together.
  fileprivate enum Strength: Int {
    case sum, product, sign
    /// A product without a sign: `2x`.
    case juxtaposition
    case power, atom
  }

  private func written(_ functions: [String], _ name: (Int) -> String) -> (text: String, strength: Strength) {
    switch self {
    case .number(let decimal): return (Self.digits(decimal), .atom)
    case .constant(let constant): return (constant.rawValue, .atom)
    case .quantity(let quantity): return (name(quantity), .atom)
    case .sum(let terms): return (Self.sumText(terms, functions, name), .sum)
    case .product(let factors):
      let isJuxtaposed = factors.dropFirst().allSatisfy(\.isJuxtaposed)
      return (Self.productText(factors, functions, name), isJuxtaposed ? .juxtaposition : .product)
    case .negation(let operand): return ("-" + operand.grouped(.juxtaposition, functions, name), .sign)
    case .power(let base, let exponent):
      return (base.grouped(.atom, functions, name) + "^" + exponent.grouped(.atom, functions, name), .power)
    case .declared(let function, let operands):
      let list = operands.map { $0.text(functions: functions, name) }.joined(separator: ", ")
      let name = functions.indices.contains(function) ? functions[function] : "function\(function + 1)"
      return ("\(name)(\(list))", .atom)
    case .slope(let result, let operand): return ("local d\(name(result))/d\(name(operand))", .atom)
    case .matrix(let matrix): return matrix.written(functions, name)
    case .call(.greater, let operands): return (Self.comparison(operands, ">", functions, name), .atom)
    case .call(.greaterOrEqual, let operands): return (Self.comparison(operands, ">=", functions, name), .atom)
    case .call(let primitive, let operands):
      let list = operands.map { $0.text(functions: functions, name) }.joined(separator: ", ")
      return ("\(primitive.functionNames.first ?? primitive.rawValue)(\(list))", .atom)
    }
  }

  /// The text, in parentheses where it holds together less tightly than `needed`.
  fileprivate func grouped(_ needed: Strength, _ functions: [String], _ name: (Int) -> String) -> String {
    let (text, strength) = written(functions, name)
    return strength.rawValue < needed.rawValue ? "(\(text))" : text
  }

  /// Many zeros are written as a power of ten.
  private static func digits(_ number: Decimal) -> String {
    (-15...20).contains(number.places) ? number.digits : "\(number.coefficient)e\(-number.places)"
  }

  private static func sumText(_ terms: [Term], _ functions: [String], _ name: (Int) -> String) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 { text += term.isSubtracted ? " - " : " + " } else if term.isSubtracted { text += "-" }
      text += term.expression.grouped(.product, functions, name)
    }
    return text
  }

  private static func productText(_ factors: [Factor], _ functions: [String], _ name: (Int) -> String) -> String {
    var text = ""
    for (index, factor) in factors.enumerated() {
      let isBare = index > 0 && !factor.isJuxtaposed && !factor.isDivisor
      var written = factor.expression.grouped(index == 0 ? .sign : isBare ? .juxtaposition : .power, functions, name)
      if factor.isJuxtaposed, written.wouldJoinNumber { written = "(\(written))" }
      let isTouching = factor.isJuxtaposed && !written.looksLikeExponent
      if index > 0, !isTouching { text += (factor.isElementwise ? "." : "") + (factor.isDivisor ? "/" : "*") }
      text += written
    }
    return text
  }

  private static func comparison(_ pair: [Expression], _ sign: String, _ functions: [String], _ name: (Int) -> String)
    -> String
  {
    "[\(pair[0].text(functions: functions, name)) \(sign) \(pair[1].text(functions: functions, name))]"
  }
}

extension MatrixExpression {
  fileprivate func written(_ functions: [String], _ name: (Int) -> String) -> (
    text: String, strength: Expression.Strength
  ) {
    switch self {
    case .rows(let rows):
      let lines = rows.map { $0.map { $0.text(functions: functions, name) }.joined(separator: ", ") }
      return ("[" + lines.joined(separator: "; ") + "]", .atom)
    case .operation(.transpose, let operand): return (operand.grouped(.atom, functions, name) + "'", .atom)
    case .operation(let operation, let operand):
      let axis = operation.axis.map { $0 == .all ? "" : ", " + $0.rawValue } ?? ""
      return ("\(operation.functionName ?? "")(\(operand.text(functions: functions, name))\(axis))", .atom)
    case .selection(.number(let number), let selection):
      return ("(\(Expression.number(number).text(functions: functions, name)))" + selection.text, .atom)
    case .selection(let operand, let selection):
      return (operand.grouped(.atom, functions, name) + selection.text, .atom)
    case .placement(let operand, let selection, _):
      return ("placed(\(operand.text(functions: functions, name)))\(selection.text)", .atom)
    case .generated(let generator): return (generator.text, .atom)
    case .power(let base, let exponent):
      return (base.grouped(.atom, functions, name) + ".^" + exponent.grouped(.atom, functions, name), .power)
    }
  }
}

extension Selection {
  /// `[1, 2]` as a file writes it.
  public var text: String {
    switch self {
    case .entries(let rows, let columns): "[\(rows.text), \(columns.text)]"
    case .ofVector(let span): "[\(span.text)]"
    }
  }
}

extension Selection.Span {
  public var text: String {
    switch self {
    case .all: ":"
    case .range(let first, let last): first == last ? String(first) : "\(first):\(last)"
    }
  }
}

extension Generator {
  /// As a file writes it.
  public var text: String {
    switch rule {
    case .identity: "eye(\(shape.rows))"
    case .zeros: "zeros(\(shape.rows), \(shape.columns))"
    case .ones: "ones(\(shape.rows), \(shape.columns))"
    case .random(let distribution, let seed):
      "random(\(shape.rows), \(shape.columns), seed \(seed), \(distribution.rawValue))"
    }
  }
}

extension String {
  /// Whether a number straight before it would take it for more digits, or for something with an index.
  fileprivate var wouldJoinNumber: Bool {
    utf8.first.map { Ascii.isDigit($0) || $0 == Ascii.point || $0 == Ascii.openBracket } ?? false
  }

  /// Whether a number straight before it would take it for a power of ten: the e1 of `2e1`.
  public var looksLikeExponent: Bool {
    var bytes = utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next() else { return false }
    return (first == UInt8(ascii: "e") || first == UInt8(ascii: "E")) && Ascii.isDigit(second)
  }
}
