/// Estimated widths in em, after Computer Modern at its text size; estimates lean to the wide side.
enum TeXWidth {
  static let digit = 0.5
  static let point = 0.28
  static let partial = 0.6
  static let greek = 0.6
  static let bracket = 0.39
  static let bigBracket = 0.46
  static let tallBracket = 0.8
  static let unaryMinus = 0.78
  /// With the spaces around it, as are those that follow.
  static let plus = 1.23
  static let times = 1.23
  static let dot = 0.73
  /// ⊙ and ⊘.
  static let circled = 1.23
  static let relation = 1.34
  static let slash = 0.5
  static let comma = 0.45
  static let space = 0.34
  static let root = 0.9
  /// What a fraction's bar reaches over its parts, and the space beside it.
  static let fractionMargins = 0.25
  static let dagger = 0.65
  /// ⊤, and the ring of an element-wise power, in text size.
  static let top = 0.78
  static let ring = 0.5
  static let matrixBracket = 0.65
  /// Between the columns of a matrix.
  static let columnGap = 1.0
  static let horizontalEllipsis = 1.2
  static let verticalEllipsis = 0.3
  static let diagonalEllipsis = 1.3
  /// What stands between growing brackets, and so in one piece, may be as wide as this.
  static let widestInOnePiece = 28.0
  /// `\quad`.
  static let quad = 1.0
  /// Sub- and superscripts, and the parts of a text-sized fraction.
  static let scriptScale = 0.75

  /// The word `new`, upright.
  static let new = 0.53 + 0.53 + 0.88

  /// A decimal number of `count` characters, `places` of them behind its point; as if they were added in order.
  static func number(of count: Int, places: Int) -> Double {
    guard places > 0 else { return digit * Double(count) }
    var width = digit * Double(count - 1 - places) + point
    for _ in 0..<places { width += digit }
    return width
  }

  /// Upright letters.
  static func word(_ letters: String) -> Double {
    letters.utf8.reduce(0) { $0 + Face.upright.width(of: $1) }
  }

  /// How a stretch of a name is set.
  enum Face {
    case italic, upright, digits

    func width(of byte: UInt8) -> Double {
      switch self {
      case .italic: Face.italicWidth(byte)
      case .upright: Face.uprightWidth(byte)
      case .digits: digit
      }
    }

    private static func uprightWidth(_ byte: UInt8) -> Double {
      switch byte {
      case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "."), UInt8(ascii: ","): 0.3
      case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"): 0.88
      case UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: " "): 0.4
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.73
      default: 0.53
      }
    }

    /// A character beyond ASCII is counted at its first byte: it gets one stand-in.
    private static func italicWidth(_ byte: UInt8) -> Double {
      switch byte {
      case 0..<UInt8(ascii: "a"), 0xC0...0xFF: 0.8
      case 0x80..<0xC0: 0
      case UInt8(ascii: "m"): 0.9
      default: 0.58
      }
    }
  }
}
