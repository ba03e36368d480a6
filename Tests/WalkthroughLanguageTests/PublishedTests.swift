import Numerals
import Testing
import WalkthroughLanguage

@Suite struct PublishedTests {
  private static let network = """
    inputs: x = 2
    weights: w5 = 0.5, β = 1
    s = w5*x + β
    y = sigmoid(s)
    E = (1 - y)^2
    minimize: E
    rate: n = 0.1

    """

  private static func claims(_ published: String) throws -> (Walkthrough, [Claim]) {
    let walkthrough = try read(network + published)
    return (walkthrough, walkthrough.claims)
  }

  /// The postfix formula in short.
  private static func formula(_ expression: String) throws -> [String] {
    let (walkthrough, claims) = try claims("published:\n  \(expression) = 1\n")
    return walkthrough.nodes[claims[0].formula].map { node in
      func name(_ quantity: Int32) -> String { walkthrough.quantities[Int(quantity)].name }
      switch node.kind {
      case .number(let value, _): return "\(value)"
      case .constant(let constant): return constant.rawValue
      case .quantity(let quantity): return name(quantity)
      case .operation(let primitive): return primitive.rawValue
      case .juxtaposition: return "juxtaposition"
      case .elementwise(let primitive): return ".\(primitive.rawValue)"
      case .matrix(let operation): return operation.functionName ?? "transpose"
      case .stack(let stacking, let count): return "\(stacking) \(count)"
      case .selection(let number): return walkthrough.selections[Int(number)].text
      case .generated(let number): return walkthrough.generators[Int(number)].text
      case .updated(let quantity): return "new \(name(quantity))"
      case .derivative(let of, let by, nil): return "d\(name(of))/d\(name(by))"
      case .derivative(let of, let by, let middle?):
        return "d\(name(of))/d\(name(by)) through \(name(middle))"
      case .declared(let function, let count): return "\(walkthrough.functions[Int(function)].name) \(count)"
      case .state(let state, let quantity): return "\(state.rawValue)(\(name(quantity)))"
      case .localDerivative(let of, let by): return "local d\(name(of))/d\(name(by))"
      }
    }
  }

  @Test(arguments: [
    ("y", ["y"]), ("new w5", ["new w5"]), ("dE/dw5", ["dE/dw5"]), ("dE / dw5", ["dE/dw5"]),
    ("dE/dβ", ["dE/dbeta"]),
    ("dE/dw5 through s", ["dE/dw5 through s"]), ("local ds/dw5", ["local ds/dw5"]),
    ("2dE/dw5", ["2.0", "dE/dw5", "juxtaposition"]), ("x*dE/dw5", ["x", "dE/dw5", "multiply"]),
    ("new w5 - w5", ["new w5", "w5", "subtract"]), ("-n*dE/dw5", ["n", "negate", "dE/dw5", "multiply"]),
    ("local dy/ds*local ds/dw5", ["local dy/ds", "local ds/dw5", "multiply"]),
    ("dE/dy*dy/ds*ds/dw5", ["dE/dy", "dy/ds", "multiply", "ds/dw5", "multiply"]),
    ("(dE/dw5)^2", ["dE/dw5", "2.0", "power"]),
    ("1/2*exp(y)", ["1.0", "2.0", "divide", "y", "exp", "multiply"]),
    ("dw5/dE", ["dw5/dE"]),
  ])
  func anExpressionIsUnderstoodAs(expression: String, formula: [String]) throws {
    #expect(try Self.formula(expression) == formula)
  }

  @Test(arguments: [("", 3), ("a = 1\n", 3), ("b = 1\n", 3), ("a = 1\nb = a\n", 1)])
  func aQuotientOfQuantitiesIsADerivativeOnlyWhereBothNamesAre(more: String, nodes: Int) throws {
    let walkthrough = try read("inputs: da = 1, db = 2\n\(more)y = da/db\npublished:\n  da/db = 0.5\n")
    #expect(walkthrough.nodes[walkthrough.claims[0].formula].count == nodes)
  }

  @Test(arguments: [
    (".12", false, 12, 2), ("2.", false, 2, 0), ("-5.34e-08", true, 534, 10), ("−0.017", true, 17, 3),
    ("0.08020", false, 8020, 5),
    ("- 3", true, 3, 0), ("1e3", false, 1, -3), ("0", false, 0, 0),
    ("3.487488988616036", false, 3_487_488_988_616_036, 15),
    ("-5.34e−08", true, 534, 10), ("+1", false, 1, 0), ("+-1", nil, 0, 0), ("1 × 10^999", nil, 0, 0),
  ])
  func aNumberIsReadAsItIsPrinted(text: String, isNegative: Bool?, coefficient: UInt64, places: Int) throws {
    guard let isNegative else { return #expect(report(Self.network + "published:\n  y = \(text)\n") != "") }
    let (_, claims) = try Self.claims("published:\n  y = \(text)  # as printed\n")
    #expect(
      claims[0].printed.entries.map(\.decimal) == [
        Decimal(isNegative: isNegative, coefficient: coefficient, places: places)
      ])
    #expect(claims[0].printed.shape == .scalar)
    #expect(claims[0].printed.text == text)
    #expect(claims[0].expression == "y")
  }

  @Test func aHeadingMayHoldItsFirstLine() throws {
    let (_, claims) = try Self.claims("published: y = 0.9\n  E = 0.1\n\n  # comment\n  y = 0.88\n")
    #expect(claims.map(\.expression) == ["y", "E", "y"])
  }

