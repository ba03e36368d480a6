import DocumentModel

/// A label on one line as pieces of text that differ in slant, size and height.
struct SVGFormula {
  struct Run: Equatable {
    var text: String
    var face: Face
  }

  /// How a piece of text is set; `shift` is how far below the line it stands, in em of the label.
  struct Face: Equatable {
    var isItalic = false
    var isBold = false
    var isCode = false
    /// Whether it belongs to a name, whose letters are set as in formulas, whatever the label's tone.
    var isName = false
    var scripts = 0
    var shift = 0.0
  }

  enum Piece: Equatable {
    case run(Run)
    /// A number that a live page can change: it begins and ends on the line.
    ///
    /// - Parameter typed: where the page finds what the printed numbers before it give on a calculator.
    case number(slot: Int, typed: Int?, [Run])
  }

  private(set) var pieces: [Piece] = []
  private var face = Face()
  private var typed: Int?

  init(_ content: [Inline]) {
    pieces.reserveCapacity(8)  // `∂E_total/∂w5` has six
    write(content)
  }

  private mutating func write(_ content: [Inline]) {
    for inline in content {
      switch inline {
      case .text(let text): write(text)
      case .code(let code): within({ $0.isCode = true }, { $0.write(code) })
      case .emphasis(let inner): within({ $0.isItalic.toggle() }, { $0.write(inner) })
      case .strong(let inner): within({ $0.isBold = true }, { $0.write(inner) })
      case .formula(let formula): write(formula)
      case .equation(let equation): write(equation)
      }
    }
  }

  private mutating func write(_ equation: Equation) {
    write(equation.left)
    for (number, link) in equation.links.enumerated() {
      write(" \(TextEquationLink.sign(of: link.relation)) ")
      typed = number == equation.links.count - 1 ? equation.typedSlots.first : nil
      write(link.formula)
    }
    typed = nil
  }

  /// Adds text as the face is now.
  mutating func write(_ text: String) {
    if text.isEmpty { return }
    if case .run(let run) = pieces.last, run.face == face {
      pieces[pieces.count - 1] = .run(Run(text: run.text + text, face: face))
    } else {
      pieces.append(.run(Run(text: text, face: face)))
    }
  }

  mutating func writeItalic(_ text: String) {
    within({ $0.isItalic = true }, { $0.write(text) })
  }

  mutating func writeName(_ body: (inout SVGFormula) -> Void) { within({ $0.isName = true }, body) }
  mutating func writeLowered(_ body: (inout SVGFormula) -> Void) { writeScript(0.2, body) }
  mutating func writeRaised(_ body: (inout SVGFormula) -> Void) { writeScript(-0.36, body) }

  private mutating func writeScript(_ shift: Double, _ body: (inout SVGFormula) -> Void) {
    let size = face.scripts == 0 ? 1.0 : 0.7
    within(
      {
        $0.scripts += 1
        $0.shift += shift * size
      }, body)
  }

  /// What `body` adds is one number of a slot.
  mutating func writeNumber(slot: Int?, _ body: (inout SVGFormula) -> Void) {
    guard let slot else { return body(&self) }
    let before = pieces
    pieces = []
    body(&self)
    let runs = pieces.flatMap { piece -> [Run] in
      switch piece {
      case .run(let run): [run]
      case .number(_, _, let runs): runs
      }
    }
    pieces = before + [.number(slot: slot, typed: typed, runs)]
  }

  private mutating func within(_ change: (inout Face) -> Void, _ body: (inout SVGFormula) -> Void) {
    let outer = face
    change(&face)
    body(&self)
    face = outer
  }
}
