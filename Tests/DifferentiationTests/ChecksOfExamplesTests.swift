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
}
