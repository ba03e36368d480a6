import DocumentModel
import WalkthroughLanguage

/// What is said of plots: captions, and descriptions for who cannot see them.
extension Wording {
  static func epochsCaption(
    _ objective: Formula, _ course: EpochCourse, epochs: Int, isLogarithmic: Bool, hasExamples: Bool
  ) -> Sentence {
    let unit = hasExamples ? "epoch" : "update"
    var caption: Sentence = "\(objective) \(unit) by \(unit)."
    if let most = course.mostOfTheWay, most < epochs {
      caption = caption + "Nine tenths of the way are made in the first \(counted(most, unit)) of \(String(epochs))."
    }
    if course.isBetter, course.setbacks > 0 {
      caption = caption + "It goes the wrong way in \(counted(course.setbacks, unit))."
    }
    if !course.isBetter { caption = caption + "It ends worse than it began." }
    if isLogarithmic {
      caption = caption + "Upwards the axis goes by factors: a straight line there is the same factor each time."
    }
    return caption
  }

  static func epochsDescription(
    _ objective: String, from first: String, to last: String, _ course: EpochCourse, epochs: Int, isLogarithmic: Bool,
    hasExamples: Bool
  ) -> String {
    let unit = hasExamples ? "epoch" : "update"
    let axis = isLogarithmic ? " The vertical axis is logarithmic." : ""
    let setbacks =
      course.setbacks == 0 ? " It gets better every time." : " It gets worse in \(course.setbacks) of the \(unit)s."
    return "A curve of \(objective) over \(epochs) \(unit)s, from \(first) before the first to \(last) after the last."
      + setbacks + axis
  }

  static func slopeMark(_ slope: Formula) -> Sentence { "slope \(slope)" }

  static func weightCurve(_ objective: Formula, _ weight: Formula, isOnlyOne: Bool, count: Int) -> Sentence {
    let reason: Sentence = isOnlyOne ? "" : ", which has the steepest slope of \(number(count))"
    return "\(objective) as a function of \(weight) alone\(reason); everything else stands still."
  }

  static func tangent(_ slope: Equation) -> Sentence {
    "The dashed tangent touches the curve where the backward pass was made, and its slope is what that pass found: \(slope)."
  }

  static func step(
    _ updated: Formula, isUphill: Bool, isFlat: Bool, sense: Objective.Sense, movesOthers: Bool
  ) -> Sentence {
    let isWrong = isUphill == (sense == .minimize)
    let way: Sentence =
      isFlat
      ? "The arrow is the step to \(updated)."
      : "The arrow is the step to \(updated), \(isUphill ? "up" : "down") the curve\(isWrong ? ", past the turn: the step is too long for it" : "")."
    return way + (movesOthers ? "The same update moves the others too, which this curve does not show." : "")
  }

  static func weightDescription(
    _ objective: String, _ weight: String, from: (x: String, y: String), to: (x: String, y: String),
    valley: (x: String, y: String)?, hill: (x: String, y: String)?, here: (x: String, y: String), slope: String,
    after: String?
  ) -> String {
    var turns = ""
    if let valley { turns += ", lowest near \(weight) = \(valley.x) with \(valley.y)" }
    if let hill { turns += ", highest near \(weight) = \(hill.x) with \(hill.y)" }
    let step = after.map { " An arrow leads along the curve to \(weight) = \($0)." } ?? ""
    return
      "A curve of \(objective) over \(weight), from \(from.y) at \(from.x) to \(to.y) at \(to.x)\(turns)."
      + " A dashed tangent with slope \(slope) touches it at \(weight) = \(here.x), where \(objective) is \(here.y)."
      + step
  }
}
