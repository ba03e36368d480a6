import DocumentModel
import Numerals
import WalkthroughLanguage

extension FormulaWriter {
  func formula(_ matrix: MatrixExpression) -> Formula {
    switch matrix {
    case .rows(let rows): return .matrix(Self.aligned(rows.map { $0.map(formula) }))
    case .operation(let operation, let operand): return applied(operation, formula(operand))
    case .selection(.matrix(.selection(let operand, let first)), let second):
      return selected(.parenthesized(selected(formula(operand), first)), second)
    case .selection(let operand, let selection): return selected(formula(operand), selection)
    case .placement(let operand, let selection, _):
      return selected(.function(.word(Sign.placing), [formula(operand)]), selection)
    case .generated(let generator): return generator.formula
    case .power(let base, let exponent):
      let inner = formula(base)
      return .elementwisePower(inner.standsAlone ? inner : .parenthesized(inner), formula(exponent))
    }
  }

  private func applied(_ operation: MatrixOperation, _ operand: Formula) -> Formula {
    switch operation {
    case .transpose:
      if isNumeric, let turned = Self.transposed(operand) { return turned }
      return .transposed(operand.standsAlone ? operand : .parenthesized(operand))
    case .softmax, .diagonal: return .function(.word(operation.functionName ?? ""), [operand])
    case .sum(let axis), .mean(let axis), .max(let axis), .min(let axis):
      let name = operation.functionName ?? ""
      return .function(axis == .all ? .word(name) : .subscripted(name, axis.rawValue), [operand])
    }
  }

  /// Rows of as many parts each; where they have more or fewer, a row is one part.
  private static func aligned(_ rows: [[Formula]]) -> [[Formula]] {
    guard rows.contains(where: { $0.count != rows[0].count }) else { return rows }
    return rows.map { $0.count == 1 ? $0 : [.matrix([$0])] }
  }

  /// Numbers put in are written as they then stand; nothing where there is anything but numbers.
  private static func transposed(_ formula: Formula) -> Formula? {
    switch formula {
    case .number: return formula
    case .ellipsis(let dots):
      return .ellipsis(dots == .horizontal ? .vertical : dots == .vertical ? .horizontal : dots)
    case .matrix(let rows):
      let turned = rows.map { $0.compactMap(transposed) }
      guard zip(turned, rows).allSatisfy({ $0.count == $1.count }) else { return nil }
      return .matrix((rows.first ?? []).indices.map { column in turned.map { $0[column] } })
    case .symbol, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .derivative, .updated, .transposed, .elementwiseQuotient, .elementwisePower,
      .selected:
      return nil
    }
  }

  /// Likewise: the entries that a selection picks.
  private static func picked(_ selection: Selection, of formula: Formula) -> Formula? {
    guard case .matrix(let rows) = formula, rows.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
    let entries = rows.flatMap(\.self)
    let shape = Shape(rows: rows.count, columns: entries.count / rows.count)
    guard let picked = selection.shape(of: shape) else { return nil }
    let places = selection.places(in: shape)
    if picked.isScalar { return entries[places[0]] }
    return .matrix(
      (0..<picked.rows).map { row in places[row * picked.columns..<(row + 1) * picked.columns].map { entries[$0] } })
  }

  /// Indices below a name.
  private func selected(_ operand: Formula, _ selection: Selection) -> Formula {
    if case .symbol(let symbol) = operand { return .symbol(symbol.selecting(selection)) }
    if isNumeric, let picked = Self.picked(selection, of: operand) { return picked }
    return .selected(operand.standsAlone ? operand : .parenthesized(operand), selection.parts)
  }
}

extension Selection {
  /// `1`, `:` or `1:3`, one part for each side.
  var parts: [Symbol.Part] {
    switch self {
    case .entries(let rows, let columns): [rows.part, columns.part]
    case .ofVector(let span): [span.part]
    }
  }
}

extension Selection.Span {
  fileprivate var part: Symbol.Part {
    switch self {
    case .all: [.mark(":")]
    case .range(let first, let last) where first == last: [.digits(String(first))]
    case .range(let first, let last): [.digits(String(first)), .mark(":"), .digits(String(last))]
    }
  }
}

extension Symbol {
  /// The entries of a quantity that a selection picks.
  func selecting(_ selection: Selection) -> Symbol {
    Symbol(
      name: name + selection.text.filter { $0 != " " }, base: base, subscripts: subscripts,
      superscripts: superscripts, indices: selection.parts)
  }

  /// I with its size; a quantity that looks the same is none.
  static func unitMatrix(_ size: Int) -> Symbol {
    Symbol(name: "I_\(size)", base: [.letter("I")], subscripts: [[.digits(String(size))]], isSign: true)
  }
  var isUnitMatrix: Bool { isSign && base == [.letter("I")] }
}

extension Generator {
  fileprivate var formula: Formula {
    let sides: Symbol.Part = [.digits(String(shape.rows)), .mark("×"), .digits(String(shape.columns))]
    switch rule {
    case .identity:
      return .symbol(.unitMatrix(shape.rows))
    case .zeros: return .symbol(Symbol(name: "0[\(shape.text)]", base: [.digits("0")], subscripts: [sides]))
    case .ones: return .symbol(Symbol(name: "1[\(shape.text)]", base: [.digits("1")], subscripts: [sides]))
    case .random: return .symbol(Symbol(name: "random[\(shape.text)]", base: [.word("random")], subscripts: [sides]))
    }
  }
}

extension Formula {
  /// Whether a transpose, an index or an exponent may be set on it as it stands.
  var standsAlone: Bool {
    switch self {
    case .symbol, .parenthesized, .absoluteValue, .condition, .matrix, .function: true
    case .number(let number): !number.isNegative && number.exponent == nil
    case .sum, .product, .fraction, .slashed, .negation, .power, .squareRoot, .derivative, .updated, .ellipsis,
      .transposed, .elementwiseQuotient, .elementwisePower, .selected:
      false
    }
  }

  /// Whether a sign by element stands at the top.
  var isElementwise: Bool {
    switch self {
    case .product(_, .elementwise), .elementwiseQuotient: true
    case .symbol, .number, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot,
      .absoluteValue, .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed,
      .elementwisePower, .selected:
      false
    }
  }

  /// The product by element, as one with those before.
  func timesElementwise(_ right: Formula) -> Formula {
    if case .product(let factors, .elementwise) = self { return .product(factors + [right], .elementwise) }
    return .product([self, right], .elementwise)
  }
}
