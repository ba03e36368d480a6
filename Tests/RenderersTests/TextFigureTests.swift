import DocumentModel
import Testing

@testable import Renderers

private typealias S = FigureSample

private func rows(_ figure: Figure, width: Int = 80) -> [String]? {
  TextFigure(figure, width: width, usesColour: false)?.rows
}

private func figure(_ diagram: Diagram) -> Figure {
  Figure(id: "x", .diagram(diagram), caption: [.text("Caption.")], description: "Description.")
}

@Suite("Text: figures") struct TextFigureTests {
  private static let pair = Diagram(
    width: 22, height: 3,
    shapes: [
      .node(.init(Box(x: 0, y: 0, width: 8, height: 3), .round)),
      .label(.init(Box(x: 0, y: 1, width: 8, height: 1), [.text("x")])),
      .node(.init(Box(x: 14, y: 0, width: 8, height: 3), .rounded)),
      .label(.init(Box(x: 14, y: 1, width: 8, height: 1), [.text("y")])),
      .wire(.init(from: Point(8, 1.5), [.line(to: Point(14, 1.5))], .end)),
    ])

  @Test("Two columns are an em, and a row is one")
  func diagram() {
    #expect(
      rows(figure(Self.pair)) == [
        "╭──────────────╮            ╭──────────────╮",
        "(       x      )───────────▶│       y      │",
        "╰──────────────╯            ╰──────────────╯",
      ])
  }

  @Test("Of a picture that is too wide for the page stands what it says of itself, else its description")
  func tooWide() {
    var page = TextPage(width: 38, usesColour: false)
    page.add(.figure(figure(Self.pair)))
    page.add(
      .figure(Figure(id: "x", .diagram(Self.pair), caption: [], description: "x = 1", undrawn: [.text("No room.")])))
    #expect(page.finished == "Description.\n\nNo room.\n")
    #expect(rows(figure(Self.pair), width: 40)?.allSatisfy { $0.count <= 40 } == true)
  }

  @Test("Two labels in one place are no picture")
  func collision() {
    let box = Box(x: 0, y: 0, width: 4, height: 1)
    let shapes = (0..<4).map { _ in Diagram.Shape.label(.init(box, [.text("label")])) }
    #expect(rows(figure(Diagram(width: 6, height: 1, shapes: shapes))) == nil)
  }

  @Test("Lines of a tone have their own look", arguments: zip(Tone.allCases, ["─", "─", "╌", "┄", "━", "┈"]))
  func tones(tone: Tone, sign: String) {
    let wire = Diagram.Wire(from: Point(0, 0.5), [.line(to: Point(3, 0.5))], .none, tone)
    let level = rows(figure(Diagram(width: 4, height: 1, shapes: [.wire(wire)])))
    #expect(level == [String(repeating: sign, count: 6)])
  }

  @Test("A line down goes straight, and joins a level one with a corner; slanted ones are dots")
  func strokes() {
    let corner = Diagram.Wire(
      from: Point(0, 0.5), [.line(to: Point(1.25, 0.5)), .line(to: Point(1.25, 3.5))])
    #expect(rows(figure(Diagram(width: 3, height: 4, shapes: [.wire(corner)]))) == ["──╮", "  │", "  │", "  │"])
    // One dot across and one down at a time, from the upper left corner.
    let slanted = Diagram.Wire(from: Point(0, 0), [.line(to: Point(2, 2))])
    #expect(rows(figure(Diagram(width: 2, height: 2, shapes: [.wire(slanted)]))) == ["⠑⢄", "  ⠑⢄"])
  }

  @Test("A wire is never written over a label, wherever both lie")
  func labelsStay() {
    var state: UInt64 = 42
    func dice(_ count: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * count
    }
    for _ in 0..<50 {
      var shapes: [Diagram.Shape] = []
      for number in 0..<6 {
        let box = Box(around: Point(6 + dice(26), Double(number) * 3 + 1.5), width: 4, height: 1)
        shapes.append(.label(.init(box, [.text("label\(number)")], Tone.allCases[number])))
        let start = Point(dice(38), dice(18))
        let stretch: Diagram.Stretch =
          number % 2 == 0
          ? .line(to: Point(dice(38), number == 0 ? start.y : dice(18)))
          : .curve(Point(dice(38), dice(18)), Point(dice(38), dice(18)), to: Point(dice(38), dice(18)))
        shapes.append(.wire(.init(from: start, [stretch], .end, Tone.allCases[(number + 1) % 6])))
      }
      let text = rows(figure(Diagram(width: 38, height: 18, shapes: shapes)))?.joined(separator: "\n") ?? ""
      for number in 0..<6 { #expect(text.contains("label\(number)")) }
    }
  }

  @Test("Colour changes no character")
  func colour() throws {
    for figure in S.all {
      let plain = try #require(TextFigure(figure, width: 80, usesColour: false)).rows
      let coloured = try #require(TextFigure(figure, width: 80, usesColour: true)).rows
      #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == plain)
      #expect(plain.allSatisfy { $0.count <= 80 && $0.last != " " })
    }
  }
}

@Suite("Text: plots") struct TextPlotTests {
  private static func plot(_ series: [Plot.Series], isLogarithmic: Bool = false) -> Plot {
    Plot(
      horizontal: .init(label: [], range: 0...2, ticks: S.ticks([0, 1, 2])),
      vertical: isLogarithmic
        ? .init(label: [], range: 1...10_000, isLogarithmic: true, ticks: [])
        : .init(label: [], range: 0...1, ticks: S.ticks([0, 1])),
      series: series)
  }

  @Test("A dot stands at its place between the axes")
  func dots() {
    let plot = Self.plot([.init(.dots, [Point(1, 0.5)])])
    #expect(
      TextPlot(plot, width: 24, rows: 4).canvas.rows(usesColour: false).map(\.text) == [
        "1 ┤",
        "  │",
        "  │          •",
        "  │",
        "0 ┴┬─────────┬─────────┬",
        "   0         1         2",
      ])
  }

  @Test("On a logarithmic axis a hundred is half of ten thousand")
  func logarithmic() {
    let plot = Self.plot([.init(.dots, [Point(1, 100)], .value)], isLogarithmic: true)
    #expect(
      TextPlot(plot, width: 24, rows: 4).canvas.rows(usesColour: false).map(\.text).prefix(4) == [
        " │", " │", " │           ●", " │",
      ])
  }
}
