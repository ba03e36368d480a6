/// A cursor over the bytes of a file that never leaves the stretch it was given.
struct Scanner {
  let bytes: [UInt8]
  var position: Int
  var end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The byte under the cursor; zero past the end, which no line holds.
  var current: UInt8 { position < end ? bytes[position] : 0 }

  func peek(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  var isAtEnd: Bool { position >= end }

  var rest: Range<Int> { position..<end }

  mutating func skipBlanks() {
    while position < end, Ascii.isBlank(bytes[position]) { position += 1 }
  }

  /// Steps over `byte`, with blanks before it, if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// Steps over a minus with blanks before it, the typewriter's or the typographic one.
  mutating func takeMinus() -> Bool {
    skipBlanks()
    let length = minusLength(at: 0)
    position += length
    return length > 0
  }

  /// How many bytes the minus at that distance takes; zero for anything else.
  func minusLength(at distance: Int) -> Int {
    if peek(distance) == Ascii.minus { return 1 }
    let isTypographic = peek(distance) == 0xE2 && peek(distance + 1) == 0x88 && peek(distance + 2) == 0x92
    return isTypographic ? 3 : 0
  }

  /// How many bytes the letter, digit or underscore under the cursor takes; zero for anything else.
  var nameCharacterLength: Int {
    let byte = current
    if Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == Ascii.underscore { return 1 }
    return byte >= 0x80 && GreekLetter(byte, peek(1)) != nil ? 2 : 0
  }

  /// Whether a name starts under the cursor.
  var isAtName: Bool { !Ascii.isDigit(current) && nameCharacterLength > 0 }

  /// The stretch of a name that starts here, empty when none does; the cursor moves behind it.
  mutating func takeName() -> Range<Int> {
    skipBlanks()
    return isAtName ? takeNameCharacters() : position..<position
  }

  /// Letters, digits and underscores, whichever comes first.
  mutating func takeNameCharacters() -> Range<Int> {
    let start = position
    while case let length = nameCharacterLength, length > 0 { position += length }
    return start..<position
  }

  /// The word, or else the one mark, that comes next, for messages about what was found; empty at the end.
  func stretchHere() -> Range<Int> {
    var probe = self
    probe.skipBlanks()
    let word = probe.takeNameCharacters()
    guard word.isEmpty, !probe.isAtEnd else { return word }
    probe.position += 1
    while Ascii.isContinuation(probe.current) { probe.position += 1 }
    return word.lowerBound..<probe.position
  }
}
