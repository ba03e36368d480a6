extension Diagnostic {
  /// Something stands where nothing, or an operator, could go on.
  ///
  /// - Parameter otherRemedy: where no mark of mathematics, or of another language, tells what was meant.
  static func unexpected(
    _ scanner: Scanner, _ source: SourceText, otherwise otherRemedy: String = operatorMissing
  ) -> Diagnostic {
    let found = scanner.stretchHere()
    if found.isEmpty || source.bytes[found.lowerBound] == Ascii.newline {
      return Diagnostic(at: found, "the line ends too early here")
    }
    if scanner.isInNumber { return decimalComma(scanner.position..<scanner.position + 1, source) }
    let braced = scanner.position..<scanner.position + bracedComma.count
    if source.bytes[braced.lowerBound...].starts(with: bracedComma), Ascii.isDigit(scanner.peek(braced.count)) {
      return decimalComma(braced, source)
    }
    let text = source.text(found.prefix(8))
    if let scalar = text.unicodeScalars.first, !Excerpt.isVisible(scalar) { return invisible(found, scalar) }
    return Diagnostic(
      at: found, "\(source.quoted(found)) is not understood here",
      remedy: remedy(for: text, before: scanner.peek(1), otherwise: otherRemedy))
  }

  /// As TeX has it.
  private static let bracedComma = Array("{,}".utf8)

  /// `1,5`, `1{,}5`, or `1,000`, which may mean two things.
  static func decimalComma(_ comma: Range<Int>, _ source: SourceText) -> Diagnostic {
    let (before, behind) = (source.bytes[..<comma.lowerBound], source.bytes[comma.upperBound...])
    let start = before.lastIndex { !Ascii.isDigit($0) }.map { $0 + 1 } ?? before.startIndex
    let end = behind.firstIndex { !Ascii.isDigit($0) } ?? behind.endIndex
    let (whole, rest) = (
      source.text((start..<comma.lowerBound).suffix(8)), source.text((comma.upperBound..<end).prefix(8))
    )
    let point = "`\(whole).\(rest)`"
    return Diagnostic(
      at: comma.lowerBound..<end, "a comma does not stand in a number",
      remedy: end - comma.upperBound == 3 && !whole.hasPrefix("0")
        ? "write `\(whole)\(rest)` for thousands, or \(point)" : "write a point: \(point)")
  }

  static let operatorMissing = "write one operator, such as `*` or `+`, between two operands"

  private static func remedy(for text: String, before next: UInt8, otherwise otherRemedy: String) -> String {
    switch text {
    case ")": "there is no parenthesis to close here; remove it, or open one before"
    case "×", "·", "⋅", "∙": "write `*` for a product"
    case "÷": "write `/` for a quotient"
    case "–", "—": "write `-` for a difference"
    case "²": "write `^2` for a square"
    case "³": "write `^3` for a cube"
    case "|": "write `abs(…)` for an absolute value"
    case "\\": "formulas are written plainly, as in `a/b`, `x^2` and `w_1`, not in TeX"
    case "{", "}": "names and powers are written without braces, as in `w_1` and `x^(n + 1)`"
    case "%" where Ascii.isBlank(next): "a comment starts with #; ten per cent are `0.1`"
    case "½": "write `1/2`"
    case "¼": "write `1/4`"
    case "%": "write a number without a sign behind it, such as `0.1` for ten per cent"
    case "°": "angles are in radians: write `*pi/180`"
    case "√": "write `sqrt(…)` for a root"
    case "∂": "write `dA/dB` for a derivative, in published lines"
    case "=": "a line holds one `=`; start a new line for the next quantity"
    case "≈": "write `=`"
    case "#": "write a blank before a comment"
    case "⊙", "∘": "write `.*` for a product entry by entry"
    case "@": "write `*` for a product of matrices"
    case "’", "′", "ᵀ", "ᵗ": "write `'` for a transpose"
    case "'": "a transpose `'` stands behind a name, a parenthesis or a bracket"
    case "." where next == Ascii.apostrophe: "write `'` alone for a transpose"
    case ".": "a point stands in numbers, and in `.*`, `./` and `.^` for what is worked entry by entry"
    case "[": "brackets hold a matrix, `[1, 2; 3, 4]`, or stand behind one as an index, `W[1, 2]`"
    case "]": "there is no bracket to close here; remove it, or open one before"
    case ";": "`;` divides the rows of a matrix, in brackets; write commas between givens"
    case ":": "`:` stands in an index, `W[1, :]`, and behind the word of a directive"
    case ",": "commas stand between givens and between the operands of a function"
    default: remedyForOthers(text, otherRemedy)
    }
  }

  private static func remedyForOthers(_ text: String, _ otherRemedy: String) -> String {
    if text.utf8.first.map({ $0 < 0x80 }) ?? true { return otherRemedy }
    return "names and formulas are written in the letters a to z, Greek letters, digits and `_`"
  }

  private static func invisible(_ place: Range<Int>, _ scalar: Unicode.Scalar) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    return Diagnostic(
      at: place, "an invisible character, U+\(padded), stands here",
      remedy: "put an ordinary blank in its place")
  }
}

extension Scanner {
  /// Whether a comma between two digits comes next, and the first of them is not that of a name.
  var isInNumber: Bool {
    guard current == Ascii.comma, Ascii.isDigit(peek(1)) else { return false }
    var start = position
    while start > 0, Ascii.isDigit(bytes[start - 1]) { start -= 1 }
    guard start < position else { return false }
    return start == 0
      || !Ascii.isLetter(bytes[start - 1]) && bytes[start - 1] != Ascii.underscore && bytes[start - 1] < 0x80
  }
}
