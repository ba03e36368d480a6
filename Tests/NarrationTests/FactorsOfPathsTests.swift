import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// The telling by weights has one factor for each quantity on the way.
@Suite struct FactorsOfPathsTests {
  /// What is added to something on the way, and what is taken from it.
  @Test(arguments: ["y = x + f", "y = f - t"])
  func aQuantityThatEntersAsItIsHasAFactor(line: String) throws {
    let text = "inputs: x = 2\nweights: w = 0.5\ntargets: t = 1\nf = tanh(w*x)\n\(line)\nE = y^2\nminimize: E\n"
    let told = try document(text, .weights)
    #expect(told.ids.contains("weight-w-y-by-f") && told.ids.contains("weight-w-f-by-w"))
    #expect(told.spoken.contains("How y changes with f. f enters y as it is, so both change alike."))
  }

  @Test func aFunctionWithoutAFormulaIsSaidOfItsOwnName() throws {
    let text = "functions: F(u)\ninputs: x\nweights: w\ns = w*x\ny = F(s)\nz = y + x\nE = z^2\nminimize: E\n"
    let told = try document(text, .weights)
    #expect(told.ids.contains("weight-w-z-by-y"))
    #expect(told.spoken.contains("How y changes with s. y is any function of s; its slope ∂y/∂s"))
  }

  /// The parts of an objective are folded into their sum, as the published chains have it; the reason names the part.
  @Test func aPartOfTheObjectiveHasNone() throws {
    let text = "inputs: x = 2\nweights: w = 0.5, v = 1\nA = w*x\nB = v^2\nE = A + B\nminimize: E\n"
    let told = try document(text, .weights)
    #expect(told.ids.contains("weight-w-E-by-w") && !told.ids.contains("weight-w-E-by-A"))
    #expect(told.spoken.contains("How E changes with w. In A, w is multiplied by x, and that is the slope."))
  }

  /// A sum of one computed quantity and a number is no sum of parts.
  @Test func anObjectiveOfOnePartKeepsItsFactor() throws {
    let told = try document("weights: w = 0.5\nA = w^2\nE = A + 3\nminimize: E\n", .weights)
    #expect(told.ids.contains("weight-w-E-by-A") && told.ids.contains("weight-w-A-by-w"))
  }
}
