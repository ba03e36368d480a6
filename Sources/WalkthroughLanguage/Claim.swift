import Numerals

/// A published line: an expression, and the number or matrix a document prints for it.
public struct Claim: Sendable {
  /// In `Walkthrough.nodes`.
  public internal(set) var formula: Range<Int>
  /// Of the shape of the expression; without meaning, but for its text, where formulas are compared.
  public let printed: PrintedMatrix
  public let context: ClaimContext
  /// The whole line, for reports.
  public let place: Range<Int>
  /// What stands between `published` and its colon.
  public internal(set) var heading = 0..<0
  /// The expression as it is written.
  public let expression: String
  /// Which of its numbers are known to be wrong, and must be.
  public internal(set) var erratum = Erratum.none
  /// Where formulas are compared: what a document prints on the right side, in `Walkthrough.nodes`.
  public internal(set) var symbolic: Range<Int>?
  /// Whether an index can stand behind the expression without parentheses.
  let isOneOperand: Bool

  /// What an entry is called, by its place row by row: `Y[1, 2]`; of a number, the expression itself.
  public func name(ofEntry entry: Int) -> String {
    printed.shape.isScalar
      ? expression : (isOneOperand ? expression : "(\(expression))") + printed.shape.index(ofEntry: entry)
  }
}

/// What `(erratum)` marks: numbers that a document prints and that are known to be wrong.
public enum Erratum: Sendable, Hashable {
  case none
  /// The line as a whole: something in it is wrong.
  case line
  /// These entries, by their places row by row.
  case entries([Int])
}

/// Numbers as a document prints them, in rows and columns; a single number is one of each.
public struct PrintedMatrix: Sendable, Hashable {
  public let shape: Shape
  /// Row by row.
  public let entries: [PrintedNumber]
  /// As it stood in the document; of several lines, the same in one.
  public let text: String
  /// Entries behind which `(erratum)` stands, by their places row by row.
  public let errata: [Int]

  public init(_ shape: Shape, _ entries: [PrintedNumber], text: String, errata: [Int] = []) {
    self.shape = shape
    self.entries = entries
    self.text = text
    self.errata = errata
  }

  public init(_ number: PrintedNumber) {
    self.init(.scalar, [number], text: number.text)
  }
}

/// Under which circumstances a document prints its numbers; stands in the heading of `published`.
public struct ClaimContext: Sendable, Hashable {
  /// Givens that differ from the file's, the rate among them.
  public var settings: [Setting] = []
  /// How many updates were made before.
  public var steps = 0
  /// Whether `steps` counts passes over all examples, where an update is made more often than that.
  public var countsEpochs = false
  /// The example whose numbers are printed, from 1.
  public var example: Int?
  /// How derivatives were found; the file's way when nothing is said.
  public var derivatives: DerivativeMethod?
  /// What operations were rounded to; the file's way when nothing is said.
  public var floatingPoint: FloatingPoint?
  /// Whether formulas are printed and no numbers.
  public var isSymbolic = false
  /// The point whose numbers stand for the givens while formulas are compared; no file names it.
  public var point: Int?
  /// How digits were dropped; the file's way when nothing is said.
  public var reduction: Reduction?
  /// How values were rounded before they were used on; the file's way when nothing is said.
  public var carry: NumberStyle?

  public struct Setting: Sendable, Hashable {
    public let quantity: Int
    /// A constant expression, in `Walkthrough.nodes`.
    public let formula: Range<Int>
  }

  public init() {}
}
