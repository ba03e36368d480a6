/// Standard input line by line, each as soon as it is there.
final class InputLines {
  private var bytes: [UInt8] = []

  /// The next line, without what ends it; nothing at the end.
  func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { return take(end) }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = systemRead(System.Stream.standardInput.rawValue, &chunk, chunk.count)
      guard count > 0 else { return bytes.isEmpty ? nil : take(bytes.count) }
      bytes += chunk.prefix(count)
    }
  }

  private func take(_ end: Int) -> String {
    let line = bytes[..<end]
    bytes.removeFirst(min(end + 1, bytes.count))
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
