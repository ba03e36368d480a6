import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

private func laboratory(_ text: String) throws -> Laboratory {
  try Laboratory(try SourceText(name: "test.walk", text: text).walkthrough())
}

/// Two examples with E = w·x and a penalty R = w³, at w = 2.
private let line = """
  examples:
    x
    1
    4
  weights: w = 2
  E = w*x
  R = w^3
  minimize: E, averaged over the examples, plus R
  rate: 0.1

  """

@Suite struct DrawnTogetherTests {
  /// The mean of 1 and 4, and ((2.5)³ − 2³)/0.5 = 15.25, which the rules call 12.
  @Test func whatIsAddedOnceIsMeasuredTooWhereSlopesAreMeasured() throws {
    let measured = try laboratory(line + "derivatives: forward differences, h = 0.5\n")
    let update = try measured.trace().updates[0]
    #expect(update.gradient.entries == [17.75])
  }

  @Test func theSlopeOfAllExamplesIsFoundAsTheConditionsSay() throws {
    let plain = try laboratory(line)
    let w = plain.walkthrough.moved[0]
    var conditions = plain.ownConditions
    #expect(try plain.objectiveSlope(by: w, under: conditions)?.entries == [14.5])
    conditions.derivatives = try laboratory(line + "derivatives: forward differences, h = 0.5\n").walkthrough
      .derivatives
    #expect(try plain.objectiveSlope(by: w, under: conditions)?.entries == [17.75])
  }

  /// Worked to the last bit from the addition's own pass; the difference of two sums near 372 would lose digits.
  @Test func theSlopeOfWhatIsAddedIsItsOwn() throws {
    let file = "examples:\n  x | t\n  1 | 1\n  2 | 0\nweights: w = 0.75, b = 123.1\ny = x*w + b\nE = (y - t)^2\n"
    let rest = "R = 0.5*w^2\nminimize: E, averaged over the examples, plus R\nrate: 0.1\n"
    #expect(try laboratory(file + rest).trace().additionSlopes.map(\.entries) == [[0.75], [0]])
  }

  /// The slopes 0.3 and 0.4 have the mean 0.35, which is 0.4 with one decimal; 1 − 0.4 is 0.6.
  @Test func aMeanIsCarriedAsEveryOtherValue() throws {
    let file =
      "examples:\n  x\n  0.3\n  0.4\nweights: w = 1\nE = w*x\nminimize: E, averaged over the examples\nrate: 1\n"
    let carried = try laboratory(file + "carry: 1 decimal\n").trace()
    #expect(carried.updates[0].gradient.entries == [0.4])
    #expect(carried.updates[0].matrixAfter.entries == [0.6])
    #expect(carried.objectiveBeforeAndAfter?.before == 0.4)
  }

  /// g = 6, so m = 0.6 and v = 0.036, carried as 0.04; 0.04/0.001 = 40, and 6/√40 = 0.9487.
  @Test func statesOfUpdateRulesAreCarried() throws {
    let file = "weights: w = 3\nE = w^2\nminimize: E\nrate: 1\nupdate: adam\ncarry: 2 decimals\n"
    let states = try laboratory(file).trace().updates[0].detail?.states
    #expect(states?.m.entries == [0.6])
    #expect(states?.v.entries == [0.04])
    #expect(states?.vhat.entries == [40])
    #expect(states?.direction.entries == [0.95])
  }

  /// (0.58 − 0.53)/0.03 = 1.666…, carried with two decimals.
  @Test func measuredSlopesAreCarried() throws {
    let file = "weights: w = 0.73\nE = w^2\nminimize: E\nrate: 1\nderivatives: forward differences, h = 0.03\n"
    #expect(try laboratory(file + "carry: 2 decimals\n").trace().updates[0].gradient.entries == [1.67])
  }
}
