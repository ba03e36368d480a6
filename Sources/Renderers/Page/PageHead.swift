/// What stands before the body of a page.
enum PageHead {
  /// Of the page of one document.
  static func document(_ title: String) -> HTMLElement {
    head(
      title,
      [
        .style(PageStyle.formulas), .style(SVGFigure.css), .style(PageStyle.figures), .style(PageStyle.drawings),
        .style(PageStyle.steps), .style(PageStyle.controls), .style(PageStyle.live), .style(PageStyle.print),
        .font(MathematicsFont.family, woff2: MathematicsFont.woff2),
      ])
  }

  /// Of the page that lists others.
  static func index(_ title: String) -> HTMLElement {
    head(title, [.style(SVGFigure.css), .style(PageStyle.drawings), .style(PageStyle.index)])
  }

  private static func head(_ title: String, _ styles: [HTMLElement]) -> HTMLElement {
    .element(
      .head, [:],
      [
        .void(.meta, [.charset: "utf-8"]),
        .void(.meta, [.name: "viewport", .content: "width=device-width, initial-scale=1"]),
        .void(.meta, [.name: "color-scheme", .content: "light dark"]),
        .void(.meta, [.equivalent: "Content-Security-Policy", .content: policy]),
        .element(.title, [:], [.text(title)]),
        .style(PageStyle.colours), .style(PageStyle.text),
      ] + styles)
  }

  /// A page asks nobody for anything. What pages of ours are told by, so that it stays as it is.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:"
}
