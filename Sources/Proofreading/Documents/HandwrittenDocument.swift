import Numerals
import WalkthroughLanguage

/// A document that somebody wrote by hand, in Markdown or LaTeX, with the equalities in it that end in numbers.
public struct HandwrittenDocument: Sendable {
  /// In the order of the document.
  public let equalities: [PrintedEquality]

  /// - Parameter bytes: any bytes whatever; what is no UTF-8 is read as marks without meaning.
  public init(_ bytes: [UInt8]) {
    let source = SourceText(name: "", bytes: bytes)
    let text = String(decoding: source.bytes, as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    let isLaTeX = text.contains("\\documentclass") || text.contains("\\begin{document}") || text.contains("\\section{")
    var lexer = DocumentLexer(scalars, isLaTeX: isLaTeX)
    lexer.read()
    var reader = DocumentReader(lexer)
    reader.read()
    equalities = Self.equalities(reader.found, in: scalars)
  }

  /// What was found, in order, with the numbers of the lines.
  private static func equalities(_ found: [DocumentReader.Found], in scalars: [Unicode.Scalar]) -> [PrintedEquality] {
    var (line, position) = (1, 0)
    return found.sorted { ($0.number.lowerBound, $0.order) < ($1.number.lowerBound, $1.order) }.map { found in
      line += scalars[position..<max(position, found.number.lowerBound)].count { $0 == "\n" }
      position = max(position, found.number.lowerBound)
      return PrintedEquality(found, line: line, scalars)
    }
  }
}

/// `sum_h1 = … = 0.41`: something that a document gives a number for.
public struct PrintedEquality: Sendable {
  public let left: DocumentTerm
  public let printed: PrintedNumber
  /// The line of its number, from 1.
  public let line: Int
  /// As it stands in the document, in one line, shortened in the middle where it is long.
  public let text: String
  /// Why it is not clear what is said, or whether it is.
  public let doubt: Doubt?
  /// Whether more than the number stands on the right side.
  let isComputed: Bool
  /// Which calculation it is an operand of, where it is no equality of its own: the number stands where an equality with
  /// the same left side and the same signs has the name, as in `a = b*c`, `a = 2*3`.
  public let calculation: Int?
  /// Ordinary words next to it, which might be factors.
  let neighbours: [DocumentName]

  /// What makes an equality unclear.
  public enum Doubt: Sendable, Hashable {
    /// Where the left side begins, or whether something else ends before it.
    case start
    /// Whether the number goes on.
    case end
    /// The number holds under a condition that follows it.
    case condition
    /// What is computed is used in its own computation.
    case bothSides
    /// The sentence speaks of new values, and the name is the old one's.
    case newValue
    /// Its sentence or a heading above speaks of another pass.
    case anotherPass
    /// Its sentence or a heading above supposes or asks something, or speaks of another calculation.
    case supposition
    /// Words before the name, as in `half of w`.
    case introduction
    /// A unit of measure stands behind the number.
    case unit
    case struckOut
    /// Its number has a comma, which may divide decimals, thousands or two numbers.
    case comma
    /// Its number has more digits, or a larger power of ten, than are compared.
    case digits
    /// Behind its number it says how far it may be off.
    case tolerance

    /// Whether it may be a value of other givens.
    var isOfOtherGivens: Bool {
      switch self {
      case .newValue, .anotherPass, .supposition: true
      case .start, .end, .condition, .bothSides, .introduction, .unit, .struckOut, .comma, .digits, .tolerance: false
      }
    }
  }

  init(_ found: DocumentReader.Found, line: Int, _ scalars: [Unicode.Scalar]) {
    (left, doubt, isComputed, calculation) = (found.left, found.doubt, found.isComputed, found.calculation)
    (neighbours, self.line) = (found.neighbours, line)
    printed = PrintedNumber(found.decimal, text: Self.excerpt(Self.core(found.number, scalars), scalars))
    text = Self.excerpt(found.place, scalars)
  }

  /// How many characters are shown of an equality, and how many of them at its end.
  private static let (longest, tail) = (70, 26)

  private static func excerpt(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String {
    let many = 4 * longest
    if range.count > many {
      return shortened(oneLine(scalars[range].prefix(many)) + oneLine(scalars[range].suffix(many)))
    }
    return shortened(oneLine(scalars[range]))
  }

  /// A number without the brackets and fonts around it: from its sign or first digit to its last, with the brackets
  /// that are open there.
  private static func core(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    let starts: Set<Unicode.Scalar> = ["+", "-", "\u{2212}", "\u{2013}", ".", "&"]
    let first = range.first { scalars[$0].isDigit || starts.contains(scalars[$0]) } ?? range.lowerBound
    let last = range.last { scalars[$0].isDigit || scalars[$0] == "." || DocumentLexer.scripts[scalars[$0]] != nil }
    var end = max(first, (last ?? first)) + 1
    let inside = scalars[first..<min(end, range.upperBound)]
    let open = inside.count { $0 == "{" || $0 == "(" } - inside.count { $0 == "}" || $0 == ")" }
    end += scalars[end..<max(end, range.upperBound)].prefix(max(open, 0)).prefix { $0 == "}" || $0 == ")" }.count
    let tag = "</sup>".unicodeScalars
    if scalars[end..<max(end, range.upperBound)].starts(with: tag) { end += tag.count }
    return first..<min(end, range.upperBound)
  }

  private static func oneLine(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var line: [Unicode.Scalar] = []
    for scalar in scalars {
      let shown: Unicode.Scalar = scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
      if shown != " " || (line.last ?? " ") != " " { line.append(shown) }
    }
    return line
  }

  private static func shortened(_ line: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    if line.count <= longest {
      text.append(contentsOf: line)
    } else {
      text.append(contentsOf: line.prefix(longest - tail - 3) + Array(" … ".unicodeScalars) + line.suffix(tail))
    }
    return String(text)
  }
}
