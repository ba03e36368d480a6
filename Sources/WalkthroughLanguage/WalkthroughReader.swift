import Numerals

/// Reads a file line by line into a walkthrough, and notes everything that is wrong on the way.
struct WalkthroughReader {
  var walkthrough: Walkthrough
  var names = NameTable()
  var diagnostics: [Diagnostic] = []

  /// By name number: the quantity of that name, or −1.
  var quantityByName: [Int32] = []
  /// By name number, for the names that the language owns.
  let functions: [Primitive]
  let constants: [Constant]
  /// Names that were met before a definition: reported, or explained, at the end.
  var unresolved: [(name: Int, place: Range<Int>)] = []
  /// Numbers such as `2e1`, which are ambiguous where a quantity `e1` exists.
  var exponentLookalikes: [(name: Range<Int>, place: Range<Int>)] = []

  /// What an indented line continues.
  var open = OpenDirective.nothing
  /// Published lines wait until all names are known.
  var publishedLines: [(heading: Int, range: Range<Int>)] = []
  var publishedHeadings: [Range<Int>] = []
  /// What `minimize:` and its like name, until all names are known.
  var objectiveLine: (sense: Objective.Sense, name: Range<Int>)?
  var notationLines: [Range<Int>] = []
  var seenDirectives: [Directive: Range<Int>] = [:]

  var bytes: [UInt8] { walkthrough.source.bytes }

  init(_ source: SourceText) {
    walkthrough = Walkthrough(source: source)
    var functions: [Primitive] = []
    for primitive in Primitive.allCases {
      for name in primitive.functionNames {
        _ = names.number(of: 0..<name.utf8.count, in: Array(name.utf8))
        functions.append(primitive)
      }
    }
    self.functions = functions
    constants = Constant.allCases
    for constant in Constant.allCases {
      _ = names.number(of: 0..<constant.rawValue.utf8.count, in: Array(constant.rawValue.utf8))
    }
    quantityByName = [Int32](repeating: -1, count: names.count)
  }

  /// Reads the whole file.
  mutating func read() throws(Diagnostics) -> Walkthrough {
    let source = walkthrough.source
    if let problem = Self.unreadable(source) { throw Diagnostics([problem], in: source) }
    walkthrough.nodes.reserveCapacity(bytes.count / 4)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Ascii.newline) ?? bytes.count
      readLine(start..<end)
      start = end + 1
    }
    settleObjective()
    settleNotations()
    settleClaims()
    settleNames()
    checkPurpose()
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics, in: source) }
    return walkthrough
  }

  private mutating func readLine(_ line: Range<Int>) {
    var scanner = Scanner(bytes, line)
    let isIndented = Ascii.isBlank(scanner.current)
    scanner.skipBlanks()
    guard !scanner.isAtEnd, scanner.current != Ascii.hash else { return }
    do throws(Diagnostic) {
      if isIndented {
        try continueDirective(scanner.position..<line.upperBound)
      } else if let directive = try directive(startingIn: &scanner) {
        try begin(directive, &scanner)
      } else {
        open = .nothing
        try readStatement(line)
      }
    } catch {
      diagnostics.append(error)
    }
  }

  /// `name = expression`
  private mutating func readStatement(_ line: Range<Int>) throws(Diagnostic) {
    var scanner = Scanner(bytes, withoutComment(line))
    let name = scanner.takeName()
    guard !name.isEmpty else { throw .lineStartsOddly(scanner.stretchHere()) }
    guard scanner.take(Ascii.equals) else { throw .equalsExpected(at: scanner.position, in: scanner.stretchHere()) }
    defer { define(name, as: .computed, formula: formulaStart..<walkthrough.nodes.count) }
    formulaStart = walkthrough.nodes.count
    try readFormula(&scanner)
  }

  /// Where the formula that is being read begins.
  private var formulaStart = 0

  /// Makes the name known; a name that is taken is reported, and the first meaning stays.
  mutating func define(_ name: Range<Int>, as role: Role, formula: Range<Int>) {
    let number = nameNumber(name)
    if number < functions.count {
      diagnostics.append(.shadowsFunction(name, names.spelling(number)))
    } else if quantityByName[number] >= 0 {
      let first = walkthrough.quantities[Int(quantityByName[number])].place
      let line = walkthrough.source.position(of: first.lowerBound).line
      diagnostics.append(.definedTwice(name, names.spelling(number), line: line))
    } else if bytes[name.lowerBound] == Ascii.underscore {
      diagnostics.append(.startsWithUnderscore(name))
    } else {
      quantityByName[number] = Int32(walkthrough.quantities.count)
      walkthrough.quantities.append(
        Quantity(name: names.spelling(number), role: role, formula: formula, place: name))
    }
  }

  /// The number of the name at `range`, with room for its quantity.
  mutating func nameNumber(_ range: Range<Int>) -> Int {
    let number = names.number(of: range, in: bytes)
    if number == quantityByName.count { quantityByName.append(-1) }
    return number
  }

  /// The line up to its comment: a `#` after a blank.
  func withoutComment(_ line: Range<Int>) -> Range<Int> {
    for index in line where bytes[index] == Ascii.hash {
      if index == line.lowerBound || Ascii.isBlank(bytes[index - 1]) { return line.lowerBound..<index }
    }
    return line
  }

  private static func unreadable(_ source: SourceText) -> Diagnostic? {
    if source.bytes.count > Limits.fileSize { return .tooLarge }
    let control = source.bytes.firstIndex { $0 < 32 && $0 != Ascii.newline && $0 != Ascii.tab }
    if let control { return .notText(at: control, byte: source.bytes[control]) }
    if String(validating: source.bytes, as: UTF8.self) == nil { return .notText(at: 0, byte: nil) }
    return nil
  }
}

extension SourceText {
  /// What this file says.
  ///
  /// - Throws: everything that is wrong with it, with places and remedies.
  public func walkthrough() throws(Diagnostics) -> Walkthrough {
    var reader = WalkthroughReader(self)
    return try reader.read()
  }
}

extension Diagnostic {
  fileprivate static func lineStartsOddly(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a line is a statement `name = expression`, a directive `word: …`, or a comment",
      remedy: "start the line with a name, or with # for a comment")
  }
  fileprivate static func equalsExpected(at offset: Int, in found: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: found.isEmpty ? offset..<offset : found, "`=` is missing after the name",
      remedy: "write `name = expression`, or `word: …` for a directive")
  }
  fileprivate static func shadowsFunction(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "`\(name)` is a function and cannot name a quantity", remedy: "choose another name")
  }
  fileprivate static func definedTwice(_ place: Range<Int>, _ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is already defined in line \(line)",
      remedy: "every quantity keeps one value; give this one a name of its own")
  }
  fileprivate static func startsWithUnderscore(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a name starts with a letter", remedy: "put a letter before the underscore")
  }
  fileprivate static var tooLarge: Diagnostic {
    Diagnostic(
      at: 0..<0, "the file is larger than \(Limits.fileSize >> 20) MiB", remedy: "split it into several files")
  }
  fileprivate static func notText(at offset: Int, byte: UInt8?) -> Diagnostic {
    let what = byte.map { "it holds the control byte \($0)" } ?? "it is not valid UTF-8"
    return Diagnostic(
      at: offset..<offset, "this is not a text file: \(what)", remedy: "save the file as plain text in UTF-8")
  }
}
