import DocumentModel

/// What a drawing of a network has to be told about.
struct NetworkKind {
  let isSymbolic: Bool
  /// Whether weights stand above the wires.
  let hasLabels: Bool
  /// Whether units have a sum besides their output.
  let hasSums: Bool
  let objective: Formula?
}

extension Wording {
  static func networkForward(_ kind: NetworkKind) -> Sentence {
    let weights: Sentence = kind.hasLabels ? ", above every wire its weight" : ""
    let units: Sentence = kind.hasSums ? "in every unit its weighted sum and its output" : "in every unit its value"
    let opening: Sentence =
      kind.isSymbolic ? "The network, from the inputs to the outputs." : "The forward pass: \(units)\(weights)."
    return kind.objective.map { opening + "On the right the outputs come to \($0)." } ?? opening
  }

  /// - Parameters:
  ///   - single: where examples have an objective each, what it is called in all of them.
  ///   - weight: one that serves as an example.
  ///   - hasInputs: whether nobody asks for the slopes by the inputs.
  ///   - hasFixed: whether biases stay as they are.
  static func networkBackward(
    _ objective: Formula, ofFirst single: Formula?, _ weight: Formula?, hasInputs: Bool, hasFixed: Bool
  ) -> Sentence {
    let example: Sentence = weight.map { ": with \($0) the slope \(Formula.derivative(of: objective, by: $0))" } ?? ""
    let silent: String? =
      hasInputs ? (hasFixed ? "Inputs and fixed biases" : "Inputs") : hasFixed ? "Fixed biases" : nil
    let without: Sentence = silent.map { "\($0) have no number, because nobody asks for their slopes." } ?? ""
    let meaning: Sentence = single.map { "\(objective) is \($0) in example 1." } ?? ""
    return "The backward pass, from the outputs back: with each name stands how \(objective) changes with it\(example)."
      + meaning + without
  }

  /// - Parameter moves: whether the update changed anything.
  static func networkUpdate(
    _ objective: Formula, _ change: Change, from old: Formula, to new: Formula, moves: Bool
  ) -> Sentence {
    let opening: Sentence =
      "The network before the update and after it\(moves ? "; what changed stands out" : ": nothing changed")."
    return switch change {
    case .fell: opening + "\(objective) falls from \(old) to \(new)."
    case .rose: opening + "\(objective) rises from \(old) to \(new)."
    case .unchanged, .rounding: opening + "\(objective) stays at \(old)."
    }
  }

  static let beforeUpdate: Sentence = "Before the update"
  static let afterUpdate: Sentence = "After the update"

  static func weightsLeftOut(hasBiases: Bool) -> Sentence {
    hasBiases
      ? "There is no room for weights and biases: wires are drawn without labels, and biases not at all."
      : "There is no room for the weights; their wires are drawn without labels."
  }
  /// - Parameter isWayBack: whether the drawing shows adjoints.
  static func totalsLeftOut(_ totals: [Formula], isWayBack: Bool) -> Sentence {
    let back: Sentence = isWayBack ? "; what comes back to one unit comes through it from the others too" : ""
    return "Not drawn: \(list: totals), in which the outputs meet\(back)."
  }
  /// - Parameter areOfUnits: whether all of them are worked from units, and none from weights alone.
  static func restLeftOut(_ names: Sentence, areOfUnits: Bool) -> Sentence {
    "What is worked from the units\(areOfUnits ? "" : " and the weights") is not drawn: \(names)."
  }
  static func unitsLeftOut(_ most: Int, _ kept: Int) -> Sentence {
    "Of a layer of more than \(number(most)) units the first \(number(kept)) and the last are drawn."
  }
  static let numbersOfFirstExample: Sentence = "The numbers in the network are those of example 1."

  // MARK: - Where there is no room for it

  enum UndrawnDiagram {
    case forward, backward, update, graph
    case paths(Int, from: Formula, to: Formula)
    case node(Formula)
  }

  /// What is left out where it would be wider than the page; the text says as much.
  static func undrawn(_ diagram: UndrawnDiagram) -> Sentence {
    let what: Sentence =
      switch diagram {
      case .forward: "the network with the values of the forward pass"
      case .backward: "the network with what the backward pass found"
      case .update: "the network before the update and after it"
      case .graph: "the computation as a graph"
      case .paths(let count, let name, let objective):
        "the \(count == 1 ? "path" : "paths") from \(name) to \(objective)"
      case .node(let name): "the node \(name)"
      }
    return "There is no room here to draw \(what)."
  }

  // MARK: - For who cannot see it

  static func networkDescription(_ sizes: [Int]) -> String {
    let most = sizes.dropLast().map(String.init).joined(by: ", ")
    return "A network with layers of \(most) and \(sizes[sizes.count - 1]) units, from the inputs to the outputs."
  }

  static func networkBackwardDescription(_ objective: String) -> String {
    "The same network with arrows from the outputs back to the inputs, and how \(objective) changes with each number."
  }

  static func networkUpdateDescription(_ objective: String, old: String, new: String) -> String {
    "The network twice, before and after the update. \(objective) goes from \(old) to \(new)."
  }

  static func toldNumber(_ name: String, _ number: String, isSlope: Bool) -> String {
    isSlope ? "\(name): \(number)" : "\(name) = \(number)"
  }

  static let toldOfFirstExample = " For example 1:"

  static func toldChange(_ name: String, _ old: String, _ new: String) -> String { "\(name) from \(old) to \(new)" }

  static func toldNumbers(_ numbers: [String]) -> String {
    numbers.isEmpty ? "" : " \(numbers.joined(by: ", "))."
  }
}
