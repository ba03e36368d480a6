import Longhand
import Proofreading
import Testing

/// Documents are read as an author's text would be: whatever is matched in them must be right, since they are.
@Suite struct HandwrittenLessonTests {
  @Test(
    arguments: [
      ("two-two-two/two-two-two", 60), ("one-neuron/one-neuron", 15), ("sigmoid-circuit/sigmoid-circuit", 25),
      ("toy-network/toy-network", 40),
      ("two-two-two-learning-biases/a-bias-per-neuron", 60),
    ], ["md", "tex"])
  func whatIsMatchedInOurOwnDocumentsHolds(lesson: (stem: String, atLeast: Int), ending: String) throws {
    let path = "walkthroughs/\(lesson.stem)"
    let document = SourceText(name: "\(path).\(ending)", text: try Repository.text("\(path).\(ending)"))
    let proof = try Repository.workbook("\(path).walk").proof(of: document)
    #expect(proof.complaints == "")
    #expect(proof.verdicts.count >= lesson.atLeast)
  }

  /// From u two paths lead to E, and the second factors of both have new weights in them.
  @Test(arguments: [Format.markdown, .latex])
  func wherePassesReuseNewWeightsOurDocumentHolds(format: Format) throws {
    let walk = """
      inputs: x = 1
      weights: u = 2, v1 = 3, v2 = 1
      h = u*x
      y1 = v1*h
      y2 = v2*h
      E1 = 1/2*y1^2
      E2 = 1/2*y2^2
      E = E1 + E2
      minimize: E
      rate: 0.1
      update: reusing

      """
    let workbook = try Workbook(SourceText(name: "w.walk", text: walk))
    let document = SourceText(name: "l", bytes: try workbook.rendered(as: format))
    let proof = try workbook.proof(of: document)
    #expect(proof.complaints == "")
    #expect(proof.report.rows.contains { $0.expression == "dE1/du" && $0.printed.hasPrefix("10.8") })
  }

