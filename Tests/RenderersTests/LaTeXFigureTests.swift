import DocumentModel
import Testing

@testable import Renderers

private typealias S = FigureSample

private func latex(_ figures: Figure...) -> String {
  var document = Document(title: [.text("T")], steps: figures.map { Step(id: $0.id, blocks: [.figure($0)]) })
  for panel in figures.flatMap(\.panels) {
    switch panel.picture {
    case .diagram: document.hasDiagrams = true
    case .plot: document.hasPlots = true
    }
  }
  return LaTeXRenderer().render(document)
}

private func diagram(_ width: Double, _ shapes: Diagram.Shape...) -> Figure {
  let diagram = Diagram(width: width, height: 4, shapes: shapes)
  return Figure(id: "x", .diagram(diagram), caption: [.text("C")], description: "D")
}

@Suite("LaTeX: figures") struct LaTeXFigureTests {
  @Test("Packages are loaded only for what is there")
  func packages() {
    let (bare, pictured) = (latex(), latex(S.all[0]))
    for package in ["{tikz}", "{pgfplots}"] { #expect(!bare.contains(package)) }
    #expect(pictured.contains("\\usepackage{tikz}") && !pictured.contains("{pgfplots}"))
    #expect(latex(S.all[3]).contains("\\usepackage{pgfplots}"))
  }

  @Test("Nodes, wires and labels keep their places")
  func places() {
    let text = latex(
      diagram(
        9, .node(.init(Box(x: 1, y: 2, width: 4, height: 2), .rounded, .value)),
        .node(.init(Box(x: 0, y: 0, width: 3, height: 1), .round)),
        .wire(.init(from: Point(5, 3), [.line(to: Point(9, 3))], .end, .adjoint)),
        .wire(.init(from: Point(0, 0), [.curve(Point(2, 0), Point(4, 1), to: Point(4, 5))], .start)),
        .label(.init(Box(x: 6, y: 1, width: 2, height: 1), [.formula(S.symbol("w", "1"))])),
        .label(.init(Box(x: 6, y: 1, width: 2, height: 1), [.formula(S.number(0.5))], .adjoint))))
    let lines = [
      "x=9pt,y=-9pt", "\\path[use as bounding box] (0,0) rectangle (9,4);",
      "\\draw[value node,rounded corners=3pt] (1,2) rectangle (5,4);",
      "\\draw[plain node] (1.5,0.5) ellipse [x radius=1.5,y radius=0.5];", "\\draw[adjoint line,head] (5,3) -- (9,3);",
      "\\draw[plain line,tail] (0,0) .. controls (2,0) and (4,1) .. (4,5);",
      "\\node[plain words] at (7,1.5) {{$w_1$}};",
      "\\node[adjoint words] at (7,1.5) {{\\itshape $\\mathit{0.5}$}};",
    ]
    for line in lines { #expect(text.contains(line), "\(line)") }
  }

  @Test(
    "What is wide is set smaller, so that it fits the text", arguments: [(50.0, 9), (56, 8), (64, 7), (75, 6), (90, 5)])
  func sizes(width: Double, size: Int) {
    #expect(latex(diagram(width)).contains("x=\(size)pt,y=-\(size)pt"))
  }

  @Test("Panels stand side by side while type stays readable, then below one another")
  func panels() {
    func both(_ width: Double) -> String {
      let panel = Figure.Panel(.diagram(Diagram(width: width, height: 4, shapes: [])))
      return latex(Figure(id: "x", panels: [panel, panel], caption: [], description: ""))
    }
    #expect(both(24).contains("\\hspace{18pt}") && !both(24).contains("\\vspace{18pt}"))
    #expect(both(48).contains("\\par\\vspace{18pt}") && !both(48).contains("\\hspace"))
  }

  @Test("Nothing in a label or a caption is run")
  func escaped() {
    let hostile = #"\input{x} 50% a_b & # $ { } ~ ^"#
    let label = Diagram.Shape.label(.init(Box(x: 0, y: 0, width: 9, height: 1), [.text(hostile)], .emphasized))
    let text = latex(
      Figure(
        id: "x", .diagram(Diagram(width: 9, height: 1, shapes: [label])), caption: [.text(hostile)],
        description: hostile))
    #expect(!text.contains(#"\input{x"#))
    #expect(text.contains(##"50\% a\_b \& \# \$ \{ \}"##))
  }

  @Test("A plot is in its own numbers, cut where it leaves the axes")
  func plot() {
    let plot = Plot(
      horizontal: .init(label: [.text("epoch")], range: 0...10, ticks: S.ticks([0, 10])),
      vertical: .init(label: [.text("loss")], range: 0.001...1, isLogarithmic: true, ticks: S.ticks([0.001, 1])),
      series: [.init(.line, [Point(0, 0.1), Point(1, 0.25)], name: [.text("a_b")], .value)])
    let text = latex(Figure(id: "x", .plot(plot), caption: [], description: ""))
    let lines = [
      "xmode=linear,xmin=0.0,xmax=10.0", "ymode=log,ymin=0.001,ymax=1.0",
      "ytick={0.001,1.0},yticklabels={{$0.001$},{$1$}}",
      "\\addplot[forget plot,value line] coordinates {(0.0,0.1)(1.0,0.25)};", "\\addlegendentry{a\\_b}",
    ]
    for line in lines { #expect(text.contains(line), "\(line)") }
  }

  @Test("Every tone differs from every other by its lines, whatever the colours")
  func tones() {
    let styles = String(describing: LaTeXFigureStyle.diagrams).split(separator: "\n").compactMap { line -> String? in
      guard line.contains(" line/.style={draw=") else { return nil }
      return String(line[line.firstIndex(of: ",")!...])
    }
    #expect(styles.count == Tone.allCases.count && Set(styles).count == styles.count)
  }
}
