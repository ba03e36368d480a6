import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

/// A document, and what is read in it: `net_h1 = 0.85` for a match, `? …` where it is uncertain, `- 0.85` where it
/// is none; `*` before numbers that were given to the names that stood in their places.
private struct Reading: CustomTestStringConvertible, Sendable {
  let document: String
  let expected: [String]

  init(_ document: String, _ expected: String...) { (self.document, self.expected) = (document, expected) }

  var testDescription: String { document }
}

@Suite struct HandwrittenDocumentTests {
  private static let lesson = """
    inputs: x1 = 2, x2 = -1
    weights: w1 = 0.5, w2 = 0.25
    biases: b = 0.1
    fixed: alpha_1 = 3
    targets: t = 1
    net_h1 = x1*w1 + x2*w2 + b
    out_h1 = sigmoid(net_h1)
    E = 1/2*(t - out_h1)^2
    k_12 = 2*b
    k1_2 = 3*b
    scale = alpha_1 + b + k_12 + k1_2
    minimize: E
    rate: eta = 0.5

    """

  private static func readings(_ document: String, _ walkthrough: String = lesson) throws -> [String] {
    let names = QuantityNames(try SourceText(name: "test", text: walkthrough).walkthrough())
    return HandwrittenDocument(Array(document.utf8)).equalities.map { equality in
      let number = (equality.printed.decimal.isNegative ? "-" : "") + equality.printed.decimal.digits
      let mark = equality.isSubstituted ? "*" : ""
      switch equality.match(in: names) {
      case .certain(let kind): return "\(mark)\(names.name(of: kind)) = \(number)"
      case .uncertain(_, let candidates): return "\(mark)? \(candidates.joined(separator: ", ")) = \(number)"
      case .none: return "\(mark)- \(number)"
      }
    }
  }

  private static func check(_ reading: Reading) throws {
    #expect(try readings(reading.document) == reading.expected, "\(reading.document)")
  }

  @Test(arguments: [
    Reading("net_h1 = 0.85", "net_h1 = 0.85"), Reading("net_{h1} = 0.85", "net_h1 = 0.85"),
    Reading("$\\mathrm{net}_{h_1} = 0.85$", "net_h1 = 0.85"), Reading("netₕ₁ = 0.85", "net_h1 = 0.85"),
    Reading("$\\text{net}_{h1} = 0.85$", "net_h1 = 0.85"), Reading("net\\_h1 = 0.85", "net_h1 = 0.85"),
    Reading("$\\operatorname{net}_{\\mathrm{h1}}=0.85$", "net_h1 = 0.85"), Reading("neth1 = 0.85", "net_h1 = 0.85"),
    Reading("$\\text{net\\_h1} = 0.85$", "net_h1 = 0.85"), Reading("$net_{h,1} = 0.85$", "net_h1 = 0.85"),
    Reading("$\\alpha_1 = 3$", "alpha_1 = 3"), Reading("α₁ = 3", "alpha_1 = 3"), Reading("α1 = 3", "alpha_1 = 3"),
    Reading("$\\alpha_{1} = 3$", "alpha_1 = 3"), Reading("$\\alpha1 = 3$", "alpha_1 = 3"),
    Reading("alpha1 = 3", "alpha_1 = 3"), Reading("$\\eta = 0.5$", "eta = 0.5"), Reading("η=0.5", "eta = 0.5"),
    Reading("Net_h1 = 0.85", "? net_h1 = 0.85"), Reading("k12 = 0.3", "? k_12, k1_2 = 0.3"),
    Reading("net_h2 = 0.85", "- 0.85"), Reading("loss = 0.85", "- 0.85"), Reading("$\\hat{t} = 1$", "- 1"),
    Reading("$\\mathrm{E} = 1$", "E = 1"), Reading("$\\mathcal{E} = 1$", "E = 1"), Reading("**E** = 1", "E = 1"),
    Reading("Δw1 = 0.5", "- 0.5"), Reading("$\\Delta w_1 = 0.5$", "- 0.5"), Reading("$\\nabla E = 0.5$", "- 0.5"),
    Reading("$E^{2} = 0.5$", "- 0.5"), Reading("$E^{(2)} = 0.5$", "- 0.5"), Reading("E² = 0.5", "- 0.5"),
    Reading("$w_1^{old} = 0.5$", "- 0.5"), Reading("größe = 0.5", "- 0.5"),
  ])
  private func namesMatchInEverySpellingAndNoOther(reading: Reading) throws { try Self.check(reading) }

