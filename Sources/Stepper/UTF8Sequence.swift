/// The bytes of one character beyond ASCII, as they come in.
struct UTF8Sequence: Sendable, Equatable {
  private var value: UInt32
  /// Bytes still to come.
  private var rest: Int
  /// Below this the character has a shorter spelling, and this one is malformed.
  private let least: UInt32

  /// Nothing where no character begins with this byte.
  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (value, rest, least) = (UInt32(lead & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, rest, least) = (UInt32(lead & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, rest, least) = (UInt32(lead & 0x07), 3, 0x10000)
    default: return nil
    }
  }

  /// Nothing where a character ends too early.
  func appending(_ byte: UInt8) -> UTF8Sequence? {
    guard byte & 0xC0 == 0x80 else { return nil }
    var longer = self
    longer.value = value << 6 | UInt32(byte & 0x3F)
    longer.rest -= 1
    return longer
  }

  var isWhole: Bool { rest == 0 }

  /// Nothing for what is no character: too long a spelling, half of a surrogate pair, beyond Unicode.
  var scalar: Unicode.Scalar? { value < least ? nil : Unicode.Scalar(value) }
}
