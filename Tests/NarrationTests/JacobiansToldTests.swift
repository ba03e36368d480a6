import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// Jacobians for as many as have them, and a reason why the others have none.
@Suite struct JacobiansToldTests {
  /// W and U come to the objective by rows, V by a matrix of two rows.
  private static let mixed = """
    inputs: x = [1, 2], Z = [1, 2; 3, 4]
    weights: W = [0.1, 0.2; 0.3, 0.4], V = [0.5, 1; 0.2, 1], U = [1; 2]
    s = x*W
    h = sigmoid(s)
    Y = sigmoid(Z*V)
    L1 = h*U
    L2 = sum(Y)
    L = L1 + L2
    minimize: L
    rate: 0.1
    telling: jacobians

    """

  @Test func whatAJacobianIsIsSaidWhereAnyIsTold() throws {
    let told = try document(Self.mixed).prose
    #expect(told.contains("Where a step turns one row of numbers into another"))
    #expect(told.contains("the Jacobian of the step"))
    #expect(!told.contains("Every step of the network"))
    let rows = Self.mixed.replacing("L = L1 + L2", with: "L = L1")
    #expect(try document(rows).prose.contains("Every step of the network turns one row of numbers into another"))
  }

  /// 1 − c falls by 1 as c rises by 1, which is said once.
  @Test(arguments: [Telling.matrices, .jacobians]) func aMinusOneIsNotWrittenTwice(telling: Telling) throws {
    let text = "inputs: a = [1; 2]\nweights: w = [0.5; -1]\nc = a'*w\nE = 1 - c\nminimize: E\n"
    let equation = try document(text, telling).equations.first { say([.equation($0)]).hasPrefix("∂E/∂c") }
    #expect(equation?.links.count == 1)
  }

  /// A column comes to a number, and numbers to numbers: no row anywhere.
  @Test func stepsBetweenNumbersAreNoRows() throws {
    let text = "inputs: a = [1; 2]\nweights: w = [0.5; -1]\nc = a'*w\nE = 1 - c\nminimize: E\n"
    let told = try document(text, .jacobians).prose
    #expect(told.contains("Where a step turns one row of numbers into another") && !told.contains("Every step"))
  }

  /// The paragraphs and headings of the step, formulas by their names.
  private func told(_ id: String, in document: Document) -> [String] {
    document.steps.first { $0.id == id }?.blocks.compactMap { block -> String? in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): say(inlines)
      case .equation(let equation): say([.equation(equation)])
      case .table, .list, .figure: nil
      }
    } ?? []
  }

  @Test func whatHasNoJacobiansSaysWhyBelowItsOwnHeading() throws {
    let instead = "is worked instead, from the adjoints on the way back to it."
    let lines = try document(Self.mixed.replacing("s = x*W\nh = sigmoid(s)", with: "h = sigmoid(x*W)"))
    #expect(
      told("jacobians-W", in: lines) == [
        "The adjoint of W (2 × 2)",
        "The step from W to h takes more than one rule, so no Jacobian of it is written. The adjoint of W \(instead)",
      ])
    #expect(
      told("jacobians-V", in: lines) == [
        "The adjoint of V (2 × 2)",
        "Jacobians lead from one row to another, and Y has two rows, so there is none for the step from V to Y. "
          + "The adjoint of V \(instead)",
      ])
    // Behind U, which has one, each has its own adjoints below its heading.
    #expect(
      lines.ids.filter { $0.hasPrefix("jacobians") || $0.hasPrefix("adjoint") } == [
        "jacobians-U", "jacobians-W", "adjoint-L1", "adjoint-h", "adjoint-W", "jacobians-V", "adjoint-L2", "adjoint-Y",
        "adjoint-V",
      ])
    let softmax = try document(Self.mixed.replacing("sigmoid(s)", with: "softmax(s)"))
    #expect(
      told("jacobians-W", in: softmax).last
        == "Of the step from s to h no Jacobian is written here. The adjoint of W \(instead)")
  }

  @Test func pathsThatAreTooManyAreNoWantOfJacobians() throws {
    let text = """
      inputs: x = [1, 2]
      weights: W = [0.1; 0.2]
      s = x*W
      a = exp(s)
      b = sin(s)
      c = cos(s)
      d = tanh(s)
      f = s^2
      L = a + b + c + d + f
      minimize: L
      telling: jacobians

      """
    #expect(
      told("jacobians-W", in: try document(text)).last
        == "More than four paths lead from W to L, too many to write a product of Jacobians for each. "
        + "The adjoint of W is worked instead, from the adjoints on the way back to it.")
  }

  /// L = x·W + b + s² + R with s = u·b: one step leads from W to L, b goes there by s too, and R is no product.
  @Test func singleStepsAreSlopesOfTheirOwn() throws {
    let text = """
      inputs: x = [1, 2]
      weights: W = [3; 4], b = 0.5, V = [5; 6]
      fixed: u = 2
      s = u*b
      R = sum(V.^2)
      L = x*W + b + s^2 + R
      minimize: L
      telling: jacobians

      """
    let document = try document(text)
    #expect(
      !document.prose.contains("is worked instead") && !document.prose.contains("the right factor of the product"))
    let single = told("jacobians-W", in: document)
    #expect(single.filter { $0.hasPrefix("∂") }.count == 1 && !single.contains("Chained together:"))
    #expect(
      single.contains("How L changes with W. W is a matrix itself, so the slopes stand as its entries do, 2 × 1:"))
    // 2s · 2 + 1 with s = 1.
    let twice = told("jacobians-b", in: document)
    #expect(twice.contains("∂L_direct/∂b = 1") && twice.last?.hasSuffix(" = 5") == true)
    let added = told("jacobians-V", in: document)
    #expect(added.contains("How R changes with V. V is a matrix itself, so the slopes stand as its entries do, 2 × 1:"))
  }
}
