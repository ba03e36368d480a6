import DocumentModel

/// A piece of text that is never broken.
package struct TextWord: Sendable, Equatable {
  package var row: TextRow
  /// Whether a blank stands before it where no line ends there.
  package let followsBlank: Bool
}

/// Sentences taken apart into the pieces between which a line may end.
///
/// A formula or a piece of code is one piece, whatever blanks it has, unless the formula is very wide; so is what stands
/// against it without one.
package struct TextWords {
  package private(set) var words: [TextWord] = []
  private let usesColour: Bool
  private var isAfterBlank = false
  private var mayBreak = false

  package init(_ inlines: [Inline], isBold: Bool = false, usesColour: Bool) {
    self.usesColour = usesColour
    append(inlines, isBold: isBold)
  }

  private mutating func append(_ inlines: [Inline], isBold: Bool) {
    for inline in inlines {
      switch inline {
      case .text(let text): appendWords(of: text, isBold: isBold)
      case .emphasis(let inlines): append(inlines, isBold: isBold)
      case .strong(let inlines): append(inlines, isBold: true)
      case .code(let text): append("`\(Self.printable(text))`", isBold: isBold)
      case .formula(let formula): append(running: TextFormulaSpelling.running.box(of: formula).line, isBold: isBold)
      case .equation(let equation): append(running: Self.row(of: equation), isBold: isBold)
      }
    }
  }

  private static func row(of equation: Equation) -> TextRow {
    var box = TextFormulaSpelling.running.box(of: equation.left)
    for link in equation.links {
      box.append(" \(TextEquationLink.sign(of: link.relation)) ", width: 3)
      box.append(TextFormulaSpelling.running.box(of: link.formula))
    }
    return box.line
  }

  private mutating func append(running row: TextRow, isBold: Bool) {
    for (index, word) in TextFormulaPieces.words(ofRunning: row).enumerated() {
      if index > 0 { (isAfterBlank, mayBreak) = (word.followsBlank, true) }
      append(word.row, isBold: isBold)
    }
  }

  private mutating func appendWords(of text: String, isBold: Bool) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex { $0 <= UInt8(ascii: " ") } ?? bytes.count
        if end > start { appendWord(bytes[start..<end], isBold: isBold) }
        if end < bytes.count { isAfterBlank = true }
        start = end + 1
      }
    }
  }

  private mutating func appendWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isBold: Bool) {
    let word = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 >= 0x7F }) else {
      return append(TextRow(word, width: bytes.count), isBold: isBold)
    }
    for piece in Self.pieces(of: word) {
      append(piece.text, isBold: isBold)
      mayBreak = piece.mayBreakBehind
    }
  }

  private mutating func append(_ text: String, isBold: Bool) {
    append(TextRow(text, width: TextWidth.columns(of: text)), isBold: isBold)
  }

  private mutating func append(_ row: TextRow, isBold: Bool) {
    let piece = isBold && usesColour ? TextRow(TextStyle.bold.set(row.text), width: row.width) : row
    if isAfterBlank || mayBreak || words.isEmpty {
      words.append(TextWord(row: piece, followsBlank: isAfterBlank && !words.isEmpty))
    } else {
      words[words.count - 1].row.append(piece)
    }
    isAfterBlank = false
    mayBreak = false
  }
}

extension TextWords {
  /// East Asian text may break behind every wide character that no closing mark follows.
  private static func pieces(of word: String) -> [(text: String, mayBreakBehind: Bool)] {
    var pieces: [(text: String, mayBreakBehind: Bool)] = []
    var current = String.UnicodeScalarView()
    var isBehindWide = false
    for scalar in word.unicodeScalars {
      let isWide = TextWidth.isWide(scalar)
      let isMark = closingMarks.contains(scalar) || TextWidth.columns(of: scalar) == 0
      if !current.isEmpty, isBehindWide || isWide, !isMark, !openingMarks.contains(current.last ?? " ") {
        pieces.append((String(current), true))
        current = String.UnicodeScalarView()
      }
      current.append(printable(scalar))
      isBehindWide = isWide || isMark && isBehindWide
    }
    pieces.append((String(current), isBehindWide))
    return pieces
  }

  /// A control character would speak to the terminal instead of the reader.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.generalCategory == .control ? " " : scalar
  }

  /// `text` with a blank for each of its control characters, line ends among them.
  package static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map(printable))
    return String(scalars)
  }

  private static let closingMarks = Set("、。，．：；？！）」』】〉》］｝".unicodeScalars)
  private static let openingMarks = Set("（「『【〈《［｛".unicodeScalars)
}
