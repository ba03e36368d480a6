import Differentiation
import DocumentModel
import Foundation
import Testing
import WalkthroughLanguage

@testable import Narration

extension Document {
  var figures: [Figure] {
    steps.flatMap(\.blocks).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// The only picture of a figure.
  func diagram(_ id: String) throws -> Diagram {
    let figure = try #require(figures.first { $0.id == id })
    guard case .diagram(let diagram)? = figure.panels.first?.picture else {
      throw NoDiagram()
    }
    return diagram
  }
}

private struct NoDiagram: Error {}

/// The text of all walkthroughs of the repository.
private enum Walkthroughs {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "walkthroughs")

  static let paths: [String] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}

@Suite struct GraphFigureTests {
  private func graph(_ text: String) throws -> Diagram { try document(text).diagram("graph") }

  /// Labels by their tone, in the order of the wires.
  private func labels(_ diagram: Diagram, _ tone: Tone) -> [String] {
    diagram.labels.filter { $0.tone == tone }.map(\.words)
  }

  /// The labels above and below the straight part of a wire.
  private func labels(on wire: Diagram.Wire, in diagram: Diagram) -> (above: [String], below: [String]) {
    let points = wire.points
    var (above, below) = ([String](), [String]())
    for label in diagram.labels {
      let centre = label.box.centre
      for (from, to) in zip(points, points.dropFirst())
      where from.y == to.y && from.x < centre.x && centre.x < to.x && abs(from.y - centre.y) < 1 {
        if centre.y < from.y { above.append(label.words) } else { below.append(label.words) }
      }
    }
    return (above, below)
  }

  /// What stands on the wires that begin at a node or gate with this label.
  private func wires(from name: String, in diagram: Diagram) throws -> [String] {
    let label = try #require(diagram.labels.first { $0.words == name })
    let node = try #require(diagram.nodes.first { $0.box.overlaps(label.box) })
    return diagram.wires.filter { abs($0.start.x - node.box.right) + abs($0.start.y - node.box.centre.y) < 1e-6 }.map {
      wire in
      let (above, below) = labels(on: wire, in: diagram)
      return (above + ["|"] + below).joined(separator: " ")
    }
  }

  /// The numbers that the source of this circuit prints.
  @Test func theCircuitOfTwoGatesHasItsPublishedNumbersValuesAboveAndAdjointsBelow() throws {
    let diagram = try graph(Walkthroughs.text("add-multiply-circuit/add-multiply-circuit.walk"))
    #expect(try wires(from: "x", in: diagram) == ["-2 | -4"])
    #expect(try wires(from: "y", in: diagram) == ["5 | -4"])
    #expect(try wires(from: "+", in: diagram) == ["q = 3 | -4"])
    #expect(try wires(from: "z", in: diagram) == ["-4 | 3"])
    #expect(try wires(from: "×", in: diagram) == ["-12 | 1"])
    #expect(diagram.wires.count == 5 && diagram.nodes.count == 6)
  }

  /// σ(2) is 0.880797, its slope 0.104994; times the other factor of each product.
  @Test func theNeuronAsACircuitHasTheNumbersOfACalculator() throws {
    let diagram = try graph(Walkthroughs.text("sigmoid-circuit/sigmoid-circuit.walk"))
    #expect(try wires(from: "a", in: diagram) == ["1 | -0.10499"])
    #expect(try wires(from: "x", in: diagram) == ["-1 |"])
    #expect(try wires(from: "b", in: diagram) == ["2 | 0.31498"])
    #expect(try wires(from: "y", in: diagram) == ["3 |"])
    #expect(try wires(from: "c", in: diagram) == ["-3 | 0.10499"])
    #expect(try wires(from: "+", in: diagram) == ["q = 2 | 0.10499"])
    #expect(try wires(from: "σ", in: diagram) == ["0.88080 | 1"])
  }

