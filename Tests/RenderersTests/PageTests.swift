import DocumentModel
import Numerals
import Testing

@testable import Renderers

private func page(_ document: Document) -> String { String(decoding: PageRenderer().bytes(document), as: UTF8.self) }

/// A page's main part.
private func main(_ steps: Step...) -> String {
  let all = page(Document(title: [.text("T")], steps: steps))
  let start = all.range(of: "</section>")!.upperBound
  return String(all[start..<all.range(of: "</main>")!.lowerBound])
}

@Suite("Pages") struct PageTests {
  private let hostile = #"<script>alert("1")</script> \input{x} 'é' α & <!--"#
  private let spelled = #"&lt;script&gt;alert("1")&lt;/script&gt; \input{x} 'é' α &amp; &lt;!--"#

  @Test("What a file says is text, whatever it looks like")
  func escaping() {
    let step = Step(id: "a b\"<", blocks: [.paragraph([.text(hostile), .code(hostile)])])
    let text = page(Document(title: [.text(hostile)], steps: [step]))
    #expect(text.contains("<title>\(spelled)</title>"))
    #expect(text.contains("<h1>\(spelled)</h1>"))
    #expect(text.contains("<p>\(spelled)<code>\(spelled)</code></p>"))
    #expect(text.contains(#"<section class="step" id="a-b&quot;&lt;">"#))
    #expect(text.ranges(of: "<script>").count == PageScript.all.count)
  }

  @Test("A step says what it is about, and what of it can be hidden")
  func steps() {
    let equation = Equation(
      TeXSample.name("E", "total"), [TeXSample.symbols(TeXSample.name("x")), TeXSample.value(0.5)])
    let text = main(
      Step(
        id: "s", blocks: [.paragraph([.text("So:")]), .equation(equation)], quantities: [3, 12], edges: [0],
        resultBlock: 1))
    #expect(text.contains(#"<section class="step" id="s" data-quantities="3 12" data-edges="0">"#))
    #expect(text.contains(#"<span class="link value result" data-name="E_total">"#))
  }

  @Test("Headings keep their order below the title, and parts begin at those of the first level")
  func headings() {
    let text = main(
      Step(id: "a", blocks: [.paragraph([.text("p")])]), Step(id: "b", blocks: [.heading(level: 1, [.text("One")])]),
      Step(id: "c", blocks: [.heading(level: 2, [.text("Two")]), .heading(level: 3, [.text("Three")])]))
    #expect(text.contains("<h2>One</h2>") && text.contains("<h3>Two</h3>") && text.contains("<h4>Three</h4>"))
    #expect(text.ranges(of: #"<div class="part">"#).count == 2)
  }

  @Test("A part that has its figure ends at the next heading, so that what follows may have a figure of its own")
  func figuresInParts() {
    let (forward, backward) = (FigureSample.all[0], FigureSample.all[1])
    let text = main(
      Step(id: "a", blocks: [.heading(level: 1, [.text("A")])]), Step(id: "f", blocks: [.figure(forward)]),
      Step(id: "b", blocks: [.heading(level: 2, [.text("B")])]), Step(id: "g", blocks: [.figure(backward)]))
    let parts = text.split(separator: #/<div class="part illustrated[^>]*>/#).dropFirst()
    #expect(parts.count == 2)
    #expect(parts.first?.contains(#"id="f""#) == true && parts.first?.contains(#"id="b""#) == false)
    #expect(parts.last?.contains(#"id="b""#) == true && parts.last?.contains(#"id="g""#) == true)
  }

  @Test("A figure that fits stands beside its part, between what comes before and behind it")
  func figures() {
    let figure = FigureSample.all[0]
    let text = main(
      Step(id: "a", blocks: [.heading(level: 1, [.text("A")])]), Step(id: "f", blocks: [.figure(figure)]),
      Step(id: "b", blocks: [.paragraph([.text("b")])]), Step(id: "g", blocks: [.figure(FigureSample.all[2])]))
    let part =
      #/<div class="part illustrated narrow" style="--width:24rem;--least:17.6rem">\s<div class="told">.*id="a".*</div>\s<section class="step" id="f">.*</section>\s?<div class="told">.*id="b".*id="g"/#
    #expect(text.contains(part.dotMatchesNewlines()))
  }

  @Test("A figure gets so wide that its type has eleven pixels, and faded type needs more")
  func widths() {
    func text(_ tone: Tone) -> String {
      let label = Diagram.Label(Box(around: Point(5, 5), width: 3, height: 1), [.text("a")], tone)
      let diagram = Diagram(width: 58, height: 10, shapes: [.label(label)])
      let figure = Figure(id: "f", .diagram(diagram), caption: [], description: "")
      return main(Step(id: "f", blocks: [.figure(figure)]))
    }
    // 60 em of 16 pixels are 60 rem, and type in them has 15 pixels; 0.87 of that where it is faded.
    #expect(text(.plain).contains(#"<div class="part illustrated broad" style="--width:60rem;--least:44rem">"#))
    #expect(text(.faded).contains(#"<figure style="--width:60rem;--least:50.6rem">"#))
  }

  @Test("A page asks for nothing, and holds its font and the place of its controls")
  func alone() {
    let text = page(TeXSample.document(.paragraph([.text("p")])))
    for request in ["src=", "href=", "@import", "http-equiv=\"refresh\""] { #expect(!text.contains(request)) }
    #expect(text.ranges(of: "url(").count == 1 && text.contains("url(data:font/woff2;base64,"))
    #expect(text.contains("default-src 'none'"))
    #expect(text.contains(#"<section id="givens" aria-label="The givens" hidden=""></section>"#))
    #expect(text.utf8.count < 160_000)
  }

  @Test("A list links to each page by its name, whatever that is, and its pictures share no ids")
  func index() {
    let entry = { (file: String, figure: Figure?) in
      IndexPage.Entry(file: file, title: [.text("A & B")], remark: [], course: [.text("One step.")], figure: figure)
    }
    let sample = FigureSample.all[0]
    let text = String(decoding: IndexPage([entry("a b:é.html", sample), entry("#.html", sample)]).bytes, as: UTF8.self)
    #expect(text.contains(#"<a href="a%20b%3A%C3%A9.html">A &amp; B</a>"#))
    #expect(text.contains(#"<a href="%23.html">"#))
    let ids = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(ids.count == 4 && Set(ids).count == 4)
  }
}
