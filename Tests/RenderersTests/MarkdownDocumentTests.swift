import DocumentModel
import Renderers
import Testing

private typealias T = TeXSample

@Suite("Markdown documents")
struct MarkdownDocumentTests {
  static let document = T.document(
    .heading(level: 1, [.text("Part")]),
    .heading(level: 3, [.text("The weight "), .formula(T.name("w", "5"))]),
    .paragraph([.strong([.text("Why.")]), .text(" So "), .emphasis([.text("it")]), .text(" is.")]),
    .equation(Equation(T.name("x"), [T.numbers(T.number(1))])),
    .list([[.text("a")], [.text("- b")]]),
    .list([[.text("c")]]),
    .list([]),
    .table(
      Table(
        columns: [.init([.text("a|b")]), .init([.text("n")], .right)],
        rows: [[[.formula(T.name("w"))], [.formula(T.number(1))]]])))

  @Test("blocks are parted by one blank line; formulas stand in fences of their own")
  func github() {
    #expect(
      MarkdownRenderer().render(Self.document) == #"""
        # T

        ## Part

        #### The weight $w_5$

        **Why.** So *it* is.

        ```math
        x = 1
        ```

        - a
        - \- b

        <!-- -->

        - c

        | a\|b | n |
        | --- | ---: |
        | $w$ | $1$ |

        """#)
  }

  @Test("pandoc's displays stand between double dollars on lines of their own")
  func pandoc() {
    let text = MarkdownRenderer(flavour: .pandoc).render(Self.document)
    #expect(text.contains("\n\n$$\nx = 1\n$$\n\n"))
    #expect(!text.contains("```"))
  }

  @Test("an equation that does not fit is aligned, row by row", arguments: MarkdownRenderer.Flavour.allCases)
  func aligned(_ flavour: MarkdownRenderer.Flavour) {
    let sum = Formula.sum((1...9).map { _ in Formula.Term(T.product(T.number(0.1), T.number(0.2))) })
    let equation = Equation(T.name("x"), [T.symbols(T.name("y")), T.numbers(sum)])
    let lines = MarkdownRenderer(flavour: flavour).render(T.document(.equation(equation)))
      .split(separator: "\n").map(String.init)
    #expect(lines[2] == #"\begin{aligned}"#)
    #expect(lines[3] == #"x & = y \\"#)
    #expect(lines[lines.count - 2] == #"\end{aligned}"#)
  }

  @Test("headings stop at the sixth level")
  func deepHeading() {
    #expect(MarkdownRenderer().render(T.document(.heading(level: 9, [.text("a")]))) == "# T\n\n###### a\n")
  }
}
