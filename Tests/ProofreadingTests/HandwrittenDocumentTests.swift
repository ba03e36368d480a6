import Testing
import WalkthroughLanguage

@testable import Proofreading

@Suite struct HandwrittenDocumentTests {
  @Test(arguments: [
    Reading("net_h1 = 0.85", "net_h1 = 0.85"), Reading("net_{h1} = 0.85", "net_h1 = 0.85"),
    Reading("$\\mathrm{net_{h1}} = 0.85$", "net_h1 = 0.85"), Reading("$\\text{net_{h1} of all} = 0.85$", "- 0.85"),
    Reading("$\\mathrm{net}_{h_1} = 0.85$", "net_h1 = 0.85"), Reading("netₕ₁ = 0.85", "net_h1 = 0.85"),
    Reading("$\\text{net}_{h1} = 0.85$", "net_h1 = 0.85"), Reading("net\\_h1 = 0.85", "net_h1 = 0.85"),
    Reading("$\\operatorname{net}_{\\mathrm{h1}}=0.85$", "net_h1 = 0.85"), Reading("neth1 = 0.85", "net_h1 = 0.85"),
    Reading("$\\text{net\\_h1} = 0.85$", "net_h1 = 0.85"), Reading("$net_{h,1} = 0.85$", "net_h1 = 0.85"),
    Reading("$\\alpha_1 = 3$", "alpha_1 = 3"), Reading("α₁ = 3", "alpha_1 = 3"), Reading("α1 = 3", "alpha_1 = 3"),
    Reading("$\\alpha_{1} = 3$", "alpha_1 = 3"), Reading("$\\alpha1 = 3$", "alpha_1 = 3"),
    Reading("alpha1 = 3", "alpha_1 = 3"), Reading("$\\eta = 0.5$", "eta = 0.5"), Reading("η=0.5", "eta = 0.5"),
    Reading("net<sub>h1</sub> = 0.85", "net_h1 = 0.85"),
    Reading("<i>w</i><sub>1</sub><sup>+</sup> = 0.5", "new w1 = 0.5"),
    Reading("Net_h1 = 0.85", "? net_h1 = 0.85"), Reading("k12 = 0.3", "? k_12, k1_2 = 0.3"),
    Reading("net_h2 = 0.85", "- 0.85"), Reading("loss = 0.85", "- 0.85"), Reading("$\\hat{t} = 1$", "- 1"),
    Reading("$\\mathrm{E} = 1$", "E = 1"), Reading("$\\mathcal{E} = 1$", "E = 1"), Reading("**E** = 1", "E = 1"),
    Reading("Δw1 = 0.5", "- 0.5"), Reading("$\\Delta w_1 = 0.5$", "- 0.5"), Reading("$\\nabla E = 0.5$", "- 0.5"),
    Reading("$E^{2} = 0.5$", "- 0.5"), Reading("$E^{(2)} = 0.5$", "- 0.5"), Reading("E² = 0.5", "- 0.5"),
    Reading("$w_1^{old} = 0.5$", "- 0.5"), Reading("größe = 0.5", "- 0.5"),
  ])
  func namesMatchInEverySpellingAndNoOther(reading: Reading) throws { try reading.check() }

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
    Reading("$\\frac{E}{w_1} = 0.2$", "- 0.2"), Reading("$\\frac{\\partial E}{\\partial w_1 x_1} = 0.2$", "- 0.2"),
    Reading("$\\frac{\\partial}{\\partial w_1}E = 0.2$", "- 0.2"),
    Reading("$\\frac{\\partial E}{\\partial w_1}\\Big|_{w_1=0.5} = 0.2$", "- 0.2"),
    Reading("$\\left(\\frac{\\partial E}{\\partial w_1}\\right)^2 = 0.2$", "- 0.2"),
    Reading("$2\\frac{\\partial E}{\\partial w_1} = 0.2$", "- 0.2"), Reading("-dE/dw1 = 0.2", "- 0.2"),
  ])
  func derivativesMatchInEverySpellingAndNothingElseDoes(reading: Reading) throws { try reading.check() }

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
  func newValuesMatchWhereAnUpdateMovesTheQuantity(reading: Reading) throws { try reading.check() }

  @Test(arguments: [
    "E = 0.5x", "E = 0.5 x", "E = 2*3", "E = 1/2", "E = 0.5(a)", "E = 0.5 (a - b)", "E = 0.5^2",
    "E = 0.5²", "E = 1.2.3", "E = w1", "E = 2.*x", "E = 2. * x", "E = [1, 2]", "E = (1, 2)", "E == 0.5", "E != 0.5",
    "E <= 0.5", "E >= 0.5", "E >= 0.5", "E ≠ 0.5", "E += 0.5", "E > 0.5", "E => 0.5", "E = 0.5 *0.3", "E = 0.5* 0.3",
    "E = 0.5 *x* 3", "E = 0.5 - 0.3", "E = 0.5\n+ 0.3", "E = 0.5\n- 0.3",
    "E = 0.5 \\cdot w", "E = 10^x", "E = -", "E =", "E = (0.5",
    "$E = \\sqrt{0.5}$", "$E = \\begin{pmatrix} 1 \\end{pmatrix}$", "$E = 0.5 (a)$", "E = f(0.5)", "E = sigmoid 0.5",
    "<!-- E = 0.5 -->", "% E = 0.5", "$x_{E = 0.5}$", "$\\sum_{E=0.5}^2 x$", "f(E = 0.5)", "f((E = 0.5))",
    "[a](b?E=0.5)", "<a href=\"E = 0.5\">",
  ])
  func whatIsNoPlainNumberOrNoEqualityIsPassedOver(document: String) {
    let equalities = HandwrittenDocument(Array(document.utf8)).equalities
    #expect(equalities.filter { $0.left == .name(DocumentName(["E"])) }.isEmpty)
  }

  @Test(arguments: [
    "E = 0.5...", "E = 0.5…", "$E = 0.5\\ldots$", "E = 0.5 times two", "E = 2 x1 = 4", "eta b E = 0.5",
    "E = 0.5 at noon", "$E = 2 \\cdot b + x_1 net_{h1} = 0.5$",
    "$E = E + 0.5 = 0.6$", "E = 0.5 if so", "E = 29.9%", "$E = 29.85\\,\\%$", "$E = 29.9$ %", "E = 0.5 0.3",
    "E = 0.593 269 992", "$E = 0.593 2 9$", "$\\begin{cases} E = 0.5 & t < 1 \\end{cases}$",
    "$net_{h1} = 2 \\cdot w_1 + b x_1 = 0.5$", "net_h1 = b + w_1 x_1 = 0.5",
  ])
  func whatMayGoOnIsUncertain(document: String) throws {
    let readings = try Reading.readings(document)
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
    Reading("out_h1 = E = 0.5", "out_h1 = 0.5", "E = 0.5"), Reading("We now have E = 0.5", "E = 0.5"),
    Reading("$net_{h1} = b + w_1 x_1 = 0.5$", "net_h1 = 0.5"), Reading("$E = 0.5 x_1 + 0.1 = 1.1$", "E = 1.1"),
    Reading(
      "$\\frac{dE}{dw_1} = \\frac{dE}{dnet_{h1}} \\frac{dnet_{h1}}{dw_1} = 0.5$", "dE/dw1 = 0.5"),
    Reading("$E = t - out_{h1} = 0.3$", "E = 0.3"),
    Reading("b + net_h1 = 0.5", "- 0.5"), Reading("2x1 = 4", "- 4"), Reading("2 x1 = 4", "- 4"),
    Reading("$2 x_1 = 4$", "- 4"),
    Reading("$b x_1 = 4$", "- 4"), Reading("= 4", "- 4"), Reading("f(x1) = 4", "- 4"), Reading("a/x1 = 4", "- 4"),
    Reading("?x1=4", "- 4"), Reading("the scale b = 4", "? b = 4"), Reading("so-called E = 4", "E = 4"),
    Reading("scale E = 4", "? E = 4"), Reading("E = 4 scale", "? E = 4"), Reading("2 * the b = 4", "- 4"),
  ])
  func leftSidesBeginWhereItIsClear(reading: Reading) throws { try reading.check() }

  /// Comparisons, arrows and conjunctions end one equality and begin another; a name behind itself is another pass's.
  @Test(arguments: [
    "<", ">", "\\lt", "\\le", "\\geq", "\\gg", "\\ne", "\\neq", "\\propto", "\\mapsto", "\\xrightarrow{\\sigma}",
    "\\leadsto",
    "\\Leftrightarrow", "\\land", "\\mid", "≤", "≠", "⇔", "↦", "\\to", "≪", "-->", "==>",
    "&rarr;", "&rArr;", "&lt;", "&gt;", "&le;", "&ge;", "&ne;",
  ])
  func whatComparesEndsAnEquality(link: String) throws {
    #expect(try Reading.readings("$net_{h1} = 0.85 \(link) E = 0.2$") == ["net_h1 = 0.85", "E = 0.2"])
    #expect(try Reading.readings("$E = 0.85 \(link) w_1^+ = 0.2$.") == ["E = 0.85", "new w1 = 0.2"])
    #expect(try Reading.readings("$E = 0.85 \(link) E = 0.2$.") == ["E = 0.85", "? E = 0.2"])
    #expect(try Reading.readings("$E \(link) 0.2$.") == [])
  }

  /// What is not known may end an equality as well.
  @Test(arguments: ["\\hookrightarrow", "\\overset{\\sigma}{\\to}"])
  func behindAnUnknownSignItIsNotClearWhatBegins(sign: String) throws {
    #expect(try Reading.readings("$net_{h1} = 0.85 \(sign) E = 0.2$") == ["? net_h1 = 0.2"])
  }

  @Test(arguments: [
    Reading("out_h1 = 0.69 ≈ 0.7", "out_h1 = 0.69", "out_h1 = 0.7"), Reading("$E = 0.5 = \\frac12$", "E = 0.5"),
    Reading(
      "$out_{h1} = \\sigma(0.85) = 0.701 \\approx -0.7 = 0.7$", "out_h1 = 0.701", "out_h1 = -0.7", "out_h1 = 0.7"),
    Reading("$E = b = 0.2 = 0.25$", "E = 0.2", "? b = 0.2", "E = 0.25", "? b = 0.25"),
    Reading("$E = b = 0.2 = b = 0.25$", "E = 0.2", "? b = 0.2", "E = 0.25", "? b = 0.25"),
    Reading("b + w1 = 0.6 = 0.7", "- 0.7"),
  ])
  func everyNumberOfAChainStandsForItsLeftSide(reading: Reading) throws { try reading.check() }

  /// Every number for the left side and for some names between, however many there are.
  @Test func ofALongChainFewNamesAreKept() {
    let chain = (0..<1_000).map { "= x_{\($0)} = 1 " }.joined()
    let count = HandwrittenDocument(Array("$E \(chain)$".utf8)).equalities.count
    #expect(count > 1_000 && count < 50_000)
  }

  @Test(arguments: [
    Reading("x1, x2 = 3., 1.", "? x2 = 3"), Reading("x1, x2 = 2, -1", "? x2 = 2"),
    Reading("x1 = 2, 3 times", "? x1 = 2"),
    Reading("b = 0.3", "? b = 0.3"), Reading("b = 0.100", "b = 0.100"),
    Reading("b = 0.1 = 0.1", "? b = 0.1", "? b = 0.1"),
    // Another value of a given makes another pass of what follows, until the given is itself again.
    Reading(
      "E = 1. x1 = 5. net_h1 = 3. x2 = -1. E = 2. x1 = 2. E = 3.", "E = 1", "? x1 = 5", "? net_h1 = 3", "x2 = -1",
      "? E = 2", "x1 = 2", "E = 3"),
    Reading("$\\frac{\\partial E}{\\partial x_1} = w_1^+ = 0.4$", "? dE/dx1 = 0.4", "? new w1 = 0.4"),
    Reading("$\\frac{\\partial net_{h1}}{\\partial w_1} = x_1 = 2$", "dnet_h1/dw1 = 2", "x1 = 2"),
  ])
  func whatMayBeOfAnotherPassIsUncertain(reading: Reading) throws { try reading.check() }

  @Test(arguments: [
    Reading("$$E = b \\cdot x_1$$\n\n$$E = 0.1 \\cdot 2 = 0.2$$", "*b = 0.1", "*x1 = 2", "E = 0.2"),
    Reading("$$E = b \\cdot x_1 = 0.1 \\cdot 2 = 0.2$$", "*b = 0.1", "*x1 = 2", "E = 0.2"),
    Reading("$E = b - net_{h1} = 0.1 - (-0.3)$", "*b = 0.1", "*net_h1 = -0.3"),
    // Other signs, another left side, more numbers, or two orders of the names.
    Reading("$E = b \\cdot x_1 = 0.1 + 2$"), Reading("$E = b \\cdot x_1$ and $t = 0.1 \\cdot 2$"),
    Reading("$E = b \\cdot x_1 = 0.1 \\cdot 2 \\cdot 3$"), Reading("$E = b \\cdot x_1 = x_1 \\cdot b = 0.1 \\cdot 2$"),
    Reading("$E = 2b \\cdot x_1 = 0.1 \\cdot 2$"), Reading("$E = b \\cdot x_1^2 = 0.1 \\cdot 2$"),
    Reading("$E = 0.1 \\cdot 2 = b \\cdot x_1$"),
  ])
  func numbersGoToTheNamesThatStoodInTheirPlaces(reading: Reading) throws { try reading.check() }

  @Test func matricesExamplesAndSymbolsAreUncertain() throws {
    let matrices = "weights: W = [1, 2; 3, 4]\nL = sum(W)\nminimize: L\n"
    #expect(try Reading.readings("W = 3. L = 10. dL/dW = 1", matrices) == ["? W = 3", "L = 10", "? dL/dW = 1"])
    let examples = """
      examples:
        x | t
        1 | 2
        2 | 3
      weights: w = 1
      L = (x*w - t)^2
      minimize: L, summed over the examples
      rate: eta = 0.1

      """
    #expect(
      try Reading.readings("w = 1. x = 1. L = 2. new w = 3", examples) == [
        "w = 1", "? x = 1", "? L = 2", "? new w = 3",
      ])
    #expect(try Reading.readings("y = 3. x = 1", "inputs: x\ny = 2*x\n") == ["? y = 3", "? x = 1"])
  }

  @Test func aFileMayHaveTheNameOfANewValueAndItsOwnNotation() throws {
    let file = "weights: w1 = 1, a1 = 2\nnew_w1 = 2*w1\nnew_a = 3\nh1_in = a1\nnotation: h1_in as h_1^(in)\n"
    let expected = ["? new_w1, new w1 = 2", "new_a = 3", "h1_in = 2", "? a1 = 1"]
    let read = try Reading.readings("new_w1 = 2. new_a = 3. $h_1^{(in)} = 2$. new a1 = 1", file)
    #expect(read == expected, "\(read)")
  }

  @Test func updatesThatReuseNewWeightsMakeDerivativesBetweenUncertain() throws {
    let file = Reading.lesson + "update: reusing new weights\n"
    #expect(try Reading.readings("dE/dw1 = 1. dE/dnet_h1 = 1", file) == ["dE/dw1 = 1", "? dE/dnet_h1 = 1"])
  }
}
