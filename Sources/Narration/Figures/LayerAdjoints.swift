import Differentiation
import WalkthroughLanguage

/// The units of a network, layer by layer from the output back to the input, with the mean size of their adjoints.
struct LayerAdjoints {
  let layers: [Layer]
  /// Whether the adjoints are those of what goes into the activations; else of what comes out.
  let areOfSums: Bool

  struct Layer {
    let distance: Int
    /// Of all its units; `other` where they differ.
    var activation: Activation
    /// The quantities whose adjoints are drawn together.
    var members: [Int]
    /// What comes out of them.
    var outputs: [Int]
    /// Over all entries of all members in all examples: of the adjoints of the members and of the outputs.
    var mean = 0.0
    var outputMean = 0.0
    /// How many entries there are, and at how many of them the activation is nearly flat.
    var entries = 0
    var flatEntries = 0
  }

  /// What a unit does with its sum.
  enum Activation: Equatable {
    case sigmoid, tanh, relu, other

    /// Whether its slope is less than a tenth of the largest.
    func isFlat(at sum: Double) -> Bool {
      switch self {
      case .sigmoid: sum.magnitude > 3.64
      case .tanh: sum.magnitude > 1.82
      case .relu: sum <= 0
      case .other: false
      }
    }
  }

  /// - Returns: nothing where there are fewer than two layers, or one that nothing reaches; nor where a unit reaches the
  ///   objective past the next layer, as gates and the losses of single time steps do: what its adjoint comes from is then
  ///   not that layer alone.
  init?(_ trace: Trace, distances: [Int]) {
    let units = trace.walkthrough.quantities.indices.compactMap { distances[$0] > 0 ? trace.unit($0) : nil }
    areOfSums = units.allSatisfy { $0.sum != nil }
    var layers: [Layer] = []
    for unit in units {
      let member = areOfSums ? unit.sum ?? unit.output : unit.output
      if let place = layers.firstIndex(where: { $0.distance == distances[member] }) {
        layers[place].members.append(member)
        layers[place].outputs.append(unit.output)
        if layers[place].activation != unit.activation { layers[place].activation = .other }
      } else if layers.count < Self.most {
        layers.append(
          Layer(distance: distances[member], activation: unit.activation, members: [member], outputs: [unit.output]))
      } else {
        return nil
      }
    }
    layers.sort { $0.distance < $1.distance }
    guard trace.isChain(layers) else { return nil }
    for place in layers.indices { layers[place].measure(trace) }
    guard layers.count >= 2, layers.allSatisfy({ $0.mean > 0 && $0.mean.isFinite && $0.outputMean > 0 }) else {
      return nil
    }
    self.layers = layers
  }

  /// Dots that can be told apart.
  private static let most = 60
}

extension LayerAdjoints.Layer {
  fileprivate mutating func measure(_ trace: Trace) {
    var (sum, outputSum, outputEntries) = (0.0, 0.0, 0)
    func add(_ example: Trace) {
      guard let adjoints = example.backward?.derived else { return }
      for member in members {
        sum += adjoints.matrix(member).entries.reduce(0) { $0 + $1.magnitude }
        let values = example.values.matrix(member)
        entries += values.entries.count
        flatEntries += values.entries.count(where: activation.isFlat)
      }
      for output in outputs {
        let adjoint = adjoints.matrix(output)
        outputSum += adjoint.entries.reduce(0) { $0 + $1.magnitude }
        outputEntries += adjoint.entries.count
      }
    }
    if trace.examples.isEmpty { add(trace) } else { trace.examples.forEach(add) }
    (mean, outputMean) = (sum / Double(max(entries, 1)), outputSum / Double(max(outputEntries, 1)))
  }
}

extension Trace {
  /// Whether what comes out of a layer goes on through the next one only; the first is the last before the objective.
  fileprivate func isChain(_ layers: [LayerAdjoints.Layer]) -> Bool {
    guard let objective = backward?.seed else { return false }
    return zip(layers, layers.dropFirst()).allSatisfy { next, layer in
      var passes = [Bool](repeating: false, count: values.count)
      for output in layer.outputs { passes[output] = true }
      for edge in edges where passes[edge.operand] && !next.members.contains(edge.result) { passes[edge.result] = true }
      return !passes[objective]
    }
  }

  /// A quantity that is an activation of something: of another quantity, where the file names that.
  fileprivate func unit(
    _ quantity: Int
  ) -> (output: Int, sum: Int?, activation: LayerAdjoints.Activation)? {
    let formula = walkthrough.nodes[walkthrough.quantities[quantity].formula]
    guard let last = formula.last?.kind, let activation = LayerAdjoints.Activation(last, formula.first?.kind) else {
      return nil
    }
    // A call of one operand, or of `max` with 0 before it.
    guard formula.count <= 3, case .quantity(let sum) = formula[formula.endIndex - 2].kind else {
      return (quantity, nil, activation)
    }
    return (quantity, Int(sum), activation)
  }
}

extension LayerAdjoints.Activation {
  /// What the last operation of a formula is; `max` only with 0.
  fileprivate init?(_ last: FormulaNode.Kind, _ first: FormulaNode.Kind?) {
    switch last {
    case .operation(.sigmoid): self = .sigmoid
    case .operation(.tanh): self = .tanh
    case .operation(.relu): self = .relu
    case .operation(.softplus), .matrix(.softmax): self = .other
    case .operation(.max):
      guard case .number(0, _)? = first else { return nil }
      self = .relu
    case .operation, .number, .constant, .quantity, .juxtaposition, .elementwise, .matrix, .stack, .selection,
      .generated, .declared, .updated, .derivative, .localDerivative, .state:
      return nil
    }
  }
}
