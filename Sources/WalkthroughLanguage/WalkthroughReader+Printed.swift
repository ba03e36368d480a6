import Numerals

extension WalkthroughReader {
  /// A printed matrix while it is read.
  private struct PrintedReading {
    var scanner: Scanner
    var entries: [PrintedNumber] = []
    var errata: [Int] = []
    /// How many entries each row has, and where it starts.
    var widths: [Int] = []
    var starts: [Int] = []
    /// Whether something other than line ends divides the rows.
    var isDivided = false

    /// In one line, as the language has it.
    func text(in shape: Shape) -> String {
      let texts = entries.indices.map { entries[$0].text + (errata.contains($0) ? " (erratum)" : "") }
      let rows = stride(from: 0, to: texts.count, by: shape.columns).map {
        texts[$0..<$0 + shape.columns].joined(separator: ", ")
      }
      return "[\(rows.joined(separator: "; "))]"
    }
  }

  /// `0.41`, or brackets as mathematics, Octave and NumPy print them: `[a, b; c, d]`, `[[a b] [c d]]`.
  ///
  /// - Parameter shape: of what it is printed for; unknown where that is in error.
  func readPrinted(
    _ scanner: inout Scanner, for shape: Shape, _ expression: Range<Int>
  ) throws(Diagnostic) -> PrintedMatrix {
    let start = scanner.position
    let isMatrix = scanner.current == Ascii.openBracket
    let printed =
      isMatrix
      ? try readPrintedMatrix(&scanner, for: shape)
      : PrintedMatrix(try readPrintedNumber(&scanner, mayPartSign: true))
    guard printed.shape == shape || shape == .unknown else {
      throw .printedShapeDiffers(
        start..<scanner.position, isMatrix ? printed.shape : nil, source.quoted(expression), shape)
    }
    return printed
  }

  private func readPrintedMatrix(_ scanner: inout Scanner, for shape: Shape) throws(Diagnostic) -> PrintedMatrix {
    let open = scanner.position
    var reading = PrintedReading(scanner: scanner)
    reading.scanner.position += 1
    reading.scanner.skipLineEnds()
    if reading.scanner.current == Ascii.openBracket {
      try readBracketedRows(&reading)
    } else {
      try readPlainRows(&reading)
    }
    guard reading.scanner.take(Ascii.closeBracket) else { throw .printedGoesOn(open, reading.scanner, source) }
    scanner = reading.scanner
    let isWrapped = !reading.isDivided && shape.rows == 1 && reading.entries.count == shape.columns
    let whole = open..<scanner.position
    let found = isWrapped ? shape : try self.shape(of: reading, open)
    let text = bytes[whole].contains(Ascii.newline) ? reading.text(in: found) : source.text(whole)
    return PrintedMatrix(found, reading.entries, text: text, errata: reading.errata)
  }

  private func shape(of reading: PrintedReading, _ open: Int) throws(Diagnostic) -> Shape {
    guard let width = reading.widths.first, width > 0 else {
      throw .printedIsEmpty(open..<reading.scanner.position)
    }
    for row in reading.widths.indices where reading.widths[row] != width {
      throw .printedIsRagged(at: reading.starts[row], row + 1, reading.widths[row], width)
    }
    return Shape(rows: reading.widths.count, columns: width)
  }

  /// `[a b] [c d]`
  private func readBracketedRows(_ reading: inout PrintedReading) throws(Diagnostic) {
    reading.isDivided = true
    while reading.scanner.current == Ascii.openBracket {
      let open = reading.scanner.position
      reading.scanner.position += 1
      try readPrintedRow(&reading, endsWithLine: false)
      guard reading.scanner.take(Ascii.closeBracket) else { throw .printedGoesOn(open, reading.scanner, source) }
      reading.scanner.skipLineEnds()
      if reading.scanner.take(Ascii.comma) || reading.scanner.take(Ascii.semicolon) { reading.scanner.skipLineEnds() }
    }
  }

  /// `a, b; c, d`
  private func readPlainRows(_ reading: inout PrintedReading) throws(Diagnostic) {
    repeat {
      try readPrintedRow(&reading, endsWithLine: true)
      reading.scanner.skipLineEnds()
      if reading.scanner.take(Ascii.semicolon) {
        reading.isDivided = true
        reading.scanner.skipLineEnds()
      }
    } while !reading.scanner.isAtEnd && reading.scanner.current != Ascii.closeBracket
  }

  /// Numbers with commas or blanks between them.
  private func readPrintedRow(_ reading: inout PrintedReading, endsWithLine: Bool) throws(Diagnostic) {
    if !endsWithLine { reading.scanner.skipLineEnds() }
    let (start, first) = (reading.scanner.position, reading.entries.count)
    while !reading.scanner.isAtRowEnd {
      reading.entries.append(try readPrintedNumber(&reading.scanner, mayPartSign: false))
      if reading.scanner.takeErratum() { reading.errata.append(reading.entries.count - 1) }
      let isParted = reading.scanner.isAtRowEnd || Ascii.isBlank(reading.scanner.current)
      if endsWithLine { reading.scanner.skipBlanks() } else { reading.scanner.skipLineEnds() }
      if reading.scanner.take(Ascii.comma) {
        reading.scanner.skipLineEnds()
      } else if !isParted {
        throw .unexpected(reading.scanner, source)
      }
      if reading.scanner.current == Ascii.hash { break }
    }
    reading.widths.append(reading.entries.count - first)
    reading.starts.append(start)
  }

