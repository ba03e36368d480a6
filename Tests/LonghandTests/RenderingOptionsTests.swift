import Longhand
import Renderers
import Testing
import WalkthroughLanguage

@Suite struct RenderingOptionsTests {
  @Test(arguments: Format.allCases)
  func aFlavourIsForMarkdownAlone(format: Format) throws {
    let workbook = try Workbook(SourceText(name: "test", text: "inputs: x = 2\ny = x^2\ndifferentiate: y\n"))
    var options = RenderingOptions()
    options.flavour = .pandoc
    if format == .markdown {
      #expect(try !workbook.rendered(as: format, options).isEmpty)
    } else {
      #expect(throws: RenderingProblem.flavourIsForMarkdown) { try workbook.rendered(as: format, options) }
    }
  }
}
