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

extension Walkthrough {
  /// The examples of each update of an epoch, numbered from 0; a single one where the file has no examples.
  public var batches: [Range<Int>] {
    let count = max(examples?.rows.count ?? 1, 1)
    switch updateSchedule {
    case .afterAllExamples: return [0..<count]
    case .afterEvery(let size): return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
  }

  /// Updates that one epoch makes.
  public var updatesPerEpoch: Int { batches.count }
}

/// Which way a moved quantity goes: the rows of the table of update rules.
///
/// With g for the slope, entry by entry; `minimize` takes the step away from the old value, `maximize` adds it, and
/// t counts updates from 1. A state on the right side is the one before the update.
public enum UpdateMethod: String, Sendable, CaseIterable {
  /// step = rate·g
  case gradient
  /// v = beta·v + g, step = rate·v (Polyak, 1964)
  case momentum
  /// v = beta·v + g, step = rate·(g + beta·v) with the new v (Nesterov, 1983)
  case nesterov
  /// v = beta·v + (1 − beta)·g², step = rate·g/(√v + epsilon) (Tieleman and Hinton, 2012)
  case rmsprop
  /// v = v + g², step = rate·g/(√v + epsilon) (Duchi, Hazan and Singer, 2011)
  case adagrad
  /// m = beta1·m + (1 − beta1)·g, v = beta2·v + (1 − beta2)·g², mhat = m/(1 − beta1^t), vhat = v/(1 − beta2^t),
  /// step = rate·mhat/(√vhat + epsilon) (Kingma and Ba, 2015)
  case adam
  /// m and mhat as in adam, v = max(beta2·v, |g|), step = rate·mhat/v (Kingma and Ba, 2015)
  case adamax
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
  /// A constant expression, in `Walkthrough.nodes`: of the shape of the quantity, or a number for every entry.
  public let formula: Range<Int>
  /// Where its value stands.
  public let place: Range<Int>

  public init(state: UpdateState, quantity: Int, formula: Range<Int>, place: Range<Int>) {
    self.state = state
    self.quantity = quantity
    self.formula = formula
    self.place = place
  }
}

/// When repeated updates end before their epochs are over; asked after every whole epoch.
public enum StopRule: Sendable, Hashable {
  /// The objective got better by less than this in the last epoch.
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

  /// Significant digits that a reader of decimals can trust.
  public var trustedDigits: Int {
    switch self {
    case .double: Decimal.trustedDigits
    case .single: 6
    }
  }
}
