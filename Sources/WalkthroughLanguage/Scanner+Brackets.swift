extension Scanner {
  /// Whether `.*`, `./` or `.^` comes next: the point of `2.*x` belongs to the sign.
  var isAtElementwiseSign: Bool {
    guard current == Ascii.point else { return false }
    let next = peek(1)
    return next == Ascii.times || next == Ascii.slash || next == Ascii.caret
  }

  /// Steps over `.*` or `./`.
  mutating func takeElementwiseSign() -> Primitive? {
    guard isAtElementwiseSign, peek(1) != Ascii.caret else { return nil }
    position += 2
    return bytes[position - 1] == Ascii.times ? .multiply : .divide
  }

  /// Steps over blanks, line ends and comments, which may stand between the entries of a matrix.
  ///
  /// - Returns: whether there was a line end.
  @discardableResult
  mutating func skipLineEnds() -> Bool {
    var isNewLine = false
    while true {
      skipBlanks()
      if current == Ascii.newline {
        position += 1
        isNewLine = true
      } else if current == Ascii.hash, isNewLine || hasBlankBefore {
        while !isAtEnd, current != Ascii.newline { position += 1 }
      } else {
        return isNewLine
      }
    }
  }

  /// Whether the byte before the cursor is a blank.
  var hasBlankBefore: Bool { position > 0 && Ascii.isBlank(bytes[position - 1]) }
}
