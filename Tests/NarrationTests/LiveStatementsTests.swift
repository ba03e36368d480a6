import Differentiation
import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// What a page says of givens may be changed with them.
@Suite struct LiveStatementsTests {
  private func told(_ text: String) throws -> Document {
    Narrator(try SourceText(name: "t", text: text).walkthrough().trace(), isLive: true).document
  }

  @Test func howAGivenCameByItsValueIsStatedAndNoPartOfTheCalculation() throws {
    let document = try told(
      "fixed: k = 2pi\nweights: w = 3\ny = k*w\nE = y^2\nminimize: E\nrate: eta = 1/1000\n")
    let sentences = document.steps[0].blocks.flatMap { block -> [Inline] in
      switch block {
      case .paragraph(let inlines): inlines
      case .list(let items): items.flatMap(\.self)
      case .heading, .equation, .table, .figure: []
      }
    }
    let roles = sentences.compactMap {
      if case .equation(let equation) = $0 { equation.links.map(\.role) } else { nil }
    }
    // The weight, the fixed number, the rate; and the rate once more, of the step.
    #expect(roles == [[.value], [.stated, .value], [.stated, .value], [.stated, .value]])
  }

  @Test func whatFurtherPathsComeToFollowsTheGivens() throws {
    let document = try WalkthroughFile.narrator("two-three-three-two").liveDocument
    let tables = document.steps.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
    let ofPaths = tables.filter { $0.rows.count == 5 && $0.columns.count == 2 }
    #expect(ofPaths.count == 6)
    for table in ofPaths {
      let cells = table.rows.compactMap { if case .formula(.number(let number))? = $0[1].first { number } else { nil } }
      #expect(cells.count == 5 && cells.allSatisfy { $0.slot != nil })
    }
  }

  @Test func onlyARateHasToBePositive() throws {
    let document = try told("inputs: x = 2\nweights: w = 3\nE = (w*x)^2\nminimize: E\nrate: eta = 0.1\n")
    let inputs = try #require(document.calculation).inputs
    #expect(inputs.map(\.name) == ["x", "w", "eta"] && inputs.map(\.isPositive) == [false, false, true])
  }
}

extension Narrator {
  /// The document of the same trace, made for a page.
  fileprivate var liveDocument: Document { Narrator(trace, isLive: true).document }
}
