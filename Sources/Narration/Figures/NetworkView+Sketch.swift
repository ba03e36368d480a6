import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension NetworkView {
  /// What a drawing shows in one state.
  func sketch(_ state: State) -> NetworkSketch {
    var columns = network.layers.indices.map { layer in
      shown[layer].map { number in number.map { unit($0, layer, state) } ?? Self.ellipsis }
    }
    if hasErrors { columns += errorColumns(state) }
    return NetworkSketch(columns: columns, head: state == .adjoints ? .start : .end)
  }

  private static let ellipsis = NetworkSketch.Unit(
    lines: [NetworkSketch.Line(content: [.formula(.ellipsis(.vertical))])], isEllipsis: true)

  // MARK: - Units

  private func unit(_ number: Int, _ layer: Int, _ state: State) -> NetworkSketch.Unit {
    let unit = network.unit(layer, number)
    let places = [unit.sum, unit.output].compactMap(\.self)
    let told = hasLabels ? places : Array(places.suffix(1))
    return NetworkSketch.Unit(
      lines: told.flatMap { lines($0, state) }, quantity: unit.group.sent,
      sum: unit.output != nil ? unit.sum?.quantity : nil,
      ports: layer == 0 ? [] : ports(of: unit, layer, state))
  }

  /// A name and its number: one above the other, or in one row.
  private func lines(_ place: LayeredNetwork.Place, _ state: State) -> [NetworkSketch.Line] {
    guard !hasRows else { return [label(place, state)] }
    let name = NetworkSketch.Line(content: [.formula(symbol(place))])
    guard let number = number(place, state) else { return [name] }
    return [name, NetworkSketch.Line(content: [.formula(.number(number))], tone: tone(place, state))]
  }

  /// `w5 = 0.5`, or `w5: 0.08020` where the number is a slope.
  private func label(_ place: LayeredNetwork.Place, _ state: State) -> NetworkSketch.Line {
    let symbol = symbol(place)
    guard let number = number(place, state) else {
      return NetworkSketch.Line(content: [.formula(symbol)], tone: .faded)
    }
    switch state {
    case .names, .values, .valuesAfter:
      return NetworkSketch.Line(
        content: [.equation(narrator.writer.statement(symbol, number))], tone: labelTone(place, state))
    case .adjoints:
      return NetworkSketch.Line(
        content: [.formula(symbol), .text(": "), .formula(.number(number))], tone: tone(place, state))
    }
  }

  /// Of a whole statement, which stands out only where it changed.
  private func labelTone(_ place: LayeredNetwork.Place, _ state: State) -> Tone {
    state == .valuesAfter && hasChanged(place) ? .changed : .plain
  }

  private func tone(_ place: LayeredNetwork.Place, _ state: State) -> Tone {
    switch state {
    case .names: .plain
    case .values: .value
    case .adjoints: .adjoint
    case .valuesAfter: hasChanged(place) ? .changed : .value
    }
  }

  // MARK: - What flows into units

  /// The connections from units that are drawn, then the bias; a wire stands for the edge from what the source sends
  /// to the quantity that adds it up.
  private func ports(of unit: LayeredNetwork.Unit, _ layer: Int, _ state: State) -> [NetworkSketch.Port] {
    var ports = network.connections(into: unit).compactMap { connection -> NetworkSketch.Port? in
      guard let source = shown[layer - 1].firstIndex(of: connection.source) else { return nil }
      let sent = network.unit(layer - 1, connection.source).group.sent
      return NetworkSketch.Port(
        source: source, label: hasLabels ? label(connection.weight, state) : nil,
        tone: wireTone(connection.weight, state), edge: narrator.trace.edge(from: sent, to: weighing(unit, sent)),
        quantity: connection.weight.quantity)
    }
    if let bias = unit.bias, hasLabels {
      ports.append(
        NetworkSketch.Port(
          label: label(bias, state), tone: wireTone(bias, state),
          edge: narrator.trace.edge(from: bias.quantity, to: unit.group.entry), quantity: bias.quantity))
    }
    return ports
  }

  /// The quantity whose formula holds the product with what a source sends: the sum, or what the bias came to later.
  private func weighing(_ unit: LayeredNetwork.Unit, _ sent: Int) -> Int {
    if narrator.trace.edge(from: sent, to: unit.group.entry) != nil { return unit.group.entry }
    let edges = narrator.trace.edges
    return edges.first { $0.operand == sent && narrator.trace.edge(from: $0.result, to: unit.group.entry) != nil }?
      .result
      ?? unit.group.entry
  }

  private func wireTone(_ place: LayeredNetwork.Place, _ state: State) -> Tone {
    switch state {
    case .names, .values: .plain
    case .adjoints: number(place, state) == nil ? .faded : .adjoint
    case .valuesAfter: hasChanged(place) ? .changed : .plain
    }
  }

  // MARK: - Errors

  /// Behind the outputs: their errors, and what these come to.
  private func errorColumns(_ state: State) -> [NetworkSketch.Column] {
    guard let objective = network.objective else { return [] }
    let outputs = shown[shown.count - 1]
    var total = errorUnit(LayeredNetwork.Place(quantity: objective, entry: 0), [], state)
    let errors = network.errors.isEmpty ? [] : outputs.map { $0.flatMap { error(ofOutput: $0) } }
    if errors.isEmpty {
      total.ports = outputs.indices.compactMap { place in
        outputs[place].map { port(place, network.unit(shown.count - 1, $0).group.sent, objective, state) }
      }
      return [[total]]
    }
    let units = errors.enumerated().map { place, error -> NetworkSketch.Unit in
      guard let error, let number = outputs[place] else { return Self.ellipsis }
      let output = network.unit(shown.count - 1, number).group.sent
      return errorUnit(error, [port(place, output, error.quantity, state)], state)
    }
    let ways = errors.enumerated().compactMap { place, error in
      error.map { port(place, $0.quantity, objective, state) }
    }
    if units.count == 2, ways.count == 2 {
      total.fromNeighbours = (ways[0], ways[1])
      return [[units[0], total, units[1]]]
    }
    total.ports = ways
    return [units, [total]]
  }

  private func error(ofOutput number: Int) -> LayeredNetwork.Place? {
    let unit = network.unit(shown.count - 1, number)
    return network.errors.first { $0.output == unit.group.sent }.map {
      LayeredNetwork.Place(quantity: $0.quantity, entry: unit.entry)
    }
  }

  private func errorUnit(
    _ place: LayeredNetwork.Place, _ ports: [NetworkSketch.Port], _ state: State
  ) -> NetworkSketch.Unit {
    NetworkSketch.Unit(lines: lines(place, state), quantity: place.quantity, ports: ports)
  }

  private func port(_ source: Int, _ operand: Int, _ result: Int, _ state: State) -> NetworkSketch.Port {
    NetworkSketch.Port(
      source: source, tone: state == .adjoints ? .adjoint : .plain, edge: narrator.trace.edge(from: operand, to: result)
    )
  }
}