  @Test func aWrongNumberInADocumentIsReportedAtItsPlaceWithItsReason() throws {
    let walk = "inputs: x = 2\nweights: w5 = 0.25\nE = w5*x^2\nminimize: E\nrate: n = 0.1\n"
    let lesson = """
      # A lesson
      The error is $E = 0.25 \\cdot 2^2 = 1$, and $\\frac{\\partial E}{\\partial w_5} = 4$.
      Then $w_5^{new} = 0.25 - 0.1 \\cdot 4 = 0.15$. Mind $q = 7$.

      """
    let proof = try Workbook(SourceText(name: "w.walk", text: walk)).proof(of: SourceText(name: "l.md", text: lesson))
    #expect(
      proof.complaints == """
        l.md:3:1: error: `new w5` is printed as 0.15, but it is -0.15, rounded
         3 | Then $w_5^{new} = 0.25 - 0.1 \\cdot 4 = 0.15$. Mind $q = 7$.
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           = help: possibly: only its sign is wrong

        """)
    #expect(proof.report.asides.map(\.line) == [3])
    #expect(proof.report.rows.map(\.expression).contains("dE/dw5"))
  }

  /// f = x³ at 2: by the rule 12, by a step of 1 on (27 - 8)/1 = 19; either may be printed for df/dx, and no other.
  @Test(arguments: [("12", true), ("19", true), ("15", false)])
  func besideMeasuredSlopesThoseOfTheRulesMayBePrinted(slope: String, holds: Bool) throws {
    let walk = "weights: x = 2\nf = x^3\nminimize: f\nrate: 0.1\nderivatives: forward differences, h = 1\n"
    let proof = try Workbook(SourceText(name: "w.walk", text: walk)).proof(
      of: SourceText(name: "l.md", text: "f = 8.\n$\\frac{df}{dx} = \(slope)$.\nnew x = 0.1.\n"))
    #expect(proof.verdicts.map(\.holds) == [true, holds, true])
  }

  /// The error and its slope go on with 0.25: 0.25·2² = 1, 2² = 4, 0.25 − 0.1·4 = −0.15.
  @Test func aMisprintedGivenIsReportedWhereWhatFollowsHasTheOtherValue() throws {
    let walk = "inputs: x = 2\nweights: w5 = 0.25\nE = w5*x^2\nminimize: E\nrate: n = 0.1\n"
    func proof(_ lesson: String) throws -> Proof {
      try Workbook(SourceText(name: "w.walk", text: walk)).proof(of: SourceText(name: "l.md", text: lesson))
    }
    let misprint = try proof("w5 = 0.52.\nE = 1.\n$\\frac{dE}{dw_5} = 4$.\nnew w5 = -0.25.\n")
    #expect(misprint.failures.map(\.claim.expression) == ["w5", "new w5"])
    let pass = try proof("w5 = -0.15.\nE = -0.6.\n$\\frac{dE}{dw_5} = 4$.\nnew w5 = -0.55.\n")
    #expect(pass.verdicts.isEmpty && pass.report.asides.map(\.line) == [1, 2, 3, 4])
  }

  /// The rate is in the new weights alone: 0.25 − 0.1·4 = −0.15 and u = 0.5 − 0.1·2 = 0.3. By 0.2 they are −0.55 and 0.1.
  @Test func aMisprintedRateIsReportedAndTakesNothingWithIt() throws {
    let walk = "inputs: x = 2\nweights: w5 = 0.25, u = 0.5\nE = w5*x^2 + u*x\nminimize: E\nrate: n = 0.1\n"
    func proof(_ lesson: String) throws -> Proof {
      try Workbook(SourceText(name: "w.walk", text: walk)).proof(of: SourceText(name: "l.md", text: lesson))
    }
    let misprint = try proof("n = 0.2.\n\nE = 2.\n\nnew w5 = -0.15.\n\nnew u = 0.3.\n")
    #expect(misprint.failures.map(\.claim.expression) == ["n"] && misprint.report.asides.isEmpty)
    // Another rate, and maybe another pass: what holds without the rate holds.
    let other = try proof("n = 0.2.\n\nE = 2.\n\nnew w5 = -0.55.\n\nnew u = 0.1.\n\nE = 0.8.\n")
    #expect(other.verdicts.map(\.claim.expression) == ["E"] && other.failures.isEmpty)
    #expect(other.report.asides.map(\.line) == [1, 5, 7, 9])
  }

  /// Another example before the lesson, and the next step before a summary of the first: neither is a misprint.
  @Test(arguments: [
    "x = 3.\n\nE = 2.25.\n\n# Now\n\nx = 2.\n\nE = 1.\n\nnew w5 = -0.15.\n\n$dE/dw_5 = 4$.\n",
    "E = 1.\n\nnew w5 = -0.15.\n\nw5 = -0.15.\n\nE = -0.6.\n\n# Summary\n\nE = 1.\n\n$dE/dw_5 = 4$.\n",
  ])
  func otherGivensAreNoMisprints(lesson: String) throws {
    let walk = "inputs: x = 2\nweights: w5 = 0.25\nE = w5*x^2\nminimize: E\nrate: n = 0.1\n"
    let proof = try Workbook(SourceText(name: "w.walk", text: walk)).proof(of: SourceText(name: "l.md", text: lesson))
    #expect(proof.failures.isEmpty && proof.verdicts.count >= 2)
  }

  @Test func errataThatHoldAreCounted() throws {
    let walk = "inputs: x = 2\ny = x^2\nz = 3x\npublished:\n  y = 4 (erratum)\n  z = 7 (erratum)\n"
    let report = try Workbook(SourceText(name: "w.walk", text: walk)).proof().report
    #expect(report.summary.contains("1 number is marked as an erratum, and holds"))
    #expect(report.summary.contains("1 printed number does not hold: 1 wrong"))
  }

  private static let neuron = """
    inputs: x = 2
    weights: w = 0.5
    biases: b = -0.4
    targets: t = 1
    s = w*x + b
    y = sigmoid(s)
    E = (t - y)^2
    minimize: E
    rate: eta = 1

    """

  /// (x − 3)² + 2x at 1: a = 4, b = 2, c = 6; in each calculation one number alone is wrong.
  @Test func aWrongOperandAmongRightOnesStandsInItsPlace() throws {
    let walk = "inputs: x = 1\nweights: u = 3, v = 2\na = (x - u)^2\nb = v*x\nc = a + b\nminimize: c\nrate: n = 1\n"
    func failures(_ lesson: String) throws -> [String] {
      let source = SourceText(name: "l.md", text: lesson + "\n")
      return try Workbook(SourceText(name: "w.walk", text: walk)).proof(of: source).failures.map(\.claim.expression)
    }
    #expect(try failures("$c = a + b = 4 + 2 = 6$") == [])
    #expect(try failures("$c = a + b = 4 + 1 = 6$") == ["b"])
    #expect(try failures("$c = a + b = 2 + 4 = 6$") == [])
    // A given with another value is of another pass, and so may be what stands beside it.
    #expect(try failures("$c = a + v = 7 + 3$") == [])
    #expect(try failures("$c = a + q = 7 + 2$") == [])
  }

  /// Only their places say what the factors of the second product are, and they stand in another order.
  @Test(arguments: [
    "$s = w \\cdot x + b = 2 \\cdot 0.5 + (-0.4) = 0.6$",
    "$$s = w \\cdot x + b$$\n\n$$s = 2 \\cdot 0.5 + (-0.4) = 0.6$$",
    "$\\frac{dE}{dw} = \\frac{dE}{dy}\\cdot\\frac{dy}{ds}\\cdot x = 2 \\cdot 0.22878 \\cdot (-0.70869) = -0.32427$",
    "$$\\frac{dE}{dw} = \\frac{dE}{dy}\\frac{dy}{ds} x = 2 \\cdot 0.22878 \\cdot (-0.70869) = -0.32427$$",
    "$s = x w + b = 0.5(2) - 0.4 = 0.6$", "`dE/dw = dE/dy * dy/dw = 0.45757 * -0.70869 = -0.32427`",
  ])
  func productsInAnotherOrderAreNotJudgedWrong(lesson: String) throws {
    let workbook = try Workbook(SourceText(name: "w.walk", text: Self.neuron))
    let proof = try workbook.proof(of: SourceText(name: "l.md", text: lesson + "\n"))
    #expect(proof.complaints == "" && !proof.verdicts.isEmpty)
  }
}
