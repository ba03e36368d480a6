import Differentiation
import Numerals
import Proofreading
import WalkthroughLanguage

/// What proofreading a walkthrough found.
public struct Proof: Sendable {
  public let verdicts: [Verdict]
  /// What can be said of each printed number that does not hold.
  public let findings: [PrintedPlace: Finding]
  /// How many lines would hold under other conventions.
  let conventions: [Findings.Holding]
  /// Whether all reasons were looked for.
  let isComplete: Bool
  /// Nothing where a document is read and not the file.
  public let derivatives: DerivativeCheck?
  public let walkthrough: Walkthrough
  /// Where the printed numbers stand: the file, or a document beside it.
  public let source: SourceText
  /// What of a document could not be judged.
  let asides: [ProofReport.Aside]
  let givens: Values

  /// Lines that are not what the file says of them: wrong, or marked as wrong and right.
  public var failures: [Verdict] { verdicts.filter { !$0.isAsMarked } }
  public var isClean: Bool { failures.isEmpty && disagreements.isEmpty }

  private var disagreements: [DerivativeCheck.Disagreement] { derivatives?.disagreements ?? [] }

  /// Of one line, more complaints are summed up.
  private static let mostComplaints = 4

  /// One block for each number that does not hold, and for each derivative that disagrees.
  public var complaints: String {
    let wrong = verdicts.indices.filter { !verdicts[$0].isAsMarked }.flatMap(complaints)
    return (wrong.isEmpty ? "" : Diagnostics(wrong, in: source).fullReport) + derivativeComplaints
  }

  /// One block for each derivative that disagrees.
  public var derivativeComplaints: String {
    let parted = disagreements.map { disagreement in
      let result = walkthrough.quantities[disagreement.result]
      let operand = walkthrough.quantities[disagreement.operand]
      return Diagnostic(at: result.place, Self.complaint(disagreement, result.name, operand.name))
    }
    return parted.isEmpty ? "" : Diagnostics(parted, in: walkthrough.source).fullReport
  }

  private func complaints(about number: Int) -> [Diagnostic] {
    let verdict = verdicts[number]
    let place = verdict.claim.place
    let (wrong, right) = verdict.faults
    var diagnostics = right.map { entry in
      let isLine = verdict.claim.erratum == .line
      let name = isLine ? verdict.claim.expression : verdict.claim.name(ofEntry: entry)
      return Diagnostic(at: place, Self.erratumHolds(name), remedy: Self.unmark)
    }
    for entry in wrong.prefix(Self.mostComplaints) {
      let finding = findings[PrintedPlace(claim: number, entry: entry)]
      diagnostics.append(
        Diagnostic(at: place, Self.complaint(verdict, entry), remedy: finding.flatMap { reason(of: $0) }))
    }
    if wrong.count > Self.mostComplaints {
      diagnostics.append(Diagnostic(at: place, Self.moreEntries(wrong.count - Self.mostComplaints)))
    }
    return diagnostics
  }

  /// Where a number comes from, in one sentence, and what else comes from there.
  private func reason(of finding: Finding) -> String? {
    reportedReason(of: finding)?.sentence
  }
}

extension Workbook {
  /// Judges the published lines, looks for where wrong numbers come from, and measures every derivative.
  public func proof() throws(Diagnostics) -> Proof {
    var proofreader = Proofreader(laboratory)
    let verdicts = proofreader.verdicts()
    return Proof(
      verdicts, proofreader.findings(verdicts), try DerivativeCheck(laboratory), walkthrough, in: walkthrough.source,
      asides: [], laboratory.givens)
  }
}

extension Proof {
  init(
    _ verdicts: [Verdict], _ findings: Findings, _ derivatives: DerivativeCheck?, _ walkthrough: Walkthrough,
    in source: SourceText, asides: [ProofReport.Aside], _ givens: Values
  ) {
    (self.verdicts, self.derivatives, self.walkthrough) = (verdicts, derivatives, walkthrough)
    (conventions, isComplete) = (findings.conventions, findings.isComplete)
    self.findings = Dictionary(uniqueKeysWithValues: findings.all.map { ($0.place, $0) })
    (self.source, self.asides, self.givens) = (source, asides, givens)
  }
}

extension Proof {
  fileprivate static let unmark = "take `(erratum)` away"

  fileprivate static func erratumHolds(_ expression: String) -> String {
    "`\(expression)` is marked as an erratum, and what is printed is right"
  }

  fileprivate static func moreEntries(_ count: Int) -> String {
    "\(count) more \(count == 1 ? "entry" : "entries") of this matrix \(count == 1 ? "does" : "do") not hold"
  }

  fileprivate static func complaint(_ verdict: Verdict, _ entry: Int) -> String {
    let claim = verdict.claim
    if case .different(let right)? = verdict.comparison {
      return "`\(claim.expression)` is printed as \(claim.printed.text), but "
        + (right.map { "it is \($0)" } ?? "the two are not equal")
    }
    guard let expected = verdict.expected(entry: entry) else {
      return "`\(claim.expression)` is printed as \(claim.printed.text), but it has no value here"
    }
    let printed = claim.printed.entries[entry]
    return "`\(claim.name(ofEntry: entry))` is printed as \(printed.text), but it is \(printed.spelled(expected)), "
      + verdict.reduction.rawValue
  }

  fileprivate static func complaint(
    _ disagreement: DerivativeCheck.Disagreement, _ result: String, _ operand: String
  ) -> String {
    let style = NumberStyle(.figures(9))
    let (found, measured) = (style.shown(disagreement.derivative), style.shown(disagreement.measured))
    let kind = disagreement.isLocal ? "local d\(result)/d\(operand)" : "d\(result)/d\(operand)"
    return "`\(kind)` is \(found.plainText), but its measured slope is \(measured.plainText)"
  }
}
