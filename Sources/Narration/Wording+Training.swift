import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Wording {
  static let trainingHeading: Sentence = "Update after update"
  static let epochColumn: Sentence = "Epochs"
  static let updatesColumn: Sentence = "Updates"
  static let afterTrainingHeading: Sentence = "Where it ends"
  static let valuesAtEnd: Sentence = "With these, the formulas give:"

  /// What a run counts.
  static func unit(hasExamples: Bool) -> String { hasExamples ? "epoch" : "update" }

  /// - Parameter isWhole: whether the table has a row for each of them.
  static func trainingOpening(epochs: Int, updatesEach: Int, hasExamples: Bool, isWhole: Bool) -> Sentence {
    let unit = unit(hasExamples: hasExamples)
    let meaning: Sentence =
      hasExamples ? "An epoch goes once through all examples, with \(counted(updatesEach, "update"))." : ""
    if epochs == 1, updatesEach == 1 {
      return "What was done by hand is all of the run, one \(unit)." + meaning + "It began and ended with:"
    }
    let length: Sentence = epochs == 1 ? "for one \(unit)" : "\(counted(epochs, unit)) in all"
    return "What was done once by hand is now done again and again, \(length)." + meaning
      + "The table shows \(isWhole ? "every \(unit)" : "the first, some, and the last"):"
  }

  static func course(_ objective: Formula, _ change: Change, from first: Formula, to last: Formula) -> Sentence {
    switch change {
    case .unchanged: "\(objective) ends where it began, at \(last)."
    case .rounding: "\(objective) ends where it began, but for rounding: at \(last)."
    case .fell: "\(objective) fell from \(first) to \(last)."
    case .rose: "\(objective) rose from \(first) to \(last)."
    }
  }

  /// - Parameter rule: what the run was to end with, in the past.
  static func ending(
    _ ending: Training.Ending, epochs: Int, rule: Sentence?, hasExamples: Bool, symbol: (Int) -> Formula,
    number: (Double) -> Formula
  ) -> Sentence {
    let unit = unit(hasExamples: hasExamples)
    return switch ending {
    case .epochs: rule.map { "The last \(unit) came before \($0)." } ?? ""
    case .rule: rule.map { "It ended here because \($0)." } ?? ""
    case .undefined(let quantity, let error):
      "The next \(unit) would leave \(symbol(quantity)) without a value: \(noValue(error, number)). The run ends before it."
    case .withoutSlope(let quantity):
      "Now \(symbol(quantity)) has no slope for another \(unit) to go by, and the run ends."
    case .overflow:
      "After \(counted(epochs, unit)) the numbers outgrow what a double can hold, about 10³⁰⁸, and the run ends there."
    }
  }

  private static func noValue(_ error: DomainError, _ number: (Double) -> Formula) -> Sentence {
    switch error {
    case .logarithm(let u): "the logarithm of \(number(u)) does not exist"
    case .squareRoot(let u): "the square root of \(number(u)) does not exist"
    case .division(let u): "\(number(u)) would be divided by 0"
    case .power(let u, let v): "\(number(u)) cannot be raised to the power \(number(v))"
    }
  }

  /// - Parameters:
  ///   - isReached: whether it was the last epoch.
  ///   - isLoss: whether that made the objective worse.
  static func gainRule(_ least: Formula, isReached: Bool, isLoss: Bool, hasExamples: Bool) -> Sentence {
    let unit = unit(hasExamples: hasExamples)
    if isReached, isLoss { return "the last \(unit) was a loss, and no gain of \(least) or more" }
    return "\(isReached ? "the last" : "an") \(unit) gained less than \(least)"
  }
  static func belowRule(_ name: Formula, _ bound: Formula, inEveryExample: Bool) -> Sentence {
    "\(name) was below \(bound)\(inEveryExample ? everyExample : "")"
  }
  static func aboveRule(_ name: Formula, _ bound: Formula, inEveryExample: Bool) -> Sentence {
    "\(name) was above \(bound)\(inEveryExample ? everyExample : "")"
  }
  static func withinRule(_ name: Formula, _ distance: Formula, of goal: Formula, inEveryExample: Bool) -> Sentence {
    "\(name) was within \(distance) of \(goal)\(inEveryExample ? everyExample : "")"
  }
  private static let everyExample = " for every example"

  static func worse(
    _ objective: Formula, start: Int, factor: Formula?, isAscent: Bool, hasExamples: Bool, why: Sentence
  ) -> Sentence {
    let unit = unit(hasExamples: hasExamples)
    let growth: Sentence = factor.map { ", the last one by a factor of \($0)" } ?? ""
    let since = start == 0 ? "From the first \(unit) on" : "From \(unit) \(start + 1) on"
    return "\(since), every one makes \(objective) \(isAscent ? "smaller" : "larger")\(growth)\(why)"
  }

  /// Steps along the slope, which are the only ones that can be said to leap.
  static func leaping(isAscent: Bool, diverges: Bool) -> Sentence {
    let picture: Sentence =
      isAscent
      ? ": each step leaps over the hilltop and lands lower on the other side."
      : ": each step leaps over the valley and lands higher on the other side."
    let (way, rate): (Sentence, Sentence) = (isAscent ? "ascent" : "descent", "the rate is too large.")
    return picture + (diverges ? "The \(way) diverges, because \(rate)" : "So \(rate)")
  }
  static let farOff: Sentence =
    ", by now far beyond where it began. Most likely the rate is too large; a smaller one would show."
  static let measuredSlopesMayMakeItWorse: Sentence =
    """
    . The slopes that the updates go by are measured and not quite those of the rules, and can lead to a place beside the \
    best one.
    """
  static let roundedSlopesMayMakeItWorse: Sentence =
    ". Values are rounded on the way, and so are the slopes that the updates go by: they can lead to a place beside the best one."
  static let memoryMayMakeItWorse: Sentence =
    """
    . That need not last: in this way of updating a step depends on earlier slopes too, and can carry past the best place \
    before it turns back. More updates would show.
    """
  static let partsMayMakeItWorse: Sentence =
    """
    . That need not last: each update follows a part of the examples, and what suits the part can harm the whole. More \
    epochs would show.
    """

  static func curvature(
    _ objective: Formula, _ largest: Formula, bound: Formula, rate: Formula, isStable: Bool
  ) -> Sentence {
    let facts: Sentence =
      "\(objective) is quadratic, and its largest curvature is \(largest). A descent settles only where the rate is below 2 divided by that, which is \(bound)"
    return isStable
      ? "\(facts); \(rate) is below."
      : "\(facts); \(rate) is not below, so that in the direction of that curvature no step comes nearer to the minimum."
  }

  static func movedAtEnd(_ values: Sentence) -> Sentence { "In the end \(values)." }

  static func additionAfter(_ addition: Formula, from old: Formula, to new: Formula) -> Sentence {
    "\(addition), which is added once, was \(old) and is now \(new)."
  }

  static func secondPassOfExamples(_ objective: Formula, isPart: Bool) -> Sentence {
    isPart
      ? "The same formulas, worked again with the new numbers for what this update saw; \(objective) before and after:"
      : "The same formulas, worked again for each example with the new numbers; \(objective) before and after:"
  }
}
