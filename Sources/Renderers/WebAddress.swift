/// A web address within plain text, which formats keep whole.
struct WebAddress {
  let text: String

  /// The address that begins at `bytes[index]`, without the punctuation that ends the sentence around it.
  init?(in bytes: [UInt8], at index: Int) {
    guard bytes[index] == UInt8(ascii: "h"),
      Self.schemes.contains(where: { bytes[index...].starts(with: $0) })
    else { return nil }
    let run = bytes[index...].prefix { Self.allowed.contains($0) }
    let end = run.lastIndex { !Self.closing.contains($0) } ?? run.startIndex
    guard end - index > Self.schemes[1].count else { return nil }
    text = String(decoding: run[...end], as: UTF8.self)
  }

  private static let schemes = [Array("http://".utf8), Array("https://".utf8)]
  private static let closing = Set(".,;:!?')".utf8)
  private static let allowed = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'()*+,;=%".utf8)
}
