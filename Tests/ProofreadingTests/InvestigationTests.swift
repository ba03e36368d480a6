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

  @Test func aNumberThatNothingExplainsGetsNoReason() throws {
    let found = try findings(Self.neuron + "published:\n  y = 0.541093\n  E = 0.770012\n")
    #expect(found.count == 2 && found.allSatisfy { $0.reason == nil && $0.convention == nil })
  }
}
