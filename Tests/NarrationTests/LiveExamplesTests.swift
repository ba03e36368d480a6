import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// What a page tells of examples, of what is added to them, and of nudges, follows its givens too.
@Suite struct LiveExamplesTests {
  /// A page of one of the walkthroughs, worked at other givens.
  private struct Page {
    let trace: Trace
    let document: Document
    private var interpreter: LiveCalculationInterpreter

    init(_ name: String) throws {
      let path = try #require(LiveCalculationTests.files.first { $0.hasSuffix("\(name).walk") })
      try self.init(text: String(contentsOfFile: path, encoding: .utf8))
    }

    init(text: String) throws {
      trace = try #require(try SourceText(name: "t", text: text).walkthrough().trace().recorded())
      document = Narrator(trace, isLive: true).document
      interpreter = LiveCalculationInterpreter(try #require(document.calculation))
    }

    /// - Parameter example: by its number from 1; nothing for what holds in all examples.
    mutating func set(_ name: String, example: Int? = nil, to value: Double) throws {
      let place = trace.recorder?.recording.inputs.firstIndex { input in
        trace.walkthrough.quantities[input.quantity].name == name && input.example == example.map { $0 - 1 }
      }
      interpreter.inputs[try #require(place)] = value
    }

    mutating func work() { interpreter.work() }

    var epochs: Int { interpreter.epochs }

    func value(_ slot: Int?) throws -> Double { interpreter.slots[try #require(slot)] }

    /// The last numbers of all equations in steps that are called so.
    func results(in steps: String) throws -> [Double] {
      try blocks(in: steps).compactMap { block -> Double? in
        guard case .equation(let equation) = block, case .number(let number)? = equation.links.last?.formula else {
          return nil
        }
        return try value(number.slot)
      }
    }

    /// The columns of the first table, but for what stands at the head of its rows.
    func rows(in steps: String) throws -> [[Double]] {
      let table = blocks(in: steps).compactMap { if case .table(let table) = $0 { table } else { nil } }.first
      return try #require(table).rows.map { row in
        try row.dropFirst().joined().compactMap { inline -> Double? in
          guard case .formula(.number(let number)) = inline else { return nil }
          return try value(number.slot)
        }
      }
    }

    private func blocks(in steps: String) -> [Block] {
      document.steps.filter { $0.id.hasPrefix(steps) }.flatMap(\.blocks)
    }
  }

  private func expect(_ found: [Double], _ expected: [Double], _ what: String) {
    #expect(found.count == expected.count, "\(what): \(found)")
    for (found, expected) in zip(found, expected) {
      #expect((found - expected).magnitude < 1e-9, "\(what): \(found) for \(expected)")
    }
  }

  /// With w1 = 2 and w2 = 1 the fits are 2, 1 and 3; with the targets 0.5, −0.5 and 1.5 each is 1.5 too large. The
  /// slopes by w1 are 3, 0, 3 and those by w2 are 0, 3, 3, so 2 on average; λ = 0.5 adds 2λw, 2 and 1.
  private func ridge(_ name: String) throws -> Page {
    var page = try Page("ridge-regression/\(name)")
    for (name, value) in [("w1", 2), ("w2", 1), ("lambda", 0.5)] { try page.set(name, to: value) }
    for (number, value) in [0.5, -0.5].enumerated() { try page.set("t", example: number + 1, to: value) }
    page.work()
    return page
  }

  @Test func slopesOfExamplesAndOfWhatIsAddedFollow() throws {
    let page = try ridge("ridge-regression")
    expect(try page.results(in: "added-weight-"), [2, 1], "what is added")
    expect(try page.results(in: "together"), [4, 3], "together")
    expect(try page.results(in: "moved-"), [2 - 0.4, 1 - 0.3], "new weights")
  }

  /// R = 0.5((2 + Δ)² + 1) is 2.5 + 2Δ + 0.5Δ², and E of the first example (2 + Δ − 0.5)² is 2.25 + 3Δ + Δ².
  @Test func tablesOfNudgesFollow() throws {
    let page = try ridge("by-nudging")
    expect(
      try page.rows(in: "added-nudge-w1").flatMap(\.self),
      [5, 2.5, 2, 2.705, 2.05, 2, 2.52005, 2.005, 2, 2.502_000_5, 2.0005, 2, 2.500_200_005, 2.00005, 2], "R")
    expect(
      try page.rows(in: "example-1-nudge-w1").flatMap(\.self),
      [6.25, 4, 3, 2.56, 3.1, 3, 2.2801, 3.01, 3, 2.253_001, 3.001, 3, 2.250_300_01, 3.0001, 3], "E")
    expect(try page.results(in: "added-nudge-"), [2.005, 1.005], "quotients of R")
    expect(try page.results(in: "together"), [4, 3], "together")
  }

  /// With u = 4, (4.01² − 4²)/0.01 is 8.01.
  @Test func whatIsMeasuredOfWhatIsAddedFollows() throws {
    var page = try Page(text: MeasuredAdditionTests.text)
    try page.set("u", to: 4)
    page.work()
    expect(try page.results(in: "added-measured-u"), [8.01], "measured")
    expect(try page.results(in: "added-bias-u"), [8], "by the rule")
  }

  /// Forty weights are nudged ten times in each of four examples, through some 200 operations each time: many times
  /// what a page works. All else goes on following.
  @Test func nudgesThatAreTooManyAreGivenUpAndNothingElse() throws {
    let weights = (0..<40).map { "w\($0) = 0" }.joined(separator: ", ")
    let units = (0..<40).map { "s\($0) = sigmoid(w\($0)*x)\n" }.joined()
    let sum = (0..<40).map { "s\($0)" }.joined(separator: " + ")
    let text =
      "examples:\n x | t\n 1 | 18\n 1 | 18\n 2 | 19\n 4 | 20\nweights: \(weights)\n\(units)E = (\(sum) - t)^2\n"
      + "minimize: E, summed over the examples\nrate: 0.01\ntelling: nudge\n"
    var page = try Page(text: text)
    #expect(page.document.calculation.map { $0.instructions.count <= Recorder.most } == true)
    let nudges = page.document.steps.filter { $0.id.contains("nudge-w7") }.flatMap(\.blocks)
    let cells = nudges.compactMap { if case .table(let table) = $0 { table } else { nil } }.flatMap(\.rows).joined()
    let numbers = cells.joined().compactMap { if case .formula(.number(let number)) = $0 { number } else { nil } }
    #expect(numbers.count == 4 * 5 * 4 && numbers.allSatisfy { $0.slot == nil })
    // At 0 every sigmoid is 1/2 with the slope x/4 by its weight, and their sum is 20: the slopes are (20 − t)·x/2.
    try page.set("t", example: 4, to: 19)
    page.work()
    expect(Array(try page.results(in: "together").prefix(2)), [5, 5], "together")
    #expect(page.document.prose.contains("stay as they are printed"))
    #expect(!(try ridge("by-nudging").document.prose.contains("stay as they are printed")))
  }

  /// E₁ + E₂ = (w − 1)² + (w + 1)² from w = 3 at the rate 0.1, where w goes to 0.6w: 20, 8.48, 4.33, 2.84, 2.30. Neither
  /// example comes near 2.4 by itself.
  @Test func aRunEndsByTheObjectiveOfAllExamples() throws {
    var page = try Page(
      text: "examples:\n x | t\n 1 | 1\n 1 | -1\nweights: w = 3\nfixed: goal = 2.4\nE = (w*x - t)^2\n"
        + "minimize: E, summed over the examples\nrate: 0.1\nuntil: E is within 0.2 of goal\n")
    page.work()
    #expect(page.epochs == 4 && page.trace.training?.epochs == 4)
  }

  /// The first update sees two examples. The other one is x = 7, t = 4 here: at w = 1.3 its slope is
  /// 2 · 7 · (9.1 − 4) = 71.4, so the second update ends at 1.3 − 7.14.
  @Test func examplesThatAnUpdateDoesNotSeeFollow() throws {
    var page = try Page("ways-to-update/after-a-few-examples")
    try page.set("x", example: 3, to: 7)
    try page.set("t", example: 3, to: 4)
    page.work()
    expect(try page.rows(in: "given").flatMap(\.self), [1, 2, 2, 3, 7, 4], "the table of examples")
    let weight = try #require(page.trace.walkthrough.quantities.firstIndex { $0.name == "w" })
    let sample = page.trace.training?.samples.first { $0.epoch == 1 }
    expect([try page.value(sample?.values.slots[weight].first.map(Int.init))], [-5.84], "after an epoch")
  }
}
