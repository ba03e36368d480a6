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
    let formula = walkthrough.writtenExpression(of: walkthrough.quantities.count - 1)
    #expect(Self.text(walkthrough, formula) == "A(B(C(x, 2y)))*x")
    #expect(formula.text { walkthrough.quantities[$0].name } == "function1(function2(function3(x, 2y)))*x")
    guard case .product(let factors) = formula, case .declared(0, let operands) = factors[0].expression else {
      Issue.record("\(formula)")
      return
    }
    #expect(operands.count == 1)
  }

  /// The quantities that a file comes to, each as a line: `f = A`.
  private static func lines(_ text: String) throws -> [String] {
    let walkthrough = try read(text)
    return walkthrough.quantities.indices.filter { !walkthrough.quantities[$0].role.isGiven }.map {
      "\(walkthrough.quantities[$0].name) = \(Self.text(walkthrough, walkthrough.expression(of: $0)))"
    }
  }

  @Test(arguments: [
    ("f = A(B(C(x, y)))", ["C = C(x, y)", "B = B(C)", "A = A(B)", "f = A"]),
    ("f = A(x)", ["f = A(x)"]),
    ("f = A(x)*y", ["A = A(x)", "f = A*y"]),
    ("f = A(2x)", ["u = 2x", "f = A(u)"]),
    ("f = A(3) + A(pi)", ["A_1 = A(3)", "A_2 = A(pi)", "f = A_1 + A_2"]),
    ("f = A(x)*A(x) + A(y)", ["A_1 = A(x)", "A_2 = A(y)", "f = A_1*A_1 + A_2"]),
    ("b = B(x)\nf = A(B(x))", ["b = B(x)", "A = A(b)", "f = A"]),
    ("f = A(2x) - B(x/y)", ["u_1 = 2x", "A = A(u_1)", "u_2 = x/y", "B = B(u_2)", "f = A - B"]),
    ("f = C(-x, C(x, x))", ["C_1 = C(x, x)", "u = -x", "C_2 = C(u, C_1)", "f = C_2"]),
    ("u = x\nf = A(2x)", ["u = x", "u_1 = 2x", "f = A(u_1)"]),
    ("A1 = x\nf = A(x)*A(y)", ["A1 = x", "A_2 = A(x)", "A_3 = A(y)", "f = A_2*A_3"]),
    ("f = x*y", ["f = x*y"]),
  ])
  func aCallInsideAFormulaIsAQuantityOfItsOwn(statements: String, lines: [String]) throws {
    #expect(try Self.lines("functions: A(u), B(u), C(u, v)\ninputs: x, y\n\(statements)\n") == lines)
  }

  /// Names of the language are never given to what has none.
  @Test func whatGoesIntoACallIsNotCalledE() throws {
    #expect(try Self.lines("functions: A(e)\ninputs: x\nf = A(2x)\n") == ["e_1 = 2x", "f = A(e_1)"])
  }

  @Test func headingsAndPublishedLinesFindTheNewQuantities() throws {
    let walkthrough = try read(
      "functions: A(u), B(u)\ninputs: x\nsection: One\ng = A(B(x))\nsection: Two\nh = g^2\nnote: End\n"
        + "differentiate: h\nnotation: B as b^(in)\npublished:\n  dA/dB = A(B(x))/A\n")
    #expect(walkthrough.quantities.map(\.name) == ["x", "B", "A", "g", "h"])
    #expect(walkthrough.quantities.map(\.isUnnamed) == [false, true, true, false, false])
    #expect(walkthrough.passages.map(\.before) == [1, 4, 5])
    #expect(walkthrough.objective?.quantity == 4)
    #expect(walkthrough.nameParts(of: 1).superscripts == ["(in)"])
    guard case .derivative(of: 2, by: 1, through: nil)? = walkthrough.nodes[walkthrough.claims[0].formula].first?.kind
    else {
      Issue.record("not a derivative")
      return
    }
  }

  @Test func standInsKeepQuantitiesAndPublishedLinesInTheirPlaces() throws {
    let walkthrough = try read("functions: A(u), B(u, v)\ninputs: x\nf = A(B(x, 2))\npublished:\n  f = A(A(x))\n")
    let worked = walkthrough.withStandIns
    #expect(worked.quantities.map(\.name) == walkthrough.quantities.map(\.name))
    #expect(worked.functions.isEmpty && worked.claims.count == 1)
    let ranges = worked.quantities.map(\.formula) + [try #require(worked.claims[0].symbolic)]
    for node in ranges.flatMap({ worked.nodes[$0] }) {
      if case .declared = node.kind { Issue.record("a function is left") }
    }
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
      "weights: w\nL = w^2\nminimize: L\npublished:\n  new ‹w› = w",
      "`new w` is about numbers, and a symbolic walkthrough has none", "drop this line"),
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
    Wrong(
      "functions: A(u) ‹=› u^2\ny = A(x)", "a function that is declared has no formula",
      "write `A(u)` alone, or no `functions:` and the formula in the statements that need it"),
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
      "the functions are exp, ln, log, sqrt, abs, sin, cos, tan, sinh, cosh, tanh, sigmoid, relu, softplus, max, min, sum, mean, softmax, diag, eye, zeros, ones, random; `functions: f(u)` declares one without a formula"
    ),
  ])
  func aDeclarationIsExplained(_ wrong: Wrong) {
    let whole = Wrong("z = 1\ninputs: x\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }
}
