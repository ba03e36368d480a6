import WalkthroughLanguage

/// What repeated updates come to.
public struct Training: Sendable {
  /// The objective before the first update, then after each epoch.
  public internal(set) var losses: [Double]
  /// The moved quantities before some epochs, each with its number; the first and the last among them.
  public internal(set) var samples: [Sample]
  public internal(set) var ending: Ending
  /// By example: all values with the moved quantities as they are in the end; of the first examples.
  public internal(set) var valuesAtEnd: [Values] = []

  public struct Sample: Sendable {
    /// Epochs gone through.
    public let epoch: Int
    public internal(set) var values: Values
    /// Where a recording holds the objective, and of the last sample the epochs.
    public internal(set) var lossSlot: Int32?
    public internal(set) var epochSlot: Int32?
  }

  public enum Ending: Sendable, Equatable {
    /// All epochs that the file asks for.
    case epochs
    /// The file's stop rule held.
    case rule
    /// A value became too large for a double; the epochs before count.
    case overflow
    /// A quantity came to have no value, and why; the epochs before count.
    case undefined(Int, DomainError)
    /// A quantity came to have no slope; the epochs before count.
    case withoutSlope(Int)
  }

  public var epochs: Int { losses.count - 1 }
}

/// Numbers for which a function has no value.
public enum DomainError: Sendable, Equatable {
  case logarithm(of: Double)
  case squareRoot(of: Double)
  /// Of this number by 0.
  case division(Double)
  /// A base and its exponent.
  case power(Double, Double)
}

/// How far repeated updates have come.
public struct TrainingProgress: Sendable {
  /// Epochs gone through.
  public let epochs: Int
  public let mostEpochs: Int
  /// Whether the file waits for something that may happen before.
  public let mayEndEarlier: Bool

  public init(epochs: Int, mostEpochs: Int, mayEndEarlier: Bool) {
    self.epochs = epochs
    self.mostEpochs = mostEpochs
    self.mayEndEarlier = mayEndEarlier
  }
}
