import DocumentModel

/// Blocks and sentences of a document as elements of a page.
enum PageBlocks {
  /// - Parameter answer: what the last link of an equation answers, where it can be hidden.
  static func elements(_ block: Block, answer: String? = nil) -> [HTMLElement] {
    switch block {
    case .heading(let level, let title): [.element(heading(level), [:], inlines(title))]
    case .paragraph(let content): [.element(.p, [:], inlines(content))]
    case .equation(let equation): [PageEquation(equation: equation, answer: answer).element]
    case .table(let table): table.columns.isEmpty ? [] : [element(table)]
    case .list(let items):
      items.isEmpty ? [] : [.element(.ul, [:], items.map { .element(.li, [:], inlines($0)) })]
    case .figure(let figure): [PageFigure.element(figure)]
    }
  }

  /// The first level of a document lies below its title.
  private static func heading(_ level: Int) -> HTMLElement.Tag {
    level <= 1 ? .h2 : level == 2 ? .h3 : .h4
  }

  /// A sentence; no line begins with the punctuation behind a formula.
  static func inlines(_ inlines: [Inline]) -> [HTMLElement] {
    var all: [HTMLElement] = []
    for index in inlines.indices {
      guard index > 0, inlines[index - 1].isFormula, case .text(let text) = inlines[index],
        let sign = text.first, ",.;:!?)".contains(sign), let formula = all.popLast()
      else {
        all += elements(inlines[index])
        continue
      }
      all.append(joined(formula, String(sign), isWhole: inlines[index - 1].isShortFormula))
      all.append(.text(String(text.dropFirst())))
    }
    return all
  }

  /// A formula with a sign behind it: of one that has line ends within, its last piece is joined to it.
  private static func joined(_ formula: HTMLElement, _ sign: String, isWhole: Bool) -> HTMLElement {
    if !isWhole, case .element(.span, let attributes, let pieces) = formula, let last = pieces.last {
      return .element(.span, attributes, pieces.dropLast() + [joined(last, sign, isWhole: false)])
    }
    return .element(.span, [.class: "statement"], [formula, .text(sign)])
  }

  private static func elements(_ inline: Inline) -> [HTMLElement] {
    switch inline {
    case .text(let text): [.text(text)]
    case .emphasis(let inner): [.element(.em, [:], inlines(inner))]
    case .strong(let inner): [.element(.strong, [:], inlines(inner))]
    case .code(let code): [.element(.code, [:], [.text(code)])]
    case .formula(let formula): [PageEquation.inSentence(formula)]
    case .equation(let equation): [PageEquation(equation: equation).inSentence]
    }
  }

  private static func element(_ table: Table) -> HTMLElement {
    let header = table.columns.map { column in
      HTMLElement.element(.th, [.class: name(of: column.alignment), .scope: "col"], content(column.header))
    }
    let rows = table.rows.map { row in
      HTMLElement.element(
        .tr, [:], zip(table.columns, row).map { .element(.td, [.class: name(of: $0.alignment)], inlines($1)) })
    }
    let parts: [HTMLElement] = [
      .element(.thead, [:], [.element(.tr, [:], header)]), .element(.tbody, [:], rows),
    ]
    return .element(.div, [.class: "scrolling"], [.element(.table, [:], parts)])
  }

  /// What is read out with every cell is a name where it is a formula.
  private static func content(_ header: [Inline]) -> [HTMLElement] {
    guard header.count == 1, case .formula(let formula) = header[0] else { return inlines(header) }
    return [
      .element(.span, [.class: "unseen"], [.text(PageText.plain(formula))]),
      .element(.span, [.isHidden: "true"], inlines(header)),
    ]
  }

  private static func name(of alignment: Table.Alignment) -> String? {
    switch alignment {
    case .left: nil
    case .right: "right"
    }
  }
}

extension Inline {
  fileprivate var isFormula: Bool {
    switch self {
    case .formula, .equation: true
    case .text, .emphasis, .strong, .code: false
    }
  }

  /// Whether a page has it in one piece.
  fileprivate var isShortFormula: Bool {
    if case .equation(let equation) = self { return PageEquation(equation: equation).isInOnePiece }
    return isFormula && PageEquation.isShort([self])
  }
}
