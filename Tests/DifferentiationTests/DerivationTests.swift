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
    HandDerivation("max(x, t, w)", by: "x", "[x >= max(t, w)]", "[x >= max(t, w)]"),
    HandDerivation("max(x, t, w)", by: "t", "[t > x]*[t >= w]", "[t > x]*[t >= w]"),
    HandDerivation("min(x, 2t, w)", by: "t", "[x > 2t]*[w >= 2t]*2", "2*[x > 2t]*[w >= 2t]"),
    HandDerivation("max(x, t, w)", by: "w", "[w > max(x, t)]", "[w > max(x, t)]"),
    HandDerivation("x/(2w^2)", by: "w", "-x/(2w^2)^2*2*2*w", "-(x/w^3)"),
    HandDerivation("x*10^3*(3w)^2", by: "x", "10^3*(3w)^2", "9*10^3*w^2"),
    HandDerivation("x*w*t/e1", by: "w", "x*t/e1", "x*t/e1"),
    HandDerivation("x/e1*w", by: "e1", "-x/e1^2*w", "-(x*w/e1^2)"),
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
    #expect(walkthrough.derivation(of: 2, by: 0).rules == [.constantFactor, .power, .chain, .difference])
    #expect(walkthrough.derivation(of: 3, by: 0).rules == [.function(.sigmoid), .chain, .constantFactor])
  }

  @Test(
    arguments: [
      ("a + b", "a", [.sum]), ("a - b", "a", [.difference]), ("a - b", "b", [.difference]), ("a + b - c", "a", [.sum]),
      ("a + b - c", "c", [.sum, .difference]), ("(a - b)/c", "a", [.constantFactor, .difference]),
      ("a - b - c", "a", [.difference]),
    ] as [(String, String, [DerivativeRule])])
  func aDifferenceIsNoSum(formula: String, operand: String, rules: [DerivativeRule]) throws {
    let walkthrough = try SourceText(name: "test", text: "inputs: a = 1, b = 2, c = 3\ny = \(formula)\n").walkthrough()
    let number = try #require(walkthrough.quantities.firstIndex { $0.name == operand })
    #expect(walkthrough.derivation(of: 3, by: number).rules == rules)
  }

  /// Shares p = e^u / (e^u + e^v + ...): by its own exponent p(1 - p), by that of another share the product of both.
  @Test(arguments: [
    ("exp(u)/(exp(u) + exp(v))", "u", "y*(1 - y)", true), ("exp(u)/(exp(u) + exp(v))", "v", "-(y*q)", false),
    ("e^u/(exp(v) + e^u)", "u", "y*(1 - y)", true), ("exp(u)/(exp(u) + exp(v) + 3)", "u", "y*(1 - y)", true),
    ("exp(u)/(exp(u) + exp(v) + 3)", "v", "-(y*exp(v)/(exp(u) + exp(v) + 3))", false),
    ("exp(2u)/(exp(2u) + exp(v))", "u", "2y*(1 - y)", true),
  ])
  func theSlopesOfSharesComeFromTheirValues(
    formula: String, operand: String, simplified: String, isOwn: Bool
  ) throws {
    let file = "inputs: u = 0.7, v = 0.4\ny = \(formula)\nq = exp(v)/(exp(u) + exp(v))\n"
    let walkthrough = try SourceText(name: "test", text: file).walkthrough()
    let number = try #require(walkthrough.quantities.firstIndex { $0.name == operand })
    let derivation = walkthrough.derivation(of: 2, by: number)
    #expect(derivation.simplified.text { walkthrough.quantities[$0].name } == simplified)
    #expect(derivation.rules.first == .softmax(isOwn: isOwn))
    // Beside a difference quotient of the formula itself.
    func values(_ step: Double) -> [Double] {
      let givens = [0.7 + (number == 0 ? step : 0), 0.4 + (number == 1 ? step : 0)]
      return givens + [2, 3].map { walkthrough.expression(of: $0).value { givens[$0] } }
    }
    let slope = (values(1e-5)[2] - values(-1e-5)[2]) / 2e-5
    #expect(abs(derivation.simplified.value { values(0)[$0] } - slope) < 1e-9)
  }

  /// Where the operand stands in more than one exponent, or the power is not of the sum, quotients are what they are.
  @Test(arguments: [
    "exp(u)/(exp(u) + exp(2u))", "exp(u)/(exp(v) + 1)", "u/(exp(u) + exp(v))", "exp(u)/(exp(u) - exp(v))",
  ])
  func otherQuotientsAreNoShares(formula: String) throws {
    let walkthrough = try SourceText(name: "test", text: "inputs: u = 0.7, v = 0.4\ny = \(formula)\n").walkthrough()
    let rules = walkthrough.derivation(of: 2, by: 0).rules
    #expect(!rules.contains(.softmax(isOwn: true)) && !rules.contains(.softmax(isOwn: false)))
  }
}
