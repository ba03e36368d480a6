import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

private func trace(_ text: String) throws -> Trace {
  try SourceText(name: "test.walk", text: text).walkthrough().trace()
}

extension Trace {
  fileprivate func number(_ name: String) -> Int { walkthrough.quantities.firstIndex { $0.name == name }! }
  fileprivate func adjoint(_ name: String) -> Double { backward!.adjoints[number(name)] }
  fileprivate func value(_ name: String) -> Double { values[number(name)] }
  fileprivate func after(_ name: String) -> Double { valuesAfter![number(name)] }
}

@Suite struct TraceTests {
  /// The circuit of a published document: f = (x + y) z at (−2, 5, −4).
  @Test func theCircuitHasItsPublishedDerivatives() throws {
    let trace = try trace("inputs: x = -2, y = 5, z = -4\nq = x + y\nf = q * z\ndifferentiate: f\n")
    #expect(trace.value("f") == -12)
    #expect(trace.adjoint("q") == -4)
    #expect(trace.adjoint("z") == 3)
    #expect(trace.adjoint("x") == -4)
    #expect(trace.adjoint("y") == -4)
    #expect(trace.updates.isEmpty)
  }

  @Test func usesOfOneQuantityInAFormulaAreOneEdge() throws {
    let trace = try trace("inputs: x = 3\ny = x*x\ndifferentiate: y\n")
    #expect(trace.edges == [Trace.Edge(result: 1, operand: 0)])
    #expect(trace.adjoint("x") == 6)
  }

  @Test func contributionsAddUpInTheOrderOfTheFile() throws {
    let trace = try trace("inputs: x = 2\na = 3*x\nb = x^2\nc = a*b\nd = c + a\ndifferentiate: d\n")
    // d = 3x^3 + 3x: d' = 9x^2 + 3 = 39; through a: (b + 1)*3 = 15, through b: a*2x = 24.
    let edges = trace.contributingEdges(of: 0)
    #expect(edges.map { trace.backward!.contributions[$0] } == [15, 24])
    #expect(trace.adjoint("x") == 39)
  }

  @Test func quantitiesOffTheRoadToTheObjectiveHaveNoAdjoint() throws {
    let trace = try trace("inputs: x = 2\na = x^2\nb = ln(x)\ndifferentiate: a\n")
    #expect(trace.backward!.reaches == [true, true, false])
    #expect(trace.adjoint("x") == 4)
  }

  /// E = (u·v·x)²/2 at u = 2, v = 3, x = 1: h = u x = 2, y = v h = 6, dE/dv = y h = 12, so new v = 3 − 0.1·12 = 1.8.
  @Test(arguments: [("together", 18.0, 0.2), ("reusing new weights", 10.8, 0.92)])
  func updatesComeTogetherOrAreReusedAtOnce(order: String, slope: Double, expected: Double) throws {
    let trace = try trace(
      """
      inputs: x = 1
      weights: u = 2, v = 3
      h = u*x
      y = v*h
      E = 1/2*y^2
      minimize: E
      rate: 0.1
      update: \(order)

      """)
    #expect(trace.adjoint("v") == 12)
    #expect(abs(trace.after("v") - 1.8) < 1e-15)
    // Together: dE/du = y·v·x = 18. Reusing: y · new v · x = 6 · 1.8 = 10.8.
    #expect(abs(trace.adjoint("u") - slope) < 1e-14)
    #expect(abs(trace.after("u") - expected) < 1e-14)
  }

  /// y = u·v·x = 6: dE/du = 6·3 = 18 and dE/dv = 6·2 = 12 with the old values, though both move at once.
  @Test func weightsOfOneFormulaAllMoveByItsOldValues() throws {
    let trace = try trace(
      """
      inputs: x = 1
      weights: u = 2, v = 3
      y = u*v*x
      E = 1/2*y^2
      minimize: E
      rate: 0.25
      update: reusing new weights

      """)
    #expect([trace.adjoint("u"), trace.adjoint("v")] == [18, 12])
    #expect([trace.after("u"), trace.after("v")] == [-2.5, 0])
    let edges = [trace.number("u"), trace.number("v")].map { trace.edge(from: $0, to: trace.number("y"))! }
    #expect(edges.map { trace.backward!.localDerivatives[$0] } == [3, 2])
    #expect(edges.map { trace.backward!.contributions[$0] } == [18, 12])
  }

