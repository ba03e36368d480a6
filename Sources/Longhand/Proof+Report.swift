import Differentiation
import Numerals
import Proofreading
import WalkthroughLanguage

extension Proof {
  /// Everything that was found, line by line.
  public var report: ProofReport {
    ProofReport(
      name: source.name, title: walkthrough.title, rows: verdicts.indices.flatMap(rows), summary: summary,
      asides: asides)
  }

  private func rows(of number: Int) -> [ProofReport.Row] {
    let verdict = verdicts[number]
    let (wrong, faults) = (verdict.wrongPlaces, verdict.faults)
    if wrong.isEmpty, faults.rightErrata.isEmpty { return [row(number, nil, verdict: Self.holdsWord, isFault: false)] }
    if verdict.claim.erratum == .line, verdict.holds {
      return [row(number, nil, verdict: Self.erratumHoldsWord, isFault: true)]
    }
    return (wrong + faults.rightErrata).sorted().map { entry in
      if faults.rightErrata.contains(entry) {
        return row(number, entry, verdict: Self.erratumHoldsWord, isFault: true)
      }
      let finding = findings[PrintedPlace(claim: number, entry: entry)]
      return row(
        number, entry, verdict: Self.word(verdict, finding), isFault: faults.unmarked.contains(entry),
        reason: finding.flatMap(reportedReason))
    }
  }

  private func row(
    _ number: Int, _ entry: Int?, verdict word: String, isFault: Bool, reason: ProofReport.Reason? = nil
  ) -> ProofReport.Row {
    let verdict = verdicts[number]
    let claim = verdict.claim
    let isEntry = entry != nil && verdict.values != nil
    return ProofReport.Row(
      line: line(of: number), context: walkthrough.source.text(claim.heading),
      expression: isEntry ? claim.name(ofEntry: entry ?? 0) : claim.expression,
      printed: isEntry ? claim.printed.entries[entry ?? 0].text : claim.printed.text,
      right: right(verdict, entry), verdict: word, isFault: isFault, isErratum: verdict.isMarked(entry: entry),
      reason: reason)
  }

  private func right(_ verdict: Verdict, _ entry: Int?) -> String? {
    if case .different(let right)? = verdict.comparison { return right }
    guard let entry else { return verdict.holds ? verdict.claim.printed.text : nil }
    return verdict.expected(entry: entry).map(verdict.claim.printed.entries[entry].spelled)
  }

  private func line(of claim: Int) -> Int {
    source.line(of: verdicts[claim].claim.place.lowerBound)
  }

  /// The reason of a number in words, with the lines of what else it explains and contradicts.
  func reportedReason(of finding: Finding) -> ProofReport.Reason? {
    guard let reason = finding.reason else {
      return finding.convention.map {
        ProofReport.Reason(
          kind: Self.kind(of: $0), text: Self.sentence($0, or: finding.otherConvention),
          isCertain: finding.isConventionCertain,
          explains: lines(finding.conventionExplains).filter { $0 != line(of: finding.place.claim) },
          contradicts: lines(finding.conventionContradicts))
      }
    }
    let claim = verdicts[finding.place.claim].claim
    let beside = reason.explains.count { $0.claim == finding.place.claim }
    return ProofReport.Reason(
      kind: reason.cause.kind, text: sentence(reason.cause, claim) + Self.likeEntries(beside),
      isCertain: reason.isCertain,
      explains: lines(reason.explains).filter { $0 != line(of: finding.place.claim) },
      contradicts: lines(reason.contradicts))
  }

  private func lines(_ places: [PrintedPlace]) -> [Int] { Set(places.map { line(of: $0.claim) }).sorted() }

  /// How many lines hold, under which convention; what explains most of a document that mixes them.
  var summary: [String] {
    guard verdicts.isEmpty || verdicts.contains(where: { $0.comparison == nil }) else {
      return [Self.held(verdicts.count { $0.holds }, of: verdicts.count)] + derivativeSummary
    }
    if verdicts.isEmpty { return derivatives == nil ? [Self.nothingFound] : derivativeSummary }
    let reductions = Set(verdicts.filter { $0.comparison == nil }.map(\.reduction))
    let own = reductions.count == 1 ? reductions.first : nil
    let others = Reduction.allCases.filter { $0 != own }.map { other in
      Self.wouldHold(verdicts.count { $0.holds(other) }, other)
    }
    let held = Self.held(verdicts.count { $0.holds }, of: verdicts.count, own)
    let sentences = [([held] + others).joined(separator: "; ")]
    let search = isComplete ? [] : [Self.notSearched]
    let right = verdicts.reduce(0) { $0 + $1.faults.rightErrata.count }
    let errata = right == 0 ? [] : [Self.rightErrata(right)]
    return sentences + economical + (tallies.isEmpty ? [] : [Self.tally(tallies)]) + errata + search
      + derivativeSummary
  }

  /// The convention under which most lines hold, where that is more than hold, beside the one in force.
  private var economical: [String] {
    let held = verdicts.count { $0.holds }
    // Where reasons explain more, a convention that explains a little says nothing of the document.
    let reasoned = findings.values.count { $0.reason != nil }
    guard let most = conventions.map(\.lines).max(), most - held > reasoned,
      let best = conventions.first(where: { $0.lines == most })
    else { return [] }
    let own = Convention.reduced(walkthrough.style.reduction)
    return [Self.economical((best.convention, most), [(own, held)], of: verdicts.count)]
  }

  /// The words for what was found, with how many numbers each is said of.
  private var tallies: [(word: String, count: Int)] {
    var tallies: [(word: String, count: Int)] = []
    let valueless = verdicts.filter { $0.values == nil && $0.comparison == nil }.map { Self.word($0, nil) }
    let judged = verdicts.indices.flatMap { number in
      verdicts[number].wrongEntries.map { findings[PrintedPlace(claim: number, entry: $0)] }
        .map { Self.word(verdicts[number], $0) }
    }
    for word in judged + valueless {
      if let index = tallies.firstIndex(where: { $0.word == word }) {
        tallies[index].count += 1
      } else {
        tallies.append((word, 1))
      }
    }
    return tallies
  }

  private var derivativeSummary: [String] {
    guard let derivatives else { return [] }
    if derivatives.isEmpty { return verdicts.isEmpty ? [Self.nothingToCompare] : [] }
    let points = walkthrough.isSymbolic ? Laboratory.measuredPoints : nil
    return [Self.agreeing(derivatives.agreeing, unclear: derivatives.unclear, points: points)]
  }
}

extension Verdict {
  /// Whether the file says that this number is wrong.
  func isMarked(entry: Int?) -> Bool {
    switch claim.erratum {
    case .none: false
    case .line: true
    case .entries(let known): entry.map(known.contains) ?? true
    }
  }
}
