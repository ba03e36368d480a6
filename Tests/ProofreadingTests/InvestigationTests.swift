import Differentiation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

private func findings(_ text: String) throws -> [Finding] {
  var proofreader = Proofreader(try Laboratory(SourceText(name: "test", text: text).walkthrough()))
  return proofreader.findings(proofreader.verdicts()).all
}

/// One neuron: s = w·x + b with σ(s) and E = ½(y − t)²; x = 2, w = 0.5, b = −0.3, t = 0.1, rate 0.6. The numbers were
/// worked with thirty digits by mpmath: y = 0.668187772168…, dE/ds = (y − t)·y·(1 − y) = 0.125974543537…
@Suite struct InvestigationTests {
  private static let neuron = """
    inputs: x = 2
    weights: w = 0.5
    fixed: b = -0.3
    targets: t = 0.1
    s = w*x + b
    y = sigmoid(s)
    E = 1/2*(y - t)^2
    minimize: E
    rate: n = 0.6
    show: 6 decimals

    """

  private static func cause(_ published: String, _ file: String = neuron) throws -> Cause? {
    try findings(file + published).last?.reason?.cause
  }

  private static func convention(_ published: String, _ file: String = neuron) throws -> Convention? {
    try findings(file + published).last?.convention
  }

  @Test func whatHoldsNeedsNoReason() throws {
    #expect(try findings(Self.neuron + "published:\n  y = 0.668188\n  dE/ds = 0.125975\n").isEmpty)
  }

  // σ(0.7) = 0.66818777…: cut 0.668187, in single precision 0.6681878. Carrying three decimals, 8y is 5.344, not 5.346.
  @Test(arguments: [
    ("y = 0.668187", Convention.reduced(.cut)), ("y = 0.668189", .lastDigit),
    ("8*y = 5.344", .carried(NumberStyle(.decimals(3)))),
    ("x/8 + 0.0000005 = 0.250000", .halfEven), ("y = 0.66818780", .singlePrecision),
  ])
  func theConventionOfANumberIsFound(line: String, convention: Convention) throws {
    #expect(try Self.convention("published:\n  \(line)\n") == convention)
  }

  // E = 0.161418672212…, without its ½ 0.322837344…, with ¼ 0.080709336…; dE/dw = 0.251949087…, new w = 0.348830548…
  @Test(arguments: [
    ("E = 0.322837\n  dE/dw = 0.503898", Cause.variant(.halfMissing)),
    ("E = 0.080709", .variant(.halfDoubled)), ("E = 0.161419\n  dE/dw = 0.503898", .slopesDoubled),
    ("dE/dw = -0.251949\n  dE/ds = -0.125975", .signOfDelta), ("new w = 0.651169", .variant(.oppositeSense)),
    ("s = 0.700\n  y = 0.668188\n  dE/ds = 0.125975\n  dE/dw = -0.251949", .slip(.sign)),
    ("s = 0.668188", .neighbour("y")), ("y = 0.668818", .slip(.transposed)),
    ("y = 0.66188", .slip(.dropped)), ("y = 6.68188", .slip(.exponent)),
  ])
  func theReasonOfAWrongNumberIsFound(lines: String, cause: Cause) throws {
    #expect(try Self.cause("published:\n  \(lines)\n") == cause)
  }

  // From rate 0.65 the new w is 0.336233…: one plain value must explain two numbers.
  @Test func aGivenIsSolvedForWhereItExplainsSeveralNumbers() throws {
    let both = "published:\n  new w = 0.336233\n  new w - w = -0.163767\n"
    #expect(try Self.cause(both) == .given(7, entry: 0, Decimal(coefficient: 65, places: 2)))
    #expect(try Self.cause("published:\n  new w = 0.336233\n") == nil)
  }

  @Test func aShortNumberIsNoProofUnlessTwoAgree() throws {
    let one = try findings(Self.neuron + "published:\n  E = 0.32\n")
    #expect(one.first?.reason?.cause == .variant(.halfMissing) && one.first?.reason?.isCertain == false)
    let two = try findings(Self.neuron + "published:\n  E = 0.323\n  dE/ds = 0.252\n")
    #expect(two.allSatisfy { $0.reason?.isCertain == true })
    #expect(two.first?.reason?.explains == [PrintedPlace(claim: 1, entry: 0)])
  }

  @Test func aReasonTellsWhatItContradicts() throws {
    let found = try findings(Self.neuron + "published:\n  E = 0.322837\n  dE/dw = 0.251949\n")
    #expect(found.map(\.reason?.contradicts) == [[PrintedPlace(claim: 1, entry: 0)]])
  }

  /// σ(0.7) in doubles, as 1/(1 + exp(−x)), is 0.6681877721681662; so says Python.
  @Test(arguments: [
    ("0.6681877721861662", Slip.transposed), ("0.668187721681662", .dropped), ("-0.6681877721681662", .sign),
    ("6.681877721681662", .exponent),
  ])
  func slipsAreSeenInSixteenDigitsToo(printed: String, slip: Slip) throws {
    #expect(try Self.cause("published:\n  y = \(printed)\n") == .slip(slip))
  }

