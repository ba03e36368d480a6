import Numerals

/// A number that a document of its own prints for something in a walkthrough.
public struct PrintedClaim: Sendable {
  /// What it is printed for: a quantity, a derivative, a new value.
  public let subject: FormulaNode.Kind
  public let printed: PrintedNumber
  /// Where it stands, in the source of the document.
  public let place: Range<Int>
  /// How its slope is found, where that is not how the file has it.
  public var derivatives: DerivativeMethod?

  public init(subject: FormulaNode.Kind, printed: PrintedNumber, place: Range<Int>) {
    (self.subject, self.printed, self.place) = (subject, printed, place)
  }
}

extension Walkthrough {
  /// The same file with these published lines in the place of its own, judged under its own conditions.
  public func publishing(_ printed: [PrintedClaim]) -> Walkthrough {
    var result = self
    result.claims = printed.map { line in
      let start = result.nodes.count
      result.nodes.append(FormulaNode(kind: line.subject, place: 0))
      var context = ClaimContext()
      context.derivatives = line.derivatives
      return Claim(
        formula: start..<start + 1, printed: PrintedMatrix(line.printed), context: context, place: line.place,
        expression: text(of: line.subject), isOneOperand: true)
    }
    return result
  }

  /// The same file with no more of its published lines than the last ones, so many.
  public func keepingLastClaims(_ count: Int) -> Walkthrough {
    var result = self
    result.claims = claims.suffix(count)
    return result
  }

  /// What published lines speak of, as they write it: `w5`, `new w5`, `dE/dw5 through s`; nothing for anything else.
  public func text(of kind: FormulaNode.Kind) -> String {
    func name(_ quantity: Int32) -> String { quantities[Int(quantity)].name }
    switch kind {
    case .quantity(let quantity): return name(quantity)
    case .updated(let quantity): return "new \(name(quantity))"
    case .state(let state, let quantity): return "\(state.rawValue)(\(name(quantity)))"
    case .derivative(let result, let operand, let middle):
      return "d\(name(result))/d\(name(operand))" + (middle.map { " through \(name($0))" } ?? "")
    case .localDerivative(let result, let operand): return "local d\(name(result))/d\(name(operand))"
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      return ""
    }
  }
}
