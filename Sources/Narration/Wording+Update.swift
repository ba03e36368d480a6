import DocumentModel
import WalkthroughLanguage

extension Wording {
  static let updateHeading: Sentence = "The update"
  static let gradientHeading: Sentence = "The derivatives"

  static func slopeColumn(_ objective: Formula) -> Sentence { "Slope of \(objective)" }

  static func gradient(_ objective: Formula) -> Sentence {
    "How \(objective) changes, for each number that was asked about:"
  }

  /// Which way a number moves, and why.
  ///
  /// - Parameter isRounding: whether the slope is nothing but what rounding leaves of numbers that cancel.
  static func direction(
    _ name: Formula, _ objective: Formula, slope: Double, isRounding: Bool, isAscent: Bool, move: Double,
    isFirst: Bool
  ) -> Sentence {
    let rest: Sentence = "\(name) \(move == 0 ? "stays where it is" : "moves by rounding alone")."
    if isRounding { return "The slope is zero but for rounding, since what it comes from cancels: \(rest)" }
    if slope == 0 { return "The slope is zero: \(rest)" }
    let (sign, effect) = slope > 0 ? ("positive", "larger") : ("negative", "smaller")
    let meaning: Sentence = isFirst ? ": a larger \(name) means a \(effect) \(objective)" : ""
    return "The slope is \(sign)\(meaning), \(way(of: name, isUp: (slope > 0) == isAscent, move: move))."
  }

  /// Where a number goes that should go up or down; rounding may have it otherwise.
  private static func way(of name: Formula, isUp: Bool, move: Double) -> Sentence {
    if move == 0 { return "but in the digits that are kept \(name) stays where it is" }
    return (move > 0) == isUp
      ? "so \(name) goes \(isUp ? "up" : "down")" : "but rounding takes \(name) \(isUp ? "down" : "up")"
  }

  /// - Parameter role: what moves, where all that moves is of one kind.
  /// - Parameters:
  ///   - moving: how many do not stay where they are, or move by rounding alone.
  ///   - isRounding: whether any moves by rounding alone.
  static func updateTable(
    _ order: UpdateOrder, _ count: Int, moving: Int, isRounding: Bool, _ role: Role?
  ) -> Sentence {
    let (one, several) = role.map { (noun($0, isOne: true), noun($0, isOne: false)) } ?? ("number", "numbers")
    if moving == 0 { return "No \(one) moves\(isRounding ? " but by rounding" : ""):" }
    if moving < count {
      return "Of \(counted(count, one, several)), \(number(moving)) \(moving == 1 ? "moves" : "move"):"
    }
    if count == 1 { return "One \(one) moves:" }
    return switch order {
    case .together: count == 2 ? "Both \(several) move together:" : "All \(counted(count, one, several)) move together:"
    case .reusing: "\(counted(count, one, several).capitalizedSentence) moved, each as soon as its slope was known:"
    }
  }

  static let secondPassHeading: Sentence = "A second forward pass"
  static let secondPass: Sentence = "The same formulas, worked again with the new numbers:"

  /// Whether the step was worth it.
  ///
  /// - Parameters:
  ///   - isZero: whether it is now nothing but what rounding leaves of 0.
  ///   - setback: why it made the objective worse, where it did.
  static func verdict(
    _ objective: Formula, _ change: Change, from old: Formula, to new: Formula, isZero: Bool, by distance: Formula,
    _ setback: Setback?
  ) -> Sentence {
    let zero = isZero ? ", which by hand is 0" : ""
    let way: Sentence
    switch change {
    case .unchanged: return "\(objective) did not change: \(old)\(zero)."
    case .rounding: return "\(objective) did not change, but for rounding: \(old)\(zero)."
    case .fell: way = "fell"
    case .rose: way = "rose"
    }
    let howFar: Sentence = isZero ? "\(zero)" : ", by \(distance)"
    return "\(objective) \(way) from \(old) to \(new)\(howFar)."
      + (setback.map(reason) ?? "The step went the right way.")
  }

