import DocumentModel

/// How lengths are written in pictures: two decimals at most, no exponent, no zeros at the end.
enum FigureNumber {
  static func spell(_ value: Double) -> String { ByteBuffer.text { write(value, to: &$0) } }

  /// Whether a length is too small to be written.
  static func isZero(_ value: Double) -> Bool { hundredths(value) == 0 }

  private static func hundredths(_ value: Double) -> Int {
    value.isFinite && abs(value) < 1e9 ? Int((value * 100).rounded()) : 0
  }

  static func write(_ value: Double, to bytes: inout ByteBuffer) {
    let hundredths = hundredths(value)
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
