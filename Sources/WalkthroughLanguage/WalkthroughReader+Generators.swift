import Numerals

extension WalkthroughReader {
  /// `eye(3)`, `zeros(2, 3)`, `ones(2, 3)`, `random(2, 3, seed 7, normal)`
  mutating func readGenerator(
    _ generator: GeneratorName, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    let open = try openCall(name, &formula)
    let rows = try readSide(name, generator, &formula.scanner)
    var columns = rows
    if generator != .eye {
      guard formula.scanner.take(Ascii.comma) else { throw .sidesExpected(name, generator) }
      columns = try readSide(name, generator, &formula.scanner)
    }
    let shape = Shape(rows: rows, columns: columns)
    let rule = try readRule(generator, name, &formula.scanner)
    if formula.scanner.listThatCloses() != nil { throw .tooManySides(name, generator) }
    try close(open, &formula.scanner)
    if shape.count > Limits.entries { throw .tooManyEntries(name, shape) }
    noteMatrix()
    walkthrough.generators.append(Generator(shape, rule))
    try emit(.generated(Int32(walkthrough.generators.count - 1)), at: name.lowerBound, &formula)
  }

  private func readSide(
    _ name: Range<Int>, _ generator: GeneratorName, _ scanner: inout Scanner
  ) throws(Diagnostic) -> Int {
    scanner.skipBlanks()
    let start = scanner.position
    guard Ascii.isDigit(scanner.current) else { throw .sidesExpected(name, generator) }
    guard let side = scanner.takeDecimal()?.value, side.places == 0,
      (1...UInt64(Limits.side)).contains(side.coefficient)
    else { throw .sideOutOfRange(start..<scanner.position) }
    return Int(side.coefficient)
  }

  private mutating func readRule(
    _ generator: GeneratorName, _ name: Range<Int>, _ scanner: inout Scanner
  ) throws(Diagnostic) -> Generator.Rule {
    switch generator {
    case .eye: return .identity
    case .zeros: return .zeros
    case .ones: return .ones
    case .random: return try readRandomRule(name, &scanner)
    }
  }

  /// `, seed 7` and what the entries follow, whichever comes first.
  private func readRandomRule(
    _ name: Range<Int>, _ scanner: inout Scanner
  ) throws(Diagnostic) -> Generator.Rule {
    var seed: UInt64?
    var distribution: Generator.Distribution?
    while scanner.take(Ascii.comma) {
      let word = scanner.takeName()
      let text = source.text(word.prefix(Limits.nameLength))
      if text == Self.seedWord, seed == nil {
        seed = try readSeed(&scanner)
      } else if let known = Generator.Distribution(rawValue: text), distribution == nil {
        distribution = known
      } else {
        throw .distributionExpected(word.isEmpty ? scanner.stretchHere() : word, text)
      }
    }
    guard let seed else { throw .seedMissing(name) }
    return .random(distribution ?? .uniform, seed: seed)
  }

  private func readSeed(_ scanner: inout Scanner) throws(Diagnostic) -> UInt64 {
    scanner.skipBlanks()
    let start = scanner.position
    let number = Ascii.isDigit(scanner.current) ? scanner.takeDecimal()?.value : nil
    guard let number, number.places == 0 else {
      throw .seedExpected(start..<(scanner.position > start ? scanner.position : scanner.stretchHere().upperBound))
    }
    return number.coefficient
  }

  private static let seedWord = "seed"
}

extension GeneratorName {
  /// How a file asks for one.
  fileprivate var example: String {
    switch self {
    case .eye: "eye(3)"
    case .zeros: "zeros(2, 3)"
    case .ones: "ones(2, 3)"
    case .random: "random(2, 3, seed 7)"
    }
  }
}

extension Diagnostic {
  fileprivate static func sidesExpected(_ place: Range<Int>, _ generator: GeneratorName) -> Diagnostic {
    Diagnostic(
      at: place,
      generator == .eye
        ? "`eye` takes the number of rows, as digits" : "`\(generator.rawValue)` takes rows and columns, as digits",
      remedy: "write `\(generator.example)`")
  }
  fileprivate static func tooManySides(_ place: Range<Int>, _ generator: GeneratorName) -> Diagnostic {
    Diagnostic(
      at: place,
      generator == .eye
        ? "`eye` takes one number, of rows and columns alike"
        : "`\(generator.rawValue)` takes two numbers, of rows and of columns",
      remedy: "write `\(generator.example)`")
  }
  fileprivate static func sideOutOfRange(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a matrix has no such number of rows or columns",
      remedy: "write a whole number from 1 to \(Limits.side)")
  }
  static func tooManyEntries(_ place: Range<Int>, _ shape: Shape) -> Diagnostic {
    Diagnostic(
      at: place, "a \(shape.text) matrix has more than \(Limits.entries) entries", remedy: "make it smaller")
  }
  fileprivate static func seedMissing(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`random` needs a seed, so that the same file gives the same numbers",
      remedy: "write `\(GeneratorName.random.example)`, with a number of your own")
  }
  fileprivate static func seedExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a seed is a whole number of at most \(PrintedNumber.mostDigits) digits",
      remedy: "write `\(GeneratorName.random.example)`")
  }
  fileprivate static func distributionExpected(_ place: Range<Int>, _ word: String) -> Diagnostic {
    let words = Generator.Distribution.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: word, among: words + ["seed"])
    return Diagnostic(
      at: place, "this is not understood in `random`",
      remedy: near.map { "did you mean `\($0)`?" }
        ?? "behind the size stand `seed 7` and one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
