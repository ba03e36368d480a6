import Numerals

/// One mark of a handwritten document, whatever its spelling: `\times`, `×` and `*` are the same.
struct DocumentToken {
  enum Kind: Hashable {
    case word(String)
    /// A Greek letter or command, by its word.
    case greek(String)
    /// Without a sign; nothing where it has too many digits, or a comma of unclear meaning.
    case number(text: String, Decimal?)
    case lowered
    case raised
    case prime
    case openBrace, closeBrace
    case open(Bracket)
    case close(Bracket)
    /// One of `+-*/`.
    case sign(Unicode.Scalar)
    case relation
    case fraction
    case partial
    /// `\mathrm`, `\text` and their like.
    case font
    case comma, stop, ellipsis
    /// The end of a line outside formulas, the end of a row in one, and an empty line.
    case newline, row, paragraph
    /// What is not understood; a command takes the groups behind it along.
    case opaque(isCommand: Bool)
  }

  enum Bracket: Hashable {
    case round, math, code
    /// An environment of rows, each with a condition behind it.
    case table
  }

  let kind: Kind
  /// In the scalars of the document.
  let range: Range<Int>
  /// Whether a blank, a line's start or an opening bracket stands before it.
  let isSpaced: Bool
  /// Whether it is an arrow, a comparison or a conjunction: an equality ends before it, and another may begin behind it.
  var isLink = false
}

extension DocumentToken.Kind {
  /// Whether something is still to come after it.
  var isUnfinished: Bool {
    switch self {
    case .sign, .relation: true
    case .word, .greek, .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .fraction,
      .partial, .font, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      false
    }
  }

  /// Whether it can end what an operation is applied to.
  var endsOperand: Bool {
    switch self {
    case .word, .greek, .number, .prime, .closeBrace, .close, .opaque: true
    case .lowered, .raised, .openBrace, .open, .sign, .relation, .fraction, .partial, .font, .comma, .stop,
      .ellipsis, .newline, .row, .paragraph:
      false
    }
  }

  /// Whether what stands right behind it stands at a start of its own.
  var opens: Bool {
    switch self {
    case .open, .openBrace, .comma, .newline, .row, .paragraph, .relation, .sign: true
    case .word, .greek, .number, .lowered, .raised, .prime, .closeBrace, .close, .fraction, .partial, .font,
      .stop, .ellipsis, .opaque:
      false
    }
  }
}
