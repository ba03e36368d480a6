extension HTMLElement {
  /// Writes JavaScript without what only its authors need: indentation, and lines of comment.
  static func writeLines(of script: StaticString, to bytes: inout ByteBuffer) {
    script.withUTF8Buffer { source in
      for line in source.split(separator: UInt8(ascii: "\n")) {
        let code = line.drop { $0 == UInt8(ascii: " ") }
        if code.starts(with: "//".utf8) { continue }
        for byte in code { bytes.append(byte) }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }
}
