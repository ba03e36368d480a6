/// A name taken apart for typesetting: the parts after the first `_`, and trailing digits of the base, are subscripts.
public struct NameParts: Sendable, Hashable {
  public let base: String
  public let subscripts: [String]
  public let superscripts: [String]
  /// Of an entry: its row and its column.
  public let indices: [String]

  public init(base: String, subscripts: [String], superscripts: [String] = [], indices: [String] = []) {
    self.base = base
    self.subscripts = subscripts
    self.superscripts = superscripts
    self.indices = indices
  }

  /// `sum_h1` is *sum* with *h1*, `w5` is *w* with *5*, `h1_in` is *h* with *1* and *in*.
  public init(name: String) {
    let bytes = Array(name.utf8)
    var base = name
    var subscripts: [String] = []
    var (start, isHead) = (0, true)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Ascii.underscore) ?? bytes.count
      defer { start = end + 1 }
      guard end > start else { continue }
      var cut = isHead ? end : start
      while isHead, cut > start, Ascii.isDigit(bytes[cut - 1]) { cut -= 1 }
      if isHead { base = String(decoding: bytes[start..<cut], as: UTF8.self) }
      if cut < end { subscripts.append(String(decoding: bytes[cut..<end], as: UTF8.self)) }
      isHead = false
    }
    self.init(base: base, subscripts: subscripts)
  }

  var withoutLastSuperscript: NameParts {
    NameParts(base: base, subscripts: subscripts, superscripts: superscripts.dropLast())
  }

  /// Equal for names that are typeset alike.
  var look: [UInt8] {
    Array(([([base] + subscripts + indices).joined(separator: "_")] + superscripts).joined(separator: "^").utf8)
  }

  /// The same for a name, made without taking it apart.
  static func look(of name: String) -> [UInt8] {
    var look = Array(name.utf8)
    let head = look.firstIndex(of: Ascii.underscore) ?? look.count
    let base = look[..<head].lastIndex { !Ascii.isDigit($0) }.map { $0 + 1 } ?? 0
    if head < look.count { removeIdleUnderscores(&look) }
    if base < head { look.insert(Ascii.underscore, at: base) }
    return look
  }

  /// An underscore divides parts; a second one, or one at the end, does nothing.
  private static func removeIdleUnderscores(_ look: inout [UInt8]) {
    var kept: [UInt8] = []
    for byte in look where byte != Ascii.underscore || kept.last != Ascii.underscore { kept.append(byte) }
    if kept.last == Ascii.underscore { kept.removeLast() }
    look = kept
  }
}
