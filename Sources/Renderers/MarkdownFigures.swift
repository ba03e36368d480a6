import DocumentModel

extension MarkdownWriter {
  /// Adds a figure as a link to its file, with the caption below; without files, what it says and shows in words.
  mutating func write(_ figure: Figure) {
    if let figureStem {
      startBlock()
      text += "!["
      write(plain: figure.description)
      text += "]("
      text.append(text: WebAddress.relative(toFile: MarkdownRenderer.fileName(ofFigure: figure.id, stem: figureStem)))
      // An image that stands alone would get its description as a second caption from pandoc.
      text += flavour == .pandoc ? ") <!-- -->\n" : ")\n"
      figures.append(figure)
    }
    if !figure.caption.isEmpty { write(.paragraph(figure.caption)) }
    if figureStem == nil { write(.paragraph([.text(figure.description)])) }
  }
}
