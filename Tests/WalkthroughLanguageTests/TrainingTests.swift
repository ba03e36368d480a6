import Numerals
import Testing

@testable import WalkthroughLanguage

/// Examples, repeated updates and the ways to update, as a file asks for them.
@Suite struct TrainingTests {
  private static let network = """
    examples:
      x   | t
      0   | 1
      # a comment

      1/2 | -exp(0)   # another
      2|3
    weights: w = 0.5, u = 1
    y = w*x + u
    E = (y - t)^2
    R = w^2 + u^2

    """

  private static func trained(_ lines: String) throws -> Walkthrough {
    try read(network + "minimize: E, summed over the examples\nrate: 0.1\n" + lines)
  }

  private static func decimal(_ coefficient: UInt64, _ places: Int) -> Decimal {
    Decimal(coefficient: coefficient, places: places)
  }

  @Test func aFunctionIsClimbedByDifferences() throws {
    let walkthrough = try read(
      """
      unknowns: x = 3, y = 4
      f = 100 - (x - y)^2
      maximize: f
      rate: step = 0.001
      derivatives: forward differences, h = 0.0001
      until: the gain is below 0.000005
      show: all digits
      published after 921 steps:
        f = 99.99937812746526
      published after 922 steps:
        x = 3.487488988616036
        y = 3.512326611377091
      """)
    #expect(walkthrough.derivatives == .forwardDifferences(h: Self.decimal(1, 4)))
    #expect(walkthrough.stopRule == .gain(below: Self.decimal(5, 6)))
    #expect(walkthrough.claims.map(\.context.steps) == [921, 922, 922])
  }

  @Test func aTableMakesAQuantityOfEachColumnAndKeepsEveryRow() throws {
    let walkthrough = try read(Self.network)
    let examples = try #require(walkthrough.examples)
    #expect(examples.quantities.map { walkthrough.quantities[$0].name } == ["x", "t"])
    #expect(examples.quantities.allSatisfy { walkthrough.quantities[$0].role == .example })
    let cells = examples.rows.map { $0.map { walkthrough.expression(at: $0).text { _ in "" } } }
    #expect(cells == [["0", "1"], ["1/2", "-exp(0)"], ["2", "3"]])
    #expect(walkthrough.quantities[0].formula == examples.rows[0][0])
    #expect(walkthrough.quantities[1].formula == examples.rows[0][1])
    #expect(walkthrough.moved.map { walkthrough.quantities[$0].name } == ["w", "u"])
  }

  @Test func aTableMayHaveOneColumnAndStandLast() throws {
    let examples = try #require(try read("a = 1\nexamples: x\n  1\n  2").examples)
    #expect(examples.quantities == [1])
    #expect(examples.rows.count == 2)
  }

