import Testing
import WalkthroughLanguage

@testable import Differentiation

/// Numbers that a precision, or the simplifier, has no room for.
@Suite struct LargeNumbersTests {
  private static func complaints(_ text: String) throws -> [String] {
    let walkthrough = try SourceText(name: "test", text: text).walkthrough()
    do throws(Diagnostics) {
      _ = try Laboratory(walkthrough).trace()
      return []
    } catch {
      return error.all.map(\.message)
    }
  }

  /// The largest single is (2 − 2⁻²³)·2¹²⁷, 3.4028 × 10³⁸.
  @Test(arguments: [
    ("inputs: x = 1e39, z = 3e38\ny = 2x*1e-39\narithmetic: single\n", ["`x` is too large for single precision"]),
    ("inputs: x = [1, 1e39]\ny = sum(x)*1e-39\narithmetic: single\n", ["`x` is too large for single precision"]),
    ("inputs: x = 3e38\ny = x/2\narithmetic: single\n", []),
    ("inputs: x = 1e39\ny = 2x\n", []),
    ("inputs: x = 1\ny = 1e39*x\narithmetic: single\n", ["a number in it is too large for single precision"]),
    (
      "examples:\n  x | t\n  1 | 2\n  1e39 | 2\nweights: w = 1\nE = (w*x*1e-39 - t)^2\nminimize: E, "
        + "summed over the examples\narithmetic: single\n", ["`x` is too large for single precision"]
    ),
  ])
  func singlePrecisionSaysWhatIsTooLarge(text: String, expected: [String]) throws {
    let found = try Self.complaints(text)
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) { #expect(found.contains(expected)) }
  }

  /// Eight powers of 999 of each other: an exponent that no whole number of 64 bits holds.
  @Test func exponentsThatDoNotFitStayPowers() throws {
    let power = (0..<8).reduce("x") { text, _ in "(\(text)^999)" }
    let walkthrough = try SourceText(name: "test", text: "inputs: x = 1\ny = \(power)\n").walkthrough()
    // At 1 each power brings down its 999.
    let slope = walkthrough.derivation(of: 1, by: 0).simplified.value { _ in 1 }
    let expected = 992027944069944027992001.0  // 999⁸
    #expect((slope - expected).magnitude <= 1e-14 * expected)
  }

  /// ∂(x₀⋯x₂₉₉)/∂x₇ is the product of the others; what is written is as long as they are many.
  @Test func longProductsAndMaximaAreWrittenOnce() throws {
    let names = (0..<300).map { "x\($0)" }
    let givens = names.map { "\($0) = 1" }.joined(separator: ", ")
    let walkthrough = try SourceText(
      name: "test",
      text: "inputs: \(givens)\ny = \(names.joined(separator: "*"))\nm = max(\(names.joined(separator: ", ")))\n"
    ).walkthrough()
    func spelled(_ expression: Expression) -> String { expression.text { walkthrough.quantities[$0].name } }
    let others = names.filter { $0 != "x7" }.joined(separator: "*")
    #expect(spelled(walkthrough.derivation(of: 300, by: 7).simplified) == others)
    let before = names[..<7].joined(separator: ", ")
    let behind = names[8...].joined(separator: ", ")
    #expect(spelled(walkthrough.derivation(of: 301, by: 7).raw) == "[x7 > max(\(before))]*[x7 >= max(\(behind))]")
  }
}
