import Differentiation
import WalkthroughLanguage

extension NetworkReader {
  /// What was read, layer by layer; nothing where a unit before the outputs leads nowhere.
  var assembled: LayeredNetwork? {
    guard let last = layers.max(), last > 0, groups.indices.allSatisfy({ layers[$0] == last || isUsed[$0] }) else {
      return nil
    }
    var firstUnits = [Int](repeating: 0, count: groups.count)
    let stages = (0...last).map { layer in
      stage(groups.indices.filter { layers[$0] == layer }.sorted { groups[$0].entry < groups[$1].entry }, &firstUnits)
    }
    let (errors, objective) = ending(stages[last].groups.map(\.sent))
    return LayeredNetwork(layers: stages, errors: errors, objective: objective, totals: totals)
  }

  private func stage(_ members: [Int], _ firstUnits: inout [Int]) -> LayeredNetwork.Layer {
    var count = 0
    let units = members.map { member -> LayeredNetwork.Group in
      var group = groups[member]
      group.first = count
      for number in group.terms.indices {
        let source = groupOf[group.terms[number].source]
        group.terms[number].units = firstUnits[source]..<firstUnits[source] + groups[source].count
      }
      firstUnits[member] = count
      count += group.count
      return group
    }
    return LayeredNetwork.Layer(groups: units, count: count)
  }

  /// The objective with the errors that it is made of, or nothing but the outputs; nothing where more lies between.
  private func ending(_ outputs: [Int]) -> (errors: [LayeredNetwork.Failing], objective: Int?) {
    guard let objective = trace.walkthrough.objective?.quantity, groupOf[objective] < 0 else { return ([], nil) }
    let sources = operands(of: objective).filter { !quantities[$0].role.isGiven }
    if !sources.isEmpty, sources.allSatisfy(outputs.contains) { return ([], objective) }
    let direct = errors.filter { sources.contains($0.quantity) }
    let failing = outputs.filter { output in direct.contains { $0.output == output } }
    return direct.count == sources.count && failing.count == direct.count ? (direct, objective) : ([], nil)
  }
}

extension Narrator {
  /// The walkthrough as layers of units, where it is such a network; of a file with examples, too.
  var layeredNetwork: LayeredNetwork? {
    var reader = NetworkReader(trace)
    return reader?.network(expressions)
  }
}
