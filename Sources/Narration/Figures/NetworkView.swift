import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// How much of a network is drawn.
enum NetworkLimits {
  /// A layer of more units is abridged: the first ones, dots and the last.
  static let mostUnits = 10
  static let firstKept = 6
  /// Weights and biases that have labels.
  static let mostLabels = 44
  /// What goes into one unit under labels.
  static let mostPorts = 9
  /// In em; past the first, errors are left out, and past the second, labels.
  static let widthWithErrors = 46.0
  static let widthWithLabels = 64.0
  static let heightWithLabels = 48.0
  /// Past which names stand above numbers in a drawing without labels.
  static let widthOfRows = 44.0
}

/// A network with what is to be seen of it.
struct NetworkView {
  let narrator: Narrator
  let network: LayeredNetwork
  /// By layer, the units that are drawn; nothing where dots stand.
  let shown: [[Int?]]
  /// Whether weights stand above the wires.
  private(set) var hasLabels: Bool
  private(set) var hasErrors = true
  /// Whether names stand before their numbers and not above them.
  private(set) var hasRows = false
  /// The drawing with the values of the forward pass.
  private(set) var forward = NetworkSketch(columns: [])

  /// What stands beside the names.
  enum State { case names, values, adjoints, valuesAfter }

  /// - Parameter narrator: of the network, or of an example of it.
  init(_ network: LayeredNetwork, _ narrator: Narrator) {
    self.narrator = narrator
    self.network = network
    shown = network.layers.map {
      Abridgement.places($0.count, most: NetworkLimits.mostUnits, firstKept: NetworkLimits.firstKept)
    }
    hasLabels = Self.hasRoomForLabels(network)
    if hasLabels { hasLabels = fitLabels() }
    if !hasLabels { leaveOutLabels() }
  }

  /// Leaves out the errors where that makes room for labels.
  ///
  /// - Returns: whether there is room.
  private mutating func fitLabels() -> Bool {
    var layout = drawForward()
    if layout.width > NetworkLimits.widthWithErrors, network.objective != nil {
      hasErrors = false
      layout = drawForward()
    }
    return layout.width <= NetworkLimits.widthWithLabels && layout.height <= NetworkLimits.heightWithLabels
  }

  private mutating func leaveOutLabels() {
    (hasErrors, hasRows) = (true, true)
    var width = drawForward().width
    if width > NetworkLimits.widthOfRows {
      hasRows = false
      width = drawForward().width
    }
    guard width > NetworkLimits.widthWithErrors, network.objective != nil else { return }
    hasErrors = false
    _ = drawForward()
  }

  private mutating func drawForward() -> NetworkLayout {
    forward = sketch(.values)
    return NetworkLayout([forward])
  }

  private static func hasRoomForLabels(_ network: LayeredNetwork) -> Bool {
    guard network.width <= NetworkLimits.mostUnits else { return false }
    var labels = 0
    for layer in network.layers.indices.dropFirst() {
      for number in 0..<network.layers[layer].count {
        let unit = network.unit(layer, number)
        let ports = network.connections(into: unit).count + (unit.bias == nil ? 0 : 1)
        labels += ports
        if labels > NetworkLimits.mostLabels || ports > NetworkLimits.mostPorts { return false }
      }
    }
    return true
  }

  /// The units with their names and nothing else.
  var bare: NetworkSketch {
    var view = self
    (view.hasLabels, view.hasErrors, view.hasRows) = (false, true, false)
    return view.sketch(.names)
  }

  /// Whether units are left out.
  var isAbridged: Bool { network.width > NetworkLimits.mostUnits }

  // MARK: - Names and numbers

  func symbol(_ place: LayeredNetwork.Place) -> Formula {
    narrator.symbol(place.quantity, entry: place.entry)
  }

  /// The number that stands beside a name; nothing in a symbolic file, and where no slope was asked for.
  func number(_ place: LayeredNetwork.Place, _ state: State) -> ShownNumber? {
    if narrator.walkthrough.isSymbolic { return nil }
    let trace = narrator.trace
    func entry(in values: Values) -> ShownNumber? {
      let entry = values.entry(of: place.quantity, at: place.entry)
      return entry.isFinite ? narrator.writer.shown(entry, values.slot(of: place.quantity, at: place.entry)) : nil
    }
    switch state {
    case .names: return nil
    case .values: return narrator.hasMatrices ? entry(in: trace.values) : narrator.shownValues[place.quantity]
    case .valuesAfter: return trace.valuesAfter.flatMap(entry)
    case .adjoints:
      guard let backward = trace.backward, backward.reaches[place.quantity], isAsked(place.quantity) else { return nil }
      return narrator.hasMatrices ? entry(in: backward.derived) : narrator.shownAdjoints[place.quantity]
    }
  }

  /// Slopes are told of what is computed and of what moves.
  private func isAsked(_ quantity: Int) -> Bool {
    let role = narrator.quantities[quantity].role
    return role == .computed || role.isMoved
  }

  /// Whether an update changed the value.
  func hasChanged(_ place: LayeredNetwork.Place) -> Bool {
    guard let after = narrator.trace.valuesAfter else { return false }
    return after.entry(of: place.quantity, at: place.entry)
      != narrator.trace.values.entry(of: place.quantity, at: place.entry)
  }
}
