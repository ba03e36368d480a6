import WalkthroughLanguage

/// A name as a document prints it, without its fonts and braces: `\mathrm{sum}_{h1}` is *sum* and *h1*.
public struct DocumentName: Sendable, Hashable {
  /// The base and what stands below it.
  public let parts: [String]
  /// What stands above it and is no power.
  public let superscripts: [String]
  /// Letters and digits alone, the same for every spelling of the name.
  public let key: String

  init(_ parts: [String], superscripts: [String] = []) {
    (self.parts, self.superscripts) = (parts, superscripts)
    key = (parts.map(Self.folded).joined() + superscripts.map { "^" + Self.folded($0) }.joined())
  }

  /// A name as a file writes it.
  init(quantity name: String) { self.init([name]) }

  /// The name with its typesetting as a file asks for it.
  init(_ parts: NameParts) { self.init([parts.base] + parts.subscripts, superscripts: parts.superscripts) }

  /// Without underscores and parentheses, Greek letters by their words.
  private static func folded(_ part: String) -> String {
    var folded = ""
    for scalar in part.unicodeScalars where scalar != "_" && scalar != "(" && scalar != ")" {
      if let letter = GreekLetter(scalar) {
        folded += letter.word
      } else {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// The name as a file would write it, whatever the document's spelling.
  public var text: String { parts.joined(separator: "_") + superscripts.map { "^(\($0))" }.joined() }

  /// The name without its first or its last part.
  func without(first: Bool) -> DocumentName {
    DocumentName(Array(first ? parts.dropFirst() : parts.dropLast()), superscripts: superscripts)
  }

  public static func == (one: DocumentName, other: DocumentName) -> Bool { one.key == other.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// What a document gives a number for.
public enum DocumentTerm: Sendable, Hashable {
  case name(DocumentName)
  /// `w_5^{+}`, `new w5`: a value after the update.
  ///
  /// - Parameter whole: the name that it would be if *new* belonged to it: `new_w5`.
  case updated(DocumentName, whole: DocumentName?)
  /// `\frac{\partial E}{\partial w_5}`
  case derivative(of: DocumentName, by: DocumentName)
  /// A sum, a power, a function, several words.
  case notUnderstood

  var isUpdated: Bool {
    switch self {
    case .updated: true
    case .name, .derivative, .notUnderstood: false
    }
  }

  var isUnderstood: Bool { self != .notUnderstood }
}
