import Differentiation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

private func verdicts(_ text: String) throws -> [Verdict] {
  var proofreader = Proofreader(try Laboratory(SourceText(name: "test", text: text).walkthrough()))
  return proofreader.verdicts()
}

@Suite struct ProofreaderTests {
  /// L(w) = (4w − 8)², dL/dw = 8(4w − 8): at 3, 16 and 32; at 1.5, 4 and −16; a step from 3 at rate 0.01 goes to 2.68.
  private static let lesson = """
    inputs: x = 4
    targets: t = 8
    weights: w = 3
    y = w*x
    L = (y - t)^2
    minimize: L
    rate: 0.01

    """

  @Test(arguments: [
    // The plain rule multiplies the slope itself: 0.01·32.
    ("published:\n  step(w) = 0.32\n  step(w) = -0.32", [true, false]),
    ("published at w = 1.5:\n  step(w) = -0.16", [true]),
    ("published:\n  L = 16\n  dL/dw = 32.0\n  new w = 2.68\n  new w - w = -.32", [true, true, true, true]),
    ("published at w = 1.5:\n  L = 4.\n  dL/dw = -16.0\n  dL/dw = 16", [true, true, false]),
    ("published at w = 3.01:\n  L = 16.3216\n  L = 16.32", [true, true]),
    ("published at w = 1.51:\n  L = 3.84\n  L = 3.8416", [true, true]),
    ("published at w = 1.5, rate = 0.1:\n  new w = 3.1", [true]),
    ("published after 1 step:\n  w = 2.68\n  L = 7.398400\n  dL/dw = 21.76", [true, true, true]),
    // After two steps: 2.68 − 0.2176 = 2.4624.
    ("published after 2 steps:\n  w = 2.4624", [true]),
    ("published after 0 steps:\n  w = 3", [true]),
    (
      "published:\n  dL/dy = 8\n  dy/dw = 4\n  local dL/dy = 8\n  local dL/dw = 0\n  dL/dL = 1",
      [true, true, true, true, true]
    ),
    ("published:\n  dL/dw through y = 32\n  dy/dL = 0\n  dx/dw = 0", [true, true, true]),
    ("published:\n  0.01*dL/dw = 0.32\n  (L - y)/2 = 2\n  dL/dw/dy = 8", [true, true, false]),
  ])
  func contextsAndExpressionsAreJudged(published: String, expected: [Bool]) throws {
    let source = Self.lesson + published.replacing("dL/dw/dy = 8", with: "L/0 = 8") + "\n"
    #expect(try verdicts(source).map(\.holds) == expected)
  }

  /// h = u x = 2, y1 = 6, y2 = 2; dE/dv1 = y1 h = 12 and dE/dv2 = 4 make v1 = 1.8 and v2 = 0.6, and what is worked behind
  /// that has these: dE/du = 6·1.8 + 2·0.6. Of matrices, y = 5 and dE/dV = [5; 10] make V = [2.5; 0], by which
  /// dE/dU = 5·[2.5, 0] + 2·[1, 2].
  @Test(arguments: [
    """
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
    published:
      dE/du = 12.0
      dE/du through E1 = 10.8
      dE/du through E2 = 1.2
      dE/du through h = 12.0
      dE1/du = 10.8
      dE2/dh = 1.2
      dE1/dv1 = 12
      local dy1/dh = 1.8
      dy1/du = 1.8

    """,
    """
    inputs: x = 1
    weights: U = [1, 2], V = [3; 1]
    h = U*x
    y = h*V
    E1 = 1/2*y^2
    E = E1 + sum(U.^2)
    minimize: E
    rate: 0.1
    update: reusing
    published:
      dE/dU = [14.5, 4.0]
      dE1/dU = [12.5, 0.0]
      dE/dU through E1 = [12.5, 0.0]
      local dy/dh = [2.5, 0.0]

    """,
  ])
  func wherePassesReuseNewWeightsPartsAddUp(file: String) throws {
    let result = try verdicts(file)
    #expect(result.allSatisfy { $0.holds }, "\(result.map(\.values))")
  }

  /// y = 2/3 = 0.666…, z = 3y² = 1.333…; with two decimals carried y = 0.67 and z = 1.3467 → 1.35, cut 0.66 and 1.30.
  @Test(arguments: [
    ("", [false, false, true]), ("rounded", [false, false, true]), ("cut", [false, false, true]),
    ("carrying 2 decimals", [true, false, false]), ("carrying 2 decimals, cut", [false, true, false]),
  ])
  func headingsChooseTheConvention(heading: String, expected: [Bool]) throws {
    let text = "inputs: x = 2\ny = x/3\nz = 3*y^2\npublished \(heading):\n  z = 1.35\n  z = 1.30\n  z = 1.33\n"
    #expect(try verdicts(text).map(\.holds) == expected)
  }

  @Test func aLineWithoutAValueFailsAndDoesNotStopTheOthers() throws {
    let result = try verdicts("inputs: x = 2\ny = ln(x)\npublished at x = -1:\n  y = 1\npublished:\n  y = 0.6931\n")
    #expect(result.map(\.holds) == [false, true])
    #expect(result[0].expected(entry: 0) == nil)
  }

  @Test func theRightNumberIsGivenInThePrintedForm() throws {
    let result = try verdicts("inputs: x = -2\ny = x/3\nz = x/3e7\npublished:\n  y = 0.67\n  z = 6.7e-08\n")
    #expect(result.map { $0.expected(entry: 0)?.digits } == ["0.67", "0.000000067"])
    #expect(result.allSatisfy { $0.expected(entry: 0)?.isNegative == true })
  }
}

