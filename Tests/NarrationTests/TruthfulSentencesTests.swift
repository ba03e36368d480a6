import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// Sentences about a run, an update and its checks hold for the file that they are said of.
@Suite struct TruthfulSentencesTests {
  /// w goes from 0 by a rate of 1 or 5 along the slope of the first two examples, (w·1 − 1)² each: 4 in all.
  private func batch(rate: String, third: String) throws -> String {
    try document(
      """
      weights: w = 0
      examples:
        x | t
        1 | 1
        1 | 1
        1 | \(third)
        1 | \(third)
      y = w*x
      E = (y - t)^2
      minimize: E, summed over the examples
      rate: \(rate)
      update: after every 2 examples

      """
    ).prose
  }

  @Test func aBatchExcusesOnlyAnUpdateThatHelpedIt() throws {
    // 0 + 0.25 · 4 = 1 is right for the first two, and wrong for the others.
    #expect(try batch(rate: "0.25", third: "-2").contains("That is no fault of the step"))
    // 0 + 5 · 4 = 20 helps nobody.
    let far = try batch(rate: "5", third: "1")
    #expect(!far.contains("no fault of the step") && far.contains("the rate is too large"))
  }

  private func run(_ more: String, at start: String = "1") throws -> String {
    try document("unknowns: x = \(start)\nf = x^2\nminimize: f\nepochs: 5\n\(more)\n").prose
  }

  /// The curvature of x² is 2 everywhere, and its bound 1: that decides, whatever slopes are gone by.
  @Test(arguments: [
    "rate: 1.05", "rate: 1.05\nderivatives: central differences, h = 0.1", "rate: 1.05\ncarry: 5 decimals",
  ])
  func aRateAboveTheBoundLeaps(more: String) throws {
    let prose = try run(more)
    #expect(prose.contains("leaps over the valley") && !prose.contains("beside the best"))
    #expect(prose.contains("no step comes nearer to the minimum") && !prose.contains("every step makes it worse"))
  }

  /// Forward differences of x² by h = 1 have their zero at −1/2, and a small rate goes there.
  @Test func aRateBelowTheBoundIsNotBlamed() throws {
    let prose = try run("rate: 0.05\nderivatives: forward differences, h = 1", at: "0.01")
    #expect(prose.contains("measured and not quite those of the rules") && !prose.contains("far beyond"))
    #expect(prose.contains("the measured slope is too far from that of the rules"))
  }

  @Test(arguments: [
    ("carry: 3 decimals", "worked without rounding on the way"), ("arithmetic: single", "worked in double precision"),
    ("derivatives: forward differences, h = 0.1", "worked by the rules"),
    ("update: reusing new weights", "worked with the old values throughout"),
  ])
  func theChecksSayWhichDerivativesTheyChecked(line: String, words: String) throws {
    let text = "weights: w = 2, v = 3\nh = w*v\nE = h^2\nminimize: E\nrate: 0.01\n"
    #expect(try document(text + line + "\n").prose.contains(words))
    #expect(!(try document(text).prose.contains(words)))
  }

  /// The length of v/‖v‖ is 1 whatever v is: both slopes are what rounding leaves of 0.
  @Test func slopesOfRoundingAloneAgreeToNoDigit() throws {
    let told = try document(
      "weights: v = [3, -1, 2.2]\nn = sqrt(sum(v.^2))\nw = v/n\nE = sum(w.^2)\nminimize: E\nrate: 0.5\n")
    #expect(told.prose.contains("its slope is 0, as far as rounding shows, and so is the derivative"))
    #expect(!told.prose.contains("no digits"))
  }

  /// (2.5³ − 1.5³)/(2·0.5) = 12.25, where the rule has 12.
  @Test func aSlopeThatCountsIsShownWhereNothingMoves() throws {
    let told = try document(
      "unknowns: x = 2\nf = x^3\ndifferentiate: f\nderivatives: central differences, h = 0.5\n")
    #expect(told.prose.contains("The measured slopes"))
    let values = told.equations.compactMap { equation -> String? in
      guard case .fraction = equation.left, case .number(let number)? = equation.links.last?.formula else { return nil }
      return number.plainText
    }
    #expect(values == ["12.25"])
    #expect(told.prose.contains("has the slope that was measured"))
  }

  @Test func aNetworkSaysWhatItsDrawingLeavesOut() throws {
    let gates = "i = sigmoid(w*x + b)\nf = sigmoid(v*x + c)\n"
    let head = "inputs: x = 1\nweights: w = 0.5, v = 0.3\nbiases: b = 0.1, c = 0.2\ntargets: t = 1\n" + gates
    let cell = try document(head + "h = i*tanh(f)\nE = (h - t)^2\nminimize: E\nrate: 0.1\n").prose
    #expect(cell.contains("What is worked from the units is not drawn: _ and _."))
    let plain = try document(head + "E1 = (i - t)^2\nE2 = (f - t)^2\nE = E1 + E2\nminimize: E\nrate: 0.1\n").prose
    #expect(plain.contains("The forward pass: ") && !plain.contains("is not drawn"))
  }

  /// From 1, x² goes to (1 − 2.2)² = 1.44; and by 0.49 to 0.02² = 0.0004, then by next to nothing.
  @Test(arguments: [("1.1", "was a loss, and no gain of _ or more"), ("0.49", "gained less than _")])
  func aLossIsNoSmallGain(rate: String, words: String) throws {
    let prose = try run("rate: \(rate)\nuntil: the gain is below 0.001")
    #expect(prose.contains("It ended here because the last update \(words)."))
  }

