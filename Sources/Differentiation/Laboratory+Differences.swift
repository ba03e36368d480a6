import Numerals
import WalkthroughLanguage

/// Derivatives from values alone, as a method of the file: each entry moved by itself.
extension Laboratory {
  /// The pass backwards with the adjoints of the moved quantities replaced by difference quotients.
  func measured(
    _ backward: Trace.Backward, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Trace.Backward {
    var (adjoints, measurements) = (backward.adjoints, [DifferenceQuotient]())
    for quantity in walkthrough.asked {
      let measured = try measurement(of: backward.seed, by: quantity, conditions, h, isCentral: isCentral)
      adjoints.set(quantity, to: measured.slope)
      measurements.append(measured)
    }
    return Trace.Backward(
      seed: backward.seed, adjoints: adjoints, reaches: backward.reaches, localDerivatives: backward.localDerivatives,
      contributions: backward.contributions, sentBack: backward.sentBack, byRules: backward.adjoints,
      measurements: measurements)
  }

  private func measurement(
    of result: Int, by quantity: Int, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> DifferenceQuotient {
    var slope = try values(under: conditions).matrix(quantity)
    var (ahead, behind) = (slope, slope)
    for entry in slope.entries.indices {
      let sides = try sides(of: result, by: quantity, entry: entry, conditions, h, isCentral: isCentral)
      (ahead.entries[entry], behind.entries[entry]) = sides
      slope.entries[entry] = Self.quotient(sides, h, isCentral: isCentral, conditions)
    }
    return DifferenceQuotient(quantity: quantity, ahead: ahead, behind: behind, slope: slope)
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
  func differenceQuotient(
    of result: Int, by quantity: Int, entry: Int = 0, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> Double {
    let sides = try sides(of: result, by: quantity, entry: entry, conditions, h, isCentral: isCentral)
    return Self.quotient(sides, h, isCentral: isCentral, conditions)
  }

  private static func quotient(
    _ sides: (ahead: Double, behind: Double), _ h: Double, isCentral: Bool, _ conditions: Conditions
  ) -> Double {
    let rounding = conditions.rounding
    return conditions.kept(rounding(sides.ahead - sides.behind) / (isCentral ? rounding(2 * h) : h))
  }

  /// The result with one entry moved on by h, and as it is or with the entry moved back.
  private func sides(
    of result: Int, by quantity: Int, entry: Int, _ conditions: Conditions, _ h: Double, isCentral: Bool
  ) throws(Diagnostics) -> (ahead: Double, behind: Double) {
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
        throw Diagnostics([diagnostic(for: error, afterUpdates: conditions.memory.count)], in: walkthrough.source)
      }
    }
    return (try value(h), isCentral ? try value(-h) : start[result])
  }

  /// The value of a quantity with a given moved by so much, under the file's own conditions; nothing where it has none.
  public func value(of result: Int, nudging quantity: Int, by step: Double) -> Double? {
    var conditions = ownConditions
    conditions.givens[quantity] = conditions.rounding(conditions.givens[quantity] + step)
    return try? values(under: conditions)[result]
  }
}

/// A slope from two values of the objective, for every entry of a quantity.
public struct DifferenceQuotient: Sendable {
  public let quantity: Int
  /// By entry: the objective with this entry moved on by h.
  public let ahead: Matrix
  /// By entry: the objective as it is, or with this entry moved back by h.
  public let behind: Matrix
  public let slope: Matrix
}

extension DerivativeMethod {
  var stepSize: Double? {
    switch self {
    case .rules: nil
    case .forwardDifferences(let h), .centralDifferences(let h): h.value
    }
  }

  var isCentral: Bool {
    switch self {
    case .rules, .forwardDifferences: false
    case .centralDifferences: true
    }
  }
}
