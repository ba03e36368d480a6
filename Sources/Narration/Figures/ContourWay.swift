import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// What is drawn on a map of the objective: where the two numbers are, and where updates take them.
struct ContourWay {
  /// The start; with updates that lead anywhere the places after some of them, the last among them.
  let points: [Point]
  /// The objective at the start, and in the end where there are updates.
  let objectives: [Double]
  let updates: Int
  /// Without updates: the slopes at the start.
  let gradient: Point?
  let horizontal: ClosedRange<Double>
  let vertical: ClosedRange<Double>
  /// Whether a step of one is as long upwards as it is across.
  let isEvenlyScaled: Bool

  /// Of so few updates every one is drawn.
  static let everyOne = 60
  /// Of more examples, only what the trace has kept.
  private static let mostExamples = 1_000

  init?(_ narrator: Narrator, _ first: Landscape.Place, _ second: Landscape.Place) {
    let trace = narrator.trace
    guard let objective = narrator.walkthrough.objective else { return nil }
    let start = Point(trace.values[first.quantity], trace.values[second.quantity])
    let both = narrator.trace.wholeObjective
    let before = both?.before ?? trace.values[objective.quantity]
    var points = [start]
    if let training = trace.training {
      points = Self.points(narrator, training, first, second)
      objectives = [training.losses[0], training.losses[training.epochs]]
      (updates, gradient) = (training.epochs, nil)
    } else if let update = narrator.updates[first.quantity], let other = narrator.updates[second.quantity] {
      points = [start, Point(update.after, other.after)]
      objectives = [before, both?.after ?? before]
      (updates, gradient) = (1, nil)
    } else {
      guard let backward = trace.backward, trace.examples.isEmpty else { return nil }
      (objectives, updates) = ([before], 0)
      gradient = Point(backward.adjoints[first.quantity], backward.adjoints[second.quantity])
      guard gradient != Point(0, 0) else { return nil }
    }
    self.points = points.allSatisfy { $0 == start } ? [start] : points
    (horizontal, vertical, isEvenlyScaled) = Self.window(around: points)
  }

  /// All places where they are few, else those that the trace has kept.
  private static func points(
    _ narrator: Narrator, _ training: Training, _ first: Landscape.Place, _ second: Landscape.Place
  ) -> [Point] {
    func point(_ values: Values) -> Point { Point(values[first.quantity], values[second.quantity]) }
    if training.epochs <= everyOne, (narrator.walkthrough.examples?.rows.count ?? 1) <= mostExamples,
      let laboratory = try? Laboratory(narrator.walkthrough)
    {
      var conditions = laboratory.ownConditions
      var points = [point(conditions.givens)]
      for _ in 0..<training.epochs {
        guard let next = try? laboratory.conditions(after: narrator.walkthrough.updatesPerEpoch, from: conditions)
        else { return points }
        conditions = next
        points.append(point(conditions.givens))
      }
      return points
    }
    return training.samples.map { point($0.values) }
  }

  /// Whether there are updates, and none of them leads anywhere.
  var stays: Bool { updates > 0 && points.count == 1 }

  /// Around the way, in the proportion of the frame; each direction by itself where one is much longer.
  private static func window(
    around points: [Point]
  ) -> (horizontal: ClosedRange<Double>, vertical: ClosedRange<Double>, isEvenlyScaled: Bool) {
    let (x, y) = (points.map(\.x), points.map(\.y))
    let (left, right, low, high) = (x.min() ?? 0, x.max() ?? 0, y.min() ?? 0, y.max() ?? 0)
    let (width, height) = ((right - left) * 0.7, (high - low) * 0.7)
    let proportion = Plot.frameWidth / Plot.frameHeight
    let sizes = (x: max(left.magnitude, right.magnitude) * 0.2, y: max(low.magnitude, high.magnitude) * 0.2)
    let isAlike = max(sizes.x, width) <= 20 * max(sizes.y, height) && max(sizes.y, height) <= 20 * max(sizes.x, width)
    func range(_ centre: Double, _ half: Double) -> ClosedRange<Double> {
      let half = half > 0 ? half : 1
      return centre - half...centre + half
    }
    let centre = Point(left / 2 + right / 2, low / 2 + high / 2)
    guard isAlike else {
      return (range(centre.x, max(width, sizes.x)), range(centre.y, max(height, sizes.y)), false)
    }
    let half = max(height, width / proportion, sizes.x, sizes.y)
    let across = half > 0 ? half : 1
    return (range(centre.x, across * proportion), range(centre.y, across), true)
  }

  /// The axes, exactly as large as the window.
  var scales: (horizontal: PlotScale, vertical: PlotScale)? {
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }), let horizontal = PlotScale(exactly: horizontal),
      let vertical = PlotScale(exactly: vertical)
    else { return nil }
    return (horizontal, vertical)
  }

  /// Whether it is nowhere far enough from its start to be told from the dot there.
  func isHidden(in frame: PlotSpace) -> Bool { points.allSatisfy { frame.hides((points[0], $0)) } }

  func series(in frame: PlotSpace) -> [Plot.Series] {
    guard isHidden(in: frame) else { return [Plot.Series(.path, drawn(in: frame), .changed)] }
    let arrow = tip.map { [Plot.Series(.path, [points[0], $0], .adjoint)] } ?? []
    return arrow + [Plot.Series(.dots, [points[0]], .emphasized)]
  }

  /// The way with a last step that is long enough for an arrowhead, where there is such a one.
  func drawn(in frame: PlotSpace) -> [Point] {
    let places = points.map(frame.place)
    let end = places[places.count - 1]
    let far = places.lastIndex { max(($0.x - end.x).magnitude, ($0.y - end.y).magnitude) >= 0.8 } ?? 0
    return Array(points[...min(far, points.count - 2)]) + [points[points.count - 1]]
  }

  /// Where the arrow of the gradient ends: as long as a quarter of the frame's height, so that it shows the way and not
  /// the size.
  var tip: Point? {
    guard let gradient else { return nil }
    let largest = max(gradient.x.magnitude, gradient.y.magnitude)
    guard largest > 0 else { return nil }
    let way = Point(gradient.x / largest, gradient.y / largest)
    let width = (horizontal.upperBound - horizontal.lowerBound) / Plot.frameWidth
    let height = (vertical.upperBound - vertical.lowerBound) / Plot.frameHeight
    let length = Elementary.squareRoot((way.x / width) * (way.x / width) + (way.y / height) * (way.y / height))
    let share = Plot.frameHeight / 4 / length
    return Point(points[0].x + share * way.x, points[0].y + share * way.y)
  }
}
