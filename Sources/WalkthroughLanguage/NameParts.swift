/// A name taken apart for typesetting: the parts after the first `_`, and trailing digits of the base, are subscripts.
public struct NameParts: Sendable, Hashable {
  public let base: String
  public let subscripts: [String]
  public let superscripts: [String]

  public init(base: String, subscripts: [String], superscripts: [String] = []) {
    self.base = base
    self.subscripts = subscripts
    self.superscripts = superscripts
  }

  /// `sum_h1` is *sum* with *h1*, `w5` is *w* with *5*, `h1_in` is *h* with *1* and *in*.
  public init(name: String) {
    let parts = name.utf8.split(separator: Ascii.underscore).map { String(Substring($0)) }
    let head = parts.first ?? name
    let letters = head.utf8.reversed().drop { Ascii.isDigit($0) }.count
    let base = String(head.utf8.prefix(letters)) ?? head
    let digits = String(head.utf8.dropFirst(letters)) ?? ""
    self.init(base: base, subscripts: (digits.isEmpty ? [] : [digits]) + parts.dropFirst())
  }
}
