import Numerals

/// Reads a file line by line into a walkthrough, and notes everything that is wrong on the way.
struct WalkthroughReader {
  var walkthrough: Walkthrough
  var names = NameTable()
  var diagnostics: [Diagnostic] = []

  /// By name number: the quantity of that name, or −1.
  var quantityByName: [Int32] = []
  /// By name number, for the names that the language owns: they have the first numbers.
  let ownNames: [OwnName]
  /// By name number: the function that the file declares, or −1; as long as it needs to be.
  var functionByName: [Int32] = []
  var givensSeen = GivensSeen()
  /// Names that were met before a definition: reported at the end.
  var unresolved: [(name: Int, place: Range<Int>)] = []
  /// `pi` and `e` where they stood for the constants: reported if the file defines the name after all.
  var constantUses: [(name: Int, place: Range<Int>)] = []
  /// Numbers such as `2e1`, which are ambiguous where a quantity `e1` exists.
  var exponentLookalikes: [(name: Range<Int>, place: Range<Int>)] = []
  /// Whether a line that may define names was not understood, so that names seem missing.
  var missesDefinitions = false

  /// Whether the file has spoken of matrices; until then every value is a number.
  var mayHoldMatrices = false
  /// The shape of the formula that was read last; unknown where that is in error.
  var formulaShape = Shape.unknown
  /// What matrices ask for so far.
  var matrixWork = MatrixWork()
  /// Where the line ends that is being read; a bracket may take further lines.
  var lineEnd = 0

  /// What an indented line continues.
  var open = OpenDirective.nothing
  /// A title, source, note or section without a text, until an indented line brings it.
  var emptyText: (directive: String, place: Range<Int>)?
  /// A directive whose lines are all to come.
  var emptyDirective: SeenDirective?
  /// Whether lines are passed over that should be indented.
  var isPassingOver = false
  /// Published lines wait until all names are known.
  var publishedLines: [PublishedLine] = []
  var publishedHeadings: [PublishedHeading] = []
  /// Until all names are known.
  var objectiveLine: ObjectiveLine?
  /// What stands behind `until:`, until all names are known.
  var stopLine: Range<Int>?
  var startLines: [Range<Int>] = []
  var notationLines: [Range<Int>] = []
  /// The table of examples, until its last line.
  var exampleReading: ExampleReading?
  var updateReading: UpdateReading?
  /// By quantity: whether it changes from example to example, once somebody asks.
  var examplesDependents: [Bool] = []
  /// Where `telling:` names one.
  var tellingPlace: Range<Int>?
  var seenDirectives: [SeenDirective] = []

  var source: SourceText { walkthrough.source }
  var bytes: [UInt8] { walkthrough.source.bytes }

  init(_ source: SourceText, maximumEpochs: Int) {
    walkthrough = Walkthrough(source: source)
    walkthrough.maximumEpochs = maximumEpochs
    ownNames = OwnName.all.map(\.meaning)
    for own in OwnName.all { _ = names.number(of: own.name) }
    quantityByName = [Int32](repeating: -1, count: names.count)
  }

