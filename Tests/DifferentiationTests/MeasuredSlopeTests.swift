import Testing
import WalkthroughLanguage

@testable import Differentiation

@Suite struct MeasuredSlopeTests {
  /// 3·0.1 − 0.3 is 5.6e-17 in doubles, so a rectifier bends there; what comes out is squared, and only the second
  /// derivative jumps. At the first two step sizes the third derivative hides most of it.
  @Test func aJumpOfTheSecondDerivativeIsNotTakenForAFault() throws {
    let file = """
      inputs: X = [1, 2; 3, -1]
      targets: T = [1; 0]
      weights: W = [0.1, -0.2; 0.3, 0.4], V = [0.5; 0.7]
      H = relu(X*W)
      Y = H*V
      L = sum((Y - T).^2)
      minimize: L
      rate: 0.05

      """
    let trace = try SourceText(name: "test.walk", text: file).walkthrough().trace()
    // X'·(2(Y − T)·V' ⊙ [X·W > 0]) with Y − T = [−0.23; 0].
    let slopes = [-0.23, -0.322, -0.46, -0.644]
    for (entry, slope) in zip(trace.updates[0].gradient.entries, slopes) { #expect((entry - slope).magnitude < 1e-12) }
  }

  /// Knuth's generator by exact integers, in Python: parts between 1/4 and 1, times the size of the given or 1.
  @Test(arguments: [
    "weights: a = 0.5, b = -4, c = 0, d = 1.5\nE = a*b*c*d", "weights: W = [0.5, -4; 0, 1.5]\nE = sum(W)",
  ])
  func theDirectionOfTheSelfCheckIsTheSameInNumbersAndInMatrices(file: String) throws {
    let walkthrough = try SourceText(name: "test.walk", text: file + "\nminimize: E\nrate: 0.1\n").walkthrough()
    let direction = try Laboratory(walkthrough).direction()
    let parts = walkthrough.asked.flatMap { direction.matrix($0).entries }
    #expect(parts == [0.38159480690956116, 2.998067796230316, 0.7766635417938232, 1.2029881998896599])
    // Times itself, and the size of each part: by hand to five digits.
    #expect((direction.dot(direction, over: walkthrough.asked) - 11.18441).magnitude < 1e-4)
  }

  /// Where the slope is 0, all that central differences show is an error, and that falls with the square of the step;
  /// at a kink, or where the second derivative jumps, it does not.
  @Test(
    arguments: [
      ("exp(x) - x", 0.0, true), ("x^3 - 3*x", 1.0, true), ("(x - 1)^2 + (x - 1)^3", 1.0, true), ("x^3", 0.0, true),
      ("abs(x)", 0.0, false), ("relu(x + 0.0003)", 0.0, false), ("abs(x - 0.0001) + x^2", 0.0, false),
    ])
  func aSlopeOfZeroIsMeasuredWhereTheCurveIsSmooth(formula: String, point: Double, isSmooth: Bool) throws {
    let file = "unknowns: x = \(point)\nf = \(formula)\ndifferentiate: f\n"
    let laboratory = try Laboratory(try SourceText(name: "test.walk", text: file).walkthrough())
    let slope = laboratory.slope(ofObjective: 1, by: 0, against: 0)
    #expect((slope == .unclear) != isSmooth)
    if isSmooth { #expect(slope.agrees(with: 0) == true && slope.agrees(with: 1e-5) == false) }
  }

  /// Of 1 − y no digits are left, steps of 1e-3 are no small ones beside 1e-8, and the slopes beside 0 are the same: the
  /// derivatives are right, and only what is measured is not.
  @Test(
    arguments: [
      ("w = 36", "y = sigmoid(w)\nE = -ln(1 - y)"), ("w = 27.3", "E = -ln(1 - sigmoid(w))"),
      ("w = 21.6", "y = sigmoid(w)\nE = 1/2*(1 - y)^2"), ("w = 14", "y = tanh(w)\nE = (1 - y)^2"),
      ("w = 1e8", "E = (w - 1e8)^2 + sin(w)"), ("w = 0", "E = relu(w) - relu(-w)"),
      ("w = 6.5", "y = exp(50*w)\nE = y/y"), ("w = 0.0002", "y = w^2\nE = (y/y)^3"),
      ("W = [17, 1]", "Y = tanh(W*[1; 0.5])\nE = sum((1 - Y).^2)"),
    ])
  func whatRoundingOrAKinkHidesIsNoFault(weights: String, lines: String) throws {
    let file = "weights: \(weights)\n\(lines)\nminimize: E\nrate: 1\n"
    let walkthrough = try SourceText(name: "test.walk", text: file).walkthrough()
    let check = try #require(try walkthrough.trace().checks.first)
    if case .direction(let gradient, let measured) = check {
      #expect((gradient - measured).magnitude <= 1e-3 * gradient.magnitude + 1e-10)
    } else {
      #expect(check == .directionUnclear)
    }
  }

  /// The charge of an electron, and slopes of E = (r − 2)² and r² + r by it: steps of 1/1024 say nothing of them.
  @Test(
    arguments: [
      ("q = 1.6e-19, s = 1e-19", "(r - 2)^2", -8e18, true), ("q = 1.6e-24, s = 1e-24", "r^2 + r", 4.2e24, true),
      ("q = 1.6e-60, s = 1e-60", "r^2 + r", 4.2e60, false),
    ])
  func whatIsFarSmallerThanAStepIsMeasuredInItsOwnSteps(
    givens: String, objective: String, slope: Double, isMeasured: Bool
  ) throws {
    let file = "fixed: \(givens)\nr = q/s\nE = \(objective)\ndifferentiate: E\n"
      .replacing("fixed: q", with: "unknowns: q").replacing(", s", with: "\nfixed: s")
    let walkthrough = try SourceText(name: "test.walk", text: file).walkthrough()
    let laboratory = try Laboratory(walkthrough)
    for (wrong, factor) in [(false, 1.0), (true, -1), (true, 1.01)] {
      let found = laboratory.slope(ofObjective: 3, by: 0, against: factor * slope)
      #expect(
        wrong ? found.agrees(with: factor * slope) != true : found.agrees(with: slope) == (isMeasured ? true : nil))
    }
    guard case .direction(let gradient, let measured) = try walkthrough.trace().checks.first else {
      return #expect(!isMeasured)
    }
    #expect(isMeasured && (measured / gradient - 1).magnitude < 1e-6)
  }

  @Test func aWrongDerivativeIsFoundWhereRoundingIsSmall() throws {
    let file = "weights: w = 3\ny = sigmoid(w)\nE = 1/2*(1 - y)^2\nminimize: E\nrate: 1\n"
    let laboratory = try Laboratory(SourceText(name: "test.walk", text: file).walkthrough())
    // −(1 − y)·y·(1 − y) with y = 0.95257413.
    let right = -0.002142542535
    for wrong in [-right, 2 * right, right * 1.001, 0] {
      guard case .measured(let slope, let tolerance) = laboratory.slope(ofObjective: 2, by: 0, against: wrong) else {
        Issue.record("\(wrong) is taken for unclear")
        continue
      }
      #expect((slope - right).magnitude < 1e-9 && (slope - wrong).magnitude > tolerance)
    }
  }

  /// relu stands at its kink, and stays there however w moves; nothing hides the slope 2·w = 6 of the rest.
  @Test(
    arguments: [
      "inputs: x = 0\nweights: w = 3\nh = relu(w*x)\nE = w^2 + h\n",
      "inputs: X = [0, 0]\nweights: w = 3\nH = relu(w*X)\nE = w^2 + sum(H)\n",
    ])
  func aWrongDerivativeIsFoundBesideAKinkThatNothingLeaves(text: String) throws {
    let walkthrough = try SourceText(name: "test.walk", text: text + "minimize: E\n").walkthrough()
    let laboratory = try Laboratory(walkthrough)
    func agrees(_ derivative: Double) -> Bool? {
      laboratory.slope(ofObjective: 3, by: 1, against: derivative).agrees(with: derivative)
    }
    #expect([6, -6, 12, 6.003, 0].map(agrees) == [true, false, false, false, false])
  }

  @Test func aKinkThatTheStepLeavesSaysNothing() throws {
    let file = "weights: w = 0\nE = relu(w) - relu(-w)\nminimize: E\n"
    let laboratory = try Laboratory(SourceText(name: "test.walk", text: file).walkthrough())
    #expect(laboratory.slope(ofObjective: 1, by: 0, against: 0) == .unclear)
    #expect(laboratory.slope(ofEdge: 0, against: 0) == .unclear)
  }

  /// What stands in for the function is positive, so relu passes its slope on.
  @Test func aFunctionWithoutAFormulaMayStandWithinAKink() throws {
    func laboratories(_ formula: String) throws -> [Laboratory] {
      let file = "functions: g(x)\nweights: w\nE = \(formula)\nminimize: E\n"
      return try Laboratory(SourceText(name: "test.walk", text: file).walkthrough()).measuring
    }
    let (within, alone) = (try laboratories("relu(g(w))"), try laboratories("g(w)"))
    #expect(within.count == 3 && alone.count == 3)
    for (within, alone) in zip(within, alone) {
      guard case .measured(let slope, _) = alone.slope(ofObjective: 1, by: 0, against: 1e6) else {
        Issue.record("no slope of what stands in for the function")
        continue
      }
      for measured in [within.slope(ofObjective: 1, by: 0, against: 1e6), within.slope(ofEdge: 0, against: 1e6)] {
        #expect(measured.agrees(with: slope) == true && measured.agrees(with: 1e6) == false)
      }
    }
  }
}
