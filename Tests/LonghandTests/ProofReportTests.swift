import Foundation
import Longhand
import Testing

private typealias X = ProofReportExample

private func text(_ format: ReportFormat, _ reports: ProofReport...) -> String {
  String(decoding: format.bytes(reports), as: UTF8.self)
}

extension ProofReport {
  fileprivate init(_ rows: Row...) { self.init(name: "t.walk", title: nil, rows: rows, summary: []) }
}

/// How reports are spelled for the terminal. Every expected text was read and judged by hand.
@Suite("Proof report: terminal") struct ProofReportTextTests {
  @Test func everythingAReportHoldsIsSaidInOrder() {
    #expect(
      X.network.text() == """
        two-two-two.walk
        A 2-2-2 network

        line  what       printed     right      verdict
        ────  ─────────  ──────────  ─────────  ───────────────────────────
          31  sum_h1       0.41       0.41      holds
          35  new w5       0.45178    0.45187   WRONG
                two neighbouring digits changed places; also explains lines 36, 40;
                contradicts line 31
          38  E           12.        12.5       wrong (erratum)
                a digit is missing
          41  ln(x - 3)    2         —          WRONG: no value
          44  E_total       .29        .29      WRONG: holds, though marked

        after 1 epoch, example 2
          36  new w6     -10.4       -9.4       WRONG: cut
                possibly: as if w6 were 0.61
          40  V[1, 2]      5.34e-08   5.34e-08  holds

        2 of 7 lines hold, cut.
        6 would hold rounded.

        Not matched
          50  y = 0.7
                no quantity has this name
           7  net = 0.1
                two quantities have this value: net_1 and net_2

        """)
  }

  @Test func rowsWithoutAContextComeFirstAndEachContextOnce() {
    let rows = [("b", 1), ("", 2), ("a", 3), ("b", 4), ("", 5)]
      .map { X.row($1, "x\($1)", "1", "1", context: $0) }
    let lines = ProofReport(name: "t", title: nil, rows: rows, summary: []).text().split(separator: "\n")
    #expect(
      lines.dropFirst(3).map { $0.prefix(8) } == ["   2  x2", "   5  x5", "b", "   1  x1", "   4  x4", "a", "   3  x3"])
  }

  @Test func aLongExpressionStandsOverItsNumbers() {
    let long = ProofReport(
      X.row(1, "x", "0.5", "0.5"), X.row(2, "dE_total/dw5 through output_h1", "10.25", "10.26", "cut", isFault: true))
    #expect(
      long.text(width: 40) == """
        t.walk

        line  what  printed  right  verdict
        ────  ────  ───────  ─────  ──────────
           1  x      0.5      0.5   holds
           2  dE_total/dw5 through output_h1
                    10.25    10.26  WRONG: cut

        """)
  }

  @Test func longNumbersStandBelowOneAnother() {
    let matrix = "[-0.10518769, 0.02654905; -0.00189193, 0.00047752]"
    let long = ProofReport(
      X.row(1, "x", "0.5", "0.5"), X.row(2, "dL/dV", matrix, matrix),
      X.row(3, "y", "123456789012345678901234567890.5", "9.25", "wrong", isFault: true))
    #expect(
      long.text(width: 60) == """
        t.walk

        line  what   printed  right  verdict
        ────  ─────  ───────  ─────  ───────
           1  x      0.5      0.5    holds
           2  dL/dV                  holds
                printed  [-0.10518769, 0.02654905; -0.00189193, 0.00047752]
           3  y                      WRONG
                printed  123456789012345678901234567890.5
                right                                 9.25

        """)
  }

  @Test(arguments: [20, 40, 80, 120])
  func nothingIsEverCutOff(width: Int) {
    let words = X.network.text(width: width).split { $0.isWhitespace }
    for row in X.network.rows {
      #expect(words.contains { $0 == row.printed } && words.contains { $0 == String(row.line) }, "line \(row.line)")
    }
    #expect(words.count { $0.hasPrefix("WRONG") } == 4)
    #expect(words.suffix(5) == ["this", "value:", "net_1", "and", "net_2"])
  }

  @Test func wideAndCombiningCharactersLineUpToo() {
    let report = ProofReport(
      X.row(1, "漢字", "0.5", "0.5"), X.row(2, "e\u{301}te\u{301}", "0.5", "0.5"), X.row(3, "wxyz", "0.5", "0.5"))
    #expect(
      report.text().split(separator: "\n").suffix(3) == [
        "   1  漢字  0.5      0.5    holds", "   2  e\u{301}te\u{301}   0.5      0.5    holds",
        "   3  wxyz  0.5      0.5    holds",
      ])
  }

  @Test(arguments: X.hostileTexts)
  func noTextSpeaksToTheTerminal(_ hostile: String) {
    for width in [1, 30, 80] {
      let page = X.report(of: hostile).text(width: width)
      let controls = page.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty && page.hasSuffix("\n") && !page.contains(" \n"))
      #expect(page.contains("WRONG"))
    }
  }

  @Test func withoutItsCodesColouredTextIsTheSame() {
    let coloured = X.network.text(usesColour: true)
    #expect(coloured.contains("\u{1B}[1mWRONG: cut\u{1B}[0m"))
    #expect(coloured.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == X.network.text())
  }
}

/// How reports are spelled for programs.
@Suite("Proof report: JSON") struct ProofReportJSONTests {
  @Test func aReportIsWrittenAsDocumented() {
    let report = ProofReport(
      name: "t.walk", title: nil,
      rows: [
        X.row(
          3, "x", "0.50", nil, "cut", isFault: true, context: "example 2", X.reason("given", "as if", explains: [4]))
      ], summary: ["None holds."], asides: [.init(line: 9, text: "y = 1", explanation: "no such name")])
    #expect(
      text(.json, report) == """
        {
         "longhand": {"version": "\(LonghandVersion.number)", "report": 1},
         "reports": [
          {
           "name": "t.walk",
           "title": null,
           "summary": ["None holds."],
           "claims": [
            {
             "line": 3,
             "context": "example 2",
             "expression": "x",
             "printed": "0.50",
             "right": null,
             "verdict": "cut",
             "fault": true,
             "erratum": false,
             "reason": {
              "kind": "given",
              "text": "as if",
              "certain": true,
              "explains": [4],
              "contradicts": []
             }
            }
           ],
           "asides": [
            {"line": 9, "text": "y = 1", "explanation": "no such name"}
           ]
          }
         ]
        }

        """)
  }

  @Test(arguments: X.hostileTexts)
  func everyTextReadsBackAsItWas(_ hostile: String) throws {
    let json = try JSONSerialization.jsonObject(with: Data(ReportFormat.json.bytes([X.report(of: hostile)])))
    let reports = try #require((json as? [String: Any])?["reports"] as? [[String: Any]])
    let claim = try #require((reports[0]["claims"] as? [[String: Any]])?[2])
    for value in [reports[0]["name"], reports[0]["title"], claim["expression"], claim["printed"], claim["context"]] {
      #expect((value as? String).map { $0.utf8.elementsEqual(hostile.utf8) } == true)
    }
  }

  @Test func everyFieldIsDocumented() throws {
    let page = try Repository.text("docs/report-json.md")
    for piece in text(.json, X.network).split(separator: "\"") where !piece.contains(" ") {
      guard text(.json, X.network).contains("\"\(piece)\": ") else { continue }
      #expect(page.contains("`\(piece)`"), "\(piece) is not documented")
    }
  }
}
