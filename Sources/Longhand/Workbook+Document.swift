import Differentiation
import Proofreading
import WalkthroughLanguage

extension Workbook {
  /// Judges what a document prints that somebody wrote by hand: its equalities that end in numbers, as far as they
  /// match something of the walkthrough by name.
  ///
  /// - Throws: what keeps the walkthrough from being worked, or the document from being read as text.
  public func proof(of document: SourceText) throws(Diagnostics) -> Proof {
    if let problem = document.unreadable { throw Diagnostics([problem], in: document) }
    var reading = DocumentReading(document, trace)
    var proofreader = try proofreader(reading)
    var verdicts = proofreader.verdicts()
    if walkthrough.derivatives != .rules {
      for derivatives in [.rules, nil] as [DerivativeMethod?] {
        reading.find(verdicts.indices.filter { !verdicts[$0].holds }, by: derivatives)
        proofreader = try self.proofreader(reading)
        verdicts = proofreader.verdicts()
      }
    }
    let doubtful = reading.doubtful(verdicts)
    if !doubtful.isEmpty {
      reading.setAside(doubtful)
      proofreader = try self.proofreader(reading)
      verdicts = proofreader.verdicts()
    }
    return Proof(
      verdicts, proofreader.findings(verdicts), nil, walkthrough, in: document,
      asides: reading.asides.sorted { $0.line < $1.line }, laboratory.givens)
  }

  private func proofreader(_ reading: DocumentReading) throws(Diagnostics) -> Proofreader {
    Proofreader(try Laboratory(walkthrough.publishing(reading.claims)))
  }
}

/// What of a document can be judged, and what not.
private struct DocumentReading {
  private(set) var claims: [PrintedClaim] = []
  /// By claim: which calculation it is an operand of, where only its place there says what it is printed for.
  private var calculations: [Int?] = []
  /// Calculations with operands that cannot be judged.
  private var unclear: Set<Int?> = []
  private(set) var asides: [ProofReport.Aside] = []
  /// By claim: what to say where it is not judged after all.
  private var doubts: [ProofReport.Aside] = []

  init(_ document: SourceText, _ trace: Trace) {
    let walkthrough = trace.walkthrough
    let lines = document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(\.indices)
    let text = HandwrittenDocument(document.bytes)
    for (equality, match) in zip(text.equalities, text.matches(in: trace)) {
      func aside(_ explanation: String) -> ProofReport.Aside {
        ProofReport.Aside(line: equality.line, text: equality.text, explanation: explanation)
      }
      switch match {
      case .certain(let subject):
        let place = lines[min(equality.line, lines.count) - 1]
        claims.append(PrintedClaim(subject: subject, printed: equality.printed, place: place))
        calculations.append(equality.calculation)
        doubts.append(aside(Self.uncertain(Self.byPlace, [walkthrough.text(of: subject)])))
      case .uncertain(let reason, let candidates):
        unclear.insert(equality.calculation)
        asides.append(aside(Self.uncertain(reason, candidates)))
      case .none(let reason):
        unclear.insert(equality.calculation)
        asides.append(aside(reason))
      }
    }
  }

  /// Takes slopes for found in this way, or in that of the file: beside measured ones a document may print what the rules
  /// say.
  mutating func find(_ places: [Int], by derivatives: DerivativeMethod?) {
    for claim in places {
      if case .derivative = claims[claim].subject { claims[claim].derivatives = derivatives }
    }
  }

  /// Wrong operands of calculations whose numbers may stand in another order than the names. Where all others hold, one
  /// that is wrong stands in its place.
  func doubtful(_ verdicts: [Verdict]) -> [Int] {
    let wrong = claims.indices.filter { calculations[$0] != nil && !verdicts[$0].holds }
    let counts = Dictionary(wrong.map { (calculations[$0], 1) }, uniquingKeysWith: +)
    return wrong.filter { counts[calculations[$0]] != 1 || unclear.contains(calculations[$0]) }
  }

  /// Claims that are not judged after all.
  mutating func setAside(_ doubtful: [Int]) {
    asides += doubtful.map { doubts[$0] }
    for claim in doubtful.reversed() {
      claims.remove(at: claim)
      calculations.remove(at: claim)
      doubts.remove(at: claim)
    }
  }
}

extension DocumentReading {
  private static let byPlace = "its place in the calculation says so, and the value is another one"

  private static func uncertain(_ reason: String, _ candidates: [String]) -> String {
    let names = candidates.isEmpty ? "" : ", perhaps \(candidates.joined(separator: " or "))"
    return "uncertain\(names): \(reason)"
  }
}
