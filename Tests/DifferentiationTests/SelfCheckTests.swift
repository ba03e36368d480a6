import Testing
import WalkthroughLanguage

@testable import Differentiation

/// dE/dw is (2h + 1)·x = 26, and whoever says something else is found out.
@Suite struct SelfCheckTests {
  private let laboratory: Laboratory
  private let trace: Trace
  private let objective: Objective

  init() throws {
    let text = "inputs: x = 2\nweights: w = 3\nh = w*x\nE = h^2 + h\nminimize: E\n"
    laboratory = try Laboratory(SourceText(name: "test.walk", text: text).walkthrough())
    trace = try laboratory.trace()
    objective = try #require(trace.walkthrough.objective)
  }

  /// The backward pass, with another adjoint of `w`.
  private func backward(_ adjoint: Double) throws -> Trace.Backward {
    var backward = try #require(trace.backward)
    backward.adjoints.set(1, to: Matrix(adjoint))
    return backward
  }

  private func complaint(_ check: () throws -> SelfCheck) throws -> String? {
    do {
      _ = try check()
      return nil
    } catch let error as Diagnostics {
      return error.all.map(\.message).joined()
    }
  }

  @Test(arguments: [26, 26.01, -26, 0]) func aWrongAdjointIsFoundOnEachRoad(adjoint: Double) throws {
    let (backward, isRight) = (try backward(adjoint), adjoint == 26)
    let pass = try #require(laboratory.plain)
    let direction = try complaint { try laboratory.directionCheck(backward, objective) }
    #expect(direction == (isRight ? nil : "the gradient of `E` disagrees with its measured slope"))
    let paths = try complaint { try laboratory.pathCheck(trace, backward) }
    #expect(paths == (isRight ? nil : "the sum over paths from `w` disagrees with its adjoint"))
    let gates = try complaint { try laboratory.gateCheck(pass, backward, objective) }
    #expect(gates == (isRight ? nil : "the adjoint of `w` disagrees with a sweep gate by gate"))
  }
}
