import Foundation
import Longhand
import Testing

private typealias X = ProofReportExample

private func text(_ format: ReportFormat, _ reports: [ProofReport]) -> String {
  String(decoding: format.bytes(reports), as: UTF8.self)
}

/// How reports are spelled in Markdown. Every expected text was read and judged by hand.
@Suite("Proof report: Markdown") struct ProofReportMarkdownTests {
  @Test func faultsComeFirstThenErrataThenWhatHolds() {
    #expect(
      text(.markdown, [X.network]) == """
        # A 2-2-2 network

        `two-two-two.walk`

        2 of 7 lines hold, cut.

        6 would hold rounded.

        ## Does not hold

        | line | context | what | printed | right | verdict | reason |
        | ---: | --- | --- | ---: | ---: | --- | --- |
        | 35 |  | `new w5` | `0.45178` | `0.45187` | **WRONG** | two neighbouring digits changed places; also explains lines 36, 40; contradicts line 31 |
        | 36 | after 1 epoch, example 2 | `new w6` | `-10.4` | `-9.4` | **WRONG: cut** | possibly: as if w6 were 0.61 |
        | 41 |  | `ln(x - 3)` | `2` | — | **WRONG: no value** |  |

        ## Errata

        | line | what | printed | right | verdict | reason |
        | ---: | --- | ---: | ---: | --- | --- |
        | 38 | `E` | `12.` | `12.5` | wrong (erratum) | a digit is missing |
        | 44 | `E_total` | `.29` | `.29` | **WRONG: holds, though marked** |  |

        ## Holds

        | line | context | what | printed | right |
        | ---: | --- | --- | ---: | ---: |
        | 31 |  | `sum_h1` | `0.41` | `0.41` |
        | 40 | after 1 epoch, example 2 | `V[1, 2]` | `5.34e-08` | `5.34e-08` |

        ## Not matched

        | line | text | explanation |
        | ---: | --- | --- |
        | 50 | `y = 0.7` | no quantity has this name |
        | 7 | `net = 0.1` | two quantities have this value: net\\_1 and net\\_2 |

        """)
  }

  @Test func severalReportsAreSectionsOfOnePage() {
    let page = text(.markdown, [X.network, X.network])
    #expect(page.hasPrefix("# Proofreading report\n\n## A 2-2-2 network\n\n`two-two-two.walk`\n"))
    #expect(page.split(separator: "\n").count { $0 == "### Does not hold" } == 2)
    #expect(text(.markdown, []) == "# Proofreading report\n")
  }

  @Test(arguments: [
    ("a|b", #"`a\|b`"#, #"a\|b"#), ("`x`", "`` `x` ``", #"\`x\`"#), ("<b>", "`<b>`", #"\<b\>"#),
    ("$x$ *y* _z_", "`$x$ *y* _z_`", #"<span>$</span>x<span>$</span> \*y\* \_z\_"#),
    ("two\nlines", "`two lines`", "two lines"),
    ("\u{1B}[1m", "` [1m`", #" \[1m"#),
  ])
  func whatMeansSomethingInMarkdownIsShownAsItIs(hostile: String, code: String, plain: String) {
    let page = text(.markdown, [X.report(of: hostile)])
    #expect(page.contains("| 2 | \(plain) | \(code) | \(code) | \(code) |\n"))
    #expect(page.contains("| **WRONG** | \(plain); also explains line 2 |\n"))
  }

  @Test(arguments: X.hostileTexts)
  func noTextBreaksATable(_ hostile: String) {
    let rows = text(.markdown, [X.report(of: hostile)]).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3 + 3 + 4 + 3)
  }
}

/// How reports are spelled as a web page.
@Suite("Proof report: HTML") struct ProofReportHTMLTests {
  @Test func aFaultIsACardWithItsFirstWrongDigitMarked() {
    let page = text(.html, [X.network])
    #expect(
      page.contains(
        """
        <article class="claim fault" id="line-35">
        <h3><code>new w5</code></h3>
        <p class="verdict">WRONG</p>
        <p class="place">line 35</p>
        <dl class="numbers">
        <dt>printed</dt>
        <dd><code>0.451<mark>7</mark>8</code></dd>
        <dt>right</dt>
        <dd><code>0.451<mark>8</mark>7</code></dd>
        </dl>
        <p class="reason">two neighbouring digits changed places; also explains lines \
        <a href="#line-36">36</a>, <a href="#line-40">40</a>; contradicts line <a href="#line-31">31</a></p>
        </article>

        """))
  }

  @Test(arguments: [
    ("0.12", "0.13", "0.1[2]", "0.1[3]"), ("9.5", "10.5", " 9.5", "[1]0.5"), ("-10.4", "-9.4", "-[1]0.4", " -9.4"),
    ("-0.5", "0.5", "[-]0.5", " 0.5"), ("12.", "12.5", "12.", "12.[5]"), ("0.5", "0.5", "0.5", "0.5"),
    ("[1, 2]", "[1, 3]", "[1, [2]]", "[1, [3]]"), ("e\u{301}", "e", "[e\u{301}]", "[e]"),
  ])
  func thePlaceWhereTheNumbersPartIsMarked(printed: String, right: String, first: String, second: String) {
    let row = X.row(1, "x", printed, right, "wrong", isFault: true)
    let page = text(.html, [ProofReport(name: "t", title: nil, rows: [row], summary: [])])
    let codes = page.replacing("<mark>", with: "[").replacing("</mark>", with: "]").split(separator: "\n")
      .filter { $0.hasPrefix("<dd>") }
    #expect(codes == ["<dd><code>\(first)</code></dd>", "<dd><code>\(second)</code></dd>"])
  }

  @Test func whatHoldsIsATableWithItsContexts() {
    #expect(
      text(.html, [X.network]).contains(
        """
        <tbody>
        <tr>
        <th scope="rowgroup" colspan="4" class="context">after 1 epoch, example 2</th>
        </tr>
        <tr id="line-40">
        <td class="count">40</td>
        <th scope="row" class="claimed"><code>V[1, 2]</code></th>
        <td class="number"><code>5.34e-08</code></td>
        <td class="number"><code>5.34e-08</code></td>
        </tr>
        </tbody>

        """))
  }

  @Test func severalReportsAreListedAndLinked() {
    let page = text(.html, [X.network, X.report(of: "other")])
    #expect(page.contains(##"<a href="#report-2">other</a>"##) && page.contains(#"<h2 id="report-2">other</h2>"#))
    #expect(page.contains(##"<a href="#report-1-line-36">36</a>"##))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(text(.html, []).contains("<h1>Proofreading report</h1>"))
  }

  @Test(arguments: X.hostileTexts.filter { !$0.isEmpty })
  func noTextBecomesPartOfThePage(_ hostile: String) throws {
    let page = text(.html, [X.report(of: hostile), X.report(of: hostile)])
    let plain = text(.html, [X.report(of: "plain"), X.report(of: "plain")])
    #expect(tags(page) == tags(plain))
    #expect(!page.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let ids = page.components(separatedBy: #" id=""#).dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func thePageNeedsNothingElse() {
    let page = text(.html, [X.network])
    for word in ["<script", "<link", "<img", "http:", "https:", "url(", "@import", "@font-face"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  /// The elements of a page, without frames around long numbers, marks, and classes for length.
  private func tags(_ page: String) -> [Substring] {
    page.components(separatedBy: "</style>")[1].split(separator: "<").map { $0.prefix { $0.isLetter || $0 == "/" } }
      .filter { !["div", "/div", "mark", "/mark"].contains($0) }
  }
}
