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
      let whole = number(epochs)
      let part = whole == String(epochs) ? String(most) : number(most)  // both in words, or both in digits
      let first = most == 1 ? unit : "\(part) \(unit)s"
      caption = caption + "Nine tenths of the way is made in the first \(first) of \(whole)."
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
      course.setbacks > 0
      ? " It gets worse in \(course.setbacks) of the \(unit)s."
      : course.hasPlateau ? " It never gets worse." : " It gets better every time."
    return "A curve of \(objective) over \(epochs) \(unit)s, from \(first) before the first to \(last) after the last."
      + setbacks + axis
  }

  static func slopeMark(_ slope: Formula) -> Sentence { "slope \(slope)" }

  static let fromAfar: Sentence = "From afar"
  static let closeUp: Sentence = "Close up"

  /// Why one number is drawn and not another.
  enum CurveChoice {
    /// - Parameter isAlone: whether all others are less steep.
    case steepest(of: Int, isAlone: Bool)
    case instead(of: Formula, WeightCurve.Obstacle, CurveRank)
  }

  /// How steep a slope is beside the steepest one: as steep, less steep than that alone, or less steep than several or
  /// no steeper than others.
  enum CurveRank { case equal, second, later }

  /// - Parameter isOnly: whether nothing else is given.
  static func weightCurve(
    _ objective: Formula, _ weight: Formula, _ choice: CurveChoice?, isOnly: Bool
  ) -> Sentence {
    if isOnly { return "\(objective) as a function of \(weight)." }
    let alone: Sentence = "\(objective) as a function of \(weight) alone"
    switch choice {
    case nil: return "\(alone); everything else stands still."
    case .steepest(let count, let isAlone):
      let rank = isAlone ? "the steepest slope of \(number(count))" : "a slope as steep as any of \(number(count))"
      return "\(alone), which has \(rank); everything else stands still."
    case .instead(let other, let obstacle, let rank):
      let (own, steepest): (String, Sentence) =
        switch rank {
        case .equal: ("one of the steepest slopes", "That by \(other) is as steep")
        case .second: ("the second steepest slope", "The steepest is that by \(other)")
        case .later: ("one of the steepest slopes", "The steepest is that by \(other)")
        }
      return
        "\(alone), which has \(own); everything else stands still. \(steepest), but the curve over that \(why(obstacle))."
    }
  }

  private static func why(_ obstacle: WeightCurve.Obstacle) -> Sentence {
    switch obstacle {
    case .straight: "is a straight line"
    case .kink: "has a kink where it stands now, and so no tangent"
    case .gaps: "has gaps"
    }
  }

  static func tangent(_ slope: Equation, isMeasured: Bool) -> Sentence {
    isMeasured
      ? "The dashed line goes through the point where the passes were made, and has the slope that was measured: \(slope)."
      : "The dashed tangent touches the curve where the backward pass was made, and its slope is what that pass found: \(slope)."
  }

  static func step(
    _ updated: Formula, _ view: WeightPanels.View, _ change: Change, _ course: WeightCurve.Way,
    moving companions: Companions
  ) -> Sentence {
    let turn =
      switch course {
      case .onward: ""
      case .pastTurn: " and past the turn"
      case .tooLong: ", past the turn: the step is too long for it"
      }
    let way: Sentence =
      switch change {
      case .unchanged, .rounding: ""
      case .rose: ", up the curve\(turn)"
      case .fell: ", down the curve\(turn)"
      }
    return arrow(to: updated, way, view)
      + (name(companions).map { "The same update moves \($0) too, which this curve does not show." } ?? "")
  }

  /// What an update moves besides the number that is drawn.
  enum Companions {
    case none, others, allOthers
    case one(Formula)
  }

  private static func name(_ companions: Companions) -> Sentence? {
    switch companions {
    case .none: nil
    case .others: "others"
    case .allOthers: "the others"
    case .one(let name): "\(name)"
    }
  }

  private static func arrow(to updated: Formula, _ way: Sentence, _ view: WeightPanels.View) -> Sentence {
    switch view {
    case .onCurve: return "The arrow is the step to \(updated)\(way)."
    case .nowhere: return "The step to \(updated) is too short to be drawn\(way)."
    case .closeUp(let isNearlyStraight):
      let place: Sentence = isNearlyStraight ? ", where the curve can hardly be told from its tangent," : ""
      return "From afar the step is too short to see; close up\(place) the arrow is the step to \(updated)\(way)."
    }
  }

  static func weightDescription(
    _ objective: String, _ weight: String, from: (x: String, y: String), to: (x: String, y: String),
    valley: (x: String, y: String)?, hill: (x: String, y: String)?, here: (x: String, y: String), slope: String,
    after: String?, _ view: WeightPanels.View
  ) -> String {
    var turns = ""
    if let valley { turns += ", lowest near \(weight) = \(valley.x) with about \(valley.y)" }
    if let hill { turns += ", highest near \(weight) = \(hill.x) with about \(hill.y)" }
    let step = after.map { described(stepTo: "\(weight) = \($0)", view) } ?? ""
    return
      "A curve of \(objective) over \(weight), from \(from.y) at \(from.x) to \(to.y) at \(to.x)\(turns)."
      + " A dashed tangent with slope \(slope) touches it at \(weight) = \(here.x), where \(objective) is \(here.y)."
      + step
  }

  private static func described(stepTo place: String, _ view: WeightPanels.View) -> String {
    switch view {
    case .onCurve: " An arrow leads along the curve to \(place)."
    case .closeUp: " Close up, an arrow leads along the curve to \(place)."
    case .nowhere: " The step to \(place) is too short to be drawn."
    }
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

  /// - Parameter unit: `update`, or `epoch` of one or more.
  static func contourWay(updates: Int, unit: String, shown: Int, isUphill: Bool) -> Sentence {
    let way = isUphill ? "climb" : "descent"
    if updates == 1, unit == "update" { return "The arrow is the one step of the \(way)." }
    if updates == 1 { return "The arrow is the \(way) in one \(unit)." }
    return shown == updates
      ? "The path is the \(way), with a dot for each of the \(counted(updates, unit))."
      : "The path is the \(way) in \(counted(updates, unit)), with dots for some of them."
  }

  /// Of a way that is too short to be told from the dot at its start.
  static func contourHidden(updates: Int, unit: String, isUphill: Bool) -> Sentence {
    let way = isUphill ? "climb" : "descent"
    let what = updates == 1 && unit == "update" ? "one step of the \(way)" : "\(way) in \(counted(updates, unit))"
    return "The dot is where they stand; the \(what) is too short to be drawn."
  }

  static let contourStays: Sentence = "The dot is where they stand, and where the update leaves them."

  static func contourAngle(isRight: Bool) -> Sentence {
    isRight
      ? "The first step leaves its line at a right angle, which is the steepest way."
      : "The slopes alone would leave the line at a right angle; this way of updating turns away from that."
  }

  static func contourDescription(
    _ objective: String, _ x: String, _ y: String, levels: [String], start: (place: String, value: String),
    end: (place: String, value: String)?, updates: Int, unit: String, isHidden: Bool, gradient: (x: String, y: String)?
  ) -> String {
    let map =
      "Level lines of \(objective) over \(x) across and \(y) upwards, at \(levels.joined(separator: ", "))."
    let count = updates == 1 ? "one \(unit)" : "\(updates) \(unit)s"
    if let end, !isHidden {
      return map
        + " A path leads from \(start.place), where \(objective) is \(start.value), in \(count) to \(end.place), where it is \(end.value)."
    }
    let dot = " A dot marks \(start.place), where \(objective) is \(start.value)"
    if let end {
      return map + dot + "; the way in \(count) to \(end.place), where it is \(end.value), is too short to be drawn."
    }
    let arrow = gradient.map { " An arrow points along the gradient, \($0.x) in \(x) and \($0.y) in \(y)." } ?? ""
    return map + dot + "\(updates > 0 ? ", and the update leaves them there" : "")." + arrow
  }
}
