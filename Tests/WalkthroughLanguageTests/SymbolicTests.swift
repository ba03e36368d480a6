import Testing

@testable import WalkthroughLanguage

/// Files without numbers: formulas and the chain rule.
@Suite struct SymbolicTests {
  private static func text(_ walkthrough: Walkthrough, _ expression: Expression) -> String {
    expression.text(functions: walkthrough.functions.map(\.name)) { walkthrough.quantities[$0].name }
  }

  @Test func givensMayGoWithoutValues() throws {
    let walkthrough = try read("inputs: x, y\nweights: w,\n  v\nf = 3x^2 + 2x*y\ndifferentiate: f\n")
    #expect(walkthrough.isSymbolic)
    #expect(walkthrough.quantities.map(\.name) == ["x", "y", "w", "v", "f"])
    #expect(walkthrough.quantities.prefix(4).allSatisfy { $0.formula.isEmpty && $0.role.isGiven })
    #expect(walkthrough.expression(of: 0) == .quantity(0))
    #expect(Self.text(walkthrough, walkthrough.expression(of: 4)) == "3x^2 + 2x*y")
    #expect(try !read("inputs: x = 1\ny = x\n").isSymbolic)
  }

  @Test func functionsMayGoWithoutFormulas() throws {
    let walkthrough = try read(
      "functions: A(u), B(u),\n  C(u, v)\ninputs: x, y\nf = A(B(C(x, 2y)))*x\ndifferentiate: f\n")
    #expect(walkthrough.isSymbolic)
    #expect(walkthrough.functions.map(\.name) == ["A", "B", "C"])
    #expect(walkthrough.functions.map(\.parameters) == [["u"], ["u"], ["u", "v"]])
    let formula = walkthrough.expression(of: 2)
    #expect(Self.text(walkthrough, formula) == "A(B(C(x, 2y)))*x")
    #expect(formula.text { walkthrough.quantities[$0].name } == "function1(function2(function3(x, 2y)))*x")
    guard case .product(let factors) = formula, case .declared(0, let operands) = factors[0].expression else {
      Issue.record("\(formula)")
      return
    }
    #expect(operands.count == 1)
  }

  @Test func publishedLinesAreFormulas() throws {
    let walkthrough = try read(
      """
      functions: m(u)
      inputs: x, y
      q = m(x)
      f = q*y
      published:
        df/dx = y*local dq/dx
        f = m(x)*y  # as printed
      published symbolically:
        df/dy = m(x)
      """)
    let right = try walkthrough.claims.map { try #require($0.symbolic) }
    #expect(walkthrough.claims.map(\.expression) == ["df/dx", "f", "df/dy"])
    #expect(walkthrough.claims.map(\.printed.text) == ["y*local dq/dx", "m(x)*y", "m(x)"])
    #expect(Self.text(walkthrough, walkthrough.expression(at: right[1])) == "m(x)*y")
    #expect(Self.text(walkthrough, walkthrough.expression(at: right[2])) == "m(x)")
    #expect(walkthrough.claims[0].formula.upperBound == right[0].lowerBound)
  }

  @Test(arguments: [
    Wrong(
      "inputs: x = 1, ‹y›\nf = x*y", "`y` has no value, and `x` in line 1 has one",
      "give every given a value, or none of them for a symbolic walkthrough"),
    Wrong(
      "inputs: ‹x›\nweights: w = 1, v = 2\nf = x*w", "`x` has no value, and `w` in line 2 has one",
      "give every given a value, or none of them for a symbolic walkthrough"),
    Wrong(
      "inputs: ‹x› 2\nf = x", "`=` or a comma is missing behind `x`",
      "write `x = 0.5`, or `x,` in a symbolic walkthrough"),
    Wrong(
      "weights: w\nL = w^2\nminimize: L\n‹rate:› 1", "`rate:` is about numbers, and a symbolic walkthrough has none",
      "drop this line, or give `w` a value"),
    Wrong(
      "inputs: x\ny = x\n‹show:› 3 figures", "`show:` is about numbers, and a symbolic walkthrough has none",
      "drop this line, or give `x` a value"),
    Wrong(
      "functions: A(u)\ny = A(1)\n‹carry:› 3 figures", "`carry:` is about numbers, and a symbolic walkthrough has none",
      "drop this line"),
    Wrong(
      "inputs: x\ny = x\npublished ‹after› 2 steps:\n  y = x",
      "`after` is about numbers, and a symbolic walkthrough has none", "drop this context"),
    Wrong(
      "functions: A(u)\ninputs: ‹x› = 2\ny = A(x)", "`x` has a value, and `A` has no formula to work it with",
      "write `x` without a value, or `A` as a statement"),
  ])
  func numbersHaveNoPlaceThere(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  private static let declaration = "a function is declared by its name and the names of its operands"
  private static let example = "for example `functions: A(u), B(u, v)`"

  @Test(arguments: [
    Wrong("functions: A‹›", declaration, example), Wrong("functions: A(‹)›", declaration, example),
    Wrong("functions: A(u‹›", declaration, example), Wrong("functions: ‹2›", declaration, example),
    Wrong("functions: A(u, ‹u›)", "two operands are called `u`", "give each a name of its own"),
    Wrong("functions: ‹exp›(u)", "`exp` is a name of the language already", "choose another name"),
    Wrong("functions: A(u), ‹A›(v)", "the function `A` is already declared in line 3", "keep one of the two"),
    Wrong(
      "functions: ‹x›(u)", "`x` is already defined in line 2",
      "every quantity keeps one value; give this one a name of its own"),
    Wrong("functions: A(u)\n‹A› = x", "`A` is a function and cannot name a quantity", "choose another name"),
    Wrong("functions: A(u)\ny = ‹A› + 1", "`A` is a function and needs parentheses", "write `A(…)`"),
    Wrong("functions: A(u)\ny = ‹A›(x", "the parenthesis behind `A` is never closed", "add `)`"),
    Wrong("functions: A(u)\ny = ‹A›(x, x)", "`A` takes 1 operand, not 2", "it is declared as `A(u)`"),
    Wrong("functions: A(u, v)\ny = 2‹A›(x)", "`A` takes 2 operands, not 1", "it is declared as `A(u, v)`"),
    Wrong(
      "y = ‹Q›(x)", "`Q` is not a function",
      "the functions are exp, ln, log, sqrt, abs, sin, cos, tan, sinh, cosh, tanh, sigmoid, relu, softplus, max, min, sum, mean, softmax, diag, eye, zeros, ones, random"
    ),
  ])
  func aDeclarationIsExplained(_ wrong: Wrong) {
    let whole = Wrong("z = 1\ninputs: x\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }
}