  @Test(arguments: [
    ("E, summed over the examples", Combination.summed, nil), ("E, averaged  over the examples", .averaged, nil),
    ("E, averaged over the examples, plus R", .averaged, 6), ("E, plus R, summed over the examples", .summed, 6),
  ])
  func anObjectiveDrawsExamplesTogether(line: String, combination: Combination, addition: Int?) throws {
    let walkthrough = try read(Self.network + "minimize: \(line)\n")
    #expect(
      walkthrough.objective
        == Objective(sense: .minimize, quantity: 5, combination: combination, addition: addition))
  }

  @Test func epochsAreCounted() throws {
    #expect(try Self.trained("epochs: 200\n").epochs == 200)
    #expect(try Self.trained("epochs: 1000000\n").epochs == 1_000_000)
    #expect(try Self.trained("").epochs == nil)
  }

  @Test func theLimitOfEpochsCanBeRaised() throws {
    let source = SourceText(
      name: "t", text: Self.network + "minimize: E, summed over the examples\nrate: 1\nepochs: 2000000\n")
    #expect(throws: Diagnostics.self) { try source.walkthrough() }
    let walkthrough = try source.walkthrough(maximumEpochs: 3_000_000)
    #expect(walkthrough.epochs == 2_000_000)
    #expect(walkthrough.maximumEpochs == 3_000_000)
  }

  @Test(arguments: [
    ("the gain is below 0.000005", StopRule.gain(below: decimal(5, 6))),
    ("E is below 1e-2", .below(5, decimal(1, 2))), ("E is above -3", .above(5, minusThree)),
    ("y is within 0.5 of t", .within(4, decimal(5, 1), of: 1)),
  ])
  func aFileSaysWhatItWaitsFor(words: String, rule: StopRule) throws {
    let walkthrough = try Self.trained("until: \(words)\n")
    #expect(walkthrough.stopRule == rule)
    #expect(walkthrough.epochs == nil)
  }

  private static let minusThree = Decimal(isNegative: true, coefficient: 3, places: 0)

  @Test func aQuantityMayBeCalledTheGain() throws {
    let walkthrough = try read("unknowns: x = 1\ngain = x^2\nmaximize: gain\nrate: 1\nuntil: gain is above 2\n")
    #expect(walkthrough.stopRule == .above(1, Self.decimal(2, 0)))
  }

  @Test(arguments: [
    ("together", UpdateSchedule.afterAllExamples, UpdateMethod.gradient),
    ("after each example", .afterEvery(1), .gradient), ("after every 2 examples", .afterEvery(2), .gradient),
    ("after all examples, momentum", .afterAllExamples, .momentum),
    ("nesterov, after every 12 examples, together", .afterEvery(12), .nesterov),
  ])
  func anUpdateIsAskedForInAnyOrder(words: String, schedule: UpdateSchedule, method: UpdateMethod) throws {
    let walkthrough = try Self.trained("update: \(words)\n")
    #expect(walkthrough.updateSchedule == schedule)
    #expect(walkthrough.updateMethod == method)
  }

  @Test(arguments: [
    ("momentum", ["beta = 0.9"]), ("nesterov, beta = 0.5", ["beta = 0.5"]),
    ("rmsprop", ["beta = 0.9", "epsilon = 0.00000001"]), ("adagrad, epsilon = 1e-6", ["epsilon = 0.000001"]),
    ("adam", ["beta1 = 0.9", "beta2 = 0.999", "epsilon = 0.00000001"]),
    ("adam, epsilon = 1, beta2 = 0", ["beta1 = 0.9", "beta2 = 0", "epsilon = 1"]),
    ("adamax, beta2 = 0.99", ["beta1 = 0.9", "beta2 = 0.99"]), ("reusing", []),
  ])
  func constantsThatAreLeftOutHaveTheirUsualValues(words: String, settings: [String]) throws {
    let walkthrough = try read("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 1\nupdate: \(words)\n")
    #expect(walkthrough.updateSettings.map { "\($0.constant.rawValue) = \($0.value.digits)" } == settings)
  }

  @Test func statesMayStartAnywhere() throws {
    let walkthrough = try Self.trained("update: adam\nstart: m(w) = 0.1, v(w) = 1/100,\n  m(u) = -1\n")
    #expect(walkthrough.updateStarts.map(\.state) == [.m, .v, .m])
    #expect(walkthrough.updateStarts.map { walkthrough.quantities[$0.quantity].name } == ["w", "w", "u"])
    #expect(
      walkthrough.updateStarts.map { walkthrough.expression(at: $0.formula).text { _ in "" } } == [
        "0.1", "1/100", "-1",
      ])
  }

  @Test(arguments: [
    ("forward differences, h = 0.0001", DerivativeMethod.forwardDifferences(h: decimal(1, 4))),
    ("central differences, h = 1e-3", .centralDifferences(h: decimal(1, 3))), ("by the rules", .rules),
    ("by forward differences, h = .5", .forwardDifferences(h: decimal(5, 1))),
  ])
  func derivativesMayBeMeasured(words: String, method: DerivativeMethod) throws {
    #expect(try Self.trained("derivatives: \(words)\n").derivatives == method)
  }

  @Test func arithmeticMayBeSingle() throws {
    #expect(try Self.trained("arithmetic: single\n").floatingPoint == .single)
    #expect(try Self.trained("arithmetic: double\n").floatingPoint == .double)
    #expect(try Self.trained("").floatingPoint == .double)
  }
}
