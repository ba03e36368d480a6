import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// What is added once is worked where slopes are measured, as everywhere.
@Suite struct MeasuredAdditionTests {
  static let text = """
    examples:
      x | t
      1 | 2
      2 | 1
    weights: w = 1
    biases: u = 3
    E = (w*x - t)^2
    R = u^2
    minimize: E, averaged over the examples, plus R
    rate: eta = 0.1
    derivatives: forward differences, h = 0.01

    """

  private func equations(_ id: String, in document: Document) -> [Equation] {
    document.steps.filter { $0.id == id }.flatMap(\.blocks).compactMap { block in
      if case .equation(let equation) = block { equation } else { nil }
    }
  }

  private func result(_ equation: Equation?) -> Double? {
    guard case .number(let number)? = equation?.links.last?.formula else { return nil }
    return number.value
  }

  /// (3.01² − 3²)/0.01 is 6.01, and the rule says 6.
  @Test func theQuotientOfWhatIsAddedIsWorkedBesideTheRule() throws {
    for document in [try document(Self.text), try document(Self.text, of: "u")] {
      #expect(result(equations("added-bias-u-R-by-u", in: document).first) == 6)
      let measured = equations("added-measured-u", in: document)
      #expect(measured.count == 1)
      #expect(abs((result(measured.first) ?? 0) - 6.01) < 1e-9)
    }
    let nodes = try document(Self.text, .nodes, of: "u")
    #expect(nodes.ids.contains("added-adjoint-u") && nodes.ids.contains("added-measured-u"))
  }

  /// A nudge by h is that quotient, and is not told twice.
  @Test func nudgesOfWhatIsAddedAreTheQuotient() throws {
    for document in [try document(Self.text, .nudge), try document(Self.text, .nudge, of: "u")] {
      let nudged = equations("added-nudge-u", in: document)
      #expect(abs((result(nudged.first) ?? 0) - 6.01) < 1e-9)
      #expect(!document.ids.contains("added-measured-u"))
    }
    // To both sides is another quotient: (3.01² − 2.99²)/0.02.
    let central = try document(Self.text.replacing("forward", with: "central"), .nudge)
    #expect(abs((result(equations("added-measured-u", in: central).first) ?? 0) - 6) < 1e-9)
  }

  /// The root has no slope at 0; from 0 to 0.01 it changes by 0.1.
  @Test(arguments: [Telling.weights, .nodes, .gates, .nudge])
  func whatHasNoDerivativeIsMeasuredOnly(telling: Telling) throws {
    let root = Self.text.replacing("u = 3", with: "u = 0").replacing("u^2", with: "-1*sqrt(u)")
    let told = try document(root, telling)
    #expect(told.ids.filter { $0.hasPrefix("added") } == ["added", "added-measured-u"])
    #expect(abs((result(equations("added-measured-u", in: told).first) ?? 0) + 10) < 1e-9)
  }

  /// R = (3² + 4²)/2: with h = 0.5, (3.5² − 3²)/2/0.5 is 3.25 and (4.5² − 4²)/2/0.5 is 4.25.
  @Test func everyEntryOfAMatrixIsMeasured() throws {
    let told = try document(
      """
      examples:
        X | t
        [1, 2] | 2
        [2, 1] | 1
      weights: W = [0.5; 0.25], V = [3; 4]
      E = (X*W - t)^2
      R = 1/2*sum(V.^2)
      minimize: E, averaged over the examples, plus R
      rate: 0.1
      derivatives: forward differences, h = 0.5

      """)
    let measured = equations("added-measured-V", in: told)
    #expect(result(measured.first) == 3.25)
    guard measured.count == 2, case .matrix(let all)? = measured[1].links.last?.formula else {
      Issue.record("no slopes of all entries")
      return
    }
    #expect(all.joined().map { if case .number(let number) = $0 { number.value } else { 0 } } == [3.25, 4.25])
    guard case .fraction(.symbol(let change), .symbol(let move)) = measured[1].left else {
      Issue.record("no quotient of differences")
      return
    }
    #expect(change.name == "ΔR" && move.name == "ΔV")
  }
}
