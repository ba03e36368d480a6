import WalkthroughLanguage

extension NetworkReader {
  /// What was read, layer by layer.
  var assembled: LayeredNetwork? {
    guard let last = layers.max(), last > 0 else { return nil }
    let stages = (0...last).map { layer in
      stage(groups.indices.filter { layers[$0] == layer }.map { groups[$0] }.sorted { $0.entry < $1.entry })
    }
    let outputs = stages[last].groups.map(\.sent)
    guard let objective = trace.walkthrough.objective?.quantity, groupOf[objective] < 0 else {
      return LayeredNetwork(layers: stages, errors: [], objective: nil)
    }
    let sources = operands(of: objective).filter { !quantities[$0].role.isGiven }
    let failing = errors.filter { sources.contains($0.quantity) }
    if !sources.isEmpty, sources.allSatisfy(outputs.contains) {
      return LayeredNetwork(layers: stages, errors: [], objective: objective)
    }
    guard failing.count == sources.count, outputs.filter({ output in failing.contains { $0.output == output } }).count == failing.count
    else { return LayeredNetwork(layers: stages, errors: [], objective: nil) }
    return LayeredNetwork(layers: stages, errors: failing, objective: objective)
  }

  private func stage(_ groups: [LayeredNetwork.Group]) -> LayeredNetwork.Layer {
    var layer = LayeredNetwork.Layer(groups: [])
    for var group in groups {
      group.first = layer.count
      layer.groups.append(group)
    }
    return layer
  }
}

extension Narrator {
  /// The walkthrough as layers of units, where it is such a network; of a file with examples, too.
  var layeredNetwork: LayeredNetwork? {
    var reader = NetworkReader(trace)
    return reader?.network(expressions)
  }
}
