import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The drawings of a network: forward, backward, before and after the update; none where the file is no network.
  func networkFigures() -> (forward: Figure?, backward: Figure?, update: Figure?) {
    guard let network = layeredNetwork else { return (nil, nil, nil) }
    let inner = trace.examples.first.map { Narrator($0, telling: telling) } ?? self
    let view = NetworkView(network, inner)
    let hasAdjoints = trace.backward != nil || inner.trace.backward != nil
    let backward = hasAdjoints && !walkthrough.isSymbolic ? view.sketch(.adjoints) : nil
    let forward = view.forward
    let layout = NetworkLayout([forward] + (backward.map { [$0] } ?? []))
    return (
      forward: forwardFigure(view, layout.diagram(forward)),
      backward: backward.map { backwardFigure(view, layout.diagram($0)) },
      update: updateFigure(view, forward)
    )
  }

  private func forwardFigure(_ view: NetworkView, _ diagram: Diagram) -> Figure {
    Figure(
      id: "network-forward", .diagram(diagram),
      caption: (Wording.networkForward(view.kind) + totals(view, isWayBack: false) + remarks(view)).inlines,
      description: Wording.networkDescription(view.sizes) + told(view.told(.values)),
      undrawn: Wording.undrawn(.forward).inlines)
  }

  private func backwardFigure(_ view: NetworkView, _ diagram: Diagram) -> Figure {
    let single = symbol(walkthrough.objective?.quantity ?? 0)
    let objective = trace.examples.isEmpty ? single : objectiveOfOne
    return Figure(
      id: "network-backward", .diagram(diagram),
      caption: (Wording.networkBackward(
        objective, ofFirst: trace.examples.isEmpty ? nil : single, view.firstWeight, hasInputs: view.hasSilentInputs,
        hasFixed: view.hasFixedBias)
        + totals(view, isWayBack: true) + remarks(view)).inlines,
      description: Wording.networkBackwardDescription(name(walkthrough.objective?.quantity ?? 0))
        + told(view.told(.adjoints)),
      undrawn: Wording.undrawn(.backward).inlines)
  }

  private func totals(_ view: NetworkView, isWayBack: Bool) -> Sentence {
    let totals = view.network.totals.map(symbol)
    return totals.isEmpty ? "" : Wording.totalsLeftOut(totals, isWayBack: isWayBack)
  }

  /// Before and after the update, side by side; nothing where nothing moves.
  private func updateFigure(_ view: NetworkView, _ before: NetworkSketch) -> Figure? {
    guard !trace.updates.isEmpty, view.narrator.trace.valuesAfter != nil, walkthrough.objective != nil,
      let (old, new) = trace.wholeObjective
    else { return nil }
    let after = view.sketch(.valuesAfter)
    let layout = NetworkLayout([before, after])
    let slots = objectiveSlots
    let change = Wording.networkUpdate(
      objectiveSymbol, change(from: old, to: new), from: writer.number(old, slots?.before),
      to: writer.number(new, slots?.after),
      moves: trace.updates.contains(where: moves))
    return Figure(
      id: "network-update",
      panels: [
        Figure.Panel(.diagram(layout.diagram(before)), title: Wording.beforeUpdate.inlines),
        Figure.Panel(.diagram(layout.diagram(after)), title: Wording.afterUpdate.inlines),
      ], caption: (change + remarks(view)).inlines,
      description: Wording.networkUpdateDescription(
        plainName(of: objectiveSymbol), old: writer.style.shown(old).spoken, new: writer.style.shown(new).spoken)
        + told(view.toldChanges),
      undrawn: Wording.undrawn(.update).inlines)
  }

  /// The numbers in words, and whose they are.
  private func told(_ numbers: String) -> String {
    (numbers.isEmpty || trace.examples.count < 2 ? "" : Wording.toldOfFirstExample) + numbers
  }

  /// Where a recording holds both.
  var objectiveSlots: (before: Int32, after: Int32)? {
    if let both = trace.objectiveSlots { return both }
    guard let objective = walkthrough.objective?.quantity, let before = trace.values.slot(objective),
      let after = trace.valuesAfter?.slot(objective)
    else { return nil }
    return (before, after)
  }

  /// What is computed and stands neither in the drawing nor on the way to what does, where the objective does not either.
  private func leftOut(_ view: NetworkView) -> Sentence {
    let (trace, network) = (view.narrator.trace, view.network)
    guard view.kind.objective == nil, let seed = trace.backward?.seed else { return "" }
    let drawn = network.layers.flatMap(\.groups).flatMap { [$0.sum, $0.output].compactMap(\.self) } + network.totals
    let isOfUnits = trace.depends(on: network.layers.dropFirst().flatMap(\.groups).map(\.entry))
    let isOfWeights = trace.depends(on: quantities.indices.filter { quantities[$0].role.isMoved })
    let isDrawn = trace.leads(to: drawn)
    let rest = quantities.indices.filter { quantity in
      !quantities[quantity].role.isGiven && !quantities[quantity].isUnnamed && !isDrawn[quantity]
        && (isOfUnits[quantity] || isOfWeights[quantity])
    }
    guard rest.count > 1, rest.contains(seed) else { return "" }
    return Wording.restLeftOut(abridged(rest), areOfUnits: rest.allSatisfy { isOfUnits[$0] })
  }

  /// What is not in the drawing, and whose numbers stand there.
  private func remarks(_ view: NetworkView) -> Sentence {
    (view.hasLabels ? "" : Wording.weightsLeftOut(hasBiases: view.hasBiases))
      + (view.isAbridged ? Wording.unitsLeftOut(NetworkLimits.mostUnits, NetworkLimits.firstKept) : "")
      + leftOut(view)
      + (trace.examples.count > 1 ? Wording.numbersOfFirstExample : "")
  }
}