  private static func reason(for setback: Setback) -> Sentence {
    switch setback {
    case .otherExamples:
      "That is no fault of the step, which saw only some of the examples: what helps them may harm the others."
    case .rate: "That is the wrong way: the rate is too large for this slope, and a smaller one would help."
    case .measuredSlope(orRate: true):
      "That is the wrong way: the rate is too large, or the measured slope is too far from that of the rules."
    case .measuredSlope(orRate: false):
      "That is the wrong way, at a smaller rate too: the measured slope is too far from that of the rules."
    case .memory:
      "That is the wrong way, at a smaller rate too: what the update rule starts with leads there, and not the slope."
    case .rounding: "That is the wrong way, at a smaller rate too: values are rounded on the way, and so is the slope."
    case .kink: "That is the wrong way, at a smaller rate too: at a kink, the slope speaks for one side alone."
    case .unknown: "That is the wrong way."
    }
  }

  static let checksHeading: Sentence = "What was checked"
  /// - Parameter how: what sets the derivatives that were checked apart from those on the page.
  static func checksOpening(hasExamples: Bool, how: [Sentence]) -> Sentence {
    let derivatives: Sentence = hasExamples ? "the derivatives of example 1" : "its derivatives"
    let worked: Sentence = how.isEmpty ? "" : ", worked \(Sentence.list(how)),"
    return "Before this page was written, \(derivatives)\(worked) were found in other ways too:"
  }
  static let withoutRounding: Sentence = "without rounding on the way"
  static let inDoublePrecision: Sentence = "in double precision"
  static let byTheRules: Sentence = "by the rules"
  static let withOldValues: Sentence = "with the old values throughout"

  /// - Parameter digits: to how many digits two slopes agree.
  static func directionCheck(_ objective: Formula, _ names: Sentence, isOne: Bool, digits: Int) -> Sentence {
    let nudge: Sentence =
      isOne ? "\(names) was nudged a little" : "\(names) were nudged together, a little and in one fixed direction"
    return
      "\(nudge), and \(objective) was worked again without rounding: its slope \(agrees(with: "the", isOne, digits))."
  }

  /// Slopes that agree to no digit, and passed the check, are nothing but what rounding leaves.
  private static func agrees(with article: String, _ isOne: Bool, _ digits: Int) -> Sentence {
    let derivatives = isOne ? "\(article) derivative" : "\(article) derivatives"
    return digits == 0
      ? "is 0, as far as rounding shows, and so \(isOne ? "is" : "are") \(derivatives)"
      : "agrees with \(derivatives) to \(counted(digits, "digit"))"
  }

  /// - Parameter isPart: whether the page tells an update by a part of the examples.
  static func totalCheck(_ objective: Formula, isOne: Bool, isPart: Bool, digits: Int) -> Sentence {
    let slope: Sentence =
      "Over all examples together, the slope of \(objective)\(isOne ? "" : " in that direction") \(agrees(with: "its", isOne, digits))"
    return isPart ? "\(slope); the update above goes by a part of them." : "\(slope)."
  }

  static func totalUnclear(_ objective: Formula) -> Sentence {
    "The slope of \(objective) was not measured: an example lies too near to a kink or an edge, or rounding hides how it changes."
  }

  static let directionUnclear: Sentence =
    "Not checked against a measured slope: near these numbers the objective has a kink or an edge, or rounding hides how it changes."

  static func pathsCheck(_ count: Int) -> Sentence {
    count == 1
      ? "The products along all paths add up to the derivative that the backward pass found."
      : "For each of the \(counted(count, "derivative")), the products along all paths add up to what the backward pass found."
  }

  static let pathsTooMany: Sentence = "The paths were not added up one by one: there are too many of them."

  static func gatesCheck(_ count: Int) -> Sentence {
    "A second backward pass, operation by operation instead of line by line, gave the same \(counted(count, "adjoint"))."
  }
}
