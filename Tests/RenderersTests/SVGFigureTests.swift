import DocumentModel
import Testing

@testable import Renderers

private typealias S = FigureSample

private func svg(_ shapes: [Diagram.Shape]) -> String {
  var canvas = SVGCanvas()
  SVGDiagram.draw(Diagram(width: 9, height: 4, shapes: shapes), on: &canvas)
  return canvas.bytes.text
}

private func label(_ content: [Inline], tone: Tone = .plain) -> String {
  let box = Box(around: Point(7, 2), width: 4, height: 1)
  return svg([.label(.init(box, content, tone))])
}

@Suite("SVG: figures") struct SVGFigureTests {
  @Test("A node keeps its place, sixteen units to an em, and names its quantity")
  func node() {
    let nodes: [Diagram.Shape] = [
      .node(.init(Box(x: 1, y: 2, width: 4, height: 2), .rounded, .value, quantity: 3)),
      .node(.init(Box(x: 0.125, y: 0, width: 3, height: 1.0 / 3), .round)),
    ]
    #expect(
      svg(nodes) == """
        <rect class="node tone-value" data-quantity="3" x="16" y="32" width="64" height="32" rx="8"/>
        <ellipse class="node" cx="26" cy="2.67" rx="24" ry="2.67"/>
        """)
  }

  @Test("A wire ends inside its head, whose point is where the wire leads")
  func wire() {
    let wire = Diagram.Wire(from: Point(5, 3), [.line(to: Point(9, 3))], .end, .adjoint, edge: 2, quantity: 7)
    #expect(
      svg([.wire(wire)]) == """
        <g class="wire tone-adjoint" data-edge="2" data-quantity="7">
        <path class="line" d="M80 48L137.7 48"/>
        <path class="head" d="M144 48L135 52L135 44Z"/>
        </g>
        """)
  }

  @Test("A head at the start looks the other way, and a curve comes in along its last control point")
  func heads() {
    let back = Diagram.Wire(from: Point(5, 3), [.line(to: Point(9, 3))], .start)
    #expect(svg([.wire(back)]).contains(#"d="M86.3 48L144 48""#))
    #expect(svg([.wire(back)]).contains(#"d="M80 48L89 44L89 52Z""#))
    let curve = Diagram.Wire(from: Point(0, 0), [.curve(Point(2, 0), Point(4, 1), to: Point(4, 5))], .end)
    #expect(svg([.wire(curve)]).contains(#"d="M0 0C32 0 64 9.7 64 73.7""#))
    #expect(svg([.wire(curve)]).contains(#"d="M64 80L60 71L68 71Z""#))
  }

  @Test("Letters are slanted, subscripts stand lower and smaller, and what follows is back on the line")
  func formula() {
    #expect(
      label([.formula(S.symbol("w", "1")), .text(" = 0.5")]) == """
        <text x="112" y="36.95"><tspan class="italic">w</tspan>\
        <tspan class="script" dy="3">1</tspan><tspan dy="-3"> = 0.5</tspan></text>
        """)
  }

  @Test("Where a tone is slanted, names stay as they are in formulas")
  func slanted() {
    let total = Symbol(name: "E_total", base: [.letter("E")], subscripts: [[.word("total")]])
    let new: [Inline] = [.formula(.updated(total)), .text(" = "), .formula(S.number(0.5))]
    #expect(
      label(new, tone: .changed) == """
        <text x="112" y="36.95" class="tone-changed"><tspan class="upright">new </tspan><tspan class="italic">E</tspan>\
        <tspan class="upright script" dy="3">total</tspan><tspan dy="-3"> = 0.5</tspan></text>
        """)
    #expect(
      label([.formula(S.derivative("E", "w", "2"))], tone: .adjoint) == """
        <text x="112" y="36.95" class="tone-adjoint">∂<tspan class="italic">E</tspan>/∂<tspan class="italic">w</tspan>\
        <tspan class="upright script" dy="3">2</tspan></text>
        """)
  }

  @Test("A number with a slot is one element, which begins and ends on the line")
  func slots() {
    #expect(label([.formula(S.number(0.5, slot: 0))]).contains(#"<tspan data-slot="0">0.5</tspan>"#))
    #expect(label([.formula(S.number(0.5))]).contains(">0.5</text>"))
    #expect(
      label([.formula(S.number(-4.386e-4, slot: 4)), .text("!")]).contains(
        """
        <tspan data-slot="4">−4.386 × 10<tspan class="script" dy="-5.4">−4</tspan><tspan dy="5.4">\u{200B}</tspan></tspan>!
        """))
  }

  @Test("A file says what it shows, runs nothing, and refers to nothing outside")
  func file() {
    let hostile = "</text><script>alert('1')</script> & \"q\""
    let box = Box(x: 0, y: 0, width: 9, height: 1)
    let diagram = Diagram(width: 9, height: 1, shapes: [.label(.init(box, [.text(hostile), .code(hostile)]))])
    let figure = Figure(id: "net", .diagram(diagram), caption: [.text(hostile)], description: hostile)
    let text = String(decoding: SVGFigure(figure).file, as: UTF8.self)
    #expect(
      text.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" class="drawing" id="net" aria-labelledby="net-title"#))
    #expect(text.contains(#"role="img" width="176" height="48" viewBox="0 0 176 48""#))
    let escaped = "&lt;/text&gt;&lt;script&gt;alert('1')&lt;/script&gt; &amp; \"q\""
    #expect(text.contains("<title id=\"net-title\">\(escaped)</title>"))
    #expect(text.contains("<desc id=\"net-description\">\(escaped)</desc>"))
    #expect(!text.contains("<script"))
    for reference in ["href", "url(", "@import"] { #expect(!text.contains(reference)) }
  }

  @Test("On a page a figure brings no style, no card and no title, and ids of its own")
  func element() {
    var bytes = ByteBuffer()
    SVGFigure(S.all[0]).write(to: &bytes)
    let text = bytes.text
    #expect(
      text.hasPrefix(#"<svg class="drawing" id="network-drawing" aria-labelledby="network-description" role="img""#))
    for part in ["<style", "card", "<title"] { #expect(!text.contains(part)) }
  }

  @Test("Panels stand side by side while they fit, then below one another")
  func panels() {
    func texts(_ width: Double) -> String {
      let diagram = Diagram(width: width, height: 5, shapes: [])
      let panels = [Figure.Panel(.diagram(diagram)), .init(.diagram(diagram))]
      return String(
        decoding: SVGFigure(Figure(id: "x", panels: panels, caption: [], description: "")).file, as: UTF8.self)
    }
    #expect(texts(20).contains("translate(16 16)") && texts(20).contains("translate(376 16)"))
    #expect(texts(40).contains("translate(16 16)") && texts(40).contains("translate(16 136)"))
  }

  @Test(
    "Numbers have two decimals at most, and neither exponents nor a negative zero",
    arguments: [
      (1.0, "1"), (-0.001, "0"), (2.675, "2.68"), (-1.5, "-1.5"), (0.05, "0.05"), (1e-12, "0"),
      (123456.789, "123456.79"),
      (0.125, "0.13"), (-0.125, "-0.13"), (0.0049999, "0"), (-0.0, "0"), (1e9, "0"), (999_999_999, "999999999"),
      (.nan, "0"), (.infinity, "0"),
    ])
  func numbers(value: Double, spelled: String) {
    #expect(FigureNumber.spell(value) == spelled)
  }
}
