/// A file as it was read: its name, and its bytes with line ends made uniform.
public struct SourceText: Sendable {
  public let name: String
  public let bytes: [UInt8]
  /// How many line ends stand before each block of bytes, so that a line's number is found without reading the
  /// file from its start.
  private let lineEndsBeforeBlock: [Int32]
  private static let blockSize = 1_024

  /// A byte order mark is dropped; CR LF and CR become LF.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    var content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if content.contains(Ascii.carriageReturn) { content = Self.withUniformLineEnds(content) }
    self.bytes = content
    lineEndsBeforeBlock = Self.lineEndsBeforeBlocks(content)
  }

  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  private static func withUniformLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != Ascii.carriageReturn {
        result.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != Ascii.newline {
        result.append(Ascii.newline)
      }
    }
    return result
  }

  private static func lineEndsBeforeBlocks(_ bytes: [UInt8]) -> [Int32] {
    var counts: [Int32] = [0]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = bytes[start..<min(start + blockSize, bytes.count)]
      counts.append(counts[counts.count - 1] + Int32(block.count { $0 == Ascii.newline }))
    }
    return counts
  }

  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Line and column, both from 1; a column is a Unicode scalar, whatever its bytes.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let start = lineRange(at: offset).lowerBound
    let column = bytes[start..<min(offset, bytes.count)].count { !Ascii.isContinuation($0) } + 1
    return (line(of: offset), column)
  }

  /// The number of the line that holds `offset`, from 1.
  public func line(of offset: Int) -> Int {
    let place = min(offset, bytes.count)
    let block = place / Self.blockSize
    let inBlock = bytes[block * Self.blockSize..<place].count { $0 == Ascii.newline }
    return Int(lineEndsBeforeBlock[block]) + inBlock + 1
  }

  /// The bytes of the line that holds `offset`, without its end.
  func lineRange(at offset: Int) -> Range<Int> {
    let place = min(offset, bytes.count)
    let start = bytes[..<place].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: Ascii.newline) ?? bytes.count
    return start..<end
  }

  /// The range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Ascii.isBlank(bytes[start]) { start += 1 }
    while end > start, Ascii.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