  @Test(arguments: [
    Reading("$\\frac{\\partial E}{\\partial w_1} = 0.2$", "dE/dw1 = 0.2"), Reading("∂E/∂w₁ = 0.2", "dE/dw1 = 0.2"),
    Reading("$\\dfrac{\\partial E}{\\partial w1} = 0.2$", "dE/dw1 = 0.2"), Reading("`dE/dw1 = 0.2`", "dE/dw1 = 0.2"),
    Reading("$\\frac{d E}{d w_1} = 0.2$", "dE/dw1 = 0.2"), Reading("$\\frac{dE}{dw_{1}} = 0.2$", "dE/dw1 = 0.2"),
    Reading("$\\frac{\\mathrm{d}E}{\\mathrm{d}w_1} = 0.2$", "dE/dw1 = 0.2"),
    Reading("$\\frac{\\mathrm d E}{\\mathrm d w_1} = 0.2$", "dE/dw1 = 0.2"),
    Reading("$\\partial E / \\partial w_1 = 0.2$", "dE/dw1 = 0.2"),
    Reading("$\\frac{\\partial{E}}{\\partial{w_1}} = 0.2$", "dE/dw1 = 0.2"),
    Reading("dE/dnet_h1 = 0.2", "dE/dnet_h1 = 0.2"), Reading("$\\frac{dE}{d\\alpha_1} = 0$", "dE/dalpha_1 = 0"),
    Reading("dE/dα₁ = 0", "dE/dalpha_1 = 0"), Reading("dE/dw3 = 0.2", "- 0.2"), Reading("de/dw1 = 0.2", "? E = 0.2"),
    Reading("$\\frac{\\partial^2 E}{\\partial w_1^2} = 0.2$", "- 0.2"), Reading("E/w1 = 0.2", "- 0.2"),
    Reading("$\\frac{E}{w_1} = 0.2$", "- 0.2"), Reading("$\\frac{\\partial}{\\partial w_1}E = 0.2$", "- 0.2"),
    Reading("$\\frac{\\partial E}{\\partial w_1}\\Big|_{w_1=0.5} = 0.2$", "- 0.2"),
    Reading("$\\left(\\frac{\\partial E}{\\partial w_1}\\right)^2 = 0.2$", "- 0.2"),
    Reading("$2\\frac{\\partial E}{\\partial w_1} = 0.2$", "- 0.2"), Reading("-dE/dw1 = 0.2", "- 0.2"),
  ])
  private func derivativesMatchInEverySpellingAndNothingElseDoes(reading: Reading) throws { try Self.check(reading) }

