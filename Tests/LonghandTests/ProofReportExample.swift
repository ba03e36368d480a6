import Longhand

/// Reports that tests spell.
enum ProofReportExample {
  typealias Row = ProofReport.Row
  typealias Reason = ProofReport.Reason

  static func row(
    _ line: Int, _ expression: String, _ printed: String, _ right: String?, _ verdict: String = "holds",
    isFault: Bool = false, isErratum: Bool = false, context: String = "", _ reason: Reason? = nil
  ) -> Row {
    Row(
      line: line, context: context, expression: expression, printed: printed, right: right, verdict: verdict,
      isFault: isFault, isErratum: isErratum, reason: reason)
  }

  static func reason(
    _ kind: String, _ text: String, isCertain: Bool = true, explains: [Int] = [], contradicts: [Int] = []
  ) -> Reason {
    Reason(kind: kind, text: text, isCertain: isCertain, explains: explains, contradicts: contradicts)
  }

  /// Everything a report can hold, once.
  static let network = ProofReport(
    name: "two-two-two.walk", title: "A 2-2-2 network",
    rows: [
      row(31, "sum_h1", "0.41", "0.41"),
      row(
        35, "new w5", "0.45178", "0.45187", "wrong", isFault: true,
        reason("digits-transposed", "two neighbouring digits changed places", explains: [36, 40], contradicts: [31])),
      row(
        36, "new w6", "-10.4", "-9.4", "cut", isFault: true, context: "after 1 epoch, example 2",
        reason("given", "as if w6 were 0.61", isCertain: false)),
      row(38, "E", "12.", "12.5", "wrong", isErratum: true, reason("printing", "a digit is missing")),
      row(40, "V[1, 2]", "5.34e-08", "5.34e-08", context: "after 1 epoch, example 2"),
      row(41, "ln(x - 3)", "2", nil, "no value", isFault: true),
      row(44, "E_total", ".29", ".29", "holds, though marked", isFault: true, isErratum: true),
    ],
    summary: ["2 of 7 lines hold, cut.", "6 would hold rounded."],
    asides: [
      .init(line: 50, text: "y = 0.7", explanation: "no quantity has this name"),
      .init(line: 7, text: "net = 0.1", explanation: "two quantities have this value: net_1 and net_2"),
    ])

  /// What a file may hold to break a table, a page or a terminal.
  static let hostileTexts = [
    "<script>alert(1)</script>", "</style><b>", "a|b", #"a\|b"#, "`code`", "``", "\"quoted\" 'too'", "a & b &amp; c",
    "two\nlines", "carriage\r\nreturn", "\u{1B}[31mred", "null\u{0}byte\u{9B}csi\u{7F}",
    "$x_1$ *y* _z_ ~w~ [a](b) <!-- # ",
    "漢字の式", "e\u{301}a\u{308}", "\u{202E}right to left", "--> ]]> {{ }}", " blanks at both ends ", "",
    String(repeating: "w1*x + ", count: 43),
  ]

  /// `text` wherever a report can hold any.
  static func report(of text: String) -> ProofReport {
    ProofReport(
      name: text, title: text,
      rows: [
        row(1, "plain", "0.1", "0.1"), row(2, text, text, text, context: text),
        row(3, text, text, nil, "wrong", isFault: true, context: text, reason("given", text, explains: [2])),
        row(4, text, "1", text, "cut", isErratum: true),
      ],
      summary: [text], asides: [.init(line: 5, text: text, explanation: text)])
  }
}
