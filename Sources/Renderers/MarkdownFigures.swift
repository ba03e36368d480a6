import DocumentModel

extension MarkdownWriter {
  /// Adds a figure as a link to its file, with the caption below; without files, what it says and shows in words.
  mutating func write(_ figure: Figure) {
    if let figureStem {
      startBlock()
      text += "!["
      write(plain: figure.description)
      text += "]("
      write(address: MarkdownRenderer.fileName(ofFigure: figure.id, stem: figureStem))
      // An image that stands alone would get its description as a second caption from pandoc.
      text += flavour == .pandoc ? ") <!-- -->\n" : ")\n"
      figures.append(figure)
    }
    if !figure.caption.isEmpty { write(.paragraph(figure.caption)) }
    if figureStem == nil { write(.paragraph([.text(figure.description)])) }
  }

  /// Adds the name of a file; what could end the address, or mean something in it, is written in per cent.
  private mutating func write(address name: String) {
    for byte in name.utf8 {
      if byte.isLetterOrDigit || Self.unreserved.contains(byte) {
        text.append(byte)
      } else {
        text.append(UInt8(ascii: "%"))
        text.append(Self.digits[Int(byte >> 4)])
        text.append(Self.digits[Int(byte & 15)])
      }
    }
  }

  private static let unreserved = Array("-._".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)
}
