import Testing
import WalkthroughLanguage

@testable import Narration

/// A network in one line for each unit: what it is called, and what it adds up.
private func units(_ narrator: Narrator) -> [String]? {
  guard let network = narrator.layeredNetwork else { return nil }
  func name(_ place: LayeredNetwork.Place?) -> String? {
    place.map { narrator.quantities[$0.quantity].entryName($0.entry) }
  }
  return network.layers.indices.flatMap { layer in
    (0..<network.layers[layer].count).map { number in
      let unit = network.unit(layer, number)
      let terms = network.connections(into: unit).map { connection -> String in
        let source = network.unit(layer - 1, connection.source)
        return "\(name(source.output ?? source.sum) ?? "") \(name(connection.weight) ?? "")"
      }
      let own = [name(unit.sum), name(unit.output)].compactMap(\.self).joined(separator: " > ")
      return "\(layer) \(own): \((terms + [name(unit.bias)].compactMap(\.self)).joined(separator: ", "))"
    }
  }
}

@Suite struct ActivationTests {
  /// A tenth of the largest slope is left where tanh is √0.9, at 1.8184, and where the sigmoid is (1 + √0.9)/2, at twice that.
  @Test(arguments: [
    (LayerAdjoints.Activation.tanh, 1.81, 1.83), (.tanh, -1.81, -1.83), (.sigmoid, 3.63, 3.65), (.relu, 0.01, 0),
  ])
  func anActivationIsFlatWhereATenthOfItsSlopeIsLeft(
    activation: LayerAdjoints.Activation, steep: Double, flat: Double
  ) {
    #expect(!activation.isFlat(at: steep))
    #expect(activation.isFlat(at: flat))
  }
}

