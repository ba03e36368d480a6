import DocumentModel
import Numerals

/// Figures made by hand, one of each kind.
enum FigureSample {
  static func symbol(_ letter: Character, _ index: String) -> Formula {
    .symbol(Symbol(name: "\(letter)\(index)", base: [.letter(letter)], subscripts: [[.digits(index)]]))
  }

  static func number(_ value: Double, slot: Int? = nil) -> Formula {
    var shown = NumberStyle.standard.shown(value)
    shown.slot = slot
    return .number(shown)
  }

  static func derivative(_ upper: Character, _ lower: Character, _ index: String) -> Formula {
    .derivative(of: .symbol(Symbol(name: "\(upper)", base: [.letter(upper)])), by: symbol(lower, index))
  }

  /// A layer of two, a unit behind it, with a value, an adjoint and a label on each wire.
  static var network: Diagram {
    let left = [Point(3, 2), Point(3, 8)]
    let right = Point(17, 5)
    var shapes: [Diagram.Shape] = []
    for (index, place) in left.enumerated() {
      let end = Point(right.x - 4, right.y + (index == 0 ? -0.4 : 0.4))
      shapes.append(
        .wire(
          .init(
            from: Point(place.x + 2.5, place.y), [.line(to: end)], .end, index == 0 ? .emphasized : .plain,
            edge: index)))
      let middle = Point(10, index == 0 ? 2.2 : 7.8)
      shapes.append(
        .label(
          .init(
            Box(around: middle, width: 5, height: 1),
            [
              .formula(symbol("w", "\(index + 1)")), .text(" = "), .formula(number(0.5 + Double(index), slot: index)),
            ])))
    }
    for (index, place) in left.enumerated() {
      shapes.append(.node(.init(Box(around: place, width: 5, height: 3), .round, .plain, quantity: index)))
      shapes.append(.label(.init(Box(around: place, width: 3, height: 1), [.formula(symbol("x", "\(index + 1)"))])))
    }
    shapes.append(.node(.init(Box(around: right, width: 8, height: 4), .rounded, .value, quantity: 7)))
    shapes.append(
      .label(.init(Box(around: Point(17, 4.2), width: 5, height: 1), [.formula(number(0.73492, slot: 3))], .value)))
    shapes.append(
      .label(.init(Box(around: Point(17, 5.8), width: 7, height: 1), [.formula(number(-4.386e-4, slot: 4))], .adjoint)))
    shapes.append(
      .wire(
        .init(
          from: Point(17, 7), [.curve(Point(17, 11), Point(10, 11), to: Point(4, 9.4))], .end, .adjoint, edge: 9)))
    shapes.append(
      .label(.init(Box(around: Point(18, 10), width: 4, height: 1), [.formula(derivative("E", "w", "2"))], .adjoint)))
    return Diagram(width: 22, height: 12, shapes: shapes)
  }

  static var tones: Diagram {
    var shapes: [Diagram.Shape] = []
    for (index, tone) in Tone.allCases.enumerated() {
      let y = 2 + Double(index) * 3
      shapes.append(.wire(.init(from: Point(7, y), [.line(to: Point(14, y))], .end, tone)))
      shapes.append(.node(.init(Box(x: 1, y: y - 1, width: 6, height: 2), .rounded, tone)))
      shapes.append(.label(.init(Box(x: 1, y: y - 0.5, width: 6, height: 1), [.text("\(tone)")], tone)))
      shapes.append(
        .label(.init(Box(x: 14, y: y - 0.5, width: 6, height: 1), [.formula(symbol("w", "1")), .text(" = 0.5")], tone)))
    }
    return Diagram(width: 20, height: 20, shapes: shapes)
  }

  static func ticks(_ values: [Double]) -> [Plot.Tick] {
    values.map { Plot.Tick($0, [.formula(number($0))]) }
  }

  static var loss: Plot {
    let points = (0...50).map { Point(Double($0), 1.2 / Double($0 + 1)) }
    return Plot(
      horizontal: .init(label: [.text("epoch")], range: 0...50, ticks: ticks([0, 10, 20, 30, 40, 50])),
      vertical: .init(
        label: [.text("loss "), .formula(.symbol(Symbol(name: "L", base: [.letter("L")])))], range: 0.01...2,
        isLogarithmic: true, ticks: ticks([0.01, 0.1, 1])),
      series: [
        .init(.line, points, name: [.text("measured")], .value),
        .init(.dashedLine, [Point(0, 0.5), Point(50, 0.005)], name: [.text("tangent")], .adjoint),
        .init(.path, [Point(5, 0.02), Point(12, 0.04), Point(20, 0.03)], name: [.text("steps")], .changed),
        .init(.dots, [Point(0, 1.2), Point(50, 1.2 / 51)], name: [.text("first and last")], .emphasized),
      ],
      marks: [.init(Point(50, 1.2 / 51), [.formula(number(1.2 / 51))], .above, .emphasized)])
  }

  static var sizes: Plot {
    Plot(
      horizontal: .init(label: [.text("layer")], range: 0...4, ticks: ticks([1, 2, 3])),
      vertical: .init(
        label: [.text("mean size of the adjoints")], range: 1e-5...1, isLogarithmic: true,
        ticks: ticks([1e-5, 1e-3, 0.1])),
      series: [
        .init(.line, [Point(1, 2e-4), Point(2, 6e-3)], .adjoint), .init(.dots, [Point(3, 0.3)], .value),
      ])
  }

  static var all: [Figure] {
    [
      Figure(
        id: "network", .diagram(network),
        caption: [.text("Two inputs & one unit, "), .formula(symbol("w", "1")), .text(" leads.")],
        description: "A small network."),
      Figure(id: "tones", .diagram(tones), caption: [.text("All tones.")], description: "Six tones."),
      Figure(
        id: "both",
        panels: [
          .init(.diagram(network), title: [.text("Before")]), .init(.diagram(network), title: [.text("After")]),
        ], caption: [.text("Before and after.")], description: "Two states of a network."),
      Figure(
        id: "loss", .plot(loss), caption: [.text("The loss by epoch.")], description: "It falls from 1.2 to 0.02."),
      Figure(
        id: "pair",
        panels: [.init(.plot(loss), title: [.text("Loss")]), .init(.plot(sizes), title: [.text("Adjoints")])],
        caption: [.text("Two plots.")], description: "Loss and adjoints."),
    ]
  }
}