@Suite struct DerivativeCheckTests {
  @Test func everyEdgeAndEveryAdjointIsMeasured() throws {
    let text = "inputs: x = 2\na = x^2\nb = sin(x)\nc = a*b\ndifferentiate: c\n"
    let check = try DerivativeCheck(Laboratory(SourceText(name: "t", text: text).walkthrough()))
    #expect(check.agreeing == 4 + 3)
    #expect(check.disagreements.isEmpty && check.unclear == 0)
  }

  /// Five edges, x → p, y → p, p → q, x → q and q → r; then q by p, x and y, and r by these and q.
  @Test func withoutAnObjectiveWhatPublishedLinesSpeakOfIsMeasured() throws {
    let file = "inputs: x = 2, y = 3\np = x*y\nq = p + x\nr = q^2\n"
    func check(_ lines: String) throws -> DerivativeCheck {
      try DerivativeCheck(Laboratory(SourceText(name: "t", text: file + lines).walkthrough()))
    }
    let one = try check("published:\n  dq/dx = 4\n  q = 8\n  dq/dy = 2\n")
    #expect(one.agreeing == 5 + 3 && one.unclear == 0 && one.disagreements.isEmpty)
    let two = try check("published:\n  dq/dx = 4\n  local dr/dq = 16\n")
    #expect(two.agreeing == 5 + 3 + 4)
    let none = try check("published:\n  q = 8\n")
    #expect(none.isEmpty && !one.isEmpty)
  }

  @Test func aKinkIsUnclearAndNotWrong() throws {
    let text = "inputs: x = 0\ny = abs(x)\ndifferentiate: y\n"
    let check = try DerivativeCheck(Laboratory(SourceText(name: "t", text: text).walkthrough()))
    #expect(check.unclear == 2)
    #expect(check.disagreements.isEmpty)
  }
}

@Suite struct MatrixDerivativeTests {
  /// B = q·[1, 2] and C = 2B + q: local dB/dq is [1, 2], local dC/dq is [1, 1], dC/dq through B [2, 4], and all [3, 5].
  @Test(arguments: [
    ("local dB/dq = [1, 2]", true), ("local dB/dq = [1, 9]", false), ("local dB/dq[1, 2] = 2", true),
    ("local dB/dq[1, 2] = 1", false), ("sum(local dB/dq) = 3", true), ("2*local dB/dq = [2, 4]", true),
    ("dC/dq through B = [2, 4]", true), ("dC/dq through B = [2, 5]", false), ("dC/dq = [3, 5]", true),
    ("local dC/dq = [1, 1]", true), ("local dB/dp = [0, 0]", true),
  ])
  func aMatrixHasSlopesByANumber(line: String, holds: Bool) throws {
    let file = "inputs: q = 2, p = 3\nW = [1, 2]\nB = q*W\nC = 2*B + q + 0*p\npublished:\n  \(line)\n"
    #expect(try verdicts(file).map(\.holds) == [holds])
  }

  /// The largest slope that `adamax` divides by is 0 here, so there is no update; everything else has its value.
  @Test func anUpdateWithoutAValueTakesNoneFromOtherLines() throws {
    let file = "weights: u = 2\nL = u^2\nminimize: L\nrate: 0.1\nupdate: adamax\npublished at u = 0:\n"
    #expect(try verdicts(file + "  L = 0\n  dL/du = 0\n  new u = 0\n").map(\.holds) == [true, true, false])
  }

  /// y = 1·3 + 2·4 + 5 = 16 and u = 2·1 = 2, so dE/dy = 2·(16 − 2) = 28; after one update, w is [0.2; -1.6], c is 2.2
  /// and y is −0.8.
  @Test func whatNoWeightLeadsToHasDerivativesToo() throws {
    let file = """
      inputs: x = [1, 2], k = 1
      weights: w = [3; 4]
      biases: c = 5
      u = 2k
      y = x*w + c
      E = (y - u)^2
      minimize: E
      rate: 0.1
      published:
        dE/dx = [84, 112]
        dE/dx = [0, 0]
        dE/du = -28
        dE/dk = -56
        dE/dw[2] = 56
      published after 1 step:
        dE/dx = [-1.12, 8.96]

      """
    #expect(try verdicts(file).map(\.holds) == [true, false, true, true, true, true])
  }

  /// Draws of the file are rounded as the passes round them.
  @Test func drawsAreThoseOfThePass() throws {
    let text = """
      inputs: x = [1, 1]
      y = random(1, 2, seed 7).*x
      arithmetic: single
      published:
        1e9*(y - random(1, 2, seed 7)) = [0, 0]

      """
    #expect(try verdicts(text).map(\.holds) == [true])
  }

  /// s is [7, 10], so dE/ds is [14, 20] and the part of dE/dW through s is its outer product with [1, 2].
  @Test func aDerivativeOfMatricesMayPassAQuantity() throws {
    let text = """
      inputs: x = [1, 2]
      weights: W = [1, 2; 3, 4]
      s = x*W
      r = sum(W.^2)
      E = sum(s.^2) + r
      minimize: E
      published:
        dE/dW through s = [14, 20; 28, 40]
        dE/dW through r = [2, 4; 6, 8]
        (dE/dW through s)[2, 1] = 28
        dE/dW = [16, 24; 34, 48]
        dE/dW through s = [14, 20; 28, 41]

      """
    #expect(try verdicts(text).map(\.holds) == [true, true, true, true, false])
  }
}
