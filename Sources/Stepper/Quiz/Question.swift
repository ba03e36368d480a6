import DocumentModel
import Numerals

/// What a step asks for before it shows it.
public struct Question: Sendable, Equatable {
  /// What is asked for, as a file writes it: `sum_h1`, `dE_total/dw5`, `new w5`, `H_in[1,2]`.
  public let name: String
  public let asked: Asked
  /// The equation whose last link is hidden.
  public let equation: Equation
  /// The number as the worked example shows it.
  public let expected: ShownNumber

  public enum Asked: String, Sendable, CaseIterable {
    /// A value of the forward pass.
    case value
    /// A local derivative: one factor of the chain rule.
    case factor
    /// An adjoint or a contribution: a product of factors.
    case product
    /// A sum over paths.
    case sum
    /// The new value of what is updated.
    case update
  }
}

/// What is said of an answer.
public struct Judgement: Sendable, Equatable {
  public let verdict: Verdict
  /// One or two short sentences to the student: what is right, or what seems to have happened.
  public let message: String
  /// What was mistaken, where that is known; what to practise is told from it.
  public let mistake: Mistake?

  public enum Verdict: Sendable { case right, nearly, wrong, unreadable }

  public enum Mistake: String, Sendable, CaseIterable {
    case lastDigit, tooFewDigits, sign, powerOfTen, digits, forgottenFactor, forgottenTerm, updatedWeight, otherQuantity, other
  }
}
