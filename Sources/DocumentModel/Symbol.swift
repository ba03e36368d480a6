/// A name as it is typeset: a base with subscripts and superscripts, each a row of letters, words and numbers.
///
/// It never changes, so that formulas can share one; equal names may also be several.
public final class Symbol: Sendable {
  /// A stretch of a name that is set in one way.
  public enum Piece: Sendable, Hashable {
    /// One Latin letter, italic.
    case letter(Character)
    /// Several Latin letters, upright.
    case word(String)
    /// A Greek letter by its word: `alpha`, `Delta`.
    case greek(String, Character)
    case digits(String)
    /// A mark that stands for itself: parentheses, for example.
    case mark(Character)
  }

  /// A part of a name: `h1` is a letter and a digit.
  public typealias Part = [Piece]

  /// The name in plain text: as the file writes it, Greek words as letters.
  public let name: String
  public let base: Part
  public let subscripts: [Part]
  public let superscripts: [Part]
  /// Of an entry: which one, where they stand below all of the name in parentheses. Of `W1[2,1]` they do, since the three
  /// numbers side by side would look like the indices of one entry; of `W[2,1]` they are its subscripts.
  public let indices: [Part]
  /// Whether the first letter of the base wears a hat, as estimates do.
  public let hasHat: Bool
  /// Whether it is a sign of pages, such as the unit matrix I, and no name of the file, which may look the same.
  public let isSign: Bool

  public init(
    name: String, base: Part, subscripts: [Part] = [], superscripts: [Part] = [], indices: [Part] = [],
    hasHat: Bool = false, isSign: Bool = false
  ) {
    self.name = name
    self.hasHat = hasHat
    self.isSign = isSign
    self.base = base
    if case .digits? = subscripts.last?.last {
      (self.subscripts, self.indices) = (subscripts, indices)
    } else {
      (self.subscripts, self.indices) = (subscripts + indices, [])
    }
    self.superscripts = superscripts
  }
}

extension Symbol: CustomStringConvertible {
  /// The name, so that a formula in a message of a test can be read.
  public var description: String { name }
}

extension Symbol: Hashable {
  public static func == (left: Symbol, right: Symbol) -> Bool {
    left === right
      || left.name == right.name && left.hasHat == right.hasHat && left.isSign == right.isSign
        && left.base == right.base
        && left.subscripts == right.subscripts && left.superscripts == right.superscripts
        && left.indices == right.indices
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(hasHat)
    hasher.combine(base)
    hasher.combine(subscripts)
    hasher.combine(superscripts)
    hasher.combine(indices)
  }
}
