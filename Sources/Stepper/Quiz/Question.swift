import DocumentModel
import Numerals

/// What a step asks for before it shows it.
struct Question: Sendable, Equatable {
  /// What is asked for, as a file writes it: `sum_h1`, `dE_total/dw5`, `new w5`, `H_in[1,2]`. Of what comes next: what
  /// it comes after.
  let name: String
  let asked: Asked
  /// The equation whose last link is hidden; of what comes next, all of it is.
  let equation: Equation
  /// What the worked example shows.
  let expected: Answer
  /// Whose numbers they are, from 1; nothing where they belong to all examples, or there are none.
  var example: Int?
  /// Of a matrix, the entry that is asked for.
  var entry: Entry?
  /// What it is worked out from in symbols, which may stand in a step before: a hint. Of what comes next, what it
  /// comes after.
  var symbols: Formula?
  /// The same with numbers put in: more of a hint.
  var numbers: Formula?
  /// Factors in it that are weights as they stand.
  var weights: [Weight] = []

  /// A factor that is a weight: ∂sum_o1/∂output_h1 = w5.
  struct Weight: Sendable, Equatable {
    let factor: Formula
    let symbol: Symbol
  }

  enum Asked: String, Sendable, CaseIterable {
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
    /// Which factor or adjoint is worked out next.
    case next
  }

  enum Answer: Sendable, Equatable {
    case number(ShownNumber)
    /// A name as a file writes it, with other names that mean the same here.
    case name(String, others: [String])
  }

  /// An entry of a matrix, its row and column counted from 1.
  struct Entry: Sendable, Equatable {
    let row: Int
    let column: Int
  }
}

/// What is said of an answer.
struct Judgement: Sendable, Equatable {
  let verdict: Verdict
  /// One or two short sentences to the student: what is right, or what seems to have happened.
  let message: String
  /// What was mistaken, where that is known; what to practise is told from it.
  let mistake: Mistake?

  enum Verdict: Sendable { case right, nearly, wrong, unreadable }

  enum Mistake: String, Sendable, CaseIterable {
    case lastDigit, tooFewDigits, sign, powerOfTen, digits
    case forgottenFactor, forgottenTerm, updatedWeight, otherQuantity, other
  }
}
