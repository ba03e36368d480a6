import DocumentModel

/// The names that were spelled last: a document says the same few again and again.
struct TeXNames: ~Copyable {
  private struct Entry {
    let symbol: Symbol
    /// Where its spelling stands.
    let range: Range<Int>
    let width: Double
  }

  private var entries: [Entry?] = Array(repeating: nil, count: 64)
  private var spellings = ByteBuffer(capacity: 1 << 11)
  private static let mostBytes = 1 << 14

  /// Adds the spelling of `symbol` and returns how wide it is; nothing where it is not known.
  func write(_ symbol: Symbol, to bytes: inout ByteBuffer) -> Double? {
    guard let entry = entries[place(of: symbol)], entry.symbol === symbol else { return nil }
    bytes.append(spellings, entry.range)
    return entry.width
  }

  /// Remembers that `symbol` is spelled as what stands behind `start`.
  mutating func keep(_ symbol: Symbol, _ bytes: borrowing ByteBuffer, from start: Int, width: Double) {
    if spellings.count > Self.mostBytes {
      spellings.removeAll()
      for index in entries.indices { entries[index] = nil }
    }
    let first = spellings.count
    spellings.append(bytes, start..<bytes.count)
    entries[place(of: symbol)] = Entry(symbol: symbol, range: first..<spellings.count, width: width)
  }

  private func place(of symbol: Symbol) -> Int {
    Int(truncatingIfNeeded: UInt(bitPattern: ObjectIdentifier(symbol)) >> 4) & (entries.count - 1)
  }
}
