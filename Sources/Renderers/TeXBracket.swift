import DocumentModel

/// A pair of brackets, as TeX wants them typed.
enum TeXBracket {
  case round, square, bars

  fileprivate var left: StaticString {
    switch self {
    case .round: "("
    case .square: "["
    case .bars: "\\lvert "
    }
  }

  fileprivate var right: StaticString {
    switch self {
    case .round: ")"
    case .square: "]"
    case .bars: " \\rvert"
    }
  }

  /// Behind `\left`.
  fileprivate var tallLeft: StaticString {
    switch self {
    case .round: "( "
    case .square: "[ "
    case .bars: "\\lvert "
    }
  }

  /// Behind `\right`.
  fileprivate var tallRight: StaticString {
    switch self {
    case .round: ")"
    case .square: "]"
    case .bars: "\\rvert"
    }
  }
}

extension TeXSpelling {
  /// Brackets of the right size: a display that can be broken has them of a fixed size, since `\left` and `\right`
  /// must stand in one row.
  mutating func open(_ bracket: TeXBracket, isTall: Bool) {
    guard isTall else { return write(bracket.left, width: TeXWidth.bracket) }
    write(level == nil ? "\\left" : "\\biggl", width: TeXWidth.tallBracket)
    write(bracket.tallLeft, width: 0)
  }

  mutating func close(_ bracket: TeXBracket, isTall: Bool) {
    guard isTall else { return write(bracket.right, width: TeXWidth.bracket) }
    write(level == nil ? " \\right" : " \\biggr", width: TeXWidth.tallBracket)
    write(bracket.tallRight, width: 0)
  }
}
