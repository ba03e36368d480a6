/// A JSON value (RFC 8259); objects keep the order in which they are written.
package enum JSONValue {
  case null
  case boolean(Bool)
  case integer(Int)
  /// The shortest digits that read back as the same double; null where it is not finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// So many objects, which are made one by one as they are written.
  case objects(Int, (Int) -> JSONValue)
  case object([(String, JSONValue)])
  /// The value on one line.
  indirect case compact(JSONValue)

  /// Appends the value as text, objects and arrays of objects on lines of their own.
  package func write(to bytes: inout [UInt8], indent: Int? = 0) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value): bytes.append(contentsOf: Self.digits(value).utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let items):
      let isFlat = indent == nil || items.allSatisfy(\.isScalar)
      Self.writeList(items.count, "[", "]", isFlat: isFlat, to: &bytes, indent) { items[$0].write(to: &$1, indent: $2) }
    case .objects(let count, let object):
      let isFlat = indent == nil || count == 0
      Self.writeList(count, "[", "]", isFlat: isFlat, to: &bytes, indent) { object($0).write(to: &$1, indent: $2) }
    case .object(let members):
      let isFlat = indent == nil || members.allSatisfy(\.1.isScalar)
      Self.writeList(members.count, "{", "}", isFlat: isFlat, to: &bytes, indent) { index, bytes, indent in
        Self.write(members[index].0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        members[index].1.write(to: &bytes, indent: indent)
      }
    case .compact(let value): value.write(to: &bytes, indent: nil)
    }
  }

  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == 0
      ? "0" : value.description.hasSuffix(".0") ? String(value.description.dropLast(2)) : value.description
  }

  /// - Parameter item: appends the item of a number, given how far lines within it are set in.
  private static func writeList(
    _ count: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar, isFlat: Bool, to bytes: inout [UInt8],
    _ indent: Int?, _ item: (Int, inout [UInt8], _ indent: Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if isFlat { if index > 0 { bytes.append(UInt8(ascii: " ")) } } else { newLine((indent ?? 0) + 1, &bytes) }
      item(index, &bytes, indent.map { $0 + 1 })
    }
    if !isFlat { newLine(indent ?? 0, &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private var isScalar: Bool {
    switch self {
    case .null, .boolean, .integer, .number, .string: true
    case .array(let items): items.isEmpty
    case .objects(let count, _): count == 0
    case .object(let members): members.isEmpty
    case .compact: false
    }
  }

  private static func newLine(_ indent: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { bytes.append(UInt8(ascii: " ")) }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { letters in
      if letters.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: letters)
      } else {
        for byte in letters { writeEscaped(byte, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case ..<32: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
    default: bytes.append(byte)
    }
  }
}
