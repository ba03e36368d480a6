import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

private func laboratory(_ text: String) throws -> Laboratory {
  try Laboratory(SourceText(name: "test.walk", text: text).walkthrough())
}

/// The moved quantity after so many updates.
private func moved(_ laboratory: Laboratory, after count: Int) throws -> [Double] {
  let conditions = try laboratory.conditions(after: count, from: laboratory.ownConditions)
  return conditions.givens.matrix(laboratory.walkthrough.moved[0]).entries
}

/// Expected numbers come from a Python program of the six rules, written from the papers' formulas.
@Suite struct UpdateRuleTests {
  struct Row: Sendable {
    let rule: UpdateMethod
    /// f = x³ from 1.5 with the rate 0.01, v and m starting at 0.2 and 0.4, after one update and after two.
    let number: [Double]
    /// L = sum(W.^3)/3 with the rate 0.1, states starting at 0, after one update and after two.
    let matrix: [[Double]]
  }

  static let rows: [Row] = [
    Row(
      rule: .momentum, number: [1.4307, 1.3069229253],
      matrix: [[0.9, -2.4, 0.475, 2.1], [0.729, -3.336, 0.4299375, 0.849]]),
    Row(
      rule: .nesterov, number: [1.37013, 1.2069933956367],
      matrix: [[0.81, -2.76, 0.4525, 1.29], [0.604341, -4.531344, 0.3933463125, 0.244821]]),
    Row(
      rule: .rmsprop, number: [1.4689839518867167, 1.4467182911053396],
      matrix: [
        [0.6837722439831617, -2.316227763516838, 0.183772273983157, 2.683772235094273],
        [0.543979080223372, -2.5744001484009718, 0.13919231424480666, 2.4798697940322207],
      ]),
    Row(
      rule: .adagrad, number: [1.4900218758954762, 1.4830059559588065],
      matrix: [
        [0.900000001, -2.09999999975, 0.400000004, 2.900000000111111],
        [0.8370578272476958, -2.17406995932047, 0.346094635408949, 2.831724799366298],
      ]),
    Row(
      rule: .adam, number: [1.4933925139408937, 1.4863970621412157],
      matrix: [
        [0.900000001, -2.09999999975, 0.400000004, 2.900000000111111],
        [0.8010907797611331, -2.2001352216754255, 0.30344391745969773, 2.8002339417512947],
      ]),
    Row(
      rule: .adamax, number: [1.4846666666666666, 1.47223497155375],
      matrix: [
        [0.9, -2.1, 0.4, 2.9], [0.8099099099099099, -2.195596133190118, 0.3188662346557083, 2.8033536460437043],
      ]),
  ]

  @Test(arguments: rows) func aNumberMovesAsAnotherProgramMovesIt(_ row: Row) throws {
    let starts = row.rule.keptStates.map { $0 == .m ? "m(x) = 0.4" : "v(x) = 0.2" }.joined(separator: ", ")
    let laboratory = try laboratory(
      "unknowns: x = 1.5\nf = x^3\nminimize: f\nrate: 0.01\nupdate: \(row.rule.rawValue)\nstart: \(starts)\n")
    for (count, expected) in row.number.enumerated() {
      #expect(abs(try moved(laboratory, after: count + 1)[0] - expected) < 1e-14, "update \(count + 1)")
    }
  }

  @Test(arguments: rows) func aMatrixMovesEntryByEntry(_ row: Row) throws {
    let laboratory = try laboratory(
      "weights: W = [1, -2; 0.5, 3]\nL = sum(W.^3)/3\nminimize: L\nrate: 0.1\nupdate: \(row.rule.rawValue)\n")
    for (count, expected) in row.matrix.enumerated() {
      for (found, expected) in zip(try moved(laboratory, after: count + 1), expected) {
        #expect(abs(found - expected) < 1e-14, "update \(count + 1)")
      }
    }
  }

  @Test(arguments: rows) func climbingTakesTheStepTheOtherWay(_ row: Row) throws {
    let file = "unknowns: x = 1.5\nf = x^3\nminimize: f\nrate: 0.01\nupdate: \(row.rule.rawValue)\n"
    let down = try moved(laboratory(file), after: 1)[0]
    let up = try moved(laboratory(file.replacing("minimize", with: "maximize")), after: 1)[0]
    #expect(abs(up + down - 3) < 1e-14)
  }

  /// Every state is a number of single precision, too: with doubles, m would be 0.675 exactly as a double has it.
  @Test func statesAreRoundedToSinglePrecisionWhereTheFileAsksForIt() throws {
    let laboratory = try laboratory(
      "unknowns: x = 1.5\nf = x^3\nminimize: f\nrate: 0.01\nupdate: adam\narithmetic: single\n")
    let states = try #require(try laboratory.trace().updates[0].detail?.states)
    #expect(states.m.entries[0] == Double((1 - Float(0.9)) * Float(6.75)))
    for state in [states.m, states.v, states.mhat, states.vhat, states.direction] {
      #expect(Double(Float(state.entries[0])) == state.entries[0])
    }
  }

  /// The formulas of the page, worked with the numbers of the trace, are the states of the trace.
  @Test(arguments: rows) func thePageShowsWhatWasWorked(_ row: Row) throws {
    let laboratory = try laboratory(
      "weights: W = [1, -2; 0.5, 3]\nL = sum(W.^3)/3\nminimize: L\nrate: 0.1\nupdate: \(row.rule.rawValue)\n")
    let detail = try #require(try laboratory.trace().updates[0].detail)
    let states = detail.states
    let leaves = [detail.gradient, detail.keptM, detail.keptV, states.m, states.v, states.mhat, states.vhat]
    var values = leaves
    func leaf(_ value: Double) -> Expression {
      values.append(Matrix(value))
      return .quantity(values.count - 1)
    }
    let constants = UpdateConstants(laboratory.walkthrough) {
      leaf($0.value.value)
    } count: {
      leaf(1)
    }
    let operands = UpdateOperands(
      slope: .quantity(0), keptM: .quantity(1), keptV: .quantity(2), m: .quantity(3), v: .quantity(4),
      mhat: .quantity(5), vhat: .quantity(6), constants: constants)
    let shape = detail.before.shape
    let expected: [UpdateState: Matrix] = [
      .m: states.m, .v: states.v, .mhat: states.mhat, .vhat: states.vhat, .step: states.direction,
    ]
    for state in row.rule.states {
      let formula = try #require(row.rule.formula(of: state, operands, shape: shape))
      let worked = formula.matrixValue { values[$0] }
      let goal = try #require(expected[state])
      for (found, goal) in zip(worked.entries, goal.entries) {
        #expect(abs(found - goal) <= 1e-15 * abs(goal), "\(state)")
      }
    }
    for state in UpdateState.allCases where !row.rule.states.contains(state) {
      #expect(row.rule.formula(of: state, operands, shape: shape) == nil)
    }
  }
}
