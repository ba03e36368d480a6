import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

@Suite struct ChecksOfExamplesTests {
  @Test func theObjectiveOfAllExamplesIsMeasuredToo() throws {
    let text = """
      examples:
        x | t
        1 | 2
        2 | 3
        3 | 5
      weights: w = 1, b = 0.5
      L = (w*x + b - t)^2
      R = 0.1*w^2
      minimize: L, averaged over the examples, plus R
      rate: 0.1

      """
    let trace = try SourceText(name: "test", text: text).walkthrough().trace()
    let totals = trace.checks.compactMap { check -> (Double, Double)? in
      if case .total(let gradient, let measured) = check { (gradient, measured) } else { nil }
    }
    #expect(totals.count == 1)
    #expect(totals.allSatisfy { ($0.0 - $0.1).magnitude < 1e-6 * $0.0.magnitude })
  }

  /// Where nothing moves, the derivatives are those by what all examples share: dE/dw = Σ 2(w·x - t)·x = 0 + 12.
  @Test(arguments: [("fixed: w = 2\n", ["w"]), ("", ["x", "t"])])
  func whatDiffersFromExampleToExampleIsNotMeasuredTogether(givens: String, asked: [String]) throws {
    let text =
      "examples:\n  x | t\n  1 | 2\n  2 | 1\n\(givens)E = (\(givens.isEmpty ? "2" : "w")*x - t)^2\nminimize: E, summed over the examples\n"
    let trace = try SourceText(name: "test", text: text).walkthrough().trace()
    #expect(trace.asked.map { trace.walkthrough.quantities[$0].name } == asked)
    let hasTotal = trace.checks.contains { if case .total = $0 { true } else { false } }
    #expect(hasTotal == !givens.isEmpty)
    if hasTotal { #expect(trace.togetherSlopes.map(\.entries) == [[12]]) }
  }
}