  @Test func aSquareWrittenAsAProductHasTwoWiresThatAddUpToItsSlope() throws {
    let diagram = try graph("inputs: x = 3\nf = x*x\ndifferentiate: f\ntelling: gates\n")
    #expect(try wires(from: "x", in: diagram) == ["3 | 3", "3 | 3"])
    #expect(labels(diagram, .adjoint).contains("6"))
    #expect(diagram.wires.filter { $0.edge == 0 }.count == 2)
  }

  @Test func theWayOfAWeightHasItsPublishedFactors() throws {
    let text = try Walkthroughs.text("two-two-two/two-two-two.walk")
    let diagram = try document(text, of: "w5").diagram("path")
    #expect(try wires(from: "w5", in: diagram) == ["0.60108 |"])
    #expect(try wires(from: "sum_o1", in: diagram) == ["0.19480 |"])
    #expect(try wires(from: "output_o1", in: diagram) == ["0.68492 |"])
    #expect(try wires(from: "E1", in: diagram) == ["1 |"])
    #expect(diagram.wires.count(where: { $0.tone == .emphasized }) == 4)
    #expect(diagram.nodes.filter { $0.tone == .emphasized }.count == 5)
    // What else is added up to sum_o1, and the other halves of the error.
    #expect(diagram.wires.count(where: { $0.tone == .faded }) == 6)
    let both = try document(text, of: "w1").diagram("path")
    #expect(try wires(from: "output_h1", in: both) == ["0.5 |", "0.7 |"])
  }

  /// q = x*y with x = -2, y = 5, and f = q*z sends it z = -4; each operand gets that times the other operand.
  @Test func aNodeShowsWhatItReceivesAndSends() throws {
    let circuit = "inputs: x = -2, y = 5, z = -4\nq = x*y\nf = q*z\ndifferentiate: f\ntelling: nodes\n"
    let diagram = try document(circuit).diagram("node")
    #expect(labels(diagram, .adjoint) == ["-4 * 5 = -20", "-4 * (-2) = 8", "df/dq = -4"])
    #expect(labels(diagram, .plain).contains("dq/dx = 5") && labels(diagram, .plain).contains("dq/dy = -2"))
    #expect(labels(diagram, .value) == ["-2", "5", "q = -10"])
    let symbols = try document(Walkthroughs.text("one-node/one-node.walk")).diagram("node")
    #expect(labels(symbols, .adjoint) == ["dL/dz * dz/dx", "dL/dz * dz/dy", "dL/dz"])
  }

  @Test func matricesShowTheirShapes() throws {
    let diagram = try graph(
      "inputs: A = [1, 2; 3, 4; 5, 6]\nweights: B = [1, 2, 3]\nC = B*A\nL = sum(C)\nminimize: L\n")
    #expect(labels(diagram, .plain) == ["A", "3 × 2", "B", "1 × 3", "C", "1 × 2", "L", "1 × 1"])
    #expect(diagram.wires.count == 3 && diagram.labels.count == 8)
  }

