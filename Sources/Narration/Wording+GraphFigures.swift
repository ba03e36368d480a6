import DocumentModel
import WalkthroughLanguage

/// What stands below computation graphs, and what is read out instead of them.
extension Wording {
  enum QuantityGraphKind {
    case numbers(WireNumbers)
    case slopes
    case shapes
  }

  /// One operand of a node in plain text; without numbers where there are none.
  struct PlainInput {
    let name: String
    let value: String?
    let slope: String
    let contribution: String?
  }

  /// - Parameter isForked: whether several wires lead out of a gate or a quantity.
  static func gateGraphCaption(_ numbers: WireNumbers, isForked: Bool) -> Sentence {
    switch numbers {
    case .none: "The formulas as a circuit: each gate does one operation."
    case .values: "The formulas as a circuit: each gate does one operation, and each wire carries the value above it."
    case .valuesAndAdjoints:
      "The formulas as a circuit. Above each wire stands the value that goes forward along it; below, what the backward pass sends back.\(isForked ? " What comes back along several wires adds up." : "")"
    }
  }

  static func quantityGraphCaption(_ kind: QuantityGraphKind) -> Sentence {
    switch kind {
    case .shapes: "What is computed from what, each with its rows and columns."
    case .slopes:
      "What is computed from what. Each arrow carries its local derivative; the adjoint of each quantity stands in its box."
    case .numbers(.none): "What is computed from what."
    case .numbers(.values): "What is computed from what, each quantity with its value."
    case .numbers(.valuesAndAdjoints):
      "What is computed from what. In each box stand the value and, below it, the adjoint where one is worked; the arrows carry the local derivatives that are worked."
    }
  }

  static func pathCaption(
    _ name: Formula, to objective: Formula, paths: Int, hasFactors: Bool
  ) -> Sentence {
    let ways: Sentence = paths == 1 ? "The path" : "The paths"
    let factors: Sentence = hasFactors ? ", with the factors of the chain rule above its arrows" : ""
    let their: Sentence = hasFactors ? ", with the factors of the chain rule above their arrows" : ""
    return "\(ways) from \(name) to \(objective)\(paths == 1 ? factors : their)."
  }

  static let factorsOfFirstExample: Sentence = "They are those of example 1."

  static func nodeCaption(_ name: Formula, of operands: [Formula], _ adjoint: Formula) -> Sentence {
    "One node: forward, \(name) is made of \(list: operands). Backward, it receives \(adjoint) and sends each operand that, times the local derivative on its wire."
  }

  static func nodeDescription(_ name: String, adjoint: String, inputs: [PlainInput]) -> String {
    let operands = inputs.map { input in input.name + (input.value.map { " = \($0)" } ?? "") }
    let sent = inputs.map { input in
      "to \(input.name) that times \(input.slope)" + (input.contribution.map { ", which is \($0)" } ?? "")
    }
    return
      "A node \(name) with wires from \(operands.joined(separator: " and ")). From the right it receives \(adjoint). It sends back \(sent.joined(separator: ", and "))."
  }

  static func graphDescription(_ steps: [ComputationGraph.PlainStep], isWithAdjoints: Bool) -> String {
    let sentences = steps.map { step in
      let inputs = step.inputs.map { input in
        let back = input.below.map { ", sent back \($0)" } ?? ""
        return called(input.node) + (input.above.map { " (\($0)\(back))" } ?? "")
      }
      return "From \(inputs.joined(separator: " and ")) to \(called(step.node))."
    }
    let start =
      isWithAdjoints
      ? "A graph of the computation, with values forward and adjoints back." : "A graph of the computation."
    return ([start] + sentences).joined(separator: " ")
  }

  private static func called(_ node: ComputationGraph.PlainNode) -> String {
    node.isGate ? "the gate \(node.words)" : node.words
  }

  static func pathDescription(
    _ name: String, to objective: String, _ steps: [ComputationGraph.PlainStep], hasFactors: Bool
  ) -> String {
    let arrows = steps.flatMap { step in
      step.inputs.map { "\(called($0.node)) to \(called(step.node))" + ($0.above.map { ", \($0)" } ?? "") }
    }
    let factors = hasFactors ? " with the factor on each arrow" : ""
    return "The way from \(name) to \(objective)\(factors): \(arrows.joined(separator: "; "))."
  }
}
