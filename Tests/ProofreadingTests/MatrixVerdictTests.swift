import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

@Suite struct MatrixVerdictTests {
  private static func verdict(_ printed: String, _ values: [Double]?, _ reduction: Reduction = .rounded) throws
    -> Verdict
  {
    let file = SourceText(name: "test", text: "W = [1, 2; 3, 4]\npublished:\n  W = \(printed)\n")
    return Verdict(claim: try file.walkthrough().claims[0], values: values, reduction: reduction, trusted: 15)
  }

  @Test func aMatrixHoldsWhereEveryEntryHolds() throws {
    let verdict = try Self.verdict("[0.33, 1; -2.5, 0.67]", [1 / 3, 1, -2.5, 2 / 3])
    #expect(verdict.holds && verdict.wrongEntries.isEmpty)
  }

  @Test func everyWrongEntryIsNamed() throws {
    let verdict = try Self.verdict("[0.33, 1; -2.4, 0.66]", [1 / 3, 1, -2.5, 2 / 3])
    #expect(!verdict.holds)
    #expect(verdict.wrongEntries == [2, 3])
    #expect(verdict.expected(entry: 2) == Decimal(isNegative: true, coefficient: 25, places: 1))
  }

  @Test func anotherConventionMustExplainAllEntries() throws {
    #expect(try Self.verdict("[0.33, 1; -2.5, 0.66]", [1 / 3, 1, -2.5, 2 / 3]).holds(.cut))
    #expect(try !Self.verdict("[0.33, 2; -2.5, 0.66]", [1 / 3, 1, -2.5, 2 / 3]).holds(.cut))
  }

  @Test(arguments: [
    ("[0.33, 1; -2.5, 0.67]", true), ("[0.33, 1; -2.4, 0.67]", false),
    ("[0.33, 1; -2.4 (erratum), 0.67]", true), ("[0.33, 1; -2.5 (erratum), 0.67]", false),
    ("[0.33, 1; -2.4 (erratum), 0.66]", false), ("[0.33, 1; -2.4, 0.66] (erratum)", true),
    ("[0.33, 1; -2.5, 0.67] (erratum)", false), ("[[.33 (erratum)  1] [-2.5 .67]]", false),
    ("[[.34 (erratum)  1] [-2.5 .66(erratum)]]", true),
  ])
  func whatIsMarkedAsWrongMustBeWrong(printed: String, isAsMarked: Bool) throws {
    #expect(try Self.verdict(printed, [1 / 3, 1, -2.5, 2 / 3]).isAsMarked == isAsMarked)
  }

  @Test func aMatrixWithoutAValueDoesNotHold() throws {
    let verdict = try Self.verdict("[1, 2; 3, 4]", nil)
    #expect(!verdict.holds && verdict.expected(entry: 0) == nil && verdict.wrongEntries.isEmpty)
  }
}
