import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The objective as a function of one number, with the tangent and the step of the update.
  ///
  /// - Parameter quantity: whose; without one, of all that are asked for the one with the steepest slope, or the next
  ///   one where that has no tangent.
  func lossByWeight(_ quantity: Int? = nil) -> Figure? {
    guard isSmall(Self.mostGatesOfCurve), walkthrough.updatesPerEpoch == 1,
      let laboratory = try? Laboratory(walkthrough)
    else { return nil }
    let choices = choices(among: quantity.map { [$0] } ?? trace.asked)
    for (number, choice) in choices.enumerated() {
      guard var landscape = Landscape(laboratory, moving: [choice.place]) else { return nil }
      let curve = WeightCurve(at: choice.before, slope: choice.slope, after: choice.after) { landscape.value([$0]) }
      guard let curve, let vertical = curve.vertical else { continue }
      let isSteepest = quantity == nil && number == 0 && choice.count > 1
      return figure(of: curve, vertical, choice, isSteepest: isSteepest)
    }
    return nil
  }

  /// Operations that may be worked again for each point.
  private static let mostGatesOfCurve = 2_000

  /// Whether no more than so many operations on numbers are behind the objective, all examples counted.
  func isSmall(_ limit: Int) -> Bool {
    guard !walkthrough.isSymbolic, trace.backward != nil, walkthrough.nodes.count <= 4 * limit else { return false }
    let examples = max(walkthrough.examples?.rows.count ?? 1, 1)
    let entries = hasMatrices ? quantities.reduce(0) { $0 + $1.shape.count } : walkthrough.nodes.count
    return entries * examples <= 2 * limit
  }

  /// One number that the objective is drawn over.
  struct WeightChoice {
    let place: Landscape.Place
    let before: Double
    let slope: Double
    let after: Double?
    /// Among how many it has the steepest slope.
    let count: Int
  }

  /// The three with the steepest slopes, the steepest first.
  private func choices(among quantities: [Int]) -> [WeightChoice] {
    var best: [WeightChoice] = []
    let count = quantities.reduce(0) { $0 + self.quantities[$1].shape.count }
    for quantity in quantities {
      guard let slopes = slopes(by: quantity) else { return [] }
      for (entry, slope) in slopes.entries.enumerated() where slope != 0 {
        let place = best.firstIndex { $0.slope.magnitude < slope.magnitude } ?? best.count
        guard place < 3 else { continue }
        let choice = WeightChoice(
          place: Landscape.Place(quantity: quantity, entry: entry),
          before: trace.values.matrix(quantity).entries[entry], slope: slope,
          after: updates[quantity]?.matrixAfter.entries[entry], count: count)
        best.insert(choice, at: place)
        if best.count > 3 { best.removeLast() }
      }
    }
    return best
  }

  /// The derivatives of the whole objective by one quantity.
  private func slopes(by quantity: Int) -> Matrix? {
    if let update = updates[quantity] { return update.gradient }
    return trace.examples.isEmpty ? trace.backward?.adjoints.matrix(quantity) : nil
  }

  private func figure(
    of curve: WeightCurve, _ vertical: PlotScale, _ choice: WeightChoice, isSteepest: Bool
  ) -> Figure {
    let symbol = plainSymbol(choice.place.quantity, entry: choice.place.entry)
    var series = curve.stretches.map { Plot.Series(.line, $0, .value) }
    let tangent = curve.tangent(vertical)
    series.append(Plot.Series(.dashedLine, tangent, .adjoint))
    if let after = curve.after {
      series.append(Plot.Series(.path, [curve.here, after], .changed))
    } else {
      series.append(Plot.Series(.dots, [curve.here], .emphasized))
    }
    let slots = curveSlots(choice.place)
    var frame = PlotFrame(curve.scale, vertical)
    frame.draw(series)
    // Beside a short step the two labels stand in the order of the axis.
    let isBack = curve.after.map { $0.x < curve.here.x } ?? false
    let sides: (here: [Plot.Side], after: [Plot.Side]) =
      isBack
      ? ([.above, .below, .right], [.left, .above, .below]) : ([.above, .below, .left], [.right, .above, .below])
    let here: Sentence = "\(writer.statement(.symbol(symbol), writer.shown(curve.here.x, slots?.input)))"
    frame.mark(curve.here, label: here, first: sides.here, tone: .emphasized)
    if let after = curve.after {
      let new: Sentence = "\(writer.statement(.updated(symbol), writer.shown(after.x, slots?.after)))"
      frame.mark(after, label: new, first: sides.after, tone: .changed)
    }
    let slope = Wording.slopeMark(writer.number(curve.slope, slots?.slope))
    let (left, right) = (tangent[0], tangent[1])
    frame.mark(
      right, left, right.between(left, 0.2), left.between(right, 0.2), label: slope, tone: .adjoint)
    let objective = objectiveSymbol
    var plot = Plot(
      horizontal: curve.scale.axis("\(.symbol(symbol))"), vertical: vertical.axis("\(objective)"), series: series,
      marks: frame.marks)
    plot.recipe = slots?.recipe
    return Figure(
      id: "loss-by-\(Self.fileName(quantities[choice.place.quantity].entryName(choice.place.entry)))", .plot(plot),
      caption: caption(of: curve, choice, symbol, isSteepest: isSteepest).inlines,
      description: description(of: curve, vertical, symbol))
  }

  private func caption(of curve: WeightCurve, _ choice: WeightChoice, _ symbol: Symbol, isSteepest: Bool) -> Sentence {
    let objective = objectiveSymbol
    let opening = Wording.weightCurve(
      objective, .symbol(symbol), isSteepest: isSteepest, count: choice.count,
      isOnly: choice.count == 1
        && !quantities.indices.contains { $0 != choice.place.quantity && quantities[$0].role.isGiven })
    let tangent = Wording.tangent(
      writer.statement(
        .derivative(of: objective, by: .symbol(symbol)), writer.shown(curve.slope, curveSlots(choice.place)?.slope)))
    let others = walkthrough.moved.reduce(0) { $0 + quantities[$1].shape.count } - 1
    let step = curve.after.map { after in
      Wording.step(
        .updated(symbol), isUphill: after.y > curve.here.y, isFlat: after.y == curve.here.y,
        sense: walkthrough.objective?.sense ?? .minimize, movesOthers: others > 0)
    }
    return opening + tangent + (step ?? "")
  }

  private func description(of curve: WeightCurve, _ vertical: PlotScale, _ symbol: Symbol) -> String {
    let known = curve.known
    return Wording.weightDescription(
      plainName(of: objectiveSymbol), symbol.name, from: (rough(known[0].x), rough(known[0].y)),
      to: (rough(known[known.count - 1].x), rough(known[known.count - 1].y)),
      valley: curve.valley.map { (rough($0.x), rough($0.y)) }, hill: curve.hill.map { (rough($0.x), rough($0.y)) },
      here: (plain(curve.here.x), plain(curve.here.y)), slope: plain(curve.slope),
      after: curve.after.map { plain($0.x) })
  }

  /// Enough of a number to see where on the plot it is.
  func rough(_ value: Double) -> String { NumberStyle(.figures(3)).shown(value).spoken }

  /// Letters, digits and hyphens of a name: `W[1,2]` is `W-1-2`.
  static func fileName(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isLetter || character.isNumber || character == "_" {
        result.append(character)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }
}
