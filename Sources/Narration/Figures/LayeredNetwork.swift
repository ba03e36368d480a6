import WalkthroughLanguage

/// A walkthrough seen as layers of units: each unit adds up what the layer before it sends, times weights.
///
/// In a file of numbers a unit is a quantity; in a file of matrices it is an entry of a row or a column.
struct LayeredNetwork: Sendable, Equatable {
  /// From the inputs to the outputs.
  let layers: [Layer]
  /// What is computed of one output each: an error, as a rule.
  let errors: [Failing]
  /// The objective, where it is drawn together from the errors, or from the outputs where there are none.
  let objective: Int?
  /// What draws the units of a layer together, as the total of a softmax does; it has no place in the drawing.
  var totals: [Int] = []

  /// Units side by side.
  struct Layer: Sendable, Equatable {
    let groups: [Group]
    let count: Int
  }

  /// The units of one quantity.
  struct Group: Sendable, Equatable {
    /// The weighted sum before anything is done to it; nothing for inputs, and where no line of the file names it.
    var sum: Int?
    /// What it sends on; nothing where that is the sum itself.
    var output: Int?
    var bias: Int?
    /// Whether all its units share one number as their bias.
    var sharesBias = false
    var terms: [Term]
    /// How many units.
    let count: Int
    /// The number of its first unit in the layer.
    var first = 0

    /// The quantity that others take from it.
    var sent: Int { output ?? sum ?? 0 }
    /// The quantity whose formula holds its weights.
    var entry: Int { sum ?? output ?? 0 }
  }

  /// What one quantity of the layer before sends to all units of a group.
  struct Term: Sendable, Equatable {
    let source: Int
    /// The numbers that the units of the source have in their layer.
    var units = 0..<0
    let weight: Int
    /// Whether the rows of the weights, as the file gives them, belong to the source, and not to the target.
    let goesByRows: Bool
  }

  /// An error of the outputs of one group, one for each.
  struct Failing: Sendable, Equatable {
    let quantity: Int
    let output: Int
  }

  /// An entry of a quantity, row by row from 0; 0 for a number.
  struct Place: Sendable, Equatable {
    let quantity: Int
    let entry: Int
  }

  /// A unit, taken out of its group.
  struct Unit: Sendable, Equatable {
    let sum: Place?
    let output: Place?
    let bias: Place?
    /// The number in its group.
    let entry: Int
    let group: Group
  }

  /// What flows into a unit from a unit of the layer before, given by its number there.
  struct Connection: Sendable, Equatable {
    let source: Int
    let weight: Place
  }
}

extension LayeredNetwork {
  /// The unit with a number of a layer, both from 0.
  func unit(_ layer: Int, _ number: Int) -> Unit {
    let groups = layers[layer].groups
    let group = groups[(groups.firstIndex { $0.first > number } ?? groups.count) - 1]
    let entry = number - group.first
    return Unit(
      sum: group.sum.map { Place(quantity: $0, entry: entry) },
      output: group.output.map { Place(quantity: $0, entry: entry) },
      bias: group.bias.map { Place(quantity: $0, entry: group.sharesBias ? 0 : entry) }, entry: entry, group: group)
  }

  /// What flows into a unit, in the order of the layer before.
  func connections(into unit: Unit) -> [Connection] {
    var connections: [Connection] = []
    connections.reserveCapacity(unit.group.terms.reduce(0) { $0 + $1.units.count })
    for term in unit.group.terms {
      for (number, source) in term.units.enumerated() {
        let entry = term.goesByRows ? number * unit.group.count + unit.entry : unit.entry * term.units.count + number
        connections.append(Connection(source: source, weight: Place(quantity: term.weight, entry: entry)))
      }
    }
    if unit.group.terms.count > 1 { connections.sort { $0.source < $1.source } }
    return connections
  }

  /// The most units of a layer.
  var width: Int { layers.reduce(0) { max($0, $1.count) } }
}