  /// Beyond them a number is nothing, or too large, for a double.
  private static let printablePlaces = -290...340

  /// - Parameter mayPartSign: whether a blank may stand behind its minus; not where blanks divide numbers.
  private func readPrintedNumber(
    _ scanner: inout Scanner, mayPartSign: Bool
  ) throws(Diagnostic) -> PrintedNumber {
    let start = scanner.position
    let isNegative = scanner.takeMinus()
    if !isNegative, scanner.current == Ascii.plus { scanner.position += 1 }
    if mayPartSign { scanner.skipBlanks() }
    let (coefficient, places) = try readMagnitude(&scanner, from: start)
    guard Self.printablePlaces.contains(places) else {
      throw .printedNumberExpected(start..<scanner.position, source.quoted(start..<scanner.position))
    }
    return PrintedNumber(
      Decimal(isNegative: isNegative, coefficient: coefficient, places: places),
      text: source.text(start..<scanner.position))
  }

  /// A decimal and its power of ten, or the power alone.
  private func readMagnitude(
    _ scanner: inout Scanner, from start: Int
  ) throws(Diagnostic) -> (coefficient: UInt64, places: Int) {
    if let exponent = scanner.takePowerAlone() { return (1, -exponent) }
    let digits = scanner.position
    guard let decimal = scanner.takeDecimal() else {
      let place = start..<(scanner.position > digits ? scanner.position : scanner.stretchHere().upperBound)
      throw .printedNumberExpected(place, place.isEmpty ? nil : source.quoted(place))
    }
    return (decimal.value.coefficient, decimal.value.places - (scanner.takePowerOfTen() ?? 0))
  }
}

extension Scanner {
  private static let erratum = Array("erratum".utf8)

  /// `(erratum)`, blanks before it or not; where none stands, nothing is passed over.
  fileprivate mutating func takeErratum() -> Bool {
    var probe = self
    guard probe.take(Ascii.open) else { return false }
    probe.skipBlanks()
    let word = probe.takeNameCharacters()
    guard bytes[word].map({ $0 | 0x20 }) == Self.erratum, probe.take(Ascii.close) else { return false }
    position = probe.position
    return true
  }

  /// Takes `(erratum)` away from the end.
  mutating func dropErratum() -> Bool {
    guard end > position, bytes[end - 1] == Ascii.close, let open = bytes[rest].lastIndex(of: Ascii.open) else {
      return false
    }
    var probe = self
    probe.position = open
    guard probe.takeErratum(), probe.isAtEnd else { return false }
    end = open
    while end > position, Ascii.isBlank(bytes[end - 1]) { end -= 1 }
    return true
  }

  fileprivate var isAtRowEnd: Bool {
    isAtEnd || current == Ascii.closeBracket || current == Ascii.semicolon || current == Ascii.newline
  }
}

extension Diagnostic {
  fileprivate static func printedShapeDiffers(
    _ place: Range<Int>, _ printed: Shape?, _ expression: String, _ shape: Shape
  ) -> Diagnostic {
    Diagnostic(
      at: place,
      "\(printed.map { "a \($0.text)" } ?? "one number") is printed for \(expression), which is "
        + (shape.isScalar ? "a number" : shape.text),
      remedy: remedy(printed, shape))
  }
  private static func remedy(_ printed: Shape?, _ shape: Shape) -> String {
    if shape.isScalar { return "write one number, or name what has these entries" }
    guard let printed else {
      return "write all entries in brackets, or name one of them with an index, such as `[1, 2]`"
    }
    if printed.transposed != shape { return "write as many rows and columns as it has" }
    return shape.rows == 1
      ? "write commas between the entries of a row"
      : "write commas between the entries of a row, and `;` or a line end between rows"
  }
  fileprivate static func printedGoesOn(_ open: Int, _ scanner: Scanner, _ source: SourceText) -> Diagnostic {
    scanner.isAtEnd
      ? Diagnostic(at: open..<open + 1, "this bracket is never closed", remedy: "add `]`")
      : unexpected(scanner, source)
  }
  fileprivate static func printedIsEmpty(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "there is nothing in these brackets", remedy: "write the numbers of the document")
  }
  fileprivate static func printedIsRagged(at place: Int, _ row: Int, _ width: Int, _ first: Int) -> Diagnostic {
    Diagnostic(
      at: place..<place + 1, "row \(row) of these brackets is \(width) wide, and the first is \(first)",
      remedy: "all rows of a matrix are equally wide")
  }
}
