import DocumentModel
import Renderers
import Testing

private typealias X = TextExample

/// What holds for every document, whatever it says.
@Suite("Text: documents") struct TextDocumentTests {
  /// Equations of many shapes, between sentences and tables; no name or number has more than ten characters.
  static let document: Document = {
    let steps = (1...9).map { count in
      Step(id: "step-\(count)", blocks: [heading(count), sentence(count), table(count)] + equations(count))
    }
    return Document(title: [.text("A network, one forward and one backward pass")], steps: steps)
  }()

  private static func heading(_ count: Int) -> Block {
    .heading(level: count % 3 + 1, [.text("The weight "), .formula(X.name("w\(count)"))])
  }

  private static func sentence(_ count: Int) -> Block {
    let words = String(repeating: "slope by slope ", count: count)
    return .paragraph([.text(words), .strong([.text("with 漢字, ")]), .formula(X.slope("E", "w\(count)"))])
  }

  private static func table(_ count: Int) -> Block {
    let columns = (0..<count).map {
      Table.Column([.text("col \($0)")], $0.isMultiple(of: 2) ? .left : .right)
    }
    let row: [[Inline]] = (0..<count).map { [.formula(X.number("\($0).25")), .text(" and more")] }
    return .table(Table(columns: columns, rows: [row, row.reversed()]))
  }

  private static func equations(_ count: Int) -> [Block] {
    let slopes = (0..<count).map { X.slope("output_o\($0)", "sum_o\($0)") }
    let numbers = (0..<count).map { X.number("0.\(10000 + $0 * 311)") }
    let paths = Formula.sum((1...count).map { _ in Formula.Term(.product(slopes, .dot)) })
    let squares = Formula.sum(numbers.map { Formula.Term(.power($0, X.number("2")), isSubtracted: true) })
    let call = Formula.function(.word("max"), slopes.map { .squareRoot(.fraction($0, squares)) })
    return [paths, .product(numbers, .dot), squares, call, .parenthesized(squares)].map { formula in
      .equation(
        Equation(
          X.slope("E_total", "w\(count)"),
          [X.symbols(formula), X.numbers(.product(numbers, .dot)), X.about("0.08020")], isMarked: count > 3))
    }
  }

  private func text(width: Int = 80, usesColour: Bool = false) -> String {
    TextRenderer(width: width, usesColour: usesColour).render(Self.document)
  }

  /// The columns of a line: here only the two characters of 漢字 take two.
  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ("漢字".unicodeScalars.contains($1) ? 2 : 1) }
  }

  @Test("No line is wider than the page", arguments: [44, 45, 57, 80, 100, 200])
  func widths(_ width: Int) {
    let lines = text(width: width).split(separator: "\n")
    for line in lines { #expect(columns(line) <= width, "\(line)") }
    #expect(lines.contains { columns($0) > width * 3 / 4 })
  }

  @Test("No line ends with a blank, and the text ends with one newline", arguments: [1, 7, 20, 40, 80])
  func ends(_ width: Int) {
    for usesColour in [false, true] {
      let text = text(width: width, usesColour: usesColour)
      #expect(!text.contains(" \n"))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }

  @Test("Nothing is lost where the page is narrow")
  func nothingLost() {
    func letters(_ text: String) -> [Character: Int] {
      text.reduce(into: [:]) { count, sign in
        if sign.isLetter || sign.isNumber { count[sign, default: 0] += 1 }
      }
    }
    let blocks = Self.equations(5) + [Self.sentence(5)]
    let document = Document(title: [], steps: [Step(id: "a", blocks: blocks)])
    let wide = TextRenderer(width: 10_000).render(document)
    for width in [1, 30, 60, 80] {
      #expect(letters(TextRenderer(width: width).render(document)) == letters(wide), "width \(width)")
    }
  }

  @Test("The same document gives the same text")
  func determinism() {
    #expect(text() == text())
  }

  @Test("Colour only adds: without its codes the text is the same")
  func colourOnlyAdds() {
    let coloured = text(usesColour: true)
    #expect(coloured != text())
    #expect(
      ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"].reduce(coloured) { $0.replacing($1, with: "") } == text())
    #expect(!text().contains("\u{1B}"))
  }

  @Test("Headings and values are bold, marks dim")
  func colours() {
    let equation = Equation(X.name("y"), [X.numbers(X.number("3")), X.value("3")], isMarked: true)
    #expect(
      X.page(.heading(level: 2, [.text("Up")]), .equation(equation), usesColour: true)
        == "\u{1B}[1mUp\u{1B}[0m\n──\n\n    y = 3 = \u{1B}[1m3\u{1B}[0m \u{1B}[2m†\u{1B}[0m\n")
  }
}
