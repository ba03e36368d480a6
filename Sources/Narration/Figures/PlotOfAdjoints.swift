import Differentiation
import DocumentModel
import Numerals

extension Narrator {
  /// How large the adjoints are, layer by layer from the output back to the input; nothing where that says little.
  func adjointsByLayer() -> Figure? {
    guard trace.backward != nil || !trace.examples.isEmpty, let found = LayerAdjoints(trace, distances: distances)
    else {
      return nil
    }
    let layers = found.layers
    let means = layers.map(\.mean)
    guard let least = means.min(), let most = means.max(), layers.count >= 3 || most > 10 * least,
      let vertical = PlotScale(around: Self.withRoom(least, most), isLogarithmic: true),
      let horizontal = PlotScale(exactly: 0.5...Double(layers.count) + 0.5)
    else { return nil }
    let points = means.enumerated().map { Point(Double($0 + 1), $1) }
    // Not bars, whose lengths would mean nothing on an axis without a zero; what a step costs is how steep the line is.
    let series = [Plot.Series(.line, points, .adjoint), Plot.Series(.dots, points, .adjoint)]
    var frame = PlotSpace(horizontal, vertical)
    frame.draw(series)
    let isCrowded = points.count > 6
    let slots = meanSlots(of: layers)
    for (place, point) in points.enumerated() where !isCrowded || place == 0 || place == points.count - 1 {
      frame.mark(point, label: "\(writer.number(point.y, slots?[place]))", tone: .adjoint)
    }
    let axis = Plot.Axis(
      label: Wording.layersAxis.inlines, range: horizontal.range, ticks: layerTicks(found))
    var plot = Plot(
      horizontal: axis, vertical: vertical.axis(Wording.adjointsAxis), series: series, marks: frame.marks)
    plot.recipe = slots.map { .sizes($0.map(Int.init)) }
    return Figure(
      id: "adjoints-by-layer", .plot(plot),
      caption: caption(found).inlines,
      description: Wording.layersDescription(
        plainName(of: objectiveSymbol), layers.map { ($0.members.map(name), plain($0.mean)) }))
  }

  /// For numbers beside the smallest and the largest.
  private static func withRoom(_ least: Double, _ most: Double) -> [Double] {
    let room = Elementary.exp(max(Elementary.ln(most / least) * 0.15, 0.3))
    return [least / room, most * room]
  }

  /// The units of each layer, or its number where there are many layers.
  private func layerTicks(_ found: LayerAdjoints) -> [Plot.Tick] {
    let room = Plot.frameWidth / Double(found.layers.count) - 1
    let names = found.layers.map { $0.members.map { "\(symbol($0))" as Sentence } }
    let whole = names.map { Sentence.enumeration($0) }
    let short = names.map { $0.count < 3 ? Sentence.enumeration($0) : Wording.fromTo($0[0], $0[$0.count - 1]) }
    let labels = [whole, short].first { $0.allSatisfy { $0.inlines.labelWidth <= room } }
    let step = max(1, (found.layers.count + 9) / 10)
    return found.layers.indices.filter { labels != nil || $0 % step == 0 }.map { place in
      Plot.Tick(
        Double(place + 1),
        labels?[place].inlines ?? [.formula(.number(ShownNumber(Decimal(coefficient: UInt64(place + 1), places: 0))))])
    }
  }

  private func caption(_ found: LayerAdjoints) -> Sentence {
    let layers = found.layers
    let opening = Wording.layersOpening(
      objectiveSymbol, areOfSums: found.areOfSums, hasExamples: trace.examples.count > 1, isNumbered: layers.count > 10)
    let steps = zip(layers, layers.dropFirst()).map { LayerStep(from: $0, to: $1, areOfSums: found.areOfSums) }
    guard let strongest = steps.max(by: { $0.strength < $1.strength }) else { return opening }
    var caption = opening + step(strongest)
    guard steps.count > 1 else { return caption }
    let all = layers[layers.count - 1].mean / layers[0].mean
    caption = caption + Wording.overall(layers: steps.count, factor: factor(all), isFall: all < 1)
    let each = Elementary.exp(Elementary.ln(all) / Double(steps.count))
    guard each < 0.7 || each > 1.5 else { return caption }
    return caption
      + Wording.tenMore(factor(each), power: factor(Elementary.power(each, 10)), isFall: all < 1)
  }

  /// What one layer costs, and why.
  private func step(_ step: LayerStep) -> Sentence {
    let (from, to) = (abridged(step.from.members), abridged(step.to.members))
    let opening = Wording.layerStep(from: from, to: to, factor: factor(step.factor), isFall: step.factor < 1)
    guard let parts = step.parts else {
      return opening + (step.from.activation == .sigmoid ? Wording.neverSteep : "")
    }
    let flat = step.to.flatEntries
    return opening
      + Wording.layerParts(
        weights: .number(Self.brief.shown(parts.weights)),
        slopes: parts.slopes > 0.995 ? nil : .number(Self.brief.shown(parts.slopes)))
      + Wording.whySlopes(
        step.to.activation, flat: flat, of: step.to.entries, isMild: parts.slopes > 0.7, example: flatExample(step.to))
  }

  /// One unit at which the activation is flat, with the number that goes in; the flattest of a file of numbers.
  private func flatExample(_ layer: LayerAdjoints.Layer) -> Equation? {
    guard trace.examples.isEmpty, !hasMatrices,
      let flattest = layer.members.max(by: { trace.values[$0].magnitude < trace.values[$1].magnitude })
    else { return nil }
    return layer.activation.isFlat(at: trace.values[flattest]) ? statement(flattest) : nil
  }

  /// How many times smaller or larger, as a number above 1 with two digits.
  private func factor(_ ratio: Double) -> Formula {
    .number(Self.brief.shown(ratio < 1 ? 1 / ratio : ratio))
  }

  /// Of factors that stand for an order of magnitude, two digits say all.
  private static let brief = NumberStyle(.figures(2))
}

/// From one layer to the next one behind it.
private struct LayerStep {
  let from: LayerAdjoints.Layer
  let to: LayerAdjoints.Layer
  let factor: Double
  /// What the weights between pass on, and what the slopes of the activations leave of that.
  let parts: (weights: Double, slopes: Double)?

  init(from: LayerAdjoints.Layer, to: LayerAdjoints.Layer, areOfSums: Bool) {
    (self.from, self.to) = (from, to)
    factor = to.mean / from.mean
    parts = areOfSums ? (to.outputMean / from.mean, to.mean / to.outputMean) : nil
  }

  var strength: Double { Elementary.ln(factor).magnitude }
}
