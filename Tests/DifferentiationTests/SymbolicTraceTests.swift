import Testing
import WalkthroughLanguage

@testable import Differentiation

private func laboratory(_ text: String) throws -> Laboratory {
  try Laboratory(SourceText(name: "test.walk", text: text).walkthrough())
}

extension Laboratory {
  fileprivate func number(_ name: String) -> Int { walkthrough.quantities.firstIndex { $0.name == name }! }

  fileprivate func text(_ expression: Expression?) -> String? {
    expression?.text(functions: walkthrough.functions.map(\.name)) { walkthrough.quantities[$0].name }
  }

  fileprivate func derivative(_ result: String, _ operand: String) -> String? {
    text(derivativeFormula(of: number(result), by: number(operand)))
  }
}

@Suite struct SymbolicTraceTests {
  /// Worked by hand.
  @Test(arguments: [
    ("f = 3x^2 + 2x*y + 5", "x", "6x + 2y", "6x + 2y"),
    ("f = 3x^2 + 2x*y + 5", "y", "2x", "2x"),
    ("f = (x*y - z)^2", "y", "2x*(x*y - z)", "2x*(x*y - z)"),
    ("f = (x*y - z)^2", "z", "2(z - x*y)", "2(z - x*y)"),
    ("p = x*y\ne = p - z\nf = e^2", "y", "2e*x", "2x*(x*y - z)"),
    ("q = x + y\nf = q*z", "x", "z", "z"),
    ("q = x + y\nf = q*z", "z", "q", "x + y"),
    ("u = x^2\nv = 2x\nf = u*v", "x", "2v*x + 2u", "6x^2"),
    ("f = sin(x*y)", "x", "y*cos(x*y)", "y*cos(x*y)"),
    ("f = x/y", "y", "-(x/y^2)", "-(x/y^2)"),
    ("s = x*y\nf = sigmoid(s)", "x", "f*y*(1 - f)", "y*sigmoid(x*y)*(1 - sigmoid(x*y))"),
    ("g = y^2\nf = x", "y", "0", "0"),
  ])
  func aDerivativeIsAFormula(statements: String, operand: String, expected: String, puttingIn: String) throws {
    let laboratory = try laboratory("inputs: x, y, z\n\(statements)\ndifferentiate: f\n")
    #expect(laboratory.derivative("f", operand) == expected)
    let formula = try #require(
      laboratory.derivativeFormula(of: laboratory.number("f"), by: laboratory.number(operand)))
    #expect(laboratory.text(laboratory.walkthrough.puttingIn(formula)) == puttingIn)
  }

  @Test(arguments: [
    ("f = A(B(C(x, 2)))", "x", "local dA/dB*local dB/dC*local dC/dx"),
    ("c = C(x, 2)\nb = B(c)\nf = A(b)", "x", "local df/db*local db/dc*local dc/dx"),
    ("z = C(x, y)\nf = A(z)", "y", "local df/dz*local dz/dy"),
    ("f = A(x)*y", "x", "y*local dA/dx"),
    ("f = A(3x)", "x", "3*local df/du"),
    ("f = A(x)^2 + B(x)", "x", "2A*local dA/dx + local dB/dx"),
    ("g = x^2\nf = C(x, g)", "x", "2x*local df/dg + local df/dx"),
  ])
  func theSlopeOfAnyFunctionStaysASymbol(statements: String, operand: String, expected: String) throws {
    let file = "functions: A(u), B(u), C(u, v)\ninputs: x, y\n\(statements)\ndifferentiate: f\n"
    #expect(try laboratory(file).derivative("f", operand) == expected)
  }

  @Test func aTraceWithoutNumbersHasEdgesAndPathsAndNoValues() throws {
    let trace = try laboratory("inputs: x, y\nu = x*y\nf = u + x\ng = y\ndifferentiate: f\n").trace()
    let backward = try #require(trace.backward)
    #expect(trace.edges.map(\.operand) == [0, 1, 2, 0, 1])
    #expect(backward.reaches == [true, true, true, true, false])
    #expect(trace.pathCounts == [2, 1, 1, 1, 0])
    #expect(trace.values.indices.allSatisfy { trace.values[$0].isNaN && backward.adjoints[$0].isNaN })
    #expect(backward.localDerivatives.allSatisfy { $0.isNaN })
    #expect(trace.updates.isEmpty && trace.valuesAfter == nil && trace.training == nil && trace.kinks.isEmpty)
    #expect(trace.checks == [.points(3, derivatives: 6, unclear: 0)])
  }

  /// Local derivatives of f by u and x, of u by x, and of f along all paths; not of a function without a formula.
  @Test(arguments: [
    ("u = 2x\nf = u*x", 3, 4, 0), ("f = sqrt(x)", 2, 2, 0), ("f = ln(-x^2)", 0, 0, 2), ("f = A(x)", 3, 1, 0),
  ])
  func derivativesAreCheckedWhereValuesExist(
    statements: String, points: Int, derivatives: Int, unclear: Int
  ) throws {
    let trace = try laboratory("functions: A(u)\ninputs: x\n\(statements)\ndifferentiate: f\n").trace()
    #expect(trace.checks == [.points(points, derivatives: derivatives, unclear: unclear)])
  }

  /// A rule with its sign turned, or a factor lost, is found at the points, whichever derivative it spoils.
  @Test func aFlippedRuleIsFound() throws {
    let laboratory = try laboratory(
      "functions: A(u)\ninputs: x, y\nu = x^2*y\nv = cos(u)/y\nf = A(v)*u\ndifferentiate: f\n")
    let told = laboratory.toldDerivatives(try laboratory.trace())
    #expect(told.count == 16)
    #expect(try laboratory.pointCheck(of: told) == .points(3, derivatives: 8, unclear: 0))
    for index in told.indices {
      for wrong in [Expression.negation(told[index].formula), .integer(3) * told[index].formula] {
        var spoilt = told
        spoilt[index] = Laboratory.ToldDerivative(
          result: told[index].result, operand: told[index].operand, edge: told[index].edge, formula: wrong)
        let error = #expect(throws: Diagnostics.self) { try laboratory.pointCheck(of: spoilt) }
        #expect(error?.report.contains("disagrees with the measured slope") ?? false)
      }
    }
  }

  @Test func pointsAreApartFromOneAnother() throws {
    let laboratory = try laboratory("inputs: x, y, z\nf = x*y*z\n")
    let points = (0..<Laboratory.comparedPoints).map { laboratory.givens(atPoint: $0).numbers.prefix(3) }
    #expect(Set(points.flatMap { $0 }).count == 18)
    #expect(points.flatMap { $0 }.allSatisfy { (0.2...2).contains($0.magnitude) })
    #expect(points[2].contains { $0 < 0 } && points[2].contains { $0 > 0 })
  }

  @Test func matricesAreRefused() throws {
    let error = #expect(throws: Diagnostics.self) { try laboratory("inputs: x\ny = [x, 1]\n") }
    #expect(
      error?.report == """
        test.walk:2:6: error: a symbolic walkthrough has no matrices
         2 | y = [x, 1]
           |      ^
           = help: write each entry as a quantity of its own, or give every given a value

        """)
  }

  /// Past what a page can hold there is no formula, and what is left is still checked edge by edge.
  @Test func aFormulaThatIsTooLongIsLeftOut() throws {
    var file = "inputs: x\nq0 = sin(x) + x\n"
    for index in 1...40 { file += "q\(index) = sin(q\(index - 1))*q\(index - 1)\n" }
    let laboratory = try laboratory(file + "differentiate: q40\n")
    #expect(laboratory.derivative("q40", "x") == nil)
    #expect(try laboratory.trace().checks == [.points(3, derivatives: 41, unclear: 0)])
  }
}
