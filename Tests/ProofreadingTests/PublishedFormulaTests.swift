import Differentiation
import Testing
import WalkthroughLanguage

@testable import Proofreading

private func comparison(_ file: String, _ line: String, _ heading: String = "published") throws -> Verdict.Comparison? {
  let text = "\(file)\n\(heading):\n  \(line)\n"
  var proofreader = Proofreader(try Laboratory(SourceText(name: "test", text: text).walkthrough()))
  return proofreader.verdicts()[0].comparison
}

@Suite struct PublishedFormulaTests {
  private static let slopes = "inputs: x, y\nf = 3x^2 + 2x*y + 5\ndifferentiate: f"
  private static let error = "inputs: x\ntargets: t\nweights: w\np = x*w\ne = p - t\nL = e^2\nminimize: L"
  private static let calls = "functions: A(u), B(u), C(u, v)\ninputs: x, y\nf = A(B(C(x, y)))\ndifferentiate: f"

  @Test(arguments: [
    (slopes, "df/dx = 6x + 2y"), (slopes, "df/dx = 2*(3x + y)"), (slopes, "df/dy = x + x"),
    (slopes, "x*df/dx - 2f = -2x*y - 10 + 0*y"), (slopes, "f = 5 + x*(2y + 3x)"), (slopes, "dx/dy = 0"),
    (error, "dL/dw = 2x*(x*w - t)"), (error, "dL/dw = 2e*x"), (error, "dL/dw = dL/de*local de/dp*dp/dw"),
    (error, "dL/dw through p = 2*(w*x^2 - t*x)"), (error, "sqrt(L) = abs(e)"),
    (calls, "df/dx = local dA/dB*local dB/dC*local dC/dx"), (calls, "f = A(B(C(x, y)))"), (calls, "A = A(B)"),
    (calls, "df/dy = dA/dC*dC/dy"), (calls, "df/dx*local dC/dy = df/dy*local dC/dx"),
  ])
  func aFormulaHoldsHoweverItIsWritten(file: String, line: String) throws {
    #expect(try comparison(file, line) == .equal)
  }

  @Test(arguments: [
    (slopes, "df/dx = 6x - 2y", "6x + 2y"), (slopes, "df/dy = 0", "2x"), (slopes, "local df/dx = 6x", "6x + 2y"),
    (slopes, "f = 3x^2 + 2x*y", "3x^2 + 2x*y + 5"), (slopes, "dx/dy = 1", "0"), (slopes, "local dx/dy = y", "0"),
    (slopes, "2df/dx = 6x + 2y", nil), (error, "dL/dw = 2x*(t - x*w)", "2e*x"), (error, "dL/dw = e*x", "2e*x"),
    (error, "sqrt(L) = e", nil), (slopes, "df/dx = 6x + 2.00000001y", "6x + 2y"),
    (calls, "df/dx = local dA/dB*local dC/dx", "local dA/dB*local dB/dC*local dC/dx"),
    (calls, "f = A(B(C(y, x)))", "A(B(C(x, y)))"), (calls, "f = A(C(B(x), y))", "A(B(C(x, y)))"),
    (calls, "local dC/dx = local dC/dy", "local dC/dx"),
  ])
  func aFormulaThatDiffersIsAnsweredWithTheRightOne(file: String, line: String, right: String?) throws {
    #expect(try comparison(file, line) == .different(right: right))
  }

  @Test func formulasAreComparedOnlyWhereBothHaveValues() throws {
    #expect(try comparison("inputs: x\ny = ln(x^2)", "y = 2ln(x)") == .equal)
    #expect(try comparison("inputs: x\ny = ln(-x^2)", "y = x") == .withoutValue)
  }

  @Test(arguments: [
    ("dL/dw = 2x*(w*x - 1)", true), ("dL/dw = 4", false), ("dL/dw = 2x*(w*x - 2)", false), ("L = (w*x - 1)^2", true),
  ])
  func aFileWithNumbersIsComparedAwayFromThem(line: String, holds: Bool) throws {
    // With these numbers, dL/dw is 4 in fact.
    let file = "inputs: x = 2\nweights: w = 1\nL = (w*x - 1)^2\nminimize: L\ncarry: 1 decimals\nshow: 1 decimals"
    #expect(try comparison(file, line, "published symbolically") == (holds ? .equal : .different(right: right(line))))
  }

  private func right(_ line: String) -> String { line.hasPrefix("L") ? "(w*x - 1)^2" : "2x*(w*x - 1)" }

  @Test func matricesAreComparedEntryByEntry() throws {
    let file = "inputs: X = [1, 2]\nweights: W = [1, 0; 2, 3]\nY = X*W\nL = sum(Y.^2)\nminimize: L\n"
    #expect(try comparison(file, "dL/dW = 2X'*Y", "published symbolically") == .equal)
    #expect(try comparison(file, "dL/dW = X'*Y", "published symbolically") == .different(right: nil))
    #expect(try comparison(file, "dL/dX = 2Y*W'", "published symbolically") == .equal)
  }

  @Test func derivativesOfASymbolicFileAreMeasuredAtThePoints() throws {
    let check = try DerivativeCheck(Laboratory(SourceText(name: "test", text: Self.error).walkthrough()))
    #expect(check.agreeing == 10 && check.unclear == 0 && check.disagreements.isEmpty)
    let none = "inputs: x\nf = ln(-x^2)\ndifferentiate: f\n"
    let unclear = try DerivativeCheck(Laboratory(SourceText(name: "test", text: none).walkthrough()))
    #expect(unclear.agreeing == 0 && unclear.unclear == 1)
  }
}