  /// Reads the whole file.
  mutating func read() throws(Diagnostics) -> Walkthrough {
    let source = source
    if let problem = source.unreadable { throw Diagnostics([problem], in: source) }
    walkthrough.nodes.reserveCapacity(source.bytes.count / 4)
    var start = 0
    while start < source.bytes.count, !isHopeless {
      let end = source.bytes[start...].firstIndex(of: Ascii.newline) ?? source.bytes.count
      lineEnd = end
      readLine(start..<end)
      start = lineEnd + 1
    }
    if !isHopeless { settle() }
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics, in: source) }
    return walkthrough
  }

  /// Whether so much is wrong that it is no use to read on.
  var isHopeless: Bool { diagnostics.count >= Limits.keptDiagnostics }

  /// Everything that had to wait for the last line.
  private mutating func settle() {
    closeText()
    closeExamples()
    rejectEmptyPublished()
    settleSymbolic()
    takeCallsApart()
    settleObjective()
    checkObjectiveShape()
    settleStop()
    settleUpdate()
    settleStarts()
    settleNotations()
    settleClaims()
    settleNames()
    settleLookalikes()
    checkShapesOfExamples()
    checkPurpose()
    checkTelling()
    walkthrough.style.trustedDigits = walkthrough.floatingPoint.trustedDigits
  }

  private mutating func checkTelling() {
    // How long matrices are entry by entry can only be asked of formulas that are in order.
    if walkthrough.hasMatrices, !diagnostics.isEmpty { return }
    guard let place = tellingPlace, let obstacle = walkthrough.telling?.obstacle(in: walkthrough) else { return }
    diagnostics.append(Diagnostic(at: place, obstacle, remedy: Telling.remedy(for: walkthrough)))
  }

  private mutating func readLine(_ line: Range<Int>) {
    var scanner = Scanner(bytes, line)
    let isIndented = Ascii.isBlank(scanner.current)
    scanner.skipBlanks()
    if scanner.isAtEnd {
      isPassingOver = false
      if emptyDirective?.directive != .published { emptyDirective = nil }
    }
    guard !scanner.isAtEnd, scanner.current != Ascii.hash else { return }
    do throws(Diagnostic) {
      if isIndented {
        try continueDirective(scanner.rest)
      } else {
        try startLine(&scanner)
      }
    } catch {
      diagnostics.append(error)
    }
  }

  /// A directive or a statement; lines that continue one in error are passed over.
  mutating func startLine(_ scanner: inout Scanner) throws(Diagnostic) {
    closeText()
    let start = scanner.position
    open = .skipped
    if let directive = try directive(startingIn: &scanner) {
      closeExamples()
      rejectEmptyPublished()
      (emptyDirective, isPassingOver) = (nil, false)
      try begin(directive, start, &scanner)
    } else if !isPassingOver {
      try rejectUnindented(scanner.rest)
      try rejectUnindentedRow(scanner.rest)
      closeExamples()
      open = .statement
      try readStatement(scanner.rest)
    }
  }

  /// `name = expression`
  private mutating func readStatement(_ line: Range<Int>) throws(Diagnostic) {
    var scanner = Scanner(bytes, throughBrackets(withoutComment(line)))
    let name = scanner.takeName()
    guard !name.isEmpty else {
      throw .lineStartsOddly(scanner.stretchHere(), isDigit: Ascii.isDigit(scanner.current))
    }
    guard scanner.take(Ascii.equals) else {
      throw .brokenName(name, scanner, source) ?? .equalsExpected(scanner, source)
    }
    let start = walkthrough.nodes.count
    defer { define(name, as: .computed, formula: start..<walkthrough.nodes.count, shape: formulaShape) }
    try readFormula(&scanner, in: .statement)
  }

  /// The line up to its comment: a `#` after a blank.
  func withoutComment(_ line: Range<Int>) -> Range<Int> {
    let bytes = bytes
    for index in line where bytes[index] == Ascii.hash {
      if index == line.lowerBound || Ascii.isBlank(bytes[index - 1]) { return line.lowerBound..<index }
    }
    return line
  }
}

extension SourceText {
  /// What this file says.
  ///
  /// - Parameter maximumEpochs: more than that a file may not ask for.
  /// - Throws: everything that is wrong with it, with places and remedies.
  public func walkthrough(maximumEpochs: Int = Limits.epochs) throws(Diagnostics) -> Walkthrough {
    var reader = WalkthroughReader(self, maximumEpochs: maximumEpochs)
    return try reader.read()
  }
}

extension Diagnostic {
  fileprivate static func lineStartsOddly(_ place: Range<Int>, isDigit: Bool) -> Diagnostic {
    if isDigit {
      return Diagnostic(at: place, "a name starts with a letter", remedy: "put a letter before the digit")
    }
    return Diagnostic(
      at: place, "a line is a statement `name = expression`, a directive `word: …`, or a comment",
      remedy: "start the line with a name, or with # for a comment")
  }
  fileprivate static func equalsExpected(_ scanner: Scanner, _ source: SourceText) -> Diagnostic {
    if !scanner.isAtEnd, scanner.current >= 0x80 { return unexpected(scanner, source) }
    if scanner.current == Ascii.openBracket {
      return Diagnostic(
        at: scanner.stretchHere(), "the entries of a matrix are not defined one by one",
        remedy: "define it as a whole: `W = [1, 2; 3, 4]`")
    }
    return Diagnostic(
      at: scanner.stretchHere(), "`=` is missing after the name",
      remedy: "write `name = expression`, or `word: …` for a directive")
  }
}
