import Longhand
import Proofreading
import Testing

@Suite struct PrintedNumbersTests {
  @Test(arguments: Printed.all)
  func everyPrintedNumberStandsInAWalkthroughAndHoldsOrIsAKnownErratum(_ printed: Printed) throws {
    let line = printed.line
    let proof = try #require(Self.proofs[line.file])
    let verdicts = proof.verdicts.filter { verdict in
      verdict.claim.expression == line.expression && Self.bare(verdict.claim.printed.text) == Self.bare(printed.digits)
        && Self.heading(of: verdict.claim, in: proof.walkthrough) == line.heading
    }
    #expect(verdicts.count == 1)
    #expect(verdicts.allSatisfy { $0.isAsMarked && $0.holds != printed.isErratum })
  }

  @Test func theDocumentsPrintThatManyNumbers() {
    let counts = ["002", "003", "004"].map { document in Printed.all.count { $0.document == document } }
    #expect(counts == [54, 37, 10])
    #expect(Printed.all.filter(\.isErratum).map(\.quantity) == ["difference quotient at 1.5", "V after one update"])
  }

  /// By file, each worked once.
  private static let proofs: [String: Proof] = {
    let files = Set(Printed.all.map(\.line.file))
    return files.reduce(into: [:]) { $0[$1] = try? Repository.workbook("walkthroughs/" + $1).proof() }
  }()

  /// Without the brackets and blanks that documents differ in.
  private static func bare(_ text: String) -> String {
    text.split { "[], ".contains($0) }.joined(separator: " ")
  }

  /// The line that a published line stands under.
  private static func heading(of claim: Claim, in walkthrough: Walkthrough) -> String {
    let text = walkthrough.source.text(0..<claim.place.lowerBound)
    return text.split(separator: "\n").last { $0.hasPrefix("published") }.map(String.init) ?? ""
  }
}
