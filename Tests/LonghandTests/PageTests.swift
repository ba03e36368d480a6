import Foundation
import Longhand
import Renderers
import Testing

@Suite struct PageTests {
  @Test(arguments: Repository.walkthroughs)
  func everyPageIsWellFormedHasNoIdTwiceAndAsksForNothing(path: String) throws {
    let workbook = try Repository.workbook(path)
    let page = try workbook.rendered(as: .html)
    let markup = PageMarkup(page)
    #expect(markup.problems.isEmpty, "\(markup.problems.prefix(3))")
    #expect(markup.ids.count > 5 && Set(markup.ids).count == markup.ids.count)
    #expect(markup.ids.allSatisfy { !$0.isEmpty && !$0.contains(" ") })
    #expect(markup.addresses.isEmpty)
    #expect(try workbook.rendered(as: .html) == page)
  }

  @Test func aPageOfTwoTwoTwoIsSmallerThanAPhotograph() throws {
    let page = try Repository.workbook("walkthroughs/two-two-two/two-two-two.walk").rendered(as: .html)
    #expect(page.count < 400_000)
  }

  /// Ten of the numbers that Lamsal prints.
  @Test func thePublishedResultsStandOnThePage() throws {
    let workbook = try Repository.workbook("walkthroughs/two-two-two/two-two-two.walk")
    let main = try String(decoding: workbook.rendered(as: .html), as: UTF8.self).components(separatedBy: "<main>")[1]
    let numbers = main.matches(of: /<mn[^>]*>(\d\.\d+)<\/mn>/).map { String($0.1) }
    let results = [
      "0.41", "0.60108", "0.47", "0.61538", "1.01977", "0.73492", "0.24908", "0.19480", "0.08020", "0.45187",
    ]
    for result in results { #expect(numbers.contains(result), "\(result)") }
  }

  /// Numbers are carried on with three decimals there, so that = or ≈ hangs on what the rounded factors come to.
  @Test func aProductInAPictureSaysWhereItsPrintedFactorsAreMultiplied() throws {
    let workbook = try Repository.workbook("walkthroughs/carried-numbers/carried-numbers.walk")
    let page = try String(decoding: workbook.rendered(as: .html), as: UTF8.self)
    #expect(page.matches(of: /· .*<tspan data-slot="\d+" data-typed="\d+">/).count == 2)
  }

  @Test(arguments: [
    "</title><script>alert(1)</script>", #"" onload="alert(1)"#, "<!-- ]]> &lt;",
    #"\input{/etc/passwd} $x$ `code`"#,
    "Größe αβγ ∂ 𝛼 漢字 e\u{301}", String(repeating: "long", count: 500),
  ])
  func whateverATitleHoldsThePageIsNotBroken(title: String) throws {
    let text = "title: \(title)\ninputs: alpha = 2\ny = alpha^2\ndifferentiate: y\n"
    let markup = PageMarkup(try Workbook(SourceText(name: "w.walk", text: text)).rendered(as: .html))
    #expect(markup.problems.isEmpty, "\(markup.problems)")
    #expect(markup.addresses.isEmpty)
  }

  @Test func aListSaysWhatEachPageIsAbout() throws {
    func card(_ text: String) throws -> String {
      let workbook = try Workbook(SourceText(name: "w.walk", text: text))
      let page = IndexPage([try workbook.indexEntry(file: "w.html", RenderingOptions())]).bytes
      let markup = PageMarkup(page)
      #expect(markup.problems.isEmpty && markup.addresses == ["w.html"])
      return String(decoding: page, as: UTF8.self)
    }
    let descent = try card("title: A\nnote: First.\nweights: w = 2\nE = w^2\nnote: Then.\nminimize: E\nrate: 0.1\n")
    #expect(descent.contains(#"<p class="remark">First.</p>"#) && !descent.contains("Then."))
    #expect(descent.contains(#"<p class="course">One step of gradient descent, told weight by weight.</p>"#))
    let forward = try card("inputs: x = 2\ny = x^2\n")
    #expect(forward.contains(#"<p class="course">A forward pass.</p>"#) && !forward.contains(#"class="remark""#))
    let symbols = try card("inputs: x\ny = x^2\ndifferentiate: y\ntelling: nodes\n")
    #expect(symbols.contains("Formulas without numbers, told node by node."))
  }
}
