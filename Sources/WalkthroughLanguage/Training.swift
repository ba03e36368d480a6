import Numerals

/// Rows of givens, each an example that the passes are made for.
public struct ExampleTable: Sendable {
  /// The quantities of its columns, with the role `example`.
  public let quantities: [Int]
  /// By example and column: a constant expression, in `Walkthrough.nodes`.
  public let rows: [[Range<Int>]]

  public init(quantities: [Int], rows: [[Range<Int>]]) {
    self.quantities = quantities
    self.rows = rows
  }
}

/// How the objective draws the examples together.
public enum Combination: String, Sendable, CaseIterable {
  case summed = "summed over the examples"
  case averaged = "averaged over the examples"
}

/// When an update is made.
public enum UpdateSchedule: Sendable, Hashable {
  case afterAllExamples
  /// Each so many examples; what is left over at the end makes one more.
  case afterEvery(Int)
}

/// Which way a moved quantity goes: the rows of the table of update rules.
public enum UpdateMethod: String, Sendable, CaseIterable {
  /// Rate times slope, and nothing else.
  case gradient
  case momentum, nesterov, rmsprop, adagrad, adam, adamax
}

/// The constants of update rules.
public enum UpdateConstant: String, Sendable, CaseIterable {
  case beta, beta1, beta2, epsilon
}

/// What an update rule keeps or works out for each moved quantity.
public enum UpdateState: String, Sendable, CaseIterable {
  case m, v, mhat, vhat, step
}

/// A constant of the file's update rule, with the digits it was written with.
public struct UpdateSetting: Sendable, Hashable {
  public let constant: UpdateConstant
  public let value: Decimal

  public init(constant: UpdateConstant, value: Decimal) {
    self.constant = constant
    self.value = value
  }
}

/// A state that does not start at 0: `start: m(w) = 0.1`.
public struct UpdateStart: Sendable, Hashable {
  public let state: UpdateState
  public let quantity: Int
  /// A constant expression, in `Walkthrough.nodes`.
  public let formula: Range<Int>

  public init(state: UpdateState, quantity: Int, formula: Range<Int>) {
    self.state = state
    self.quantity = quantity
    self.formula = formula
  }
}

/// When repeated updates end before their epochs are over.
public enum StopRule: Sendable, Hashable {
  /// The objective got better by less than this in the last update.
  case gain(below: Decimal)
  case below(Int, Decimal)
  case above(Int, Decimal)
  /// Every entry, in every example.
  case within(Int, Decimal, of: Int)
}

/// How derivatives are found.
public enum DerivativeMethod: Sendable, Hashable {
  case rules
  /// (f(x + h) − f(x)) / h
  case forwardDifferences(h: Decimal)
  /// (f(x + h) − f(x − h)) / 2h
  case centralDifferences(h: Decimal)
}

/// What each operation is rounded to.
public enum FloatingPoint: String, Sendable, CaseIterable {
  case double, single
}
