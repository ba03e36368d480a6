/// A JSON value (RFC 8259); objects keep the order in which they are written.
package indirect enum JSONValue {
  case null
  case boolean(Bool)
  case integer(Int)
  /// The shortest digits that read back as the same double; null where it is not finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// The value on one line.
  case compact(JSONValue)

  /// Appends the value as text, objects and arrays of objects on lines of their own.
  package func write(to bytes: inout [UInt8], indent: Int? = 0) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value): bytes.append(contentsOf: Self.digits(value).utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let items): writeList(items.map { (nil, $0) }, "[", "]", to: &bytes, indent)
    case .object(let members): writeList(members, "{", "}", to: &bytes, indent)
    case .compact(let value): value.write(to: &bytes, indent: nil)
    }
  }

  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == 0
      ? "0" : value.description.hasSuffix(".0") ? String(value.description.dropLast(2)) : value.description
  }

  private func writeList(
    _ members: [(String?, JSONValue)], _ open: Character, _ close: Character, to bytes: inout [UInt8], _ indent: Int?
  ) {
    let isFlat = indent == nil || members.allSatisfy { $0.1.isScalar }
    bytes.append(contentsOf: String(open).utf8)
    for (index, (key, value)) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if isFlat { if index > 0 { bytes.append(UInt8(ascii: " ")) } } else { Self.newLine((indent ?? 0) + 1, &bytes) }
      if let key {
        Self.write(key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
      }
      value.write(to: &bytes, indent: indent.map { $0 + 1 })
    }
    if !isFlat { Self.newLine(indent ?? 0, &bytes) }
    bytes.append(contentsOf: String(close).utf8)
  }

  private var isScalar: Bool {
    switch self {
    case .null, .boolean, .integer, .number, .string: true
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    case .compact: false
    }
  }

  private static func newLine(_ indent: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { bytes.append(UInt8(ascii: " ")) }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<32: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
