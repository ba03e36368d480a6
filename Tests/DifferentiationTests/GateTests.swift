import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

private func trace(_ text: String) throws -> Trace {
  try SourceText(name: "test.walk", text: text).walkthrough().trace()
}

extension Trace {
  /// By quantity: what all gates send back to it, added up.
  fileprivate var sentBack: [Double] {
    var sums = [Double](repeating: 0, count: values.count)
    let isVarying = depends(on: asked)
    for quantity in values.indices {
      for input in gates(of: quantity, isVarying: isVarying).flatMap(\.inputs) {
        if case .quantity(let operand) = input.expression { sums[operand] += input.contribution }
      }
    }
    return sums
  }
}

@Suite struct GateTests {
  /// f = 100 − (x − y)² + x·x/2 at (3, 4): worked by hand.
  @Test func aFormulaIsTakenApartFromTheOutsideIn() throws {
    let trace = try trace("unknowns: x = 3, y = 4\nf = 100 - (x - y)^2 + x*x/2\nmaximize: f\nrate: step = 0.1\n")
    let gates = trace.gates(of: 2, isVarying: [true, true, true])
    let name = { (quantity: Int) in trace.walkthrough.quantities[quantity].name }
    #expect(
      gates.map { $0.expression.text(name) } == [
        "100 - (x - y)^2 + x*x/2", "(x - y)^2", "x - y", "x*x/2", "x*x",
      ])
    #expect(gates.map(\.adjoint) == [1, -1, 2, 1, 0.5])
    #expect(gates.map { $0.inputs.map(\.contribution) } == [[-1, 1], [2], [2, -2], [0.5], [1.5, 1.5]])
    #expect(gates.map(\.primitive) == [.add, .power, .add, .divide, .multiply])
  }

  @Test func operandsThatNobodyAskedAboutAreSentNothing() throws {
    let trace = try trace("inputs: x = 2\nweights: w = 3\nf = x*w + ln(x)\ndifferentiate: f\n")
    let gates = trace.gates(of: 2, isVarying: trace.depends(on: trace.asked))
    #expect(gates.map(\.inputs.count) == [1, 1])
    #expect(trace.gates(of: 0, isVarying: [true, true, true]).isEmpty)
  }

  @Test(arguments: 1...60)
  func whatGatesSendBackAddsUpToTheAdjoint(seed: Int) throws {
    let program = RandomProgram(seed: UInt64(seed), lines: 12)
    let trace = try trace(program.text)
    let backward = try #require(trace.backward)
    let (sums, isVarying) = (trace.sentBack, trace.depends(on: trace.asked))
    for quantity in sums.indices where isVarying[quantity] && backward.reaches[quantity] && quantity != backward.seed {
      let adjoint = backward.adjoints[quantity]
      #expect((sums[quantity] - adjoint).magnitude <= 1e-12 * max(adjoint.magnitude, 1), "\(program.text)")
    }
  }
}