  @Test func aNumberThatNothingExplainsGetsNoReason() throws {
    let found = try findings(Self.neuron + "published:\n  y = 0.541093\n  E = 0.770012\n")
    #expect(found.count == 2 && found.allSatisfy { $0.reason == nil && $0.convention == nil })
  }

  // After one step w = 0.348830548 and y = 0.598125584; with b learned too b = −0.375584726 and y = 0.579830196; after
  // two steps y = 0.527546276. E without its ½ is 0.322837344; slopes of half the size make the new w 0.424415274.
  @Test(arguments: [
    ("published after 1 step:\n  y = 0.527546\n", Cause.updatesEarlier(-1)),
    ("published after 2 steps:\n  y = 0.598126\n", .updatesEarlier(1)),
    ("published after 1 step:\n  y = 0.579830\n", .variant(.biasesUpdated)),
    ("published:\n  E = 0.161419\n  dE/dw = 0.125975\n  new w = 0.424415\n", .slopesHalved),
    ("published:\n  dE/dw = -0.251949\n  dE/ds = -0.125975\n  dy/ds = -0.221713\n", .slip(.sign)),
    ("published:\n  new w = 0.500000\n  y = 0.668188\n", .neighbour("w")),
  ])
  func whatAnAuthorDidIsFound(published: String, cause: Cause) throws {
    #expect(try Self.cause(published) == cause)
  }

  @Test func aHalfThatTheFileDoesNotHaveIsFound() throws {
    let file = Self.neuron.replacing("1/2*", with: "")
    #expect(try Self.cause("published:\n  E = 0.161419\n", file) == .variant(.halfAdded))
  }

  /// h = relu(2), y = 3·2, E = 18: dE/dv = 12 makes v 2.88, and with that dE/du is 6·2.88 = 17.28 in place of 18.
  @Test func weightsThatWereReusedAreFound() throws {
    let file = "inputs: x = 1\nweights: u = 2, v = 3\nh = relu(u*x)\ny = v*h\nE = 1/2*y^2\nminimize: E\nrate: 0.01\n"
    let found = try findings(file + "published:\n  dE/dv = 12\n  dE/du = 17.28\n  new u = 1.8272\n")
    #expect(found.map(\.reason?.cause) == [.variant(.reusedWeights), .variant(.reusedWeights)])
  }

  /// Eight quantities: after 90,000 steps a line takes 720,008 of the 750,000 that there are, which leaves room for short
  /// ones and for no second long one.
  @Test(arguments: [
    ([0, 1, 90_000], [true, true, true]), ([90_000], [true]), ([90_001, 90_000, 0], [false, true, true]),
    ([0, 100_000], [true, false]),
  ])
  func linesBehindManyUpdatesAreWorkedWhereThereIsTime(steps: [Int], expected: [Bool]) throws {
    let lines = steps.map { "published after \($0) steps:\n  y = 9.9\n" }.joined()
    var proofreader = Proofreader(try Laboratory(SourceText(name: "test", text: Self.neuron + lines).walkthrough()))
    let verdicts = proofreader.verdicts()
    let investigation = Investigation(proofreader.laboratory, verdicts, proofreader)
    #expect(verdicts.map { investigation.isAffordable($0.claim.context) } == expected)
    if steps == [0, 100_000] { #expect(!proofreader.findings(verdicts).isComplete) }
  }

  /// y of the two examples: σ(1.0) = 0.731058579 and σ(1.5) = 0.817574476.
  @Test func theNumberOfAnotherExampleIsFound() throws {
    let file =
      "examples:\n  x\n  2\n  3\nweights: w = 0.5\ny = sigmoid(w*x)\nminimize: y, summed over the examples\nrate: 1\n"
    #expect(try Self.cause("published example 1:\n  y = 0.817574\n", file) == .example(2))
    #expect(try Self.cause("published example 2:\n  y = 0.731059\n", file) == .example(1))
  }

  /// The sums are 0.05·0.3 + 0.7·0.2 and so on, weights w2 and w3 exchanged in both.
  @Test func givensThatChangedPlacesAreFound() throws {
    let file = """
      inputs: i1 = 0.13, i2 = 0.57
      weights: w1 = 0.11, w2 = 0.23, w3 = 0.37, w4 = 0.41
      a = sigmoid(i1*w1 + i2*w3)
      b = sigmoid(i1*w2 + i2*w4)

      """
    // σ(0.1454) = 0.536286094… and σ(0.2818) = 0.569987432…
    let found = try findings(file + "published:\n  a = 0.536286\n  b = 0.569987\n")
    #expect(found.map(\.reason?.cause) == [.exchanged(3, 4), .exchanged(3, 4)])
  }

  @Test func theSameLineTwiceIsNoSecondNumber() throws {
    let found = try findings(Self.neuron + "published:\n  E = 0.32\n  E = 0.32\n")
    #expect(found.allSatisfy { $0.reason?.cause == .variant(.halfMissing) && $0.reason?.isCertain == false })
  }

  @Test func aConventionTellsWhatItExplainsAndContradicts() throws {
    let found = try findings(Self.neuron + "published:\n  y = 0.668188\n  8*y = 5.344\n  7*y = 4.676\n")
    #expect(found.map(\.convention) == [.carried(NumberStyle(.decimals(3))), .carried(NumberStyle(.decimals(3)))])
    #expect(
      found.map(\.conventionContradicts) == [[PrintedPlace(claim: 0, entry: 0)], [PrintedPlace(claim: 0, entry: 0)]])
    #expect(found[0].conventionExplains.contains(PrintedPlace(claim: 2, entry: 0)))
  }

