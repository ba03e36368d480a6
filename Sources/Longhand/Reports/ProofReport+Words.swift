/// What all spellings of a report say alike.
extension ProofReport {
  /// What stands over the report.
  var heading: String {
    [title, name].compactMap(\.self).first { !$0.allSatisfy(\.isWhitespace) } ?? ProofWords.nothing
  }

  /// Rows that do not hold, then those that are marked as wrong, then those that hold.
  var faults: [Row] { rows.filter { $0.kind == .fault } }
  var errata: [Row] { rows.filter { $0.kind == .erratum } }
  var holding: [Row] { rows.filter { $0.kind == .holding } }

  /// Items under one context, those without any first, then each context where it first occurs.
  static func groups<Item>(_ items: [Item], by context: (Item) -> String) -> [(context: String, items: [Item])] {
    var contexts: [String] = []
    var members: [String: [Item]] = [:]
    for item in items {
      let context = context(item)
      if members[context] == nil { contexts.append(context) }
      members[context, default: []].append(item)
    }
    let ordered = contexts.filter(\.isEmpty) + contexts.filter { !$0.isEmpty }
    return ordered.map { ($0, members[$0] ?? []) }
  }
}

extension ProofReport.Row {
  /// Under which heading it stands.
  enum Kind { case fault, erratum, holding }

  var kind: Kind { isErratum ? .erratum : isFault ? .fault : .holding }

  /// The verdict with the words that set faults and errata apart: `WRONG: cut`, `wrong (erratum)`.
  var shownVerdict: String {
    let word = isFault ? ProofWords.fault : verdict
    let kind = isFault && verdict != ProofWords.wrong ? ": \(verdict)" : ""
    return word + kind + (isErratum && !isFault ? " (\(ProofWords.erratum))" : "")
  }

  var shownRight: String { right ?? ProofWords.nothing }
}

extension ProofReport.Reason {
  /// A piece of a reason: words, or the number of a line that a page can lead to.
  enum Piece: Equatable {
    case words(String)
    case line(Int)
  }

  /// Whether it is a guess, what it is, and which other lines speak for it or against it.
  var pieces: [Piece] {
    [.words((isCertain ? "" : ProofWords.possibly) + text)] + Self.pieces(ProofWords.explains, explains)
      + Self.pieces(ProofWords.contradicts, contradicts)
  }

  /// The pieces as one sentence without its stop.
  var sentence: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .line(let line): String(line)
      }
    }.joined()
  }

  private static func pieces(_ verb: String, _ lines: [Int]) -> [Piece] {
    guard !lines.isEmpty else { return [] }
    let numbers = lines.map { [Piece.line($0)] }.joined(separator: [.words(", ")])
    return [.words("; \(verb) \(lines.count == 1 ? "line" : "lines") ")] + numbers
  }
}

/// The words that reports are made of.
enum ProofWords {
  static let fault = "WRONG"
  static let wrong = "wrong"
  static let holds = "holds"
  static let erratum = "erratum"
  static let nothing = "—"
  static let possibly = "possibly: "
  static let explains = "also explains"
  static let contradicts = "contradicts"

  static let line = "line"
  static let context = "context"
  static let claim = "what"
  static let printed = "printed"
  static let right = "right"
  static let verdict = "verdict"
  static let reason = "reason"

  static let faultsHeading = "Does not hold"
  static let errataHeading = "Errata"
  static let holdingHeading = "Holds"
  static let asidesHeading = "Not matched"
  static let aside = "text"
  static let explanation = "explanation"
  static let severalHeading = "Proofreading report"
  static let overview = "How many lines hold in each document"
  static let document = "document"
  static let holdingCaption = "Everything that holds"
  static let program = "Proofread by Longhand \(LonghandVersion.number)"
  static func proofread(_ heading: String) -> String { "\(heading): proofreading report" }
}
