import Differentiation
import Foundation
import Longhand
import Proofreading
import Testing

@Suite struct DocumentationTests {
  @Test func theDerivativeRulesAreTheOnesThatAreComputedWith() throws {
    try Self.compare("docs/derivative-rules.md", ReferencePage.derivativeRules)
  }

  @Test func theErrataAreTheOnesThatProofreadingFinds() throws {
    let proofs = try Repository.walkthroughs.map { try Repository.workbook($0).proof() }
    try Self.compare("docs/errata.md", ReferencePage.errata(proofs))
  }

  private static func compare(_ path: String, _ page: String) throws {
    let recorded = try? Repository.text(path)
    if Repository.isRecording { try Data(page.utf8).write(to: Repository.root.appending(path: path)) }
    #expect(recorded == page, "\(path) differs; RECORD=1 swift test writes it anew, then read it")
  }

  @Test func theReadmeShowsWhatItsFirstFileMakes() throws {
    let readme = try Repository.text("README.md")
    let fences = readme.components(separatedBy: "```")
    let walk = try #require(fences.first { $0.hasPrefix("walk\n") }).dropFirst("walk\n".count)
    let shown = try #require(fences.first { $0.hasPrefix("text\n") }).dropFirst("text\n".count)
    let workbook = try Workbook(SourceText(name: "readme.walk", text: String(walk)))
    #expect(String(decoding: try workbook.rendered(as: .text), as: UTF8.self).contains(shown))
    #expect(readme.contains("swift run longhand render walkthroughs/two-two-two/two-two-two.walk\n"))
    #expect(readme.contains("swift test\n"))
  }

  /// Exclusive or, learned from four examples.
  @Test func theReadmesSecondFileLearns() throws {
    let fences = try Repository.text("README.md").components(separatedBy: "```").filter { $0.hasPrefix("walk\n") }
    let workbook = try Workbook(SourceText(name: "readme.walk", text: String(try #require(fences.last).dropFirst(5))))
    #expect(fences.count == 2)
    #expect(try workbook.proof().derivatives?.disagreements.isEmpty == true)
    let losses = try #require(workbook.trace.training?.losses)
    #expect(losses.count == 2001 && losses[0] > 0.4 && losses[2000] < 0.001)
  }

  /// Every field that a trace can hold has its place in the documentation.
  @Test func everyFieldOfATraceIsDocumented() throws {
    let page = try Repository.text("docs/trace-json.md")
    var fields = Set<String>()
    for path in Repository.walkthroughs {
      let workbook = try Repository.workbook(path)
      let json = try JSONSerialization.jsonObject(with: Data(try workbook.rendered(as: .json)))
      collect(json, besides: Set(workbook.walkthrough.quantities.map(\.name)), into: &fields)
    }
    #expect(fields.count > 30)
    for field in fields.sorted() { #expect(page.contains("`\(field)`"), "\(field) is not documented") }
  }

  /// - Parameter names: quantities, whose names are fields of examples and samples.
  private func collect(_ json: Any, besides names: Set<String>, into fields: inout Set<String>) {
    if let object = json as? [String: Any] {
      for (key, value) in object {
        if !names.contains(key) { fields.insert(key) }
        collect(value, besides: names, into: &fields)
      }
    } else if let array = json as? [Any] {
      for item in array { collect(item, besides: names, into: &fields) }
    }
  }
}
