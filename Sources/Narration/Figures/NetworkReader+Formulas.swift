import WalkthroughLanguage

extension Role {
  /// What may be multiplied with a unit, and is moved by updates.
  var isWeight: Bool { self == .weight || self == .bias }

  /// What goes in.
  var isSignal: Bool { self == .input || self == .example }
}

extension Expression {
  /// What a function is put on that could be an activation.
  var activated: Expression? {
    if case .matrix(.operation(.softmax, let inner)) = self { return inner }
    guard case .call(let primitive, let operands) = self else { return nil }
    if primitive.arity == 1 { return operands[0] }
    guard operands.count == 2, primitive == .max || primitive == .min else { return nil }
    if case .number = operands[0] { return operands[1] }
    if case .number = operands[1] { return operands[0] }
    return nil
  }

  /// Whether this, which depends on one quantity alone, bends it and is no power of it, as errors are.
  var isActivation: Bool { bends && !isPower }

  private var bends: Bool {
    switch self {
    case .call, .power, .matrix(.operation(.softmax, _)): true
    case .number, .constant, .quantity, .declared, .slope, .matrix: false
    case .negation(let operand): operand.bends
    case .sum(let terms): terms.contains { $0.expression.bends }
    case .product(let factors): factors.contains { $0.expression.bends }
    }
  }

  private var isPower: Bool {
    switch self {
    case .power(.constant, _), .number, .constant, .quantity, .declared, .slope, .matrix(.operation(.softmax, _)): false
    case .power, .matrix: true
    case .negation(let operand): operand.isPower
    case .sum(let terms): terms.contains { $0.expression.isPower }
    case .product(let factors): factors.contains { $0.expression.isPower }
    case .call(_, let operands): operands.contains { $0.isPower }
    }
  }
}
