import Testing
import WalkthroughLanguage

@testable import Differentiation

private func trace(_ text: String) throws -> Trace {
  try SourceText(name: "test.walk", text: text).walkthrough().trace()
}

@Suite struct DomainErrorTests {
  @Test(arguments: [
    ("inputs: x = -1\ny = 2 + ln(x)\n", "2:9", "`y` has no value: the logarithm of -1 does not exist"),
    ("inputs: x = 0\ny = 1/x\n", "2:6", "`y` has no value: 1 is divided by 0"),
    ("inputs: x = -4\ny = sqrt(x)\n", "2:5", "`y` has no value: the square root of -4 does not exist"),
    ("inputs: x = 800\ny = exp(x)\n", "2:5", "`y` has no value: the result for 800 is too large"),
    ("inputs: x = -8\ny = x^0.5\n", "2:6", "`y` has no value: -8 cannot be raised to the power 0.5"),
    ("inputs: x = 0\ny = x^-1\n", "2:6", "`y` has no value: 0 cannot be raised to the power -1"),
    ("inputs: x = 1/0\ny = x\n", "1:14", "this has no value: 1 is divided by 0"),
    (
      "unknowns: x = 0\ny = sqrt(x)\nminimize: y\nrate: 1\n", "2:5",
      "`y` has no derivative here: the square root is infinitely steep at 0"
    ),
    (
      "unknowns: x = 0\ny = sqrt(x)\nminimize: y\nrate: 1\nderivatives: forward differences, h = 0.01\n", "2:5",
      "`y` has no derivative here: the square root is infinitely steep at 0"
    ),
    (
      "inputs: X = [1, 2; 0, 0]\nweights: W = [1; 3]\nL = sum(1 + sqrt(X*W))\nminimize: L\n", "3:13",
      "`L` has no derivative here: the square root is infinitely steep at 0"
    ),
    (
      "inputs: X = [4, 0]\nweights: w = 1\nL = sum((w*X).^0.5)\nminimize: L\n", "3:14",
      "`L` has no derivative here: the power 0.5 is infinitely steep at 0"
    ),
    (
      "unknowns: x = 0\ny = x^0.5\nminimize: y\nrate: 1\n", "2:6",
      "`y` has no derivative here: the power 0.5 is infinitely steep at 0"
    ),
    (
      "unknowns: x = 0\ny = x^0 + 3\nminimize: y\nrate: 1\n", "2:6",
      "`y` has no derivative here: the slope of the power 0 is 0 times an infinite number at 0"
    ),
    (
      "inputs: a = -2\nunknowns: n = 2\ny = a^n\nminimize: y\n", "3:6",
      "`y` has no derivative here: a power of -2 has no slope by its exponent, which needs the logarithm of -2"
    ),
    (
      "unknowns: x = 1e-200\ny = 1/x\nminimize: y\n", "2:6",
      "`y` has no derivative here: the slope for 1 and 1e-200 is too large"
    ),
  ])
  func missingValuesAreReportedWhereTheyArise(text: String, place: String, message: String) throws {
    let error = #expect(throws: Diagnostics.self) { _ = try trace(text) }
    #expect(error?.report.hasPrefix("test.walk:\(place): error: \(message)\n") == true, "\(error?.report ?? "none")")
  }

  /// A sign that is lost in a heading would turn descent into ascent.
  @Test(arguments: [
    ("rate: step = -0.1\n", "4:7"), ("rate: 0\n", "4:1"),
    ("rate: 0.1\npublished:\n  y = 4\npublished at rate = -0.1:\n  new x = 2.4\n", "7:21"),
  ])
  func aRateIsPositiveWhereverItStands(lines: String, place: String) throws {
    let error = #expect(throws: Diagnostics.self) { _ = try trace("unknowns: x = 2\ny = x^2\nminimize: y\n" + lines) }
    #expect(
      error?.report.hasPrefix("test.walk:\(place): error: a rate is a positive number\n") == true,
      "\(error?.report ?? "")")
  }

  @Test(arguments: [
    ("adam", "v(x)", "-2"), ("rmsprop", "v(x)", "-1"), ("adagrad", "v(x)", "-40"),
    ("adam", "m(x) = -3, v(x)", "-1/8"), ("adagrad", "v(w)", "[0, -4]"),
  ])
  func squaresDoNotStartBelowZero(rule: String, state: String, value: String) throws {
    let text =
      "unknowns: x = 1, w = [1, 2]\ny = x^2 + sum(w.^2)\nminimize: y\nrate: 1\nupdate: \(rule)\n"
      + "start: \(state) = \(value)\n"
    let error = try #require(throws: Diagnostics.self) { _ = try trace(text) }
    #expect(error.all.map(\.message) == ["`\(rule)` gathers squares of slopes in `v`, which are never below 0"])
    #expect(error.all.map { error.source.text($0.place) } == [value])
  }

  @Test func everyLineThatCannotBeWorkedIsReported() throws {
    let text = "inputs: x = -1\na = ln(x)\nb = a + 1\nc = 1/(x + 1)\nd = x^2\n"
    let error = #expect(throws: Diagnostics.self) { _ = try trace(text) }
    #expect(
      error?.all.map(\.message) == [
        "`a` has no value: the logarithm of -1 does not exist", "`c` has no value: 1 is divided by 0",
      ])
  }

  @Test func aDivergedSecondPassIsReportedToo() {
    let text = "unknowns: x = 3\ny = exp(x^2)\nminimize: y\nrate: 10\n"
    let error = #expect(throws: Diagnostics.self) { _ = try trace(text) }
    #expect(error?.report.hasPrefix("test.walk:2:5: error: `y` has no value after the update: the result for") == true)
    #expect(error?.report.contains("help: choose a smaller rate") == true)
  }

  @Test(arguments: [("ln(0)", 2), ("log(0)", 3), ("sqrt(-1)", 4), ("1/0", 1)])
  func theNameThatIsWrittenIsUnderlined(formula: String, length: Int) throws {
    let walkthrough = try SourceText(name: "test", text: "y = \(formula)\n").walkthrough()
    let error = #expect(throws: Diagnostics.self) { try Laboratory(walkthrough).trace() }
    #expect(error?.all.map(\.place.count) == [length])
  }
}
