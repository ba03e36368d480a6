/// Web addresses within plain text, which formats keep whole.
enum WebAddress {
  /// Where the address ends that begins at `start`, without the punctuation that ends the sentence around it.
  static func end(in text: borrowing ByteBuffer, from start: Int) -> Int? {
    guard mayBegin(with: text[start]), begins(text, at: start) else { return nil }
    var end = start
    while end < text.count, isAllowed(text[end]) { end += 1 }
    while end > start, isClosing(text[end - 1]) { end -= 1 }
    return end - start > leastLength ? end : nil
  }

  /// Whether an address may begin with this byte.
  static func mayBegin(with byte: UInt8) -> Bool { byte == UInt8(ascii: "h") }

  /// A scheme and next to nothing is no address.
  private static let leastLength = 9

  private static func begins(_ text: borrowing ByteBuffer, at start: Int) -> Bool {
    text.holds("http://", at: start) || text.holds("https://", at: start)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "#"),
      UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "%"):
      true
    default: byte.isLetterOrDigit || isClosing(byte)
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}

extension WebAddress {
  /// The address of a file in the same folder: letters, digits and `-._` as they are, all else by its bytes.
  static func relative(toFile name: String) -> String {
    var address = ""
    for byte in name.utf8 {
      if byte.isLetterOrDigit || unreserved.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" + digits : digits)
      }
    }
    return address
  }

  private static let unreserved = Array("-._".utf8)
}
