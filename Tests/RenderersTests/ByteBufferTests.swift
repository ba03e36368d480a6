import Testing

@testable import Renderers

@Suite("Bytes")
struct ByteBufferTests {
  private static func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer(capacity: 1)
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test("a buffer grows as it is written to")
  func growth() {
    let long = String(repeating: "é", count: 1000)
    #expect(
      Self.text {
        $0.append(UInt8(ascii: "a"))
        $0 += "bc"
        $0.append(text: long)
        $0.append(text: "")
        $0 += ""
      } == "abc" + long)
  }

  @Test("bytes can be put in, taken away and cut off")
  func editing() {
    var rest = ""
    #expect(
      Self.text {
        $0 += "abcdef"
        $0.remove(1..<3)
        $0.insert(UInt8(ascii: "-"), at: 1)
        $0.insert(UInt8(ascii: "."), at: 5)
        rest = String(decoding: $0.cut(from: 4).bytes, as: UTF8.self)
      } == "a-de")
    #expect(rest == "f.")
  }

  @Test(
    "a decimal has all its places",
    arguments: [
      (8020, 5, "0.08020"), (8020, 0, "8020"), (8020, 4, "0.8020"), (8020, 3, "8.020"), (8020, -2, "802000"),
      (0, 0, "0"), (0, 2, "0.00"), (0, -3, "0"), (UInt64.max, 19, "1.8446744073709551615"),
      (UInt64.max, 0, "18446744073709551615"), (UInt64.max, 1, "1844674407370955161.5"),
      (10_000_000_000_000_000_000, 0, "10000000000000000000"), (9_999_999_999_999_999_999, 0, "9999999999999999999"),
      (5, 25, "0.0000000000000000000000005"), (9, 0, "9"), (10, 0, "10"), (99, 1, "9.9"), (100, 2, "1.00"),
    ])
  func decimals(_ coefficient: UInt64, _ places: Int, _ text: String) {
    #expect(Self.text { $0.append(decimal: coefficient, places: places) } == text)
  }

  @Test("any whole number can be written")
  func wholeNumbers() {
    #expect(Self.text { $0.append(number: 0) } == "0")
    #expect(Self.text { $0.append(number: .min) } == "9223372036854775808")
  }
}
