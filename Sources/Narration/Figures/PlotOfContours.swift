import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The objective over the two numbers that it is a function of, as a map with level lines, and the way that the
  /// updates take on it; without updates, which way it rises fastest.
  func contours() -> Figure? {
    guard let (first, second) = coordinates, isSmall(Self.mostGatesOfContours),
      let way = ContourWay(self, first, second),
      let scales = way.scales,
      var landscape = (try? Laboratory(walkthrough)).flatMap({ Landscape($0, moving: [first, second]) })
    else { return nil }
    let grid = ContourGrid(scales.horizontal.range, scales.vertical.range) { landscape.value([$0, $1]) }
    guard let bounds = grid.bounds, let levels = ContourLevels.levels(in: bounds, along: way.objectives) else {
      return nil
    }
    var frame = PlotSpace(scales.horizontal, scales.vertical)
    let lines = levels.map { level in grid.lines(at: level.value).map { Plot.Series(.line, $0, .faded) } }
    let series = lines.flatMap { $0 } + way.series(in: frame)
    frame.draw(series)
    let slots = contourSlots([first, second], way)
    mark(way, slots, &frame)
    for (level, lines) in zip(levels, lines) { frame.markLevel(level, lines.map(\.points)) }
    var plot = Plot(
      horizontal: scales.horizontal.axis("\(symbol(first.quantity))"),
      vertical: scales.vertical.axis("\(symbol(second.quantity))"), series: series, marks: frame.marks)
    plot.recipe = slots?.recipe
    return Figure(
      id: "contours", .plot(plot),
      caption: caption(of: way, in: frame, first, second).inlines,
      description: description(of: way, in: frame, first, second, levels))
  }

  private static let mostGatesOfContours = 250

  /// The two numbers that move, or else that the objective is differentiated by.
  private var coordinates: (Landscape.Place, Landscape.Place)? {
    let asked = trace.asked
    guard asked.count == 2,
      asked.allSatisfy({ quantities[$0].shape.isScalar && (trace.backward?.reaches[$0] ?? false) })
    else { return nil }
    return (Landscape.Place(quantity: asked[0]), Landscape.Place(quantity: asked[1]))
  }

  /// Level lines are everywhere, so that no label goes far out of their way.
  private func mark(_ way: ContourWay, _ slots: ContourSlots?, _ frame: inout PlotSpace) {
    func label(_ value: Double, _ slot: Int32?) -> Sentence {
      "\(writer.statement(objectiveSymbol, writer.shown(value, slot)))"
    }
    if let first = way.objectives.first {
      frame.mark(way.points[0], label: label(first, slots?.objectives.first), tone: .emphasized, within: .aside)
    }
    if !way.isHidden(in: frame), let last = way.objectives.last {
      let end = way.points[way.points.count - 1]
      frame.mark(end, label: label(last, slots?.objectives.last), tone: .changed, within: .aside)
    }
    if let gradient = way.gradient, let tip = way.tip {
      let (x, y) = (
        writer.number(gradient.x, slots?.gradient.first), writer.number(gradient.y, slots?.gradient.last)
      )
      frame.mark(tip, label: Wording.gradientMark(x, y), tone: .adjoint, within: .aside)
    }
  }

  private func caption(
    of way: ContourWay, in frame: PlotSpace, _ first: Landscape.Place, _ second: Landscape.Place
  ) -> Sentence {
    let map = Wording.contourMap(objectiveSymbol, symbol(first.quantity), symbol(second.quantity))
    guard way.gradient == nil else {
      return map + Wording.gradientArrow(objectiveSymbol, isEvenlyScaled: way.isEvenlyScaled)
    }
    if way.stays { return map + Wording.contourStays }
    let isUphill = walkthrough.objective?.sense == .maximize
    if way.isHidden(in: frame) {
      return map + Wording.contourHidden(updates: way.updates, unit: unit, isUphill: isUphill)
    }
    return map
      + Wording.contourWay(
        updates: way.updates, unit: unit, shown: way.drawn(in: frame).count - 1, isUphill: isUphill)
      + (way.isEvenlyScaled && !isPartOfEpoch ? angle(first, second) : "")
  }

  /// How the first step leaves its line; what rounding alone has turned is not worth a word.
  private func angle(_ first: Landscape.Place, _ second: Landscape.Place) -> Sentence {
    if goesAlongSlopes(first, second) { return Wording.contourAngle(isRight: true) }
    let isMeantToTurn = walkthrough.updateOrder != .together || walkthrough.updateMethod != .gradient
    return isMeantToTurn ? Wording.contourAngle(isRight: false) : ""
  }

  /// What the way is counted in: a single update is one, and repeated ones are told as the table of them does.
  private var unit: String { Wording.unit(hasExamples: trace.training != nil && walkthrough.examples != nil) }

  /// Whether the first update goes the way of the slopes, up to rounding.
  private func goesAlongSlopes(_ first: Landscape.Place, _ second: Landscape.Place) -> Bool {
    guard walkthrough.updateOrder == .together, let across = updates[first.quantity], let up = updates[second.quantity]
    else { return false }
    let step = Point(across.after - across.before, up.after - up.before)
    let (straight, aside) = (
      step.x * across.adjoint + step.y * up.adjoint, step.x * up.adjoint - step.y * across.adjoint
    )
    return aside.magnitude < 0.01 * straight.magnitude
  }

  private func description(
    of way: ContourWay, in frame: PlotSpace, _ first: Landscape.Place, _ second: Landscape.Place, _ levels: [Decimal]
  ) -> String {
    func place(_ point: Point) -> String {
      "\(name(first.quantity)) = \(plain(point.x)), \(name(second.quantity)) = \(plain(point.y))"
    }
    let last = way.points.count - 1
    return Wording.contourDescription(
      plainName(of: objectiveSymbol), name(first.quantity), name(second.quantity),
      levels: levels.map { ShownNumber($0).spoken }, start: (place(way.points[0]), plain(way.objectives[0])),
      end: last > 0 ? (place(way.points[last]), plain(way.objectives[way.objectives.count - 1])) : nil,
      updates: way.updates, unit: unit, isHidden: way.isHidden(in: frame),
      gradient: way.gradient.map { (plain($0.x), plain($0.y)) })
  }
}

extension PlotSpace {
  /// Writes the value of a level beside its lines, where there is room.
  fileprivate mutating func markLevel(_ level: Decimal, _ lines: [[Point]]) {
    let number: Sentence = "\(.number(ShownNumber(level)))"
    for line in lines.sorted(by: { $0.count > $1.count }).prefix(2) where line.count > 4 { markLevel(number, line) }
  }

  private mutating func markLevel(_ number: Sentence, _ line: [Point]) {
    for mostCovered in [1, 3] {
      for share in [2, 5, 3, 6, 4]
      where mark(line[line.count * share / 8], label: number, tone: .faded, mostCovered: mostCovered, within: .aside) {
        return
      }
    }
  }
}