  @Test func wiresStandForEveryEdgeOfTheTrace() throws {
    var compared = 0
    for path in Walkthroughs.paths {
      let trace = try SourceText(name: path, text: Walkthroughs.text(path)).walkthrough().trace()
      let document = Narrator(trace).document
      guard document.figures.contains(where: { $0.id == "graph" }) else { continue }
      let diagram = try document.diagram("graph")
      #expect(Set(diagram.wires.compactMap(\.edge)) == Set(trace.edges.indices), "\(path)")
      let computed = trace.walkthrough.quantities.indices.filter { !trace.walkthrough.quantities[$0].role.isGiven }
      #expect(Set(diagram.nodes.compactMap(\.quantity)).isSuperset(of: computed), "\(path)")
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test func theFileThatIsTooLargeHasNoGraph() throws {
    let lines = (1...60).map { "y\($0) = y\($0 - 1)*1.01" }
    let text = "inputs: y0 = 1\n\(lines.joined(separator: "\n"))\ndifferentiate: y60\n"
    #expect(try document(text).figures.isEmpty)
  }

  @Test(arguments: Walkthroughs.paths) func nothingOverlapsInAnyWalkthrough(path: String) throws {
    let trace = try SourceText(name: path, text: Walkthroughs.text(path)).walkthrough().trace()
    for telling in [nil] + Telling.allCases.map(Optional.some)
    where telling?.obstacle(in: trace.walkthrough) == nil
      && !(trace.walkthrough.hasMatrices && telling?.isOfWholes == false)
    {
      let narrator = Narrator(trace, telling: telling)
      expectSound(narrator.document, path)
      for quantity in trace.walkthrough.quantities.indices where telling == nil {
        narrator.document(of: quantity).map { expectSound($0, "\(path) of \(quantity)") }
      }
    }
  }

  private func expectSound(_ document: Document, _ name: String) {
    for figure in document.figures {
      #expect(!figure.description.isEmpty && !figure.caption.isEmpty)
      for panel in figure.panels {
        guard case .diagram(let diagram) = panel.picture else { continue }
        let faults = DiagramCheck(diagram).faults
        #expect(faults.isEmpty, "\(name), \(figure.id): \(faults.prefix(3))")
      }
    }
  }

  @Test(arguments: 1...60) func nothingOverlapsInMadeUpFormulas(seed: Int) throws {
    let text = Self.formulas(seed)
    let document = try document(text, seed.isMultiple(of: 2) ? .gates : .nodes)
    #expect(!document.figures.isEmpty, "\(text)")
    expectSound(document, text)
    expectSound(try NarrationTests.document(text, .weights, of: "x"), text)
  }

  /// Up to five lines over three names and what stands before.
  private static func formulas(_ seed: Int) -> String {
    var chance = GraphLayoutTests.Chance(state: UInt64(seed))
    var names = ["x", "y", "z"]
    var lines = ["unknowns: x = 0.7, y = 1.25, z = -0.4"]
    let forms = [
      "A*B", "A + B", "A - B", "A/(1 + B^2)", "sigmoid(A)", "tanh(A*B)", "A*A", "max(A, B)", "exp(-A) - 2B",
      "1/2*(A - B)^2",
      "A + B - x", "ln(1.5 + A^2)", "relu(A) + 3",
    ]
    for line in 0..<(2 + chance.next(3)) {
      var form = forms[chance.next(forms.count)]
      form = form.replacing("A", with: names[names.count - 1])
      form = form.replacing("B", with: names[chance.next(names.count)])
      lines.append("u\(line) = \(form)")
      names.append("u\(line)")
    }
    lines.append("f = \(names[names.count - 1]) + x*\(names[chance.next(names.count)])")
    return lines.joined(separator: "\n") + "\ndifferentiate: f\n"
  }
}

/// What is read out in place of a picture.
@Suite struct GraphDescriptionTests {
  private func description(_ id: String, _ text: String, of name: String? = nil) throws -> String {
    try #require(try document(text, of: name).figures.first { $0.id == id }).description
  }

  private let circuit = "inputs: x = -2, y = 5, z = -4\nq = x + y\nf = q*z\ndifferentiate: f\ntelling: gates\n"

  @Test func aGraphIsToldWireByWireWithItsNumbers() throws {
    #expect(
      try description("graph", circuit)
        == "A graph of the computation, with values forward and adjoints back. "
        + "From x (−2, sent back −4) and y (5, sent back −4) to the gate +. "
        + "From the gate + (q = 3, sent back −4) and z (−4, sent back 3) to the gate ×. "
        + "From the gate × (−12, sent back 1) to f.")
  }

  @Test func aNodeAndAWayAreToldWithTheirFactors() throws {
    #expect(
      try description("node", circuit)
        == "A node q with wires from x = −2 and y = 5. From the right it receives df/dq = −4. "
        + "It sends back to x that times 1, which is −4, and to y that times 1, which is −4.")
    #expect(
      try description("path", circuit, of: "x")
        == "The way from x to f with the factor on each arrow: x to q, 1; q to f, −4.")
  }
}
