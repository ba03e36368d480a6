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
  mutating func open(_ bracket: TeXBracket, around height: TeXHeight) {
    if height == .line { return write(bracket.left, width: TeXWidth.bracket) }
    let isGrowing = level == nil || height == .towering
    write(isGrowing ? "\\left" : height == .row ? "\\bigl" : "\\biggl", width: Self.width(around: height))
    write(bracket.tallLeft, width: 0)
  }

  mutating func close(_ bracket: TeXBracket, around height: TeXHeight) {
    if height == .line { return write(bracket.right, width: TeXWidth.bracket) }
    let isGrowing = level == nil || height == .towering
    write(isGrowing ? " \\right" : height == .row ? " \\bigr" : " \\biggr", width: Self.width(around: height))
    write(bracket.tallRight, width: 0)
  }

  private static func width(around height: TeXHeight) -> Double {
    height == .row ? TeXWidth.bigBracket : TeXWidth.tallBracket
  }

  /// Adds what is higher than any bracket of a fixed size: in one piece between `\left` and `\right`, unless that is
  /// too wide to stay in one row.
  mutating func writeTowering(_ inner: Formula, in bracket: TeXBracket) {
    let (start, startWidth, firstBreak) = (bytes.count, width, breaks.count)
    open(bracket, around: .towering)
    let outer = beginOperands()
    write(inner)
    level = outer
    if width - startWidth <= TeXWidth.widestInOnePiece {
      removeBreaks(from: firstBreak)
      return close(bracket, around: .towering)
    }
    replace(start..<start + "\\left".utf8.count, by: "\\Biggl", breaksFrom: firstBreak)
    write(" \\Biggr", width: TeXWidth.tallBracket)
    write(bracket.tallRight, width: 0)
  }
}
