import DocumentModel

/// Spells a document as a complete LaTeX article, for pdflatex with the recommended packages and Latin Modern.
public struct LaTeXRenderer: Sendable {
  /// Displays wider than this many em are broken: an A4 line of `textWidth`, less the indent of the displays.
  public static let lineWidth = 38.0
  /// The width of the text, in em.
  static let textWidth = 41.0
  /// A table of more rows than this may be broken across pages.
  static let mostRowsInOnePiece = 25

  public init() {}

  /// The whole document in UTF-8; the same bytes for the same document.
  public func bytes(_ document: Document) -> [UInt8] {
    var writer = LaTeXWriter()
    writer.writePreamble(of: document)
    document.forEachStep { step in
      for block in step.blocks { writer.write(block) }
    }
    writer.writeEnd()
    return writer.text.bytes
  }

  /// The whole document as a string.
  public func render(_ document: Document) -> String { String(decoding: bytes(document), as: UTF8.self) }
}

/// Adds block after block to an article.
struct LaTeXWriter: ~Copyable {
  var text = ByteBuffer(capacity: 1 << 14)
  /// The formula that is written, used for one after another.
  var formula = TeXSpelling()
  private var followsHeading = false

  /// Adds everything up to the title; numbered headings would be noise on a handout, and so would a date.
  mutating func writePreamble(of document: Document) {
    text += Self.preamble
    if document.hasDiagrams || document.hasPlots { text += LaTeXFigureStyle.diagrams }
    if document.hasPlots { text += LaTeXFigureStyle.plots }
    text += "\\usepackage[hidelinks,unicode]{hyperref}\n\\urlstyle{same}\n\\hypersetup{pdftitle={"
    LaTeXOutlineText.write(document.title, to: &text)
    text += "}}\n\n\\begin{document}\n\n{\\LARGE\\bfseries\\raggedright "
    write(document.title)
    text += "\\par}\n"
  }

  mutating func writeEnd() {
    text += "\n\\end{document}\n"
  }

  /// Adds one block after a blank line, a display straight behind its sentence; what is empty adds nothing.
  mutating func write(_ block: Block) {
    defer { followsHeading = block.isHeading }
    switch block {
    case .heading(let level, let title):
      text += level <= 1 ? "\n\\section{" : level == 2 ? "\n\\subsection{" : "\n\\subsubsection{"
      write(heading: title)
      text += "}\n"
    case .paragraph(let inlines):
      text += "\n"
      write(inlines)
      text += "\n"
    case .equation(let equation): write(equation)
    case .table(let table):
      guard !table.columns.isEmpty else { return }
      text += "\n"
      write(table)
    case .list(let items):
      guard !items.isEmpty else { return }
      text += "\n\\begin{itemize}\n\\setlength{\\itemsep}{0pt}\n"
      for item in items {
        text += "\\item{} "
        write(item)
        text += "\n"
      }
      text += "\\end{itemize}\n"
    case .figure(let figure): write(figure)
    }
  }

  /// What a PDF's outline cannot hold is given twice.
  private mutating func write(heading title: [Inline]) {
    guard !title.allSatisfy(\.isPlain) else { return write(title) }
    text += "\\texorpdfstring{"
    write(title)
    text += "}{"
    LaTeXOutlineText.write(title, to: &text)
    text += "}"
  }

  private mutating func write(_ equation: Equation) {
    formula.spell(equation)
    let layout = TeXEquationLayout(equation, formula, lineWidth: LaTeXRenderer.lineWidth)
    // An aligned display that opens a paragraph brings the heading's space again.
    if layout != nil, followsHeading { text += "\\vspace{-\\abovedisplayskip}\n" }
    let width = layout?.width ?? formula.width
    let size = LaTeXTypeSize.largest { width <= $0.ems(in: LaTeXRenderer.lineWidth) }
    size.begin(in: &text)
    if let layout {
      text += "\\begin{align*}\n"
      layout.write(formula, to: &text)
      text += "\n\\end{align*}"
    } else {
      text += "\\[\n"
      text.append(formula.bytes)
      text += "\n\\]"
    }
    size.end(in: &text)
  }

  private static let preamble: StaticString = #"""
    \documentclass[11pt,a4paper,fleqn]{article}
    \usepackage[T1]{fontenc}
    \usepackage[utf8]{inputenc}
    \usepackage{lmodern}
    \usepackage{amsmath}
    \usepackage[hmargin=2.5cm,vmargin=2.5cm]{geometry}
    \usepackage{array,booktabs,longtable}
    \setlength{\mathindent}{2em}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{0.6em plus 0.2em}
    \setlength{\emergencystretch}{8em}
    \setcounter{secnumdepth}{0}
    \allowdisplaybreaks

    """#
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

extension Inline {
  /// Whether it is text that a PDF's outline shows as it is typed.
  fileprivate var isPlain: Bool {
    if case .text(let text) = self { text.utf8.allSatisfy { $0 < 0x80 } } else { false }
  }
}
