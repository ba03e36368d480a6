import Differentiation
import Proofreading
import WalkthroughLanguage

extension Workbook {
  /// Judges what a document prints that somebody wrote by hand: its equalities that end in numbers, as far as they
  /// match something of the walkthrough by name.
  ///
  /// - Throws: what keeps the walkthrough from being worked.
  public func proof(of document: SourceText) throws(Diagnostics) -> Proof {
    var claims: [PrintedClaim] = []
    var asides: [ProofReport.Aside] = []
    let lines = Self.lines(of: document)
    let text = HandwrittenDocument(document.bytes)
    for (equality, match) in zip(text.equalities, text.matches(in: walkthrough)) {
      switch match {
      case .certain(let subject):
        let place = lines[min(equality.line, lines.count) - 1]
        claims.append(PrintedClaim(subject: subject, printed: equality.printed, place: place))
      case .uncertain(let reason, let candidates):
        asides.append(
          ProofReport.Aside(line: equality.line, text: equality.text, explanation: Self.uncertain(reason, candidates)))
      case .none(let reason):
        asides.append(ProofReport.Aside(line: equality.line, text: equality.text, explanation: reason))
      }
    }
    let laboratory = try Laboratory(walkthrough.publishing(claims))
    var proofreader = Proofreader(laboratory)
    let verdicts = proofreader.verdicts()
    return Proof(
      verdicts: verdicts, findings: proofreader.findings(verdicts), derivatives: nil, walkthrough: walkthrough,
      source: document, asides: asides, givens: laboratory.givens)
  }

  /// The bytes of each line, without its end.
  private static func lines(of document: SourceText) -> [Range<Int>] {
    document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(\.indices)
  }
}

extension Workbook {
  private static func uncertain(_ reason: String, _ candidates: [String]) -> String {
    let names = candidates.isEmpty ? "" : ", perhaps \(candidates.joined(separator: " or "))"
    return "uncertain\(names): \(reason)"
  }
}
