import WalkthroughLanguage

/// Derivatives from values alone, as a method of the file: each entry moved by itself.
extension Laboratory {
  /// The pass backwards with the adjoints of the moved quantities replaced by difference quotients.
  func measured(
    _ backward: Trace.Backward, _ forward: ForwardPass, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Trace.Backward {
    var adjoints = backward.adjoints
    for quantity in walkthrough.asked {
      var slopes = conditions.givens.matrix(quantity)
      for entry in slopes.entries.indices {
        slopes.entries[entry] = try differenceQuotient(
          of: backward.seed, by: quantity, entry: entry, conditions, h, isCentral: isCentral)
      }
      adjoints.set(quantity, to: slopes)
    }
    return Trace.Backward(
      seed: backward.seed, adjoints: adjoints, reaches: backward.reaches, localDerivatives: backward.localDerivatives,
      contributions: backward.contributions, sentBack: backward.sentBack)
  }

  /// (f(x + h) − f(x)) / h, or (f(x + h) − f(x − h)) / 2h, for one entry of a given.
  ///
  /// - Throws: a diagnostic where a value beside the point does not exist.
  public func differenceQuotient(
    of result: Int, by quantity: Int, entry: Int = 0, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Double {
    let rounding = conditions.rounding
    func value(_ step: Double) throws(Diagnostics) -> Double {
      var moved = conditions
      var matrix = moved.givens.matrix(quantity)
      matrix.entries[entry] = rounding(matrix.entries[entry] + step)
      moved.givens.set(quantity, to: matrix)
      return try values(under: moved)[result]
    }
    let above = try value(h)
    let below = isCentral ? try value(-h) : try values(under: conditions)[result]
    return rounding(rounding(above - below) / (isCentral ? rounding(2 * h) : h))
  }
}