  /// Beyond the margin, max(0, 1 − t·y) is 0 and flat.
  @Test func whereNothingChangedNothingStandsOut() throws {
    func prose(_ weight: String) throws -> String {
      let rest = "targets: t = 1\ny = w*x\nE = max(0, 1 - t*y)\nminimize: E\nrate: 0.1\n"
      return try document("inputs: x = 1\nweights: w = \(weight)\n" + rest).spoken
    }
    #expect(try prose("2").contains("before the update and after it: nothing changed. E stays at"))
    #expect(try prose("0.5").contains("before the update and after it; what changed stands out. E falls"))
  }

  @Test func aRowIsNoNumber() throws {
    let told = try document(
      "inputs: x = [1, 2]\nfixed: M = [1, 0], k = 3\nh = x.*M\nf = k*sum(h.^2)\ndifferentiate: f\n")
    #expect(told.prose.contains("Fixed values: ") && !told.prose.contains("ixed number"))
    let numbers = try document("inputs: x = 2\nfixed: k = 3\nf = k*x^2\ndifferentiate: f\n")
    #expect(numbers.prose.contains("Fixed number: "))
  }

  /// What hangs on a sum inside a unit, what is made of weights alone, and all that has no numbers.
  @Test(arguments: [
    ("p = sigmoid(z)\nA = (p - t)^2\nS = softplus(-z)\nE = A + S", "from the units is not drawn: A, S and E."),
    ("A = (z - t)^2\nR = w^2\nE = A + R", "from the units and the weights is not drawn: A, R and E."),
  ])
  func theListOfWhatIsLeftOutIsWhole(lines: String, list: String) throws {
    let rest = "z = w*x + b\n\(lines)\nminimize: E\n"
    let numbers = try document("inputs: x = 1\nweights: w = 0.5\nbiases: b = 0.1\ntargets: t = 1\n" + rest).spoken
    #expect(numbers.contains("What is worked \(list)"))
    let symbols = try document("inputs: x\nweights: w\nbiases: b\ntargets: t\n" + rest).spoken
    #expect(symbols.contains("The network, from the inputs to the outputs. What is worked \(list)"))
  }

  /// A function without a formula has no slope to be worked, and the result is said all the same.
  @Test func theSlopeOfAnyFunctionIsTheResult() throws {
    let told = try document("functions: g(v)\ninputs: x\nweights: w\nz = x + g(w)\ndifferentiate: z\n")
    let results = told.equations.filter { equation in
      guard case .derivative(.symbol(let whole), .symbol(let part)) = equation.left else { return false }
      return whole.name == "z" && part.name == "w"
    }
    #expect(!results.isEmpty && results.allSatisfy { $0.links.count == 1 })
  }
}

/// Sentences that point at others point at the right ones.
@Suite struct RuleSentencesTests {
  private func prose(_ line: String) throws -> String {
    try document("inputs: x = 2\nfixed: a = 12\n\(line)\nz = y^2\ndifferentiate: z\n", .weights).prose
  }

  @Test("What other rules did does not explain the sentence before")
  func rest() throws {
    #expect(try prose("y = x*(a - 2x)^2").contains("brings down a 2. The rest follows from the product rule."))
    #expect(try prose("y = x*a/(x + 1)").contains("This follows from"))
  }

  @Test("Without two factors there is no product rule")
  func quotient() throws {
    #expect(try prose("y = ln(x)/x").contains("The rest follows from the quotient rule."))
    #expect(try prose("y = x*ln(x)/x").contains("The rest follows from the product rule and the quotient rule."))
  }

  /// ∂A/∂r and ∂A/∂h are all that a page of one formula shows.
  @Test("Derivatives on the way are not counted as those on the page")
  func formulas() throws {
    let told = try document("inputs: r, h\nA = 2pi*r^2 + 2pi*r*h\ndifferentiate: A\n").prose
    #expect(told.contains("the derivatives found as formulas agree"))
  }

  @Test("What is added once is told before and after")
  func addition() throws {
    // w = 2 − 0.1 · (2(2 − 1) + 0.5) = 1.75, and R = 0.875.
    let told = try document(
      """
      weights: w = 2
      examples:
        x | t
        1 | 1
      E = (w*x - t)^2
      R = 0.5*w
      minimize: E, summed over the examples, plus R
      rate: 0.1

      """)
    let sentences = told.steps.flatMap(\.blocks).compactMap {
      if case .paragraph(let inlines) = $0 { say(inlines) } else { nil }
    }
    #expect(sentences.contains { $0.contains("R, which is added once, was 1 and is now 0.875.") })
  }

  @Test func aQuantityThatLooksLikeTheUnitMatrixIsNone() throws {
    let explained = "has 1 on its diagonal"
    let currents = "inputs: I_1 = [1, 2]\nweights: w = [3; 4]\nE = I_1*w\nminimize: E\n"
    #expect(!(try document(currents).prose.contains(explained)))
    #expect(try document("weights: w = [3; 4]\nv = eye(2)*w\nE = sum(v)\nminimize: E\n").prose.contains(explained))
  }

  @Test(arguments: [Telling.weights, .nodes, .gates])
  func ofEqualOperandsTheFirstCounts(telling: Telling) throws {
    let told = try document("weights: a = 2, b = 2\nm = max(a, b)\nf = m^2\nminimize: f\n", telling)
    #expect(told.prose.contains("1 towards the largest operand, of equal ones the first, and 0 towards the others"))
  }
}
