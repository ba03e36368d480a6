import DocumentModel
import Testing

@testable import Renderers

private let hostile = "<script> & \"q\" [a](b) $x$ `c` *d* _e_"

@Suite("Markdown: figures") struct MarkdownFigureTests {
  private static let document = Document(
    title: [.text("T")],
    steps: [
      Step(
        id: "s",
        blocks: [
          .figure(
            Figure(
              id: "network-forward", .diagram(Diagram(width: 1, height: 1, shapes: [])),
              caption: [.text("What # it says.")],
              description: "Two units & \(hostile)"))
        ])
    ])

  @Test("A figure is a link to its file with its description, and the caption below")
  func github() {
    let (bytes, figures) = MarkdownRenderer(figureStem: "two-two").bytesAndFigures(Self.document)
    #expect(
      String(decoding: bytes, as: UTF8.self) == ##"""
        # T

        ![Two units \& \<script\> \& "q" \[a\](b) <span>$</span>x<span>$</span> \`c\` \*d\* \_e\_](two-two-network-forward.svg)

        What \# it says.

        """##)
    #expect(figures.map(\.id) == ["network-forward"])
  }

  @Test("pandoc is kept from making a second caption of the description")
  func pandoc() {
    let text = MarkdownRenderer(flavour: .pandoc, figureStem: "two-two").render(Self.document)
    #expect(text.contains("](two-two-network-forward.svg) <!-- -->\n"))
  }

  @Test("A name that would end the address is written in per cent")
  func address() {
    let text = MarkdownRenderer(figureStem: "a b)é#").render(Self.document)
    #expect(text.contains("](a%20b%29%C3%A9%23-network-forward.svg)"))
  }

  @Test("Without files the caption and the description stand in words")
  func words() {
    let text = MarkdownRenderer().render(Self.document)
    #expect(text.contains("\n\nWhat \\# it says.\n\nTwo units \\& ") && !text.contains("!["))
    #expect(MarkdownRenderer().bytesAndFigures(Self.document).figures.isEmpty)
  }
}