  @Test(arguments: [
    Reading("new w1 = 0.4", "new w1 = 0.4"), Reading("new_w1 = 0.4", "new w1 = 0.4"),
    Reading("new\\_w_{1} = 0.4", "new w1 = 0.4"), Reading("$w_1^{new} = 0.4$", "new w1 = 0.4"),
    Reading("$w_1^{\\text{new}} = 0.4$", "new w1 = 0.4"), Reading("$w_1^{(new)} = 0.4$", "new w1 = 0.4"),
    Reading("$w_1^+ = 0.4$", "new w1 = 0.4"), Reading("$w_{1}^{+} = 0.4$", "new w1 = 0.4"),
    Reading("w₁⁺ = 0.4", "new w1 = 0.4"), Reading("w₁ⁿᵉʷ = 0.4", "new w1 = 0.4"), Reading("w_1' = 0.4", "new w1 = 0.4"),
    Reading("w1′ = 0.4", "new w1 = 0.4"), Reading("$w_1^\\prime = 0.4$", "new w1 = 0.4"),
    Reading("$w_{1,new} = 0.4$", "new w1 = 0.4"), Reading("w1_new = 0.4", "new w1 = 0.4"),
    Reading("$\\text{new } w_1 = 0.4$", "new w1 = 0.4"), Reading("the new b = 0.05", "new b = 0.05"),
    Reading("new E = 0.4", "? E = 0.4"), Reading("x1' = 0.4", "? x1 = 0.4"), Reading("E' = 0.4", "? E = 0.4"),
    Reading("new w7 = 0.4", "- 0.4"), Reading("w1'' = 0.4", "- 0.4"),
    Reading("The updated weight w1 = 0.4", "? w1 = 0.4"), Reading("Now w1 = 0.5", "w1 = 0.5"),
    Reading("$w_1 = w_1 - 0.5 \\cdot 0.2 = 0.4$", "? w1 = 0.4"), Reading("$w_1 = 0.5 - 0.1 = 0.4$", "? w1 = 0.4"),
    Reading("$w_1 := w_1 - 0.1 = 0.4$", "- 0.4"), Reading("w1 ← w1 − 0.1 = 0.4", "- 0.4"), Reading("w1 -= 0.4"),
  ])
  private func newValuesMatchWhereAnUpdateMovesTheQuantity(reading: Reading) throws { try Self.check(reading) }

  @Test(arguments: [
    ("E = .12", ".12", "0.12"), ("E = 2.", "2", "2"), ("E = -5.34e-08", "-5.34e-08", "-0.0000000534"),
    ("$E = 4.386 \\times 10^{-4}$", "4.386 \\times 10^{-4}", "0.0004386"), ("E = 4.5·10⁻⁴", "4.5·10⁻⁴", "0.00045"),
    ("E = 4.5 * 10^-4", "4.5 * 10^-4", "0.00045"), ("E = −0.25", "−0.25", "-0.25"), ("E = - 0.25", "- 0.25", "-0.25"),
    ("E = (-0.0490)", "-0.0490", "-0.0490"), ("E = (0.5).", "0.5", "0.5"), ("$E = 0{,}41$", "0{,}41", "0.41"),
    ("$E = 10\\,000$", "10\\,000", "10000"), ("$E = 10^{-3}$", "10^{-3}", "0.001"), ("$E =\\,0.5\\,$", "0.5", "0.5"),
    ("E = 0.00110.", "0.00110", "0.00110"), ("E = 0.5!", "0.5", "0.5"), ("E = 3E2 units", "3E2", "300"),
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
    "E = 0.5x", "E = 0.5 x", "E = 2*3", "E = 1/2", "E = 0.5%", "E = 0.5(a)", "E = 0.5 (a - b)", "E = 1,5", "E = 0.5^2",
    "E = 0.5²", "E = 1.2.3", "E = w1", "E = 2.*x", "E = 2. * x", "E = [1, 2]", "E = (1, 2)", "E == 0.5", "E != 0.5",
    "E <= 0.5", "E >= 0.5", "E >= 0.5", "E ≠ 0.5", "E += 0.5", "E > 0.5", "E => 0.5", "E = 0.5 *0.3", "E = 0.5* 0.3",
    "E = 0.5 *x* 3", "E = 0.5 - 0.3", "E = 0.5\n+ 0.3", "E = 0.5\n- 0.3", "E = 123456789012345678901", "E = 1e999",
    "E = 0.5 \\cdot w", "E = 10^x", "$E = 0.5 \\text{m}$", "$E = 1{,}000$", "E = -", "E =", "E = (0.5", "E = 0.5 0.3",
    "$E = \\sqrt{0.5}$", "$E = \\begin{pmatrix} 1 \\end{pmatrix}$", "$E = 0.5 (a)$", "E = f(0.5)", "E = sigmoid 0.5",
    "<!-- E = 0.5 -->", "% E = 0.5", "$x_{E = 0.5}$", "$\\sum_{E=0.5}^2 x$", "f(E = 0.5)", "[a](b?E=0.5)",
    "\\begin{cases} E = 0.5 \\end{cases}", "<a href=\"E = 0.5\">",
  ])
  func whatIsNoPlainNumberOrNoEqualityIsPassedOver(document: String) {
    let equalities = HandwrittenDocument(Array(document.utf8)).equalities
    #expect(equalities.filter { $0.left == .name(DocumentName(["E"])) }.isEmpty)
  }