  @Test func ratesAreNotTakenForSlopesWhereTheStepIsNotInProportion() throws {
    let file = Self.neuron + "update: adam\n"
    let causes = try findings(file + "published:\n  step(w) = 1.200000\n  new w = -0.700000\n").map(\.reason?.cause)
    #expect(!causes.contains(.slopesDoubled))
  }

  /// What else could have made the same numbers is told as possible. The numbers are those of lessons with a slip in
  /// them: σ′ = y instead of y(1 − y); a bias left out of s alone; ∂s/∂b = x; one of each with 3 to 5 decimals.
  @Test(arguments: [
    ("inputs: x = 0.7\nweights: w = 0.7\nbiases: b = -0.1\ntargets: t = 0.1\ns = w*x + b\ny = sigmoid(s)\n"
      + "E = (t - y)^2\nminimize: E\nrate: eta = 0.5\nshow: 3 decimals\npublished:\n  s = 0.390\n  y = 0.596\n"
      + "  dE/ds = 0.592\n  dE/dw = 0.414\n  dE/db = 0.592\n  new w = 0.493\n  new b = -0.396\n"),
    ("inputs: x = 0.9\nweights: w = 0.7\nbiases: b = 0.6\ntargets: t = 0\ns = w*x + b\ny = sigmoid(s)\n"
      + "E = (t - y)^2\nminimize: E\nrate: eta = 1\nshow: 5 decimals\npublished:\n  s = 1.23000\n"
      + "  dE/ds = 0.62092\n  dE/dw = 0.55883\n  new b = -0.02092\n"),
    ("inputs: x = 0.5\nweights: w = -0.6\nbiases: b = 0.7\ntargets: t = 0\ns = w*x + b\ny = sigmoid(s)\n"
      + "E = (t - y)^2\nminimize: E\nrate: eta = 0.1\nshow: 4 decimals\npublished:\n  s = 0.4000\n  y = 0.5987\n"
      + "  dE/dw = 0.1438\n  dE/db = 0.1438\n  new w = -0.6144\n  new b = 0.6856\n"),
    ("inputs: i1 = 0.05, i2 = 0.1\nweights: w1 = 0.15, w2 = -0.4, w3 = 0.35, w5 = 0.5, w6 = -0.25\nfixed: b1 = 0.25\n"
      + "targets: t = 0.95\nh1 = sigmoid(i1*w1 + i2*w2 + b1)\nh2 = sigmoid(i1*w3 + b1)\no = sigmoid(h1*w5 + h2*w6)\n"
      + "E = 1/2*(t - o)^2\nminimize: E\nrate: 0.5\nshow: 5 decimals\npublished:\n  h1 = 0.49188\n  o = 0.52606\n"
      + "  E = 0.08986\n  dE/do = -0.42394\n"),
  ])
  func whatManySlipsCouldHaveMadeIsNotCertain(_ lesson: String) throws {
    let found = try findings(lesson)
    #expect(found.count > 1)
    #expect(found.allSatisfy { $0.reason?.isCertain != true })
  }

  /// A bias left out everywhere: σ(1) = 0.731058…, z = 0.219317…, E = 0.609465…, dE/dz = −1.561364…
  @Test func aBiasThatWasLeftOutIsCertainWhereAllFollowsFromThat() throws {
    let found = try findings(
      "inputs: x = 2\nweights: w = 0.5, v = 0.3\nbiases: b = 0.4\ntargets: t = 1\ns = w*x + b\ny = sigmoid(s)\n"
        + "z = v*y\nE = (t - z)^2\nminimize: E\nrate: 0.1\nshow: 5 decimals\npublished:\n  s = 1.00000\n  y = 0.73106\n"
        + "  z = 0.21932\n  E = 0.60947\n  dE/dz = -1.56136\n")
    #expect(found.count == 5)
    #expect(
      found.allSatisfy {
        $0.reason?.cause == .given(3, entry: 0, Decimal(coefficient: 0, places: 0)) && $0.reason?.isCertain == true
      })
  }
}