@Suite("What a layered network is")
struct LayeredNetworkTests {
  @Test("The 2-2-2 network is read as it stands in its file")
  func twoTwoTwo() throws {
    let narrator = try WalkthroughFile.narrator("two-two-two")
    #expect(
      units(narrator) == [
        "0 i1: ", "0 i2: ",
        "1 sum_h1 > output_h1: i1 w1, i2 w3, b1",
        "1 sum_h2 > output_h2: i1 w2, i2 w4, b1",
        "2 sum_o1 > output_o1: output_h1 w5, output_h2 w6, b2",
        "2 sum_o2 > output_o2: output_h1 w7, output_h2 w8, b2",
      ])
    let network = try #require(narrator.layeredNetwork)
    #expect(network.errors.map { narrator.name($0.quantity) } == ["E1", "E2"])
    #expect(network.errors.map { narrator.name($0.output) } == ["output_o1", "output_o2"])
    #expect(network.objective.map(narrator.name) == "E_total")
  }

  @Test("Two hidden layers are two layers, without biases where the file has none")
  func twoThreeThreeTwo() throws {
    let narrator = try WalkthroughFile.narrator("two-three-three-two")
    let told = units(narrator)
    let rows = try #require(told)
    #expect(rows.count == 10)
    #expect(rows[4] == "1 a3 > g3: x1 u31, x2 u32")
    #expect(rows[6] == "2 c2 > h2: g1 v21, g2 v22, g3 v23")
    #expect(rows[9] == "3 z2 > y2: h1 w21, h2 w22, h3 w23")
  }

  @Test("The units of a file of matrices are the entries of its rows, and weights go from row to column")
  func matrices() throws {
    #expect(
      units(try WalkthroughFile.narrator("toy-network-in-matrices")) == [
        "0 X[1,1]: ", "0 X[1,2]: ",
        "1 H_in[1,1] > H[1,1]: X[1,1] W[1,1], X[1,2] W[2,1]",
        "1 H_in[1,2] > H[1,2]: X[1,1] W[1,2], X[1,2] W[2,2]",
        "2 Y_in[1,1] > Y[1,1]: H[1,1] V[1,1], H[1,2] V[2,1]",
        "2 Y_in[1,2] > Y[1,2]: H[1,1] V[1,2], H[1,2] V[2,2]",
      ])
  }

  @Test("A bias in a line of its own belongs to the sum before it")
  func biasApart() throws {
    #expect(
      units(try WalkthroughFile.narrator("two-layer-relu")) == [
        "0 X[1,1]: ", "0 X[1,2]: ",
        "1 u2[1,1] > H1[1,1]: X[1,1] W1[1,1], X[1,2] W1[2,1], b1[1,1]",
        "1 u2[1,2] > H1[1,2]: X[1,1] W1[1,2], X[1,2] W1[2,2], b1[1,2]",
        "2 s: H1[1,1] W2[1,1], H1[1,2] W2[2,1], b2",
      ])
  }

  @Test("With columns, and with weights that are transposed, the same entries meet")
  func columns() throws {
    let givens = "inputs: x = [1; 2]\nweights: W = [1, 2; 3, 4; 5, 6]\nbiases: b = 0.5\n"
    let expected = [
      "0 x[1,1]: ", "0 x[2,1]: ",
      "1 h[1,1]: x[1,1] W[1,1], x[2,1] W[1,2], b", "1 h[2,1]: x[1,1] W[2,1], x[2,1] W[2,2], b",
      "1 h[3,1]: x[1,1] W[3,1], x[2,1] W[3,2], b",
    ]
    #expect(units(try .telling(givens + "h = tanh(W*x + b)\n")) == expected)
    let transposed = units(try .telling(givens + "h = tanh(x'*W' + b)\n"))
    #expect(transposed?[4] == "1 h[1,3]: x[1,1] W[3,1], x[2,1] W[3,2], b")
  }

  @Test("The shares of a softmax are the outputs of their sums")
  func softmax() throws {
    let text = """
      inputs: x = 1
      weights: u = 0.5, v = 2
      targets: t1 = 1, t2 = 0
      z1 = u*x
      z2 = v*x
      total = exp(z1) + exp(z2)
      y1 = exp(z1)/total
      y2 = exp(z2)/total
      E = -t1*ln(y1) - t2*ln(y2)
      minimize: E

      """
    let narrator = try Narrator.telling(text)
    #expect(units(narrator) == ["0 x: ", "1 z1 > y1: x u", "1 z2 > y2: x v"])
    #expect(narrator.layeredNetwork?.objective.map(narrator.name) == "E")
  }

  @Test(
    "What is no network in layers is not taken for one",
    arguments: [
      "inputs: x = 3, y = 4\nf = x*y\n",
      "unknowns: x = 3, y = 4\nf = 100 - (x - y)^2\nmaximize: f\n",
      // A weight that meets its input within the error alone.
      "inputs: x = 4\nweights: w = 3\ntargets: t = 8\nL = (x*w - t)^2\nminimize: L\n",
      // A shortcut past a layer.
      "inputs: x = 1\nweights: u = 1, v = 2, w = 3\nh = tanh(u*x)\ny = v*h + w*x\nE = y^2\nminimize: E\n",
      // Two ways of different length to the error.
      """
      inputs: x = 1
      weights: u = 0.5, w = 2
      h = u*x
      y = w*h
      z = w*x
      E = y^2 + z^2
      minimize: E

      """,
      // A state that is carried from one time to the next.
      """
      inputs: x1 = 1, x2 = 2
      weights: u = 1, v = 2
      h1 = tanh(u*x1)
      h2 = tanh(u*x2 + v*h1)

      """,
      // Units that are multiplied with each other on their way.
      """
      inputs: x = 1
      weights: u = 1, v = 2, w = 3
      a = sigmoid(u*x)
      b = tanh(v*x)
      c = a*b
      y = w*c
      differentiate: y

      """,
    ])
  func others(_ text: String) throws {
    #expect(units(try .telling(text)) == nil)
  }

  @Test("Weights that an objective makes dear change nothing about the network")
  func decay() throws {
    let text = """
      inputs: x = 1
      weights: w = 2
      targets: t = 0.5
      y = tanh(w*x)
      L = (t - y)^2 + 0.1*w^2
      minimize: L

      """
    let narrator = try Narrator.telling(text)
    #expect(units(narrator) == ["0 x: ", "1 y: x w"])
    #expect(narrator.layeredNetwork?.objective.map(narrator.name) == "L")
  }

  @Test("Of the walkthroughs, exactly those that tell of a network have one")
  func walkthroughs() throws {
    let others = [
      "add-multiply-circuit", "carried-numbers", "chain-rule", "custom-gate", "descent", "descent-that-converges",
      "multiply-gate", "one-node", "one-weight-loss", "sigmoid-circuit", "two-variable-function",
    ]
    for path in WalkthroughFile.all {
      let single = ["xor/total-loss.walk", "softmax-classifier/score-by-score.walk"]
      let isOther = single.contains(path) || others.contains { path.hasPrefix("\($0)/") }
      #expect((try WalkthroughFile.narrator(path).layeredNetwork == nil) == isOther, "\(path)")
    }
  }
}
