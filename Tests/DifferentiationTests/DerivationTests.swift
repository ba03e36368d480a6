import Testing
import WalkthroughLanguage

@testable import Differentiation

/// A derivative written out by hand: the formula of y, the raw form, the form a teacher leaves.
struct HandDerivation: CustomTestStringConvertible {
  let formula: String
  let operand: String
  let raw: String
  let simplified: String

  init(_ formula: String, by operand: String, _ raw: String, _ simplified: String) {
    self.formula = formula
    self.operand = operand
    self.raw = raw
    self.simplified = simplified
  }

  var testDescription: String { "d(\(formula))/d\(operand)" }
}

@Suite struct DerivationTests {
  @Test(arguments: [
    HandDerivation("1/2*(t - x)^2", by: "x", "2*1/2*(t - x)*(-1)", "x - t"),
    HandDerivation("sigmoid(x)", by: "x", "y*(1 - y)", "y*(1 - y)"),
    HandDerivation("x*w + t", by: "w", "x", "x"),
    HandDerivation("x*w + t", by: "t", "1", "1"),
    HandDerivation("t - x", by: "x", "-1", "-1"),
    HandDerivation("x*x", by: "x", "x + x", "2x"),
    HandDerivation("3x^2 + 2x*w + 5", by: "x", "2*3*x + 2*w", "6x + 2w"),
    HandDerivation("3x^2 + 2x*w + 5", by: "w", "2x", "2x"),
    HandDerivation("(x*w - t)^2", by: "w", "2*(x*w - t)*x", "2x*(x*w - t)"),
    HandDerivation("e1^2", by: "e1", "2*e1", "2*e1"),
    HandDerivation("x^3", by: "x", "3*x^2", "3x^2"),
    HandDerivation("e^x", by: "x", "e^x*ln(e)", "e^x"),
    HandDerivation("x/w", by: "x", "1/w", "1/w"),
    HandDerivation("x/w", by: "w", "-x/w^2", "-(x/w^2)"),
    HandDerivation("exp(x)", by: "x", "y", "y"),
    HandDerivation("ln(x)", by: "x", "1/x", "1/x"),
    HandDerivation("ln(x^2)", by: "x", "1/x^2*2*x", "2/x"),
    HandDerivation("sqrt(x)", by: "x", "1/(2*y)", "1/(2*y)"),
    HandDerivation("tanh(x)", by: "x", "1 - y^2", "1 - y^2"),
    HandDerivation("sin(2x)", by: "x", "cos(2x)*2", "2*cos(2x)"),
    HandDerivation("cos(x)", by: "x", "-sin(x)", "-sin(x)"),
    HandDerivation("1/(1 + exp(-x))", by: "x", "-1/(1 + exp(-x))^2*exp(-x)*(-1)", "exp(-x)/(1 + exp(-x))^2"),
    HandDerivation("x", by: "x", "1", "1"),
    HandDerivation("-x", by: "x", "-1", "-1"),
    HandDerivation("relu(x)", by: "x", "[x > 0]", "[x > 0]"),
    HandDerivation("0.5*x^2", by: "x", "2*0.5*x", "x"),
    HandDerivation("0.1*x^2", by: "x", "2*0.1*x", "0.2x"),
    HandDerivation("x^2/3", by: "x", "2*x/3", "2/3*x"),
    HandDerivation("(x - t) - (x - w)", by: "x", "1 - 1", "0"),
    HandDerivation("max(x, t)", by: "t", "[t > x]", "[t > x]"),
    HandDerivation("softplus(x)", by: "x", "sigmoid(x)", "sigmoid(x)"),
    HandDerivation("2^x", by: "x", "2^x*ln(2)", "2^x*ln(2)"),
    HandDerivation("-t*ln(x)", by: "x", "-t/x", "-(t/x)"),
  ])
  func derivationsReadAsByHand(example: HandDerivation) throws {
    let text = "inputs: x = 0.7, w = 1.3, t = 0.4, e1 = 0.2\ny = \(example.formula)\n"
    let walkthrough = try SourceText(name: "test", text: text).walkthrough()
    func number(_ name: String) -> Int { walkthrough.quantities.firstIndex { $0.name == name }! }
    let derivation = walkthrough.derivation(of: number("y"), by: number(example.operand))
    func spelled(_ expression: Expression) -> String { expression.text { walkthrough.quantities[$0].name } }
    #expect(spelled(derivation.raw) == example.raw)
    #expect(spelled(derivation.simplified) == example.simplified)
  }

  @Test func rulesAreNamedFromTheOutsideIn() throws {
    let text = "inputs: x = 0.7, t = 0.4\ny = 1/2*(t - x)^2\nz = sigmoid(3*x)\n"
    let walkthrough = try SourceText(name: "test", text: text).walkthrough()
    #expect(walkthrough.derivation(of: 2, by: 0).rules == [.constantFactor, .power, .chain, .sum, .difference])
    #expect(walkthrough.derivation(of: 3, by: 0).rules == [.function(.sigmoid), .chain, .constantFactor])
  }
}
