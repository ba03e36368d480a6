import DocumentModel

/// A page that lists the pages beside it: what each is called, what it is about, a small picture.
public struct IndexPage: Sendable {
  public struct Entry: Sendable {
    /// The name of the file beside the list.
    public let file: String
    public let title: [Inline]
    /// What it is about; empty where nobody said it.
    public let remark: [Inline]
    public let course: [Inline]
    public let figure: Figure?

    public init(file: String, title: [Inline], remark: [Inline], course: [Inline], figure: Figure?) {
      self.file = file
      self.title = title
      self.remark = remark
      self.course = course
      self.figure = figure
    }
  }

  /// The name of its file.
  public static let file = "index.html"

  /// In reading order.
  private let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The whole page in UTF-8.
  public var bytes: [UInt8] {
    let cards = entries.indices.map { Self.card(entries[$0], number: $0 + 1) }
    let body: [HTMLElement] = [
      .element(.header, [:], [.element(.h1, [:], [.text(PageWords.index)])]),
      .element(.main, [:], [.element(.ul, [.class: "cards", .role: "list"], cards)]),
      .element(.footer, [:], [.element(.p, [:], [.text(PageWords.maker)])]),
    ]
    return HTMLElement.element(.html, [.lang: "en"], [PageHead.index(PageWords.index), .element(.body, [:], body)]).page
  }

  private static func card(_ entry: Entry, number: Int) -> HTMLElement {
    let link = HTMLElement.element(
      .a, [.href: WebAddress.relative(toFile: entry.file)], PageBlocks.inlines(entry.title))
    let words = [(entry.remark, "remark"), (entry.course, "course")].filter { !$0.0.isEmpty }.map { content, name in
      HTMLElement.element(.p, [.class: name], PageBlocks.inlines(content))
    }
    return .element(
      .li, [:], [.element(.h2, [:], [link])] + words + [picture(of: entry.figure, number: number)])
  }

  /// The first picture of the page, which needs no words here; its ids are those of no other.
  private static func picture(of figure: Figure?, number: Int) -> HTMLElement {
    let drawing = figure.map { figure in
      HTMLElement.drawing(
        SVGFigure(
          Figure(
            id: "entry-\(number)-\(figure.id)", panels: [.init(figure.panels[0].picture)], caption: [],
            description: figure.description)))
    }
    return .element(.div, [.class: "preview", .isHidden: "true"], drawing.map { [$0] } ?? [])
  }
}
