/// A piece of a web page: an element with what it holds, text, or the page's own style.
///
/// Names of elements and attributes are closed sets and a style is part of the program, so that whatever comes from
/// a file is text or an attribute's value, and both are escaped where they are written.
package enum HTMLElement: Sendable {
  case element(Tag, Attributes = [:], [HTMLElement] = [])
  case void(VoidTag, Attributes = [:])
  case text(String)
  /// CSS, which is never escaped.
  case style(StaticString)
  /// JavaScript whose pieces are one script, which is never escaped.
  case script([StaticString])
  /// A font in base 64 under the name that styles call it by.
  indirect case font(StaticString, woff2: StaticString)
  /// A picture, which draws itself and escapes what comes from a file.
  indirect case drawing(SVGFigure)

  /// Elements that hold others.
  package enum Tag: ProgramWord, CaseIterable, Sendable {
    case html, head, title, body
    case header, main, nav, section, article, footer
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, div
    case table, caption, thead, tbody, tr, th, td
    case a, code, em, mark, span, strong
    case figure, figcaption, button, kbd
    case template, details, summary, fieldset, legend
    case labelTag = "label"
    // MathML Core
    case math, mrow, mi, mn, mo, mfrac, msqrt, msub, msup, msubsup, mover, mstyle, mspace, mtable, mtr, mtd
  }

  /// Elements that hold nothing and are not closed.
  package enum VoidTag: ProgramWord, CaseIterable, Sendable {
    case meta, br, hr, wbr, input
  }

  /// What an element may carry.
  package enum Attribute: ProgramWord, CaseIterable, Sendable {
    case `class`, style, id, lang, href, name, content, charset, scope, colspan, role, tabindex
    case equivalent = "http-equiv"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case xmlns, viewBox, width, height, x, y, rx, ry, cx, cy, d, dy, transform
    case anchor = "text-anchor"
    case fontSize = "font-size"
    case quantity = "data-quantity"
    case edge = "data-edge"
    case slot = "data-slot"
    case isHidden = "aria-hidden"
    case isPressed = "aria-pressed"
    case hidden, type, value, min, max, step, autocomplete
    case forElement = "for"
    case keyShortcuts = "aria-keyshortcuts"
    case typed = "data-typed"
    case recipe = "data-recipe"
    case quantities = "data-quantities"
    case edges = "data-edges"
    case dataName = "data-name"
    case dataWords = "data-words"
    // MathML Core
    case mathvariant, stretchy, accent, form, lspace, rspace, displaystyle
  }

  /// The element as a whole page in UTF-8, with a line end behind it.
  package var page: [UInt8] {
    var bytes = ByteBuffer(capacity: 1 << 15)
    bytes += "<!DOCTYPE html>\n"
    write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes.bytes
  }

  /// Appends the element; what stands on lines of its own on a page does so here.
  func write(to bytes: inout ByteBuffer) {
    switch self {
    case .element(let tag, let attributes, let children):
      Self.write(tag.rawValue, attributes, to: &bytes)
      Self.write(children, to: &bytes)
      Self.end(tag.rawValue, to: &bytes)
    case .void(let tag, let attributes): Self.write(tag.rawValue, attributes, to: &bytes)
    case .text(let text): Self.write(escaped: text, isValue: false, to: &bytes)
    case .style(let css):
      bytes += "<style>\n"
      bytes += css
      bytes += "\n</style>"
    case .script(let pieces):
      bytes += "<script>\n"
      for piece in pieces {
        Self.writeLines(of: piece, to: &bytes)
      }
      bytes += "</script>"
    case .font(let family, let woff2):
      bytes += "<style>\n@font-face { font-family: \""
      bytes += family
      bytes += "\"; src: url(data:font/woff2;base64,"
      bytes += woff2
      bytes += ") format(\"woff2\"); }\n</style>"
    case .drawing(let figure): figure.write(to: &bytes)
    }
  }

  /// Appends the beginning of an element whose content follows piece by piece, and line ends around that.
  static func open(_ tag: Tag, _ attributes: Attributes = [:], to bytes: inout ByteBuffer) {
    write(tag.rawValue, attributes, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends the end of an element that was opened.
  static func close(_ tag: Tag, to bytes: inout ByteBuffer) {
    end(tag.rawValue, to: &bytes)
    bytes += "\n"
  }

  /// Appends the end of an element of this name.
  static func end(_ name: ProgramWord, to bytes: inout ByteBuffer) {
    bytes += "</"
    bytes += name.text
    bytes += ">"
  }

  private static func write(_ name: ProgramWord, _ attributes: Attributes, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.text
    for (attribute, value) in attributes.pairs {
      if let value { write(attribute, value, to: &bytes) }
    }
    bytes += ">"
  }

  /// Appends an attribute with its value, which is escaped.
  static func write(_ attribute: Attribute, _ value: String, to bytes: inout ByteBuffer) {
    begin(attribute, to: &bytes)
    write(escaped: value, isValue: true, to: &bytes)
    bytes += "\""
  }

  /// Appends what stands before an attribute's value, with its first quotation mark.
  static func begin(_ attribute: Attribute, to bytes: inout ByteBuffer) {
    bytes += " "
    bytes += attribute.rawValue.text
    bytes += "=\""
  }

  private static func write(_ children: [HTMLElement], to bytes: inout ByteBuffer) {
    let isOnLines = children.contains { $0.isBlock }
    for child in children {
      if isOnLines { bytes.append(UInt8(ascii: "\n")) }
      child.write(to: &bytes)
    }
    if isOnLines { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Whether blanks around it mean nothing.
  private var isBlock: Bool {
    switch self {
    case .element(let tag, _, _): tag.isBlock
    case .void(let tag, _): tag.isBlock
    case .text: false
    case .style, .script, .font, .drawing: true
    }
  }
}

extension HTMLElement {
  /// Attributes in the order in which they are written; what has no value is not.
  package struct Attributes: Sendable, ExpressibleByDictionaryLiteral {
    fileprivate let pairs: [(Attribute, String?)]

    package init(dictionaryLiteral pairs: (Attribute, String?)...) { self.pairs = pairs }

    /// Numbers from 0 on with blanks between, as a value; nothing where there are none.
    static func list(_ numbers: [Int]) -> String? {
      if numbers.isEmpty { return nil }
      return ByteBuffer.text { bytes in
        for number in numbers { bytes.append(number: number, inListFrom: 0) }
      }
    }
  }
}

extension HTMLElement: ExpressibleByStringInterpolation {
  /// A text.
  package init(stringLiteral text: String) { self = .text(text) }
}

// MARK: - Escaping

extension HTMLElement {
  /// Control characters, which a page must not hold, become U+FFFD.
  private static func write(escaped text: String, isValue: Bool, to bytes: inout ByteBuffer) {
    // Nearly all texts can be copied as they are; what cannot is taken back and written anew.
    let start = bytes.count
    bytes.append(text: text)
    if bytes.holdsOnly(from: start, isPlain) { return }
    bytes.remove(start..<bytes.count)
    for scalar in text.unicodeScalars { write(escaped: scalar, isValue: isValue, to: &bytes) }
  }

  private static func write(escaped scalar: Unicode.Scalar, isValue: Bool, to bytes: inout ByteBuffer) {
    switch scalar {
    case "&": bytes += "&amp;"
    case "<": bytes += "&lt;"
    case ">": bytes += "&gt;"
    case "\"" where isValue: bytes += "&quot;"
    case "\n", "\t": bytes.append(UInt8(ascii: isValue ? " " : scalar))
    case _ where isForbidden(scalar): bytes += "\u{FFFD}"
    default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
  }

  /// Whether a byte stands for itself in texts and values: nearly all do. Forbidden scalars beyond ASCII begin with C2, EF or F0
  /// to F4.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0..<0x20, 0x7F, 0xC2, 0xEF...0xFF: false
    default: true
    }
  }

  /// Controls, and the numbers that Unicode will never give to a character.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0xFDD0...0xFDEF).contains(scalar.value)
      || scalar.value & 0xFFFE == 0xFFFE
  }
}

extension HTMLElement.Tag {
  fileprivate var isBlock: Bool {
    switch self {
    case .html, .head, .title, .body, .header, .main, .nav, .section, .article, .footer, .h1, .h2, .h3, .h4, .p, .ul,
      .ol, .li, .dl, .dt, .dd, .div, .table, .caption, .thead, .tbody, .tr, .th, .td, .figure, .figcaption, .button,
      .template, .details, .summary, .fieldset, .legend:
      true
    case .a, .code, .em, .mark, .span, .strong, .kbd, .labelTag: false
    case .math, .mrow, .mi, .mn, .mo, .mfrac, .msqrt, .msub, .msup, .msubsup, .mover, .mstyle, .mspace, .mtable, .mtr,
      .mtd:
      false
    }
  }
}

extension HTMLElement.VoidTag {
  fileprivate var isBlock: Bool {
    switch self {
    case .meta, .hr: true
    case .br, .wbr, .input: false
    }
  }
}