  @Test func contextsStandAloneAndTogether() throws {
    let (walkthrough, claims) = try Self.claims(
      """
      published:
        y = 1
      published after 2 steps:
        y = 1
      published cut:
        y = 1
      published rounded:
        y = 1
      published carrying 5 decimals:
        y = 1
      published at w5 = 3.01, rate = 1/10, x = -1, after 1 epoch, cut, carrying 4 figures:
        y = 1
      published at n = 2:
        y = 1
      """)
    let contexts = claims.map(\.context)
    #expect(contexts[0] == ClaimContext())
    #expect(contexts.map(\.steps) == [0, 2, 0, 0, 0, 1, 0])
    #expect(contexts.map(\.reduction) == [nil, nil, .cut, .rounded, nil, .cut, nil])
    #expect(contexts[4].carry == NumberStyle(.decimals(5)))
    #expect(contexts[5].carry == NumberStyle(.figures(4), .cut))
    #expect(contexts[5].settings.map { walkthrough.quantities[$0.quantity].name } == ["w5", "n", "x"])
    #expect(contexts[6].settings.map { walkthrough.quantities[$0.quantity].name } == ["n"])
  }

  private static let training = """
    examples:
      x | t
      1 | 2
      3 | 4
      5 | 6
    weights: w = 1
    y = w*x
    L = (y - t)^2
    minimize: L, averaged over the examples
    rate: 0.1

    """

  /// The context of `published HEADING:` in a file that learns from three examples.
  private static func context(_ heading: String, _ lines: String = "") throws -> ClaimContext {
    try read(training + lines + "published \(heading):\n  w = 1\n").claims[0].context
  }

  @Test func aContextMayNameAnExampleAWayToDerivativesAndAPrecision() throws {
    let context = try Self.context(
      "example 3, by central differences, h = 0.1, after 2 steps, in single precision, cut")
    #expect(context.example == 3)
    #expect(context.derivatives == .centralDifferences(h: Decimal(coefficient: 1, places: 1)))
    #expect(context.floatingPoint == .single)
    #expect(context.steps == 2)
    #expect(context.reduction == .cut)
    #expect(try Self.context("by the rules, in double precision").derivatives == .rules)
    #expect(try Self.context("in double precision").floatingPoint == .double)
  }

  @Test func anEpochIsAStepUnlessThereAreMoreInIt() throws {
    #expect(try Self.context("after 200 epochs") == (try Self.context("after 200 steps")))
    let often = "update: after each example\n"
    #expect(try Self.context("after 1 epoch", often).countsEpochs)
    #expect(try !Self.context("after 1 step", often).countsEpochs)
    #expect(try Self.context("after 7 steps", often).steps == 7)
  }

  @Test func aSymbolicContextComparesFormulas() throws {
    let walkthrough = try read(
      "inputs: x = 2\ny = x^2\npublished symbolically:\n  dy/dx = 2x\npublished:\n  y = 4\n")
    let right = try #require(walkthrough.claims[0].symbolic)
    #expect(walkthrough.claims[0].context.isSymbolic)
    #expect(walkthrough.claims[0].expression == "dy/dx")
    #expect(walkthrough.claims[0].printed.text == "2x")
    #expect(walkthrough.expression(at: right).text { walkthrough.quantities[$0].name } == "2x")
    #expect(walkthrough.claims[1].symbolic == nil)
  }

  @Test(arguments: [
    ("momentum", ["v", "step"]), ("adam", ["m", "v", "mhat", "vhat", "step"]), ("adamax", ["m", "v", "mhat", "step"]),
    ("together", ["step"]),
  ])
  func aPublishedLineMayNameWhatAnUpdateKeeps(method: String, states: [String]) throws {
    let lines = states.map { "  2\($0)(w) = 1\n" }.joined()
    let walkthrough = try read(
      "weights: w = 1\nv = w^2\nminimize: v\nrate: 1\nupdate: \(method)\npublished:\n\(lines)")
    let named = walkthrough.claims.map { claim -> String in
      guard case .state(let state, 0) = walkthrough.nodes[claim.formula.lowerBound + 1].kind else { return "" }
      return state.rawValue
    }
    #expect(named == states)
  }

  @Test func aQuantityOfThatNameComesBeforeTheWordRate() throws {
    let walkthrough = try read(
      """
      inputs: rate = 3
      weights: w = 1
      L = rate*w
      maximize: L
      rate: step = 0.5
      published at rate = 4:
        L = 4
      """)
    #expect(walkthrough.claims[0].context.settings.map(\.quantity) == [0])
  }
}

/// Numbers as documents print them, with the coefficient and the places that they stand for.
@Suite struct PrintedFormTests {
  @Test(arguments: [
    (".12", 12, 2), ("2.", 2, 0), ("+0.5", 5, 1), ("5.34e-08", 534, 10), ("4.386 × 10^-4", 4386, 7), ("10^-1", 1, 1),
    ("10^{-3}", 1, 3),
    ("4.386·10⁻⁴", 4386, 7), ("4.386*10^(-4)", 4386, 7), ("4.386 \\times 10^{-4}", 4386, 7), ("2 × 10³", 2, -3),
    ("0.1948 × 10^1", 1948, 3),
  ])
  func aPowerOfTenMovesThePoint(text: String, coefficient: UInt64, places: Int) throws {
    let file = "x = 1\npublished:\n  x = \(text)\n  x = [\(text)  7]\n"
    let single = try read(file.replacing("\n  x = [\(text)  7]", with: ""))
    #expect(single.claims[0].printed.entries[0].decimal == Decimal(coefficient: coefficient, places: places))
    #expect(single.claims[0].printed.text == text)
    let row = try read("M = [1, 2]\npublished:\n  M = [\(text)  7]\n").claims[0].printed.entries.map(\.decimal)
    #expect(row == [Decimal(coefficient: coefficient, places: places), Decimal(coefficient: 7, places: 0)])
  }
}
