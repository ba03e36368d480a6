/// A cursor over the bytes of a file that never leaves the stretch it was given.
struct Scanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

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

  /// Steps over a minus, the typewriter's or the typographic one.
  mutating func takeMinus() -> Bool {
    skipBlanks()
    if take(Ascii.minus) { return true }
    guard current == 0xE2, peek(1) == 0x88, peek(2) == 0x92 else { return false }
    position += 3
    return true
  }

  /// How many bytes the letter, digit or underscore under the cursor takes; zero for anything else.
  var nameCharacterLength: Int {
    let byte = current
    if Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == Ascii.underscore { return isAtEnd ? 0 : 1 }
    return GreekLetter(byte, peek(1)) == nil ? 0 : 2
  }

  /// The stretch of a name that starts here, empty when none does; the cursor moves behind it.
  mutating func takeName() -> Range<Int> {
    skipBlanks()
    let start = position
    guard !Ascii.isDigit(current) else { return start..<start }
    while case let length = nameCharacterLength, length > 0 { position += length }
    return start..<position
  }

  /// The word under the cursor up to a blank or a mark, for messages about what was found.
  func stretchHere() -> Range<Int> {
    var probe = self
    probe.skipBlanks()
    let start = probe.position
    while case let length = probe.nameCharacterLength, length > 0 { probe.position += length }
    if probe.position == start, start < end {
      probe.position += 1
      while probe.position < end, bytes[probe.position] & 0xC0 == 0x80 { probe.position += 1 }
    }
    return start..<probe.position
  }
}
