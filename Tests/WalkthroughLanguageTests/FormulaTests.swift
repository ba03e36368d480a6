import Testing
import WalkthroughLanguage

/// Formulas as they are understood: the text of the tree that was read.
@Suite struct FormulaTests {
  private static let givens = "inputs: a = 2, b = 3, c = 5, x = 7\n"

  private static func text(of formula: String) throws -> String {
    let walkthrough = try read(givens + "y = \(formula)\n")
    return walkthrough.expression(of: walkthrough.quantities.count - 1).text {
      walkthrough.quantities[$0].name
    }
  }

  @Test(arguments: [
    "a", "a + b - c", "a*b/c", "1/2*(a - b)^2", "2x", "3(a + b)", "-2x", "a*2x", "2x^2", "-2^2", "(-2)^2",
    "a^(b^c)",
    "(a^b)^c", "a/(2x)", "-a*b", "a - (b - c)", "a - (b + c)", "-(a + b)", "exp(-a)", "max(a, b, c)",
    "min(a, max(b, c))",
    "sigmoid(a*b + c)", "2pi", "e^x", "a*(b*c)", "a/(b/c)", "a + b*c^2", "(a + b)*(a - b)", "sqrt(abs(a))",
  ])
  func aFormulaThatNeedsNoChangeIsKept(formula: String) throws {
    #expect(try Self.text(of: formula) == formula)
  }

  @Test(arguments: [
    ("a+b", "a + b"), ("((a))", "a"), ("a  *\tb", "a*b"), ("log(a)", "ln(a)"), ("(a + b) + c", "a + b + c"),
    ("(a*b)/c", "a*b/c"), ("2 x", "2x"), ("a^-1", "a^(-1)"), ("a*-b", "a*(-b)"), ("a - -b", "a - -b"),
    ("--a", "-(-a)"),
    ("a − b", "a - b"), (".5", "0.5"), ("2.", "2"), ("0.50", "0.50"), ("2E3", "2000"),
    ("5.34e-08", "0.0000000534"),
    ("2e-3*a", "0.002*a"), ("1e-30", "1e-30"), ("12e290", "12e290"), ("2*π", "2*pi"), ("007", "7"),
    ("max(max(a, b), c)", "max(a, b, c)"),
  ])
  func aFormulaIsUnderstoodAs(formula: String, meaning: String) throws {
    #expect(try Self.text(of: formula) == meaning)
  }

  @Test func aTextReadsBackAsTheSameTree() throws {
    let formulas = [
      "-2x^2", "a*2x/b", "-(a*b)^2 - (-a)^2", "2(a + b)*3c", "a^(-b) - (a - b)*-c/(2x)", "-(2x + 1)*b",
    ]
    for formula in formulas {
      let once = try Self.text(of: formula)
      #expect(try Self.text(of: once) == once)
    }
  }

  @Test func powersBindTighterThanSigns() throws {
    let walkthrough = try read("inputs: a = 2\ny = -a^2\n")
    #expect(walkthrough.expression(of: 1) == .negation(.power(.quantity(0), .integer(2))))
  }

  @Test func differencesAndQuotientsGoFromLeftToRight() throws {
    let walkthrough = try read(Self.givens + "y = a - b - c\nz = a/b/c\n")
    let (a, b, c) = (Expression.quantity(0), Expression.quantity(1), Expression.quantity(2))
    #expect(
      walkthrough.expression(of: 4)
        == .sum([.init(a), .init(b, isSubtracted: true), .init(c, isSubtracted: true)]))
    #expect(
      walkthrough.expression(of: 5)
        == .product([.init(a), .init(b, isDivisor: true), .init(c, isDivisor: true)]))
  }

  @Test func aNumberMayStandBeforeANameWithoutASign() throws {
    let walkthrough = try read("inputs: a = 2\ny = 3a\n")
    #expect(
      walkthrough.expression(of: 1)
        == .product([.init(.integer(3)), .init(.quantity(0), isJuxtaposed: true)]))
  }

  @Test func constantsGiveWayToTheNamesOfTheFile() throws {
    let walkthrough = try read("inputs: e = 2\ny = e + pi\n")
    #expect(walkthrough.expression(of: 1) == .sum([.init(.quantity(0)), .init(.constant(.pi))]))
  }

  @Test func aPowerOfTenNeedsDigits() throws {
    let walkthrough = try read("inputs: a = 2\ny = 2exp(a)\n")
    #expect(
      walkthrough.expression(of: 1)
        == .product([.init(.integer(2)), .init(.call(.exp, [.quantity(0)]), isJuxtaposed: true)]))
  }
}
