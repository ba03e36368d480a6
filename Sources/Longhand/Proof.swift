import Differentiation
import Numerals
import Proofreading
import WalkthroughLanguage

/// What proofreading a walkthrough found.
public struct Proof: Sendable {
  public let verdicts: [Verdict]
  public let derivatives: DerivativeCheck
  public let walkthrough: Walkthrough

  public var failures: [Verdict] { verdicts.filter { !$0.holds } }
  public var isClean: Bool { failures.isEmpty && derivatives.disagreements.isEmpty }

  /// One block for each line that does not hold, and for each derivative that disagrees.
  public var complaints: String {
    let wrong = failures.map { verdict in
      Diagnostic(at: verdict.claim.place, Self.complaint(verdict), remedy: Self.reason(verdict))
    }
    let parted = derivatives.disagreements.map { disagreement in
      let result = walkthrough.quantities[disagreement.result]
      let operand = walkthrough.quantities[disagreement.operand]
      return Diagnostic(at: result.place, Self.complaint(disagreement, result.name, operand.name))
    }
    return wrong.isEmpty && parted.isEmpty ? "" : Diagnostics(wrong + parted, in: walkthrough.source).fullReport
  }

  /// Every published line with its place, and the sum.
  public var listing: String {
    var lines = verdicts.map { verdict in
      let line = walkthrough.source.position(of: verdict.claim.place.lowerBound).line
      let mark = verdict.holds ? Self.holdsWord : Self.failsWord
      let number = verdict.holds ? "" : "  (\(Self.rightNumber(verdict)))"
      return
        "\(walkthrough.source.name):\(line): \(mark)  \(verdict.claim.expression) = \(verdict.claim.printed.text)\(number)"
    }
    if !verdicts.isEmpty { lines.append("\(walkthrough.source.name): \(summary)") }
    lines.append("\(walkthrough.source.name): \(derivativeSummary)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// `37 of 37 hold, cut; 16 would hold rounded`
  public var summary: String {
    let held = verdicts.count { $0.holds }
    let convention = walkthrough.style.reduction
    guard verdicts.contains(where: { $0.comparison == nil }) else { return "\(held) of \(verdicts.count) hold" }
    let others = Reduction.allCases.filter { $0 != convention }.map { other in
      "\(verdicts.count { $0.holds(other) }) would hold \(other.rawValue)"
    }
    return (["\(held) of \(verdicts.count) hold, \(convention.rawValue)"] + others).joined(separator: "; ")
  }

  private var derivativeSummary: String {
    let unclear = derivatives.unclear > 0 ? ", \(derivatives.unclear) at a kink or an edge not checked" : ""
    let points = walkthrough.isSymbolic ? " at \(Laboratory.measuredPoints) points" : ""
    return "\(derivatives.agreeing) derivatives agree with central differences\(points)\(unclear)"
  }
}

extension Workbook {
  /// Judges the published lines, and measures every derivative.
  public func proof() throws(Diagnostics) -> Proof {
    var proofreader = Proofreader(laboratory)
    return Proof(
      verdicts: proofreader.verdicts(), derivatives: try DerivativeCheck(laboratory), walkthrough: walkthrough)
  }
}

extension Proof {
  fileprivate static let holdsWord = "holds"
  fileprivate static let failsWord = "WRONG"
  fileprivate static let noValue = "no value"
  fileprivate static let notEqual = "not equal"

  fileprivate static func complaint(_ verdict: Verdict) -> String {
    let claim = verdict.claim
    if case .different(let right)? = verdict.comparison {
      return "`\(claim.expression)` is printed as \(claim.printed.text), but "
        + (right.map { "it is \($0)" } ?? "the two are not equal")
    }
    guard let entry = verdict.wrongEntry, let expected = verdict.expected else {
      return "`\(claim.expression)` is printed as \(claim.printed.text), but it has no value here"
    }
    return "`\(claim.name(ofEntry: entry))` is printed as \(claim.printed.entries[entry].text), but it is "
      + "\(expected), \(verdict.reduction.rawValue)"
  }

  /// What stands behind a line that does not hold.
  fileprivate static func rightNumber(_ verdict: Verdict) -> String {
    if case .different(let right)? = verdict.comparison { return right ?? notEqual }
    guard let entry = verdict.wrongEntry, let expected = verdict.expected else { return noValue }
    let claim = verdict.claim
    return claim.printed.shape.isScalar ? expected : "\(claim.name(ofEntry: entry)): \(expected)"
  }

  fileprivate static func reason(_ verdict: Verdict) -> String? {
    verdict.otherConvention.map { "the printed number is what the value gives \($0.rawValue)" }
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