  /// X·W = 11: dE/dV = [11, 11], and dE/dW = X'·[1, 1]·V' = [3; 6] with the old V.
  @Test func matricesOfOneFormulaAllMoveByItsOldValues() throws {
    let trace = try trace(
      """
      inputs: X = [1, 2]
      weights: W = [3; 4], V = [2, 1]
      E = sum(X*W*V)
      minimize: E
      rate: 0.25
      update: reusing new weights

      """)
    let names = ["W", "V"].map(trace.number)
    #expect(names.map { trace.backward!.adjoints.matrix($0).entries } == [[3, 6], [11, 11]])
    #expect(names.map { trace.valuesAfter!.matrix($0).entries } == [[2.25, 2.5], [-0.75, -1.75]])
  }

  /// Each number by hand with two decimals: s = 0.33·0.7 = 0.231 → 0.23, y = 0.23² = 0.0529 → 0.05,
  /// dy/ds = 2·0.23 = 0.46, dy/dw = 0.46·0.7 = 0.322 → 0.32, new w = 0.33 − 0.5·0.32 = 0.17.
  @Test func carriedNumbersAreRoundedBeforeTheyAreUsedOn() throws {
    let trace = try trace(
      "inputs: x = 0.7\nweights: w = 0.33\ns = w*x\ny = s^2\nminimize: y\nrate: 0.5\ncarry: 2 decimals\n")
    #expect(trace.value("s") == 0.23)
    #expect(trace.value("y") == 0.05)
    #expect(trace.adjoint("s") == 0.46)
    #expect(trace.adjoint("w") == 0.32)
    #expect(trace.after("w") == 0.17)
  }

  @Test func ascentGoesUp() throws {
    let trace = try trace("unknowns: x = 3, y = 4\nf = 100 - (x - y)^2\nmaximize: f\nrate: 0.25\n")
    #expect(trace.after("x") == 3.5)
    #expect(trace.after("y") == 3.5)
    #expect(trace.after("f") == 100)
  }

  @Test func pathsAreCountedAndListedInTheOrderOfTheFile() throws {
    let trace = try trace("inputs: x = 2\na = x^2\nb = 3*x\nc = a + b\nd = a*c\ndifferentiate: d\n")
    #expect(trace.pathCounts == [3, 2, 1, 1, 1])
    let routes = trace.paths(from: 0, limit: 9).map { path in path.map { trace.edges[$0].result } }
    #expect(routes == [[1, 3, 4], [1, 4], [2, 3, 4]])
    #expect(trace.paths(from: 0, limit: 2).count == 2)
    #expect(trace.distances == [3, 2, 2, 1, 0])
    // d = x^4 + 3x^3: d' = 4x^3 + 9x^2 = 68.
    #expect(trace.paths(from: 0, limit: 9).reduce(0) { $0 + trace.product(along: $1) } == 68)
  }

  @Test func pathsPastCountingStopAtABound() throws {
    var text = "inputs: x = 0.001\ny0 = x + x^2\n"
    for line in 1...70 {
      text += "a\(line) = 1/3*y\(line - 1)\nb\(line) = 1/3*y\(line - 1)\ny\(line) = a\(line) + b\(line)\n"
    }
    let trace = try trace(text + "differentiate: y70\n")
    #expect(trace.pathCounts[0] == Int.max)
    #expect(trace.checks.contains(.pathsTooMany))
  }

  /// 0.01² per layer, 200 layers: slopes of 10^-400 are none, and that is no disagreement.
  @Test func slopesThatUnderflowAreNoFault() throws {
    var text = "weights: w = 0.01\nh0 = 1\n"
    for line in 1...200 { text += "g\(line) = tanh(w*h\(line - 1))\nh\(line) = w*g\(line) + 0.1\n" }
    let trace = try trace(text + "E = h200^2\nminimize: E\nrate: 0.1\n")
    #expect(trace.adjoint("h1") == 0)
    #expect(trace.adjoint("h200") != 0)
  }

  @Test func kinksThatAreHitExactlyAreNamedAndNotChecked() throws {
    let trace = try trace("inputs: x = 0\ny = relu(x) + 2*x\ndifferentiate: y\n")
    #expect(trace.kinks == [Trace.Kink(quantity: 1, primitive: .relu, axis: nil)])
    #expect(trace.adjoint("x") == 2)
    #expect(trace.checks.first == .directionUnclear)
  }

