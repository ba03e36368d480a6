import WalkthroughLanguage

/// What the update rule remembers from one update to the next.
public struct UpdateMemory: Sendable, Hashable {
  /// Updates made so far.
  public var count = 0
  /// By place among `Walkthrough.moved`; empty where the rule keeps nothing.
  public var m: [Matrix] = []
  public var v: [Matrix] = []

  /// As the file starts it: zeros, unless `start:` says otherwise.
  init(startOf walkthrough: Walkthrough) throws(Diagnostic) {
    guard walkthrough.updateMethod != .gradient else { return }
    let moved = walkthrough.moved
    m = moved.map { Matrix(walkthrough.quantities[$0].shape, repeating: 0) }
    v = m
    for start in walkthrough.updateStarts {
      guard let place = moved.firstIndex(of: start.quantity) else { continue }
      let value = try walkthrough.constantMatrix(at: start.formula).repeated(to: m[place].shape)
      switch start.state {
      case .m: m[place] = value
      case .v:
        let method = walkthrough.updateMethod
        if method.gathersSquares, value.entries.contains(where: { $0 < 0 }) {
          throw .startBelowZero(start.place, method)
        }
        v[place] = value
      case .mhat, .vhat, .step: break
      }
    }
  }
}

extension Trace {
  /// How one quantity moves.
  public struct Update: Sendable {
    public let quantity: Int
    /// Of a number; of a matrix, the first entries.
    public let before: Double
    /// ∂objective/∂quantity, drawn together over the examples.
    public let adjoint: Double
    public let after: Double
    /// All entries, and the states of the rule; nothing for a number that moves by rate times slope.
    public internal(set) var detail: Detail?
    /// Where a recording holds them, entry by entry.
    public internal(set) var slots: Slots?

    public struct Slots: Sendable {
      public let before: [Int32]
      public let adjoint: [Int32]
      public let after: [Int32]
    }

    public struct Detail: Sendable {
      public let before: Matrix
      public let gradient: Matrix
      /// What was kept before the update; without meaning where the rule keeps nothing.
      public let keptM: Matrix
      public let keptV: Matrix
      /// How many updates there were, this one counted.
      public let count: Int
      /// After the update; for gradient descent the direction is the gradient.
      public let states: UpdateStates<Matrix>
      public let after: Matrix
    }

    init(quantity: Int, before: Double, adjoint: Double, after: Double) {
      self.quantity = quantity
      self.before = before
      self.adjoint = adjoint
      self.after = after
      detail = nil
    }

    init(quantity: Int, _ detail: Detail) {
      self.quantity = quantity
      before = detail.before.entries[0]
      adjoint = detail.gradient.entries[0]
      after = detail.after.entries[0]
      self.detail = detail
    }

    public var matrixBefore: Matrix { detail?.before ?? number(before, slots?.before) }
    public var gradient: Matrix { detail?.gradient ?? number(adjoint, slots?.adjoint) }
    /// What the rate multiplies: the gradient, where the rule makes nothing else of it.
    public var direction: Matrix { detail?.states.direction ?? gradient }
    public var matrixAfter: Matrix { detail?.after ?? number(after, slots?.after) }

    private func number(_ value: Double, _ slots: [Int32]?) -> Matrix {
      var matrix = Matrix(value)
      matrix.slots = slots ?? []
      return matrix
    }
  }
}

extension Diagnostic {
  fileprivate static func startBelowZero(_ place: Range<Int>, _ method: UpdateMethod) -> Diagnostic {
    Diagnostic(
      at: place, "`\(method.rawValue)` gathers squares of slopes in `v`, which are never below 0",
      remedy: "start it at 0 or above")
  }
}
