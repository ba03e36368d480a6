import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// What stands in the node of a gate: its sign, with the number that is its other operand, if it is one: `÷ 2`.
  func sign(of operation: Operation, _ expression: Expression) -> [Inline] {
    let operands = operation.operands.map(\.expression)
    let numbers = operands.map { $0.isNumeric ? Calculation($0, leaves).inSymbols : nil }
    guard operands.count == 2, numbers.contains(nil), let place = numbers.firstIndex(where: { $0 != nil }),
      let number = numbers[place]
    else { return sign(operation, expression) }
    if operation.primitive == .power {
      let other = Formula.symbol(Symbol(name: "( )", base: [.mark("("), .mark(")")]))
      return [.formula(place == 0 ? .power(number, other) : .power(other, number))]
    }
    let sign = sign(operation, expression)
    return place == 0 && operation.primitive.stands.isBetween
      ? [.formula(number), .text(" ")] + sign : sign + [.text(" "), .formula(number)]
  }

  private func sign(_ operation: Operation, _ expression: Expression) -> [Inline] {
    if case .sum(let terms) = expression { return [.text(Self.signs(terms))] }
    switch operation.primitive.stands {
    case .between(let sign), .before(let sign): return [.text(sign)]
    case .name(let name): return [.formula(name)]
    }
  }

  /// `+`, `−`, and where both occur, those between the terms from above: `+−`.
  private static func signs(_ terms: [Expression.Term]) -> String {
    let between = terms.dropFirst().map { $0.isSubtracted ? "−" : "+" }
    return between.contains("−") && between.contains("+") ? between.joined() : between.first ?? "+"
  }
}

/// How the sign of a primitive stands to its operands.
private enum Standing {
  case between(String)
  case before(String)
  case name(Formula)

  var isBetween: Bool {
    switch self {
    case .between: true
    case .before, .name: false
    }
  }
}

extension Primitive {
  fileprivate var stands: Standing {
    switch notation.look {
    case .sign: signOfArithmetic
    case .function(.word(let word)): .before(word)
    case .function(.greek(let word)):
      .name(.symbol(Symbol(NameParts(name: word), name: word)))
    case .function(.named(let symbol)): .name(.symbol(symbol))
    case .function(.subscripted(let word, _)): .before(word)
    case .exponential: .before("exp")
    case .squareRoot: .before("√")
    case .bars: .before("abs")
    case .condition(.greater): .between(">")
    case .condition(.greaterOrEqual): .between("≥")
    }
  }

  private var signOfArithmetic: Standing {
    switch form {
    case .sign(.plus): .between("+")
    case .sign(.minus): .between("−")
    case .sign(.times): .between("×")
    case .sign(.over): .between("÷")
    case .sign(.power): .between("^")
    case .sign(.negation): .before("−")
    case .function, .unwritten: .before("=")
    }
  }
}
