import Numerals
import Testing

@testable import Proofreading

@Suite struct HandwrittenNumberTests {
  @Test(arguments: [
    ("E = .12", ".12", "0.12"), ("E = 2.", "2", "2"), ("E = -5.34e-08", "-5.34e-08", "-0.0000000534"),
    ("$E = 4.386 \\times 10^{-4}$", "4.386 \\times 10^{-4}", "0.0004386"), ("E = 4.5·10⁻⁴", "4.5·10⁻⁴", "0.00045"),
    ("E = 4.5 * 10^-4", "4.5 * 10^-4", "0.00045"), ("E = −0.25", "−0.25", "-0.25"), ("E = - 0.25", "- 0.25", "-0.25"),
    ("E = (-0.0490)", "-0.0490", "-0.0490"), ("E = (0.5).", "0.5", "0.5"), ("$E = 0{,}41$", "0{,}41", "0.41"),
    ("$E = 10\\,000$", "10\\,000", "10000"), ("$E = 10^{-3}$", "10^{-3}", "0.001"), ("$E =\\,0.5\\,$", "0.5", "0.5"),
    ("$E = 0{.}594$", "0{.}594", "0.594"), ("$E = \\num{0.5}$", "0.5", "0.5"),
    ("$E = 0.593~269$", "0.593~269", "0.593269"), ("$E = 0.593\\;269$", "0.593\\;269", "0.593269"),
    ("$E = 0.593 269$", "0.593 269", "0.593269"), ("$E = 4.4\\text{e-4}$", "4.4\\text{e-4}", "0.00044"),
    ("$E = \\left(0.5\\right)$", "0.5", "0.5"), ("$E = \\mathrm{-0.5}$", "-0.5", "-0.5"),
    ("E = 2.9 * 10^(-1)", "2.9 * 10^(-1)", "0.29"), ("E = 4·10<sup>-4</sup>", "4·10<sup>-4</sup>", "0.0004"),
    ("E&nbsp;= &minus;0.5", "&minus;0.5", "-0.5"), ("E &asymp; 0.5", "0.5", "0.5"), ("$E \\doteq 0.5$", "0.5", "0.5"),
    ("E ≐ 0.5", "0.5", "0.5"), ("<p>E = 0.5</p>", "0.5", "0.5"), ("so<br>E = 0.5<br>", "0.5", "0.5"),
    ("\\verb|E = 0.5|", "0.5", "0.5"), ("\\begin{array}{lcl} E & = & 0.5 \\end{array}", "0.5", "0.5"),
    ("E = 0.00110.", "0.00110", "0.00110"), ("E = 0.5!", "0.5", "0.5"), ("E = 3E2 here", "3E2", "300"),
    ("E = $0.5$", "0.5", "0.5"), ("E = `0.5`", "0.5", "0.5"), ("E = **0.5**", "0.5", "0.5"), ("E ≈ 0.5", "0.5", "0.5"),
    ("$E \\approx 0.5$", "0.5", "0.5"), ("$E = \\boxed{0.5}$", "0.5", "0.5"), ("$E = 0.5 \\tag{3}$", "0.5", "0.5"),
    ("$$E = 0.5.$$", "0.5", "0.5"), ("(E = 0.5)", "0.5", "0.5"), ("| E = 0.5 | x |", "0.5", "0.5"),
    ("E = 0.5 (see above)", "0.5", "0.5"), ("E = 0.5 (with t = 1)", "0.5", "0.5"), ("E = 0.5, so", "0.5", "0.5"),
    ("E = 0.5 and so on", "0.5", "0.5"), ("E = 0.5 # here", "0.5", "0.5"), ("- E = 0.5\n- more", "0.5", "0.5"),
    ("E =\n0.5", "0.5", "0.5"), ("E\n= 0.5", "0.5", "0.5"), ("$E = 0.5 \\text{ as said}$", "0.5", "0.5"),
  ])
  func numbersAreReadInEverySpelling(document: String, text: String, value: String) throws {
    let equalities = HandwrittenDocument(Array(document.utf8)).equalities
    let equality = try #require(equalities.first { $0.left == .name(DocumentName(["E"])) })
    let decimal = equality.printed.decimal
    #expect(equality.printed.text == text)
    #expect((decimal.isNegative ? "-" : "") + decimal.digits == value)
    #expect(equality.doubt == nil)
  }

