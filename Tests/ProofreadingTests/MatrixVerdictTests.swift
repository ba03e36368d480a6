import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

@Suite struct MatrixVerdictTests {
  private static func verdict(_ printed: String, _ values: [Double]?, _ reduction: Reduction = .rounded) throws
    -> Verdict
  {
    let file = SourceText(name: "test", text: "W = [1, 2; 3, 4]\npublished:\n  W = \(printed)\n")
    return Verdict(claim: try file.walkthrough().claims[0], values: values, reduction: reduction)
  }

  @Test func aMatrixHoldsWhereEveryEntryHolds() throws {
    let verdict = try Self.verdict("[0.33, 1; -2.5, 0.67]", [1 / 3, 1, -2.5, 2 / 3])
    #expect(verdict.holds && verdict.wrongEntry == nil && verdict.otherConvention == nil)
  }

  @Test func theFirstWrongEntryIsNamed() throws {
    let verdict = try Self.verdict("[0.33, 1; -2.4, 0.66]", [1 / 3, 1, -2.5, 2 / 3])
    #expect(!verdict.holds)
    #expect(verdict.wrongEntry == 2)
    #expect(verdict.expected == "-2.5")
  }

  @Test func anotherConventionMustExplainAllEntries() throws {
    #expect(try Self.verdict("[0.33, 1; -2.5, 0.66]", [1 / 3, 1, -2.5, 2 / 3]).otherConvention == .cut)
    #expect(try Self.verdict("[0.33, 2; -2.5, 0.66]", [1 / 3, 1, -2.5, 2 / 3]).otherConvention == nil)
  }

  @Test func aMatrixWithoutAValueDoesNotHold() throws {
    let verdict = try Self.verdict("[1, 2; 3, 4]", nil)
    #expect(!verdict.holds && verdict.expected == nil && verdict.wrongEntry == nil)
  }
}