  /// [0, 1] · [1; 2] is 2, though it begins with 0 · 1; [1, -1] · [1; 1] is 0.
  @Test(arguments: [
    ("y = relu([0, 1]*W)", [1.0, 2], false), ("y = relu([1, -1]*W)", [1, 1], true),
    ("y = sum(relu(W - 2))", [1, 2], true), ("y = sum(relu(W - 3))", [1, 2], false),
    ("y = sum(max(2, W, 3))", [2, 1], false), ("y = sum(max(2, W, 1))", [1, 2], true),
    ("y = max(W)", [3, 3], true), ("y = max(W)", [3, 4], false), ("y = min(W)", [3, 3], true),
    ("y = sum(max(W, columns))", [3, 3], true), ("y = sum(max(W, rows))", [3, 3], false),
  ])
  func kinksOfMatricesAreLookedForInEveryEntry(formula: String, weights: [Double], isHit: Bool) throws {
    let trace = try trace("weights: W = [\(weights[0]); \(weights[1])]\n\(formula)\ndifferentiate: y\n")
    #expect(trace.kinks.isEmpty == !isHit)
  }

  /// The kink is in the second entry, and in the second example; an entry that is 0 in no operand of relu is none.
  @Test func kinksAreNamedWhereverTheyAreHit() throws {
    let matrix = try trace("inputs: Z = [1, 0; 0, 2]\nH = relu(Z) + abs(Z + 1)\nL = sum(max(H, 3))\ndifferentiate: L\n")
    #expect(matrix.kinks.map(\.primitive) == [.relu, .max])
    let product = try trace("inputs: x = [1, 2], W = [0; 1]\nH = relu(x*W)\ndifferentiate: H\n")
    #expect(product.kinks.isEmpty)
    let file = "examples:\n  x\n  1\n  2\nweights: w = 1\nh = relu(2 - x*w)\nminimize: h, summed over the examples\n"
    #expect(try trace(file).examples.flatMap(\.kinks).map(\.primitive) == [.relu])
  }

  /// Each function once for a quantity, however often it is met there.
  @Test func kinksOfOneQuantityAreNotRepeatedAndThoseOfOthersAre() throws {
    let trace = try trace("inputs: x = 0\na = relu(x) + abs(x) + relu(2x)\nb = relu(a)\ndifferentiate: b\n")
    #expect(trace.kinks.map { trace.walkthrough.quantities[$0.quantity].name } == ["a", "a", "b"])
    #expect(trace.kinks.map(\.primitive) == [.relu, .abs, .relu])
  }

  /// Eight times as many take about eight times as long, not sixty-four times.
  @Test func kinksOfManyLinesAreGatheredInOnePass() throws {
    func time(_ count: Int) throws -> Duration {
      let lines = (1...count).map { "h\($0) = relu(w*x)\n" }.joined()
      let trace = try trace("inputs: x = 1\nweights: w = 0\n\(lines)")
      return ContinuousClock().measure { #expect(trace.kinks.count == count) }
    }
    let isLinear = try (0..<3).contains { _ in try time(8_000) < time(1_000) * 20 }
    #expect(isLinear)
  }

  @Test(arguments: 1...60)
  func randomProgramsPassTheirOwnChecks(seed: Int) throws {
    let program = RandomProgram(seed: UInt64(seed), lines: 12)
    let trace = try trace(program.text)
    #expect(trace.checks.count == 3)
    #expect(trace.checks.contains { if case .gates = $0 { true } else { false } })
  }

  @Test(arguments: 1...60)
  func writtenDerivativesHaveTheValuesOfThePasses(seed: Int) throws {
    let trace = try trace(RandomProgram(seed: UInt64(seed), lines: 12).text)
    for edge in trace.edges.indices {
      let derivation = trace.derivation(of: edge)
      let passed = trace.backward!.localDerivatives[edge]
      for form in [derivation.raw, derivation.simplified] {
        let written = form.value { trace.values[$0] }
        #expect(
          abs(written - passed) <= 1e-12 * max(1, abs(passed)),
          "\(form.text { trace.walkthrough.quantities[$0].name }) is \(written), passed \(passed)\n\(trace.walkthrough.source.text(0..<trace.walkthrough.source.bytes.count))"
        )
      }
    }
  }
}
