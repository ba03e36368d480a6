import DocumentModel
import WalkthroughLanguage

/// What is said of plots: captions, and descriptions for who cannot see them.
extension Wording {
  static func epochsCaption(
    _ objective: Formula, _ course: EpochCourse, epochs: Int, isLogarithmic: Bool, hasExamples: Bool
  ) -> Sentence {
    let unit = unit(hasExamples: hasExamples)
    var caption: Sentence = "\(objective) \(unit) by \(unit)."
    if let most = course.mostOfTheWay, most < epochs {
      let first = most == 1 ? unit : counted(most, unit)
      caption = caption + "Nine tenths of the way is made in the first \(first) of \(String(epochs))."
    }
    if let best = course.best {
      caption = caption + "It is best after \(counted(best, unit)) and then gets worse again."
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
    let unit = unit(hasExamples: hasExamples)
    let axis = isLogarithmic ? " The vertical axis is logarithmic." : ""
    let setbacks =
      course.setbacks == 0 ? " It gets better every time." : " It gets worse in \(course.setbacks) of the \(unit)s."
    return "A curve of \(objective) over \(epochs) \(unit)s, from \(first) before the first to \(last) after the last."
      + setbacks + axis
  }

  static func slopeMark(_ slope: Formula) -> Sentence { "slope \(slope)" }

  /// - Parameter isOnly: whether nothing else is given.
  static func weightCurve(
    _ objective: Formula, _ weight: Formula, isSteepest: Bool, count: Int, isOnly: Bool
  ) -> Sentence {
    if isOnly { return "\(objective) as a function of \(weight)." }
    let reason: Sentence = isSteepest ? ", which has the steepest slope of \(number(count))" : ""
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
    if let valley { turns += ", lowest near \(weight) = \(valley.x) with about \(valley.y)" }
    if let hill { turns += ", highest near \(weight) = \(hill.x) with about \(hill.y)" }
    let step = after.map { " An arrow leads along the curve to \(weight) = \($0)." } ?? ""
    return
      "A curve of \(objective) over \(weight), from \(from.y) at \(from.x) to \(to.y) at \(to.x)\(turns)."
      + " A dashed tangent with slope \(slope) touches it at \(weight) = \(here.x), where \(objective) is \(here.y)."
      + step
  }

  static func gradientMark(_ x: Formula, _ y: Formula) -> Sentence { "(\(x), \(y))" }

  static func contourMap(_ objective: Formula, _ x: Formula, _ y: Formula) -> Sentence {
    "\(objective) over \(x) and \(y), drawn as a map draws heights: along each line \(objective) has the value beside it."
  }

  static func gradientArrow(_ objective: Formula, isEvenlyScaled: Bool) -> Sentence {
    let angle: Sentence = isEvenlyScaled ? ", at a right angle to the line" : ""
    return
      "The two derivatives together are an arrow that points where \(objective) grows fastest\(angle); how long it is drawn says nothing."
  }

  static func contourWay(updates: Int, shown: Int, isUphill: Bool) -> Sentence {
    let way = isUphill ? "climb" : "descent"
    if updates == 1 { return "The arrow is the one step of the \(way)." }
    return shown == updates
      ? "The path is the \(way), with a dot for each of the \(number(updates)) updates."
      : "The path is the \(way) in \(number(updates)) updates, with dots for some of them."
  }

  static func contourAngle(isRight: Bool) -> Sentence {
    isRight
      ? "The first step leaves its line at a right angle, which is the steepest way."
      : "The slopes alone would leave the line at a right angle; this way of updating turns away from that."
  }

  static func contourDescription(
    _ objective: String, _ x: String, _ y: String, levels: [String], start: (place: String, value: String),
    end: (place: String, value: String)?, updates: Int, gradient: (x: String, y: String)?
  ) -> String {
    let map =
      "Level lines of \(objective) over \(x) across and \(y) upwards, at \(levels.joined(separator: ", "))."
    if let end {
      let unit = updates == 1 ? "one update" : "\(updates) updates"
      return map
        + " A path leads from \(start.place), where \(objective) is \(start.value), in \(unit) to \(end.place), where it is \(end.value)."
    }
    let arrow = gradient.map { " An arrow points along the gradient, \($0.x) in \(x) and \($0.y) in \(y)." } ?? ""
    return map + " A dot marks \(start.place), where \(objective) is \(start.value)." + arrow
  }
}
