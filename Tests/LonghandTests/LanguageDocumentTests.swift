import Foundation
import Longhand
import Testing

/// The examples of `docs/language.md` work, and what it says of files in error is what is said.
@Suite struct LanguageDocumentTests {
  /// A fenced block: what stands behind the fence, its text, and the line in the page where it begins.
  struct Block: CustomTestStringConvertible, Sendable {
    let kind: String
    let text: String
    let line: Int

    var testDescription: String { "line \(line)" }
  }

  private static let blocks: [Block] = {
    var blocks: [Block] = []
    var open: (kind: String, line: Int)?
    var lines: [Substring] = []
    let page = (try? Repository.text("docs/language.md")) ?? ""
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open, line == "```" {
        blocks.append(Block(kind: block.kind, text: lines.map { $0 + "\n" }.joined(), line: block.line))
        open = nil
      } else if open != nil {
        lines.append(line)
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), index + 2)
        lines = []
      }
    }
    return blocks
  }()

  @Test func thePageHasItsExamples() {
    #expect(Self.blocks.count { $0.kind == "walk" } >= 11)
    #expect(Self.blocks.count { $0.kind == "walk-error" } >= 4)
    #expect(Self.blocks.allSatisfy { ["walk", "walk-error", "text", ""].contains($0.kind) })
  }

  @Test(arguments: blocks.filter { $0.kind == "walk" })
  func anExampleWorksAndItsNumbersHold(_ block: Block) throws {
    do throws(Diagnostics) {
      let workbook = try Workbook(SourceText(name: "lesson.walk", text: block.text))
      let proof = try workbook.proof()
      #expect(proof.isClean, "\(proof.complaints)")
      #expect(proof.verdicts.isEmpty != block.text.contains("published"))
    } catch {
      Issue.record("line \(block.line): \(error.report)")
    }
  }

  @Test(arguments: blocks.indices.filter { blocks[$0].kind == "walk-error" })
  func anErrorIsReportedAsThePageShows(_ index: Int) throws {
    let report = try #require(Self.blocks.dropFirst(index + 1).first)
    #expect(report.kind == "text")
    let error = #expect(throws: Diagnostics.self) {
      _ = try Workbook(SourceText(name: "lesson.walk", text: Self.blocks[index].text))
    }
    #expect(error?.report == report.text, "line \(report.line)")
  }
}