  @Test(arguments: [
    "E = 0.5†", "E = 0.5 †", "$E = 0.5^\\dagger$", "$E \\approx 0.5\\;{}^{\\dagger}$", "$E = 0.5^{*}$",
    "$E = 0.5^\\ast$",
    "E = 0.5*", "| E = 0.5* |", "E = 0.5[^1]", "E = 0.5<sup>1</sup>", "E = 0.5<sup>a</sup>, so", "$E = \\mathbf{0.5}$",
    "*E = 0.5*", "**E = 0.5**",
    "E = 0.5<sup id=\"cite_ref-FOOTNOTERumelhart1986_1-0\" class=\"reference\">[1]</sup>",
    "E = 0.5<sup id=\"fnref:1\" role=\"doc-noteref\" class=\"footnote-reference-number\">2</sup> and so on",
    "E = 0.5<sup id=\"fnref:12\" role=\"doc-noteref\"><a href=\"#fn:12\" class=\"footnote\" rel=\"footnote\">12</a></sup>.",
    "E = 0.5<sup class=\"note\"><a href=\"#note-of-the-printer-on-the-edition-of-nineteen-eighty-six\">2</a></sup> = x",
    "E = 0.5<sup>[2]</sup> and so on", "E = 0.5<sup>†</sup>.", "<p>E = 0.5<sup>1</sup></p>",
    "E = 0.5<sup>1</sup> and so on",
  ])
  func aMarkBehindANumberIsNoPartOfIt(text: String) throws {
    #expect(try Reading.readings(text) == ["E = 0.5"])
  }

  @Test(arguments: [
    "E = 4<sup>2</sup> = 16", "E = 4<sup>2</sup> + 1", "E = 4<sup>2</sup>b", "E = 4<sup>x</sup>", "$E = 0.5^2$",
    "$E = 0.5^{*2}$", "E = 0.5*x1", "E = 0.5*\n0.7 = 0.35", "$E^* = 0.5$", "$E = 0.5^\\alpha$",
  ])
  func whatMultipliesOrRaisesIsNoMark(text: String) throws {
    let readings = try Reading.readings(text)
    #expect(!readings.contains("E = 0.5") && !readings.contains("E = 4"), "\(readings)")
  }

  /// As a note it would leave the number as it is, as a power not.
  @Test(arguments: [
    Reading("E = w<sub>1</sub><sup>2</sup> = 4<sup>2</sup>", "? E = 4"),
    Reading("E = 4<sup>2</sup>. E = 16", "? E = 4", "E = 16"), Reading("E = 4<sup>2</sup> and so on", "? E = 4"),
    Reading("<td>E = 4<sup>2</sup></td>", "? E = 4"), Reading("E = 2<sup>2</sup> = 4", "E = 4"),
    Reading("E = 2<sup>2</sup> * 3 = 12", "E = 12"), Reading("E = 4·10<sup>2</sup>", "E = 400"),
  ])
  func whatMayBeANoteOrAPowerIsUncertain(reading: Reading) throws { try reading.check() }

  @Test(arguments: [
    (".5 is a half.\n\nE = 0.5", "0.5"), (".5", nil), (".5{,}2", nil), ("E = .5", ".5"), ("E = 0{.}5", "0{.}5"),
  ])
  func aPointMayBeTheFirstMarkOfADocument(document: String, text: String?) {
    #expect(HandwrittenDocument(Array(document.utf8)).equalities.map(\.printed.text) == [text].compactMap { $0 })
  }
}
