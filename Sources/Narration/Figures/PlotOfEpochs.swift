import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The objective epoch by epoch; nothing where it stays as it is.
  func lossByEpoch() -> Figure? {
    guard let training = trace.training, let objective = walkthrough.objective, training.epochs >= 2,
      let least = training.losses.min(), let most = training.losses.max(), least < most
    else { return nil }
    let isLogarithmic = least > 0 && most / least > 1000
    let points = EpochPoints.thinned(training.losses)
    let bound = stopBound
    guard let horizontal = PlotScale(ofEpochs: training.epochs),
      let vertical = PlotScale(around: points.map(\.y) + (bound.map { [$0.value] } ?? []), isLogarithmic: isLogarithmic)
    else { return nil }
    var series = [Plot.Series(.line, points, .value)]
    let ends = bound.map { bound in
      (Point(horizontal.range.lowerBound, bound.value), Point(horizontal.range.upperBound, bound.value))
    }
    if let (start, end) = ends { series.append(Plot.Series(.dashedLine, [start, end], .faded)) }
    series.append(Plot.Series(.dots, [points[0], points[points.count - 1]], .emphasized))
    var frame = PlotSpace(horizontal, vertical)
    frame.draw(series)
    frame.mark(
      points[0], label: "\(writer.number(points[0].y, training.samples.first?.lossSlot))",
      first: [.right, .above, .below])
    frame.mark(
      points[points.count - 1],
      label: "\(writer.number(training.losses[training.epochs], training.samples.last?.lossSlot))",
      first: [.above, .below, .left])
    if let bound, let (start, end) = ends {
      frame.mark(
        start.between(end, 0.5), start.between(end, 0.25), start.between(end, 0.75),
        label: "\(.number(ShownNumber(bound)))", first: [.above, .below], tone: .faded, within: .beside)
    }
    let course = EpochCourse(training.losses, isAscent: objective.sense == .maximize)
    let hasExamples = walkthrough.examples != nil
    let unit: Sentence = hasExamples ? Wording.epochColumn : Wording.updatesColumn
    var plot = Plot(
      horizontal: horizontal.axis(unit), vertical: vertical.axis("\(objectiveSymbol)"), series: series,
      marks: frame.marks)
    if trace.recorder != nil { plot.recipe = .epochs }
    return Figure(
      id: "loss-by-epoch", .plot(plot),
      caption: Wording.epochsCaption(
        objectiveSymbol, course, epochs: training.epochs, isLogarithmic: isLogarithmic, hasExamples: hasExamples
      ).inlines,
      description: Wording.epochsDescription(
        plainName(of: objectiveSymbol), from: plain(training.losses[0]), to: plain(training.losses[training.epochs]),
        course, epochs: training.epochs, isLogarithmic: isLogarithmic, hasExamples: hasExamples))
  }

  /// What the objective itself has to reach for the run to end.
  private var stopBound: Decimal? {
    switch walkthrough.stopRule {
    case .below(let quantity, let bound), .above(let quantity, let bound):
      quantity == walkthrough.objective?.quantity ? bound : nil
    case .gain, .within, nil: nil
    }
  }

  /// A number as the text shows it, typed.
  func plain(_ value: Double) -> String { writer.style.shown(value).spoken }

  func plainName(of formula: Formula) -> String {
    if case .symbol(let symbol) = formula { symbol.name } else { name(walkthrough.objective?.quantity ?? 0) }
  }
}

/// The points of a curve over epochs.
enum EpochPoints {
  /// About as many points as the eye can tell apart.
  static let most = 200

  /// All where they are few; of more, the first, the last, and the least and largest of each stretch of equal length.
  static func thinned(_ values: [Double]) -> [Point] {
    guard values.count > most else { return values.indices.map { Point(Double($0), values[$0]) } }
    let stretches = (most - 2) / 2
    var points = [Point(0, values[0])]
    for stretch in 0..<stretches {
      let inner = values.count - 2
      let range = 1 + stretch * inner / stretches..<1 + (stretch + 1) * inner / stretches
      let least = range.min { values[$0] < values[$1] } ?? range.lowerBound
      let largest = range.max { values[$0] < values[$1] } ?? range.lowerBound
      for place in Set([least, largest]).sorted() { points.append(Point(Double(place), values[place])) }
    }
    points.append(Point(Double(values.count - 1), values[values.count - 1]))
    return points
  }
}

/// What can be said of an objective over epochs.
struct EpochCourse {
  /// Up to nine tenths of the way from the first value to the last: so many epochs, where it is a way to the better.
  let mostOfTheWay: Int?
  /// After how many epochs it was best, where it ends clearly worse than that.
  let best: Int?
  /// In how many epochs it got worse.
  let setbacks: Int
  /// Whether an epoch left it as it was.
  let hasPlateau: Bool
  let isBetter: Bool

  init(_ losses: [Double], isAscent: Bool) {
    let sign = isAscent ? -1.0 : 1.0
    let (first, last) = (losses[0], losses[losses.count - 1])
    isBetter = sign * (last - first) < 0
    let goal = first + 0.9 * (last - first)
    let best = losses.indices.min { sign * losses[$0] < sign * losses[$1] } ?? 0
    let isPassed = (last - losses[best]).magnitude > 0.05 * (first - losses[best]).magnitude
    self.best = isPassed && best > 0 ? best : nil
    mostOfTheWay = isBetter && !isPassed ? losses.firstIndex { sign * ($0 - goal) <= 0 } : nil
    let steps = zip(losses, losses.dropFirst())
    setbacks = steps.count { sign * ($1 - $0) > 0 }
    hasPlateau = steps.contains { $0 == $1 }
  }
}

extension PlotScale {
  /// From 0 to the last epoch, with a little room on both sides.
  init?(ofEpochs count: Int) { self.init(around: [0, Double(count)]) }
}
