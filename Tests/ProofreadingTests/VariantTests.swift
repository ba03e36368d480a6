import Differentiation
import Testing
import WalkthroughLanguage

@testable import Proofreading

/// What a file could have said instead, its numbers worked by hand.
@Suite struct VariantTests {
  private static func value(_ name: String, _ text: String, _ variant: Variant) throws -> [Double]? {
    guard let other = try SourceText(name: "test", text: text).walkthrough().variant(variant) else { return nil }
    let laboratory = try Laboratory(other)
    let values = try laboratory.values(under: laboratory.ownConditions)
    return other.quantities.firstIndex { $0.name == name }.map { values.matrix($0).entries }
  }

  @Test(arguments: [
    ("x = 3\ny = 1/2*x^2", Variant.halfMissing, [9.0]), ("x = 3\ny = x^2/2", .halfMissing, [9]),
    ("x = 3\ny = 0.5x^2", .halfMissing, [9]), ("x = 3\ny = 1/2*x^2", .halfDoubled, [2.25]),
    ("a = 3\nb = 5\ny = (a + b)/2", .sumForMean, [8]), ("a = 3\nb = 5\nc = 7\ny = (a + b + c)/3", .sumForMean, [15]),
    ("M = [1, 2; 3, 6]\ny = mean(M)", .sumForMean, [12]),
    ("M = [1, 2; 3, 6]\ny = sum(M, rows)", .meanForSum, [1.5, 4.5]),
    ("x = 100\ny = 3*ln(x)", .decimalLogarithm, [6]), ("x = 1\ny = ln(x)/ln(10)", .naturalLogarithm, [0]),
    ("x = 1\ny = (3 + 2*ln(x))/ln(10)", .naturalLogarithm, [3]),
    ("z = [1, 3]\ny = softmax(z)", .withoutExp, [0.25, 0.75]), ("z = 3\ny = exp(z)/4", .withoutExp, [0.75]),
  ])
  func aVariantChangesTheFormula(text: String, variant: Variant, expected: [Double]) throws {
    let lines = text.split(separator: "\n")
    let givens = lines.dropLast().map { "  \($0)" }.joined(separator: "\n")
    let found = try #require(try Self.value("y", "inputs:\n\(givens)\n\(lines[lines.count - 1])\n", variant))
    #expect(zip(found, expected).allSatisfy { ($0 - $1).magnitude < 1e-12 } && found.count == expected.count)
  }

  @Test(arguments: [
    ("x = 3\ny = x^2", Variant.halfMissing), ("a = 3\nb = 5\ny = (a + b)/3", .sumForMean),
    ("x = 3\ny = exp(x)", .decimalLogarithm),
    ("x = 3\ny = ln(x)/ln(2)", .naturalLogarithm), ("x = 3\ny = x/ln(10)", .naturalLogarithm),
    ("x = 3\ny = x^2", .withoutExp), ("x = 3\ny = x^2", .reusedWeights),
    ("x = 3\ny = x^2", .oppositeSense), ("x = 3\ny = x^2", .biasesUpdated),
  ])
  func aVariantThatChangesNothingIsNone(text: String, variant: Variant) throws {
    let lines = text.split(separator: "\n")
    let givens = lines.dropLast().map { "  \($0)" }.joined(separator: "\n")
    #expect(try Self.value("y", "inputs:\n\(givens)\n\(lines[lines.count - 1])\n", variant) == nil)
  }
}
