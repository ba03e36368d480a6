/// Makes keys of the bytes that a terminal sends.
///
/// Bytes come in chunks that may end anywhere; what is unfinished waits for the next. Only Escape needs a clock, because its
/// byte begins the sequences of other keys too: whoever reads says with `flush()` that nothing came for a while.
///
/// A modified key is read as the plain one. A letter with Alt held, and any sequence that stands for no key of ours, is
/// swallowed whole; bytes that are no UTF-8 are dropped. Pasted text is read as if typed, but without its line ends and
/// controls, so that a paste never submits anything.
///
/// A combining character joins the character before it where both come in one chunk, as they do from a keyboard. Where they do
/// not, the first was handed out already, and the second is a key of its own; in a `String` they join all the same.
public struct KeyReader: Sendable {
  private var state = State.plain
  private var isInPaste = false

  private enum State: Sendable, Equatable {
    case plain
    /// Inside a character of UTF-8; one that is not wanted is read to its end all the same.
    case character(UTF8Sequence, isWanted: Bool)
    case escape
    /// Behind `ESC [`, with what came since.
    case controlSequence([UInt8])
    /// Behind `ESC O`.
    case singleShift
    /// Behind `ESC [ [`, as the Linux console begins function keys.
    case consoleFunction
    /// An answer of the terminal, up to its end: BEL or `ESC \`.
    case string
  }

  public init() {}

  /// Whether an Escape, or the beginning of a sequence, waits for more bytes or for `flush()`.
  public var isWaiting: Bool {
    switch state {
    case .plain, .character: false
    case .escape, .controlSequence, .singleShift, .consoleFunction, .string: !isInPaste
    }
  }

  /// The keys that these bytes complete, in order.
  public mutating func read(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { read(byte, into: &keys) }
    return keys
  }

  /// Nothing came for a while: an Escape was the key itself, and what else has begun is given up.
  ///
  /// In a paste only its end counts, however late it comes.
  public mutating func flush() -> [Key] {
    guard isWaiting else { return [] }
    defer { state = .plain }
    return state == .escape ? [.escape] : []
  }

  private mutating func read(_ byte: UInt8, into keys: inout [Key]) {
    switch state {
    case .plain: begin(byte, into: &keys)
    case .character(let sequence, let isWanted): go(on: sequence, byte, isWanted, into: &keys)
    case .escape: readBehindEscape(byte, into: &keys)
    case .controlSequence(let parameters): go(on: parameters, byte, into: &keys)
    case .singleShift: endSingleShift(byte, into: &keys)
    case .consoleFunction: state = .plain
    case .string: readInString(byte, into: &keys)
    }
  }

  private mutating func begin(_ byte: UInt8, into keys: inout [Key]) {
    state = .plain
    switch byte {
    case 0x1B: state = .escape
    case 0x20..<0x7F: keys.type(Unicode.Scalar(byte))
    case 0x80...: if let sequence = UTF8Sequence(lead: byte) { state = .character(sequence, isWanted: true) }
    default: beginControl(byte, into: &keys)
    }
  }

  /// Of a paste's controls a tab is a blank; Ctrl-C is the way out of one that has no end.
  private mutating func beginControl(_ byte: UInt8, into keys: inout [Key]) {
    if isInPaste, byte == 0x09 { return keys.type(" ") }
    if isInPaste, byte != 0x03 { return }
    isInPaste = false
    keys.append(Key(control: byte))
  }

  private mutating func go(on sequence: UTF8Sequence, _ byte: UInt8, _ isWanted: Bool, into keys: inout [Key]) {
    guard let next = sequence.appending(byte) else { return begin(byte, into: &keys) }
    state = next.isWhole ? .plain : .character(next, isWanted: isWanted)
    if next.isWhole, isWanted, let scalar = next.scalar { keys.type(scalar) }
  }

  /// A second Escape is the Alt of rxvt: `ESC ESC [ C`. Keys with names, and Ctrl-C, count with Alt as without.
  private mutating func readBehindEscape(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "["): state = .controlSequence([])
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): state = .string
    case 0x20..<0x7F: end(Key(alt: byte), into: &keys)
    case 0x80...: state = UTF8Sequence(lead: byte).map { .character($0, isWanted: false) } ?? .plain
    default: begin(byte, into: &keys)
    }
  }

  private mutating func go(on parameters: [UInt8], _ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty: state = .consoleFunction
    case UInt8(ascii: "$") where !parameters.isEmpty && parameters.allSatisfy(\.isDigit):
      endControlSequence(parameters, byte, into: &keys)
    case 0x20..<0x40:
      if parameters.count < Self.mostParameters { state = .controlSequence(parameters + [byte]) }
    case 0x40..<0x7F: endControlSequence(parameters, byte, into: &keys)
    default: begin(byte, into: &keys)
    }
  }

  /// Bytes of a sequence that are kept; no key of ours needs as many.
  private static let mostParameters = 32

  private mutating func endControlSequence(_ parameters: [UInt8], _ final: UInt8, into keys: inout [Key]) {
    end(Key(parameters: parameters, final: final), into: &keys)
    guard final == UInt8(ascii: "~") else { return }
    switch String(decoding: parameters, as: UTF8.self) {
    case "200": isInPaste = true
    case "201": isInPaste = false
    default: break
    }
  }

  /// Older terminals put modifiers between `ESC O` and the letter.
  private mutating func endSingleShift(_ byte: UInt8, into keys: inout [Key]) {
    if byte.isDigit || byte == UInt8(ascii: ";") { return }
    guard (0x40..<0x7F).contains(byte) else { return begin(byte, into: &keys) }
    end(Key(singleShift: byte), into: &keys)
  }

  private mutating func end(_ key: Key?, into keys: inout [Key]) {
    state = .plain
    if let key, !isInPaste { keys.append(key) }
  }

  /// `ESC \` ends it as BEL does: whatever is behind an Escape begins anew.
  private mutating func readInString(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x07: state = .plain
    case 0x1B: state = .escape
    case 0x03: begin(byte, into: &keys)
    default: break
    }
  }
}
