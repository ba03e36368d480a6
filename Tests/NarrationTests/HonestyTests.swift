import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

@Suite struct HonestyTests {
  /// dE/du is worked with the new v, 2.88, and says so: 6 · 2.88 = 17.28.
  @Test func aReusedWeightIsShownWithItsNewValue() throws {
    let text = """
      inputs: x = 1
      weights: u = 2, v = 3
      h = u*x
      y = v*h
      E = 1/2*y^2
      minimize: E
      rate: 0.01
      update: reusing new weights

      """
    let slope = try document(text, .weights).equations.first { equation in
      if case .updated(let symbol)? = equation.links.first?.formula { symbol.name == "v" } else { false }
    }
    #expect(slope?.links.last?.formula == .number(ShownNumber(Decimal(coefficient: 288, places: 2))))
    #expect(slope?.isMarked == false)
  }

  /// In 3 − (y − 1)² the minus stands outside the square: nothing is turned round.
  @Test(arguments: ["L = 3 - (y - 1)^2", "L = -(4 - y)^2", "L = 100 - (y - x)^2", "L = (x*y - 1)^2 - y"])
  func onlyAnInnerMinusTurnsADifferenceRound(line: String) throws {
    let prose = try document("unknowns: y = 2\nfixed: x = 1\n\(line)\nmaximize: L\nrate: 0.1\n", .weights).prose
    #expect(!prose.contains("turns the difference round"))
    #expect(!prose.contains("½"))
  }

  @Test func whatIsCarriedIsNoEquality() throws {
    let text = "inputs: x = 0.25\ny = tanh(x)\nshow: 3 decimals\ncarry: 3 decimals\n"
    #expect(try document(text).equations.last?.links.last?.relation == .approximate)
  }

  /// 0.7 − 0.1 · 0.086 is 0.6914, of which 0.691 is carried on.
  @Test func whatIsCarriedOverExamplesIsNoEquality() throws {
    let text = """
      weights: w = 0.7, b = 0.1
      examples:
        x | t
        0.5 | 1
        0.9 | 0
      y = sigmoid(w*x + b)
      E = 1/2*(y - t)^2
      minimize: E, summed over the examples
      rate: 0.1
      carry: 3 decimals

      """
    let told = try document(text)
    let updates = told.equations.filter { if case .updated = $0.left { true } else { false } }
    #expect(updates.map { $0.links.last?.relation } == [.approximate, .approximate])
    #expect(told.prose.contains("drawn as a map") && !told.prose.contains("turns away"))
  }

  /// Both entries of a row are its largest; that one of them counts is no rounding.
  @Test func equalEntriesAreNoRounding() throws {
    let text = "inputs: X = [1, 2]\nweights: W = eye(2)\nH = X*W - [0, 1]\nL = max(H)\nminimize: L\n"
    let told = try document(text, .matrices)
    #expect(told.prose.contains("of equal ones, the first") && !told.equations.contains(where: \.isMarked))
  }

  @Test func aStoryAloneListsTheNumbersThatItUses() throws {
    #expect(try document(network, of: "w").prose.contains("From what is given and from the forward pass: _"))
    #expect(try document(network, .nodes, of: "w").ids.contains("adjoint-w"))
  }

  @Test func withoutAPathTheDocumentSaysSo() throws {
    let prose = try document("inputs: x = 2\ny = 3\nz = x + 1\ndifferentiate: y\n").prose
    #expect(prose.contains("No path leads from _ to _: it does not change with them"))
  }
  /// f = q − x² with q = 3x: df/dx is 3 − 2x, and f's own formula alone gives −2x; one symbol cannot stand for both.
  @Test(arguments: [Telling.weights, .nodes, .gates])
  func aDirectDerivativeIsNotMistakenForTheWhole(telling: Telling) throws {
    let story = try document("unknowns: x = 2\nq = 3*x\nf = q - x^2\nmaximize: f\nrate: 0.1\n", telling)
    var values: [Formula: Set<String>] = [:]
    for equation in story.equations {
      guard case .derivative = equation.left, case .number(let number)? = equation.links.last?.formula else { continue }
      values[equation.left, default: []].insert(number.plainText)
    }
    #expect(values.values.allSatisfy { $0.count == 1 })
    // Gates have no direct derivative; their −1 is ∂f/∂x and that of the square, which is taken away.
    #expect(values.count { $0.value == ["-4"] } == (telling == .gates ? 0 : 1))
    #expect(values.count { $0.value == ["-1"] } == (telling == .gates ? 2 : 1))
  }
}