extension NetworkView {
  /// How many units each layer has.
  var sizes: [Int] { network.layers.map(\.count) }

  /// What there is to see in units.
  var kind: NetworkKind {
    let units = network.layers.dropFirst().flatMap(\.groups)
    return NetworkKind(
      isSymbolic: narrator.walkthrough.isSymbolic, hasLabels: hasLabels,
      hasSums: hasLabels && units.contains { $0.sum != nil && $0.output != nil },
      objective: hasErrors ? network.objective.map(narrator.symbol) : nil)
  }

  /// The first weight with a label.
  var firstWeight: Formula? {
    hasLabels ? network.connections(into: network.unit(1, 0)).first.map { symbol($0.weight) } : nil
  }

  /// Whether inputs have a name and no number on the way back.
  var hasSilentInputs: Bool {
    (0..<network.layers[0].count).contains { unit in
      network.unit(0, unit).output.map { number($0, .adjoints) == nil } ?? false
    }
  }

  /// Whether biases flow into units.
  var hasBiases: Bool { network.layers.contains { $0.groups.contains { $0.bias != nil } } }

  /// Whether labels stand at biases that stay as they are.
  var hasFixedBias: Bool {
    hasLabels
      && network.layers.contains { layer in
        layer.groups.contains { $0.bias.map { narrator.quantities[$0].role == .fixed } ?? false }
      }
  }

  /// The numbers that stand in a drawing in words.
  func told(_ state: State) -> String {
    Wording.toldNumbers(
      toldPlaces.compactMap { place in
        number(place, state).map {
          Wording.toldNumber(narrator.plainName(of: symbol(place)), $0.spoken, isSlope: state == .adjoints)
        }
      })
  }

  /// What an update changed, in words.
  var toldChanges: String {
    Wording.toldNumbers(
      toldPlaces.compactMap { place in
        guard hasChanged(place), let old = number(place, .values), let new = number(place, .valuesAfter) else {
          return nil
        }
        return Wording.toldChange(narrator.plainName(of: symbol(place)), old.spoken, new.spoken)
      })
  }

  /// What has a name and may have a number in a drawing.
  private var toldPlaces: [LayeredNetwork.Place] {
    guard !narrator.walkthrough.isSymbolic else { return [] }
    return network.layers.indices.flatMap { layer in
      shown[layer].compactMap(\.self).flatMap { number -> [LayeredNetwork.Place] in
        let unit = network.unit(layer, number)
        guard hasLabels else { return Array([unit.sum, unit.output].compactMap(\.self).suffix(1)) }
        let weights = layer == 0 ? [] : network.connections(into: unit).map(\.weight)
        return weights + [unit.bias, unit.sum, unit.output].compactMap(\.self)
      }
    }
  }
}
