import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// A document without numbers.
@Suite struct SymbolicNarrationTests {
  private static let nested = "functions: A(u), B(u), C(u)\ninputs: x\nf = A(B(C(x)))\ndifferentiate: f\n"
  private static let error = "inputs: x\ntargets: t\nweights: w\np = x*w\ne = p - t\nL = e^2\nminimize: L\n"
  private static let shared =
    "functions: A(u), B(u, v)\ninputs: x, y\nf = A(x^2 + y)*B(x, 3y) + A(2x)\ng = f*x\ndifferentiate: g\n"

  /// The factors of a product of derivatives: `A/B`.
  private func factors(_ formula: Formula) -> [String] {
    guard case .product(let factors, .dot) = formula else { return [] }
    return factors.map {
      guard case .derivative(.symbol(let result), .symbol(let operand)) = $0 else { return "?" }
      return "\(result.name)/\(operand.name)"
    }
  }

  @Test func aChainHasOneSlopeForEachFunction() throws {
    let story = try document(Self.nested, .weights, of: "x")
    let chain = try #require(story.equations.last)
    #expect(chain.links.map { factors($0.formula) } == [["A/B", "B/C", "C/x"]])
    let named = Self.nested.replacing("f = A(B(C(x)))", with: "c = C(x)\nb = B(c)\nf = A(b)")
    #expect(
      try document(named, .weights, of: "x").equations.map { factors($0.links[0].formula) } == [["f/b", "b/c", "c/x"]])
    let last = try #require(try document(Self.nested, .nodes, of: "x").equations.last)
    #expect(last.links.map { factors($0.formula) } == [["f/C", "C/x"], ["A/B", "B/C", "C/x"]])
  }

  @Test func aCallIsShownAsWrittenAndThenTakenApart() throws {
    let document = try document(Self.nested)
    #expect(
      document.ids.prefix(7) == ["given", "network", "forward", "forward-C", "forward-B", "forward-A", "forward-f"])
    #expect(document.steps[3].blocks.count == 3)
    guard case .equation(let written) = document.steps[3].blocks[0],
      case .function(.named(let outer), let operands) = written.links[0].formula
    else {
      Issue.record("the formula is missing")
      return
    }
    #expect(outer.name == "A" && operands.count == 1)
    #expect(document.prose.contains("Taken apart from the inside, the value of each function goes by the name"))
  }

  @Test func aProductEndsWithEverythingPutIn() throws {
    // 2e · x, and with e = x·w − t: 2x·(x·w − t).
    let last = try #require(try document(Self.error, .weights, of: "w").equations.last)
    #expect(last.links.count == 2)
    guard case .product(let factors, .dot) = last.links[1].formula else {
      Issue.record("no product")
      return
    }
    #expect(factors.count == 2)
    guard case .parenthesized(.sum(let terms)) = factors[1] else {
      Issue.record("no difference")
      return
    }
    #expect(terms.map(\.isSubtracted) == [false, true])
  }

  @Test(arguments: [nested, error, shared], [Telling.weights, .nodes])
  func aPageWithoutNumbersShowsNone(file: String, telling: Telling) throws {
    let document = try document(file, telling)
    #expect(Set(document.ids).count == document.ids.count)
    #expect(document.ids.first == "given" && document.ids.last == "checks")
    #expect(document.ids.allSatisfy { !["numbers", "update", "second-pass"].contains($0) && !$0.hasSuffix("-update") })
    for equation in document.equations {
      #expect(equation.links.allSatisfy { $0.role == .symbols && $0.relation == .equal } && !equation.isMarked)
      #expect(!equation.links.isEmpty)
    }
    #expect(document.prose.contains("At three points, fixed numbers were put in for "))
    #expect(!document.prose.contains("rounded"))
  }

  @Test func aFunctionWithoutAFormulaKeepsItsSlope() throws {
    let prose = try document(Self.nested, .weights).prose
    #expect(prose.contains("_ is any function of _; its slope _ is all that the chain rule needs of it."))
    #expect(prose.contains("_ is any function of _, so _ stays as it is, too."))
  }

  @Test func whatWasNotCheckedIsSaid() throws {
    let prose = try document("inputs: x\nf = ln(-x^2)\ndifferentiate: f\n").prose
    #expect(prose.contains("Not checked against measured slopes: at none of the three points"))
  }

  @Test func aSymbolicForwardPassEndsThere() throws {
    let document = try document("functions: A(u)\ninputs: x\ny = A(x) + 1\n")
    #expect(document.ids == ["given", "network", "forward", "forward-A", "forward-y"])
  }
}
