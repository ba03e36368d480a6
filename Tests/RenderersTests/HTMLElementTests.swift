import Testing

@testable import Renderers

private func html(_ element: HTMLElement) -> String {
  var bytes = ByteBuffer()
  element.write(to: &bytes)
  return bytes.text
}

@Suite("HTML: elements") struct HTMLElementTests {
  @Test(
    "A text stays what it is",
    arguments: [
      ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"), ("</p><script>", "&lt;/p&gt;&lt;script&gt;"),
      (#""so" 'so'"#, #""so" 'so'"#), ("&lt;", "&amp;lt;"), ("漢 e\u{301} 😀", "漢 e\u{301} 😀"), ("a\nb\tc", "a\nb\tc"),
      ("\u{0}\u{1B}\u{7F}\u{9B}\u{FFFE}\r", String(repeating: "\u{FFFD}", count: 6)), ("", ""),
    ])
  func text(text: String, spelled: String) {
    #expect(html(.text(text)).unicodeScalars.elementsEqual(spelled.unicodeScalars))
    #expect(html(.element(.p, [:], [.text(text)])).unicodeScalars.elementsEqual("<p>\(spelled)</p>".unicodeScalars))
  }

  @Test("What no page may hold becomes U+FFFD, and its neighbours stay")
  func forbidden() {
    let planes = (UInt32(0)...16).flatMap { [$0 << 16 | 0xFFFE, $0 << 16 | 0xFFFF] }
    let blocks = [Array(0...0x1F), Array(0x7F...0x9F), Array(0xFDD0...0xFDEF), planes] as [[UInt32]]
    for code in blocks.joined() where code != 0x0A && code != 0x09 {
      #expect(html(.text("a\(scalar(code))b")) == "a\u{FFFD}b", "U+\(String(code, radix: 16))")
    }
    for code in [0x20, 0x7E, 0xA0, 0xFDCF, 0xFDF0, 0xFFFD, 0x1FFFD, 0x20000, 0x10FFFD] as [UInt32] {
      #expect(html(.text("a\(scalar(code))b")) == "a\(scalar(code))b", "U+\(String(code, radix: 16))")
    }
  }

  private func scalar(_ code: UInt32) -> Character { Character(Unicode.Scalar(code) ?? "?") }

  @Test("A value cannot leave its quotation marks")
  func value() {
    let link = HTMLElement.element(.a, [.href: "#\"><script>&\n", .class: "it's"], ["here"])
    #expect(html(link) == ##"<a href="#&quot;&gt;&lt;script&gt;&amp; " class="it's">here</a>"##)
  }

  @Test("A missing value leaves its attribute out")
  func attributes() {
    #expect(html(.element(.tr, [.id: "a", .class: nil])) == #"<tr id="a"></tr>"#)
  }

  @Test("A list of numbers is written with blanks, and an empty one leaves its attribute out")
  func lists() {
    let list = HTMLElement.Attributes.list
    #expect(
      html(.element(.tr, [.edges: list([0, 12, 3]), .quantities: list([])])) == #"<tr data-edges="0 12 3"></tr>"#)
  }

  @Test("Elements that hold nothing are not closed, and all others are")
  func voids() {
    for tag in HTMLElement.VoidTag.allCases { #expect(html(.void(tag)) == "<\(tag.rawValue.text)>") }
    for tag in HTMLElement.Tag.allCases {
      #expect(html(.element(tag)) == "<\(tag.rawValue.text)></\(tag.rawValue.text)>")
    }
  }

  @Test("What interrupts a sentence stands on lines of its own, what belongs to it does not")
  func lines() {
    let item = HTMLElement.element(.li, [:], ["a ", .element(.code, [:], ["b"]), .void(.br), "c"])
    let line = "<li>a <code>b</code><br>c</li>\n"
    #expect(html(.element(.ul, [:], [item, item])) == "<ul>\n\(line)\(line)</ul>")
  }

  @Test("A page says that it is one, and a style is left as it is")
  func page() {
    let page = HTMLElement.element(.html, [.lang: "en"], [.style("a > b { }")]).page
    #expect(
      String(decoding: page, as: UTF8.self)
        == "<!DOCTYPE html>\n<html lang=\"en\">\n<style>\na > b { }\n</style>\n</html>\n")
  }
}
