import WalkthroughLanguage

/// Derivatives from values alone, as a method of the file: each entry moved by itself.
extension Laboratory {
  /// The pass backwards with the adjoints of the moved quantities replaced by difference quotients.
  func measured(
    _ backward: Trace.Backward, _ forward: ForwardPass, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Trace.Backward {
    var adjoints = backward.adjoints
    for quantity in walkthrough.asked {
      adjoints.set(quantity, to: try differenceQuotients(of: backward.seed, by: quantity, conditions))
    }
    return Trace.Backward(
      seed: backward.seed, adjoints: adjoints, reaches: backward.reaches, localDerivatives: backward.localDerivatives,
      contributions: backward.contributions, sentBack: backward.sentBack)
  }

  /// The difference quotients of a number by every entry of a quantity, by the method of `conditions`.
  public func differenceQuotients(
    of result: Int, by quantity: Int, _ conditions: Conditions
  ) throws(Diagnostics) -> Matrix {
    guard let h = conditions.derivatives.stepSize else { return Matrix(0) }
    var slopes = try values(under: conditions).matrix(quantity)
    for entry in slopes.entries.indices {
      slopes.entries[entry] = try differenceQuotient(
        of: result, by: quantity, entry: entry, conditions, h, isCentral: conditions.derivatives.isCentral)
    }
    return slopes
  }

  /// (f(x + h) − f(x)) / h, or (f(x + h) − f(x − h)) / 2h, for one entry of a given, or of a computed
  /// quantity that is held fast.
  ///
  /// - Throws: a diagnostic where a value beside the point does not exist.
  public func differenceQuotient(
    of result: Int, by quantity: Int, entry: Int = 0, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Double {
    let rounding = conditions.rounding
    let start = try values(under: conditions)
    func value(_ step: Double) throws(Diagnostics) -> Double {
      var matrix = start.matrix(quantity)
      matrix.entries[entry] = rounding(matrix.entries[entry] + step)
      var moved = conditions.givens
      moved.set(quantity, to: matrix)
      do throws(Fault) {
        return try list.forward(moved, carry: conditions.carry, rounding, overriding: quantity).byQuantity(list)[result]
      } catch {
        throw Diagnostics([diagnostic(for: error, moved)], in: walkthrough.source)
      }
    }
    let above = try value(h)
    let below = isCentral ? try value(-h) : start[result]
    return rounding(rounding(above - below) / (isCentral ? rounding(2 * h) : h))
  }

  /// The value of a quantity with a given moved by so much, under the file's own conditions; nothing where it has none.
  public func value(of result: Int, nudging quantity: Int, by step: Double) -> Double? {
    var conditions = ownConditions
    conditions.givens[quantity] = conditions.rounding(conditions.givens[quantity] + step)
    return try? values(under: conditions)[result]
  }
}