  @Test(arguments: ["E = 0.5...", "E = 0.5…", "$E = 0.5\\ldots$", "E = 0.5 times two", "E = 2 x1 = 4", "eta b E = 0.5"])
  func whatMayGoOnIsUncertain(document: String) throws {
    let readings = try Self.readings(document)
    #expect(!readings.isEmpty && readings.allSatisfy { $0.hasPrefix("?") }, "\(readings)")
  }

  @Test(arguments: [
    // One behind the other, without anything between them.
    Reading(
      "net_{h1} = x_{1}*w_{1}+x_{2}*w_{2}+b net_{h1} = 2*0.5+-1*0.25+0.1 = 0.85", "*x1 = 2", "*w1 = 0.5", "*x2 = -1",
      "*w2 = 0.25", "*b = 0.1", "net_h1 = 0.85"),
    Reading("out_{h1}=\\frac{1}{1+e^{-net_{h1}}} out_{h1}=\\frac{1}{1+e^{-0.85}} = 0.70057", "out_h1 = 0.70057"),
    Reading("net_{h1} = x_{1}*w_{1}+b = 0.85 out_{h1} = \\frac{1}{1+e} = 0.7", "net_h1 = 0.85", "out_h1 = 0.7"),
    Reading("new\\_w_{1} = 0.5 - 0.5 * 0.0628 new\\_w_{1} = 0.4686", "new w1 = 0.4686"),
    Reading("new\\_w_{1} = 0.4 new\\_w_{2} = 0.2", "new w1 = 0.4", "new w2 = 0.2"),
    Reading("net_h1 = 0.85 out_h1 = 0.7", "? net_h1 = 0.85", "? out_h1 = 0.7"),
    Reading("net_h1 = 0.85 and out_h1 = 0.7", "net_h1 = 0.85", "out_h1 = 0.7"),
    Reading("net_h1 = 0.85, out_h1 = 0.7; E=0.1", "net_h1 = 0.85", "out_h1 = 0.7", "E = 0.1"),
    Reading("x_1=2,x_2=-1", "x1 = 2", "x2 = -1"), Reading("$x_1 = 2 \\quad x_2 = -1$", "x1 = 2", "x2 = -1"),
    Reading(
      "we get new\\_w_{1} = 0.4 (with \\frac{\\partial E}{\\partial w1} = -0.2).", "new w1 = 0.4", "dE/dw1 = -0.2"),
    Reading("\\frac{\\partial E}{\\partial w1} = 0.1 + (-0.049) = 0.051.", "dE/dw1 = 0.051"),
    Reading("b = 0.1 + -0.5 * -0.02 = 0.11", "? b = 0.11"), Reading("E = \\frac{1}{2}(1-0.7)^{2} = 0.045", "E = 0.045"),
    Reading("Really, how come eta=0.5(the rate)?"), Reading("Therefore, E = 0.1", "E = 0.1"),
    Reading("out_h1 = E = 0.5", "out_h1 = 0.5", "E = 0.5"), Reading("$E = t - out_{h1} = 0.3$", "E = 0.3"),
    Reading("b + net_h1 = 0.5", "- 0.5"), Reading("2x1 = 4", "- 4"), Reading("2 x1 = 4", "- 4"),
    Reading("$2 x_1 = 4$", "- 4"),
    Reading("$b x_1 = 4$", "- 4"), Reading("= 4", "- 4"), Reading("f(x1) = 4", "- 4"), Reading("a/x1 = 4", "- 4"),
    Reading("?x1=4", "- 4"), Reading("the scale b = 4", "? b = 4"), Reading("so-called b = 4", "b = 4"),
    Reading("scale E = 4", "? E = 4"), Reading("E = 4 scale", "? E = 4"), Reading("2 * the b = 4", "- 4"),
  ])
  private func leftSidesBeginWhereItIsClear(reading: Reading) throws { try Self.check(reading) }
}
