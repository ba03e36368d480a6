/// What proofreading found, line by line, ready to be spelled: for the terminal, or to be sent to an author.
public struct ProofReport: Sendable, Equatable {
  /// The walkthrough, or the document that was read beside it.
  public let name: String
  public let title: String?
  public let rows: [Row]
  /// Sentences: how many lines hold, under which convention; what explains a document that mixes them.
  public let summary: [String]
  /// What could not be judged, each with its line: of a document, equalities that match no quantity or several.
  public let asides: [Aside]

  /// One printed number, or one whole line that holds.
  public struct Row: Sendable, Equatable {
    /// In the file, from 1.
    public let line: Int
    /// What stands in the heading, `after 1 epoch, example 2`; empty for none.
    public let context: String
    /// What is claimed, `new w5` or `V[1, 2]`.
    public let expression: String
    /// As it stands in the document.
    public let printed: String
    /// In the form of the printed number, under the convention in force; nothing where there is no value.
    public let right: String?
    /// `holds`, `cut`, `from intermediates rounded to 3 decimals`, `wrong`, …
    public let verdict: String
    /// Whether it makes `check` fail: it does not hold, or is marked as an erratum and holds.
    public let isFault: Bool
    public let isErratum: Bool
    public let reason: Reason?

    public init(
      line: Int, context: String, expression: String, printed: String, right: String?, verdict: String, isFault: Bool,
      isErratum: Bool, reason: Reason?
    ) {
      (self.line, self.context, self.expression, self.printed) = (line, context, expression, printed)
      (self.right, self.verdict, self.isFault, self.isErratum) = (right, verdict, isFault, isErratum)
      self.reason = reason
    }
  }

  /// Where a wrong number comes from.
  public struct Reason: Sendable, Equatable {
    /// One word for programs: `digits-transposed`, `given`.
    public let kind: String
    /// A sentence without its stop: `it follows from alpha = 0.65, not 0.5`.
    public let text: String
    /// Whether it is more than a guess: enough digits, or several numbers, follow from it.
    public let isCertain: Bool
    /// Lines with other wrong numbers that it explains, and with right ones that it contradicts.
    public let explains: [Int]
    public let contradicts: [Int]

    public init(kind: String, text: String, isCertain: Bool, explains: [Int], contradicts: [Int]) {
      (self.kind, self.text, self.isCertain) = (kind, text, isCertain)
      (self.explains, self.contradicts) = (explains, contradicts)
    }
  }

  public struct Aside: Sendable, Equatable {
    public let line: Int
    public let text: String
    public let explanation: String

    public init(line: Int, text: String, explanation: String) {
      (self.line, self.text, self.explanation) = (line, text, explanation)
    }
  }

  public init(name: String, title: String?, rows: [Row], summary: [String], asides: [Aside] = []) {
    (self.name, self.title, self.rows, self.summary, self.asides) = (name, title, rows, summary, asides)
  }
}
