import Differentiation
import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

extension Figure {
  fileprivate var diagrams: [Diagram] {
    panels.compactMap { if case .diagram(let diagram) = $0.picture { diagram } else { nil } }
  }
}

extension Narrator {
  fileprivate var networkDrawings: [Figure] {
    let figures = networkFigures()
    return [figures.forward, figures.backward, figures.update].compactMap(\.self)
  }
}

extension Diagram {
  /// What stands in the node of a quantity, from above.
  fileprivate func words(in quantity: String, _ narrator: Narrator) -> [String] {
    guard let node = nodes.first(where: { $0.quantity.map(narrator.name) == quantity }) else { return [] }
    return labels.filter { node.box.overlaps($0.box) }.sorted { $0.box.y < $1.box.y }.map(\.words)
  }

  /// Wires that end in the same unit, from above; curves that only touch do not cross.
  fileprivate var wiresByTarget: [[Wire]] {
    nodes.map { node in
      wires.filter { wire in
        let end = wire.points[wire.points.count - 1]
        return end.x == node.box.x && node.box.y < end.y && end.y < node.box.bottom
      }
    }
  }
}

@Suite("Drawings of networks")
struct NetworkFigureTests {
  // MARK: - What is in them

  /// The numbers are those that Lamsal prints.
  @Test("The forward drawing shows the printed values in the units and the weights on the wires")
  func forward() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    let diagram = try #require(narrator.networkDrawings[0].diagrams.first)
    #expect(diagram.words(in: "output_h1", narrator) == ["sum_h1", "0.41", "output_h1", "0.60108"])
    #expect(diagram.words(in: "output_h2", narrator) == ["sum_h2", "0.47", "output_h2", "0.61538"])
    #expect(diagram.words(in: "output_o1", narrator) == ["sum_o1", "1.01977", "output_o1", "0.73492"])
    #expect(diagram.words(in: "output_o2", narrator) == ["sum_o2", "1.26306", "output_o2", "0.77955"])
    #expect(diagram.words(in: "E1", narrator) == ["E1", "0.23456"])
    #expect(diagram.words(in: "E2", narrator) == ["E2", "0.01452"])
    #expect(diagram.words(in: "E_total", narrator) == ["E_total", "0.24908"])
    let weights = (1...8).map { "w\($0) = 0.\($0)" }
    #expect(weights.allSatisfy(diagram.labels.map(\.words).contains))
    #expect(diagram.labels.filter { $0.words == "b1 = 0.25" }.count == 2)
  }

  @Test("A box has room for a power of ten, and a number keeps clear of a subscript under a superscript")
  func powersAndScripts() throws {
    let text = """
      inputs: current = 3.2e-9, voltage = 2
      weights: u = 3, v = 4
      psi = u*current + v*voltage
      phi = sigmoid(psi)
      minimize: phi
      rate: 1
      notation: psi as psi_out^(1)

      """
    let narrator = Narrator(try SourceText(name: "a", text: text).walkthrough().trace())
    let diagram = try #require(narrator.networkDrawings[0].diagrams.first)
    func lines(of quantity: String) throws -> [Box] {
      let node = try #require(diagram.nodes.first { $0.quantity.map(narrator.name) == quantity })
      return diagram.labels.map(\.box).filter(node.box.overlaps).sorted { $0.y < $1.y }
    }
    // "3.2 × 10⁻⁹" are ten characters of 0.56 em.
    #expect(try (lines(of: "current")[1].width - 5.6).magnitude < 1e-9)
    let unit = try lines(of: "phi")
    #expect(unit[1].y - unit[0].y > unit[3].y - unit[2].y + 0.2)
  }

  @Test("The backward drawing shows the printed slopes, with arrows that point back")
  func backward() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    let figures = narrator.networkDrawings
    let (forward, backward) = (try #require(figures[0].diagrams.first), try #require(figures[1].diagrams.first))
    let words = backward.labels.map(\.words)
    #expect(["w5: 0.08020", "w6: 0.08211", "w7: -0.01760", "w8: -0.01802"].allSatisfy(words.contains))
    #expect(["w1: 0.00110", "w2: 0.00134", "w3: 0.00554", "w4: 0.00670"].allSatisfy(words.contains))
    #expect(words.contains("b1"))
    #expect(backward.wires.allSatisfy { $0.head == ($0.tone == .faded ? .none : .start) })
    #expect(backward.wires.filter { $0.tone == .faded }.count == 4)
    #expect(forward.wires.allSatisfy { $0.head == .end })
    #expect(backward.nodes.map(\.box) == forward.nodes.map(\.box))
  }

  @Test("The drawing of the update shows the printed new weights, and marks what changed")
  func update() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    let diagrams = narrator.networkDrawings[2].diagrams
    try #require(diagrams.count == 2)
    let changed = diagrams[1].labels.filter { $0.tone == .changed }.map(\.words)
    let published = ["w1 ≈ 0.09933", "w2 ≈ 0.19919", "w3 ≈ 0.29667", "w4 ≈ 0.39597", "w5 ≈ 0.45187", "w8 ≈ 0.81081"]
    #expect(published.allSatisfy(changed.contains))
    #expect(!changed.contains { $0.hasPrefix("b") || $0.hasPrefix("i") })
    #expect(diagrams[0].labels.allSatisfy { $0.tone != .changed })
  }

  @Test("Nodes stand for the quantities of the trace, and wires for the edges into the sums")
  func edges() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    let diagram = try #require(narrator.networkDrawings[0].diagrams.first)
    let edges = diagram.wires.compactMap(\.edge).map { narrator.trace.edges[$0] }
    let names = edges.map { "\(narrator.name($0.operand)) \(narrator.name($0.result))" }
    #expect(
      names.sorted() == [
        "E1 E_total", "E2 E_total", "b1 sum_h1", "b1 sum_h2", "b2 sum_o1", "b2 sum_o2", "i1 sum_h1", "i1 sum_h2",
        "i2 sum_h1", "i2 sum_h2", "output_h1 sum_o1", "output_h1 sum_o2", "output_h2 sum_o1", "output_h2 sum_o2",
        "output_o1 E1", "output_o2 E2",
      ])
    #expect(diagram.wires.count == names.count)
  }

  @Test("With examples, the numbers are those of the first, and the caption says so")
  func examples() throws {
    let narrator = try WalkthroughFile.narrator("toy-network-in-matrices")
    let figures = narrator.networkDrawings
    let words = try #require(figures[0].diagrams.first).labels.map(\.words)
    #expect(["0.73194171", "0.12303186", "W[1,2] = -3"].allSatisfy(words.contains))
    #expect(try #require(figures[1].diagrams.first).labels.map(\.words).contains("V[1,1]: -0.10518769"))
    #expect(figures.allSatisfy { $0.caption.map(\.words).joined().contains("example 1") })
    #expect(figures.allSatisfy { $0.description.contains("For example 1: ") })
    #expect(figures[2].description.contains("L_sum goes from 0.41724411 to 0.37434126"))
    let lone = try WalkthroughFile.narrator("xor").networkDrawings[1].caption
    #expect(say(lone).contains("∂L⁽¹⁾/∂W1[1,1]. L⁽¹⁾ is L in example 1. "))
  }

  @Test("Where there is no room for a drawing, a sentence without numbers says what is not drawn")
  func undrawn() throws {
    let told = try WalkthroughFile.narrator("toy-network-in-matrices").networkDrawings.map { say($0.undrawn) }
    #expect(
      told == [
        "There is no room here to draw the network with the values of the forward pass.",
        "There is no room here to draw the network with what the backward pass found.",
        "There is no room here to draw the network before the update and after it.",
      ])
    func undrawn(_ id: String, of name: String? = nil) throws -> String? {
      let text = "inputs: x = 2, y = 3\nq = x*y\nf = q^2 + x\nminimize: f\n"
      return try document(text, .nodes, of: name).steps.flatMap(\.blocks).lazy.compactMap { block in
        if case .figure(let figure) = block, figure.id == id { say(figure.undrawn) } else { nil }
      }.first
    }
    #expect(try undrawn("graph") == "There is no room here to draw the computation as a graph.")
    #expect(try undrawn("node") == "There is no room here to draw the node q.")
    #expect(try undrawn("path", of: "x") == "There is no room here to draw the paths from x to f.")
    #expect(try undrawn("path", of: "y") == "There is no room here to draw the path from y to f.")
  }

  @Test("A weight's wires name the weight, and a unit its sum, so that steps about them can light them up")
  func quantities() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    let diagram = try #require(narrator.networkDrawings[1].diagrams.first)
    let weights = diagram.wires.compactMap { $0.quantity.map(narrator.name) }.sorted()
    #expect(weights == ["b1", "b1", "b2", "b2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"])
    #expect(diagram.nodes.compactMap { $0.inner.map(narrator.name) } == ["sum_h1", "sum_h2", "sum_o1", "sum_o2"])
    let matrices = try WalkthroughFile.narrator("toy-network-in-matrices")
    let wires = try #require(matrices.networkDrawings[1].diagrams.first).wires
    #expect(wires.compactMap { $0.quantity.map(matrices.name) } == ["W", "W", "W", "W", "V", "V", "V", "V"])
  }

  @Test("The caption of the way back says which names have no number, inputs among them")
  func silence() throws {
    func caption(_ name: String) throws -> String {
      try #require(try WalkthroughFile.narrator(name).networkDrawings[1].caption.map(\.words).joined() as String?)
    }
    #expect(try caption("two-two-two").contains("Inputs and fixed biases have no number"))
    #expect(try caption("xor").contains("Inputs have no number"))
  }

  @Test("Without numbers in the file, there are names in the drawing and nothing to go back or to move")
  func symbolic() throws {
    let narrator = try Narrator.telling("inputs: x\nweights: w\nfixed: b\ny = sigmoid(w*x + b)\ndifferentiate: y\n")
    let figures = narrator.networkDrawings
    #expect(figures.map(\.id) == ["network-forward"])
    #expect(figures[0].diagrams[0].labels.map(\.words).sorted() == ["b", "w", "x", "y"])
  }

  @Test("The document has them behind the passes that they show")
  func places() throws {
    let ids = try WalkthroughFile.narrator("two-two-two").document.ids
    let figures = ids.filter { $0.hasPrefix("figure-network") }
    #expect(figures == ["figure-network-forward", "figure-network-backward", "figure-network-update"])
    let inMatrices = try WalkthroughFile.narrator("toy-network-in-matrices").document.ids
    let forward = try #require(inMatrices.firstIndex(of: "figure-network-forward"))
    #expect(try #require(inMatrices.firstIndex(of: "example-1-forward-L")) < forward)
    #expect(try forward < #require(inMatrices.firstIndex(of: "example-2")))
  }

  // MARK: - How they are drawn

  private func check(_ narrator: Narrator, _ name: String) {
    for figure in narrator.networkDrawings {
      for diagram in figure.diagrams {
        let faults = DiagramCheck(diagram).faults
        #expect(faults.isEmpty, "\(name), \(figure.id): \(faults.prefix(3))")
        for wires in diagram.wiresByTarget {
          for (number, wire) in wires.enumerated() {
            #expect(!wires[(number + 1)...].contains { $0.crosses(wire) }, "\(name), \(figure.id)")
          }
        }
      }
    }
  }

  @Test("In the drawings of all walkthroughs no label lies on anything, and wires of one unit do not cross")
  func walkthroughs() throws {
    for path in WalkthroughFile.all { check(try WalkthroughFile.narrator(path), path) }
  }

  @Test("The same holds of random networks with long names and large numbers", arguments: 0..<40)
  func random(_ seed: Int) throws {
    var network = RandomNetwork(seed: UInt64(seed))
    let narrator = try Narrator.telling(network.text)
    #expect(narrator.layeredNetwork != nil)
    check(narrator, "seed \(seed)")
  }

  @Test("Fifty units a layer give a drawing of few units that says so")
  func wide() throws {
    var network = RandomNetwork(seed: 3, layers: [50, 11, 50])
    let narrator = try Narrator.telling(network.text)
    check(narrator, "50-11-50")
    let figure = narrator.networkDrawings[0]
    let diagram = figure.diagrams[0]
    #expect(diagram.nodes.count < 50 && diagram.width < 50 && diagram.height < 50)
    #expect(figure.caption.map(\.words).joined().contains("first six and the last"))
  }

  @Test("The published 2-2-2 network fits a column of text")
  func size() throws {
    // 15 cm of text at ten points to an em.
    for figure in try WalkthroughFile.narrator("two-two-two").networkDrawings {
      #expect(figure.diagrams.allSatisfy { $0.width <= 42.5 })
    }
  }
}
