import DocumentModel

/// How lengths are written in pictures: two decimals at most, no exponent, no zeros at the end.
enum FigureNumber {
  static func spell(_ value: Double) -> String { ByteBuffer.text { write(value, to: &$0) } }

  /// Whether a length is too small to be written.
  static func isZero(_ value: Double) -> Bool { (value * 100).rounded() == 0 }

  static func write(_ value: Double, to bytes: inout ByteBuffer) {
    guard value.isFinite, abs(value) < 1e9 else { return bytes.append(UInt8(ascii: "0")) }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let size = UInt64(hundredths.magnitude)
    if size % 100 == 0 {
      bytes.append(decimal: size / 100, places: 0)
    } else if size % 10 == 0 {
      bytes.append(decimal: size / 10, places: 1)
    } else {
      bytes.append(decimal: size, places: 2)
    }
  }

  static func write(_ point: Point, to bytes: inout ByteBuffer) {
    write(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    write(point.y, to: &bytes)
  }
}
