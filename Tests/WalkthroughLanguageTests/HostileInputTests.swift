import Testing

@testable import WalkthroughLanguage

/// Files that nobody meant well with: each is read, or refused with a message.
@Suite struct HostileInputTests {
  private static func many(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined() }
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: oddFiles)
  func anOddFileIsRefused(text: String, message: String) {
    #expect(report(text).split(separator: "\n").first == "test.walk:\(message)")
  }

  private static let oddFiles: [(String, String)] = [
    ("", "1:1: error: this file computes nothing"),
    ("# nothing\n  # but comments\n", "3:1: error: this file computes nothing"),
    ("x = 1\ny = \0\n", "2:5: error: this is not a text file: it holds the control byte 0"),
    ("x = 1\u{7}\n", "1:6: error: this is not a text file: it holds the control byte 7"),
    (
      "x = \(repeated("1", 100_000))",
      "1:5: error: `\(repeated("1", 39))…` is not a number that can be worked with"
    ),
    (
      "x = 0.\(repeated("0", 5_000))1",
      "1:5: error: `0.\(repeated("0", 37))…` is not a number that can be worked with"
    ),
    ("a = 1\nx = a\(repeated("+a", 50_000))", "2:8006: error: more than 4000 operations in one formula"),
    ("a = 1\nx = a\(repeated("*2a", 50_000))", "2:6008: error: more than 4000 operations in one formula"),
    ("x = \(repeated("(", 50_000))", "1:70: error: nested more than 64 deep"),
    ("x = \(repeated("-", 50_000))1", "1:69: error: nested more than 64 deep"),
    ("x = \(repeated("exp(", 50_000))", "1:265: error: nested more than 64 deep"),
    ("weights: W = \(repeated("[", 50_000))", "1:79: error: nested more than 64 deep"),
    ("W = \(repeated("[", 50_000))1\(repeated("]", 50_000))", "1:70: error: nested more than 64 deep"),
    ("W = [1]\(repeated("'", 50_000))", "1:72: error: nested more than 64 deep"),
    ("W = [1]\(repeated("[1]", 50_000))", "1:200: error: nested more than 64 deep"),
    ("W = [1\(repeated(", [1]", 5_000))\(repeated("\n", 50_000))", "1:5: error: this bracket is never closed"),
    ("inputs: \(repeated(",", 50_000))", "1:9: error: a given is `name = number`"),
    (repeated("published: ", 10_000), "1:12: error: `published` is not defined"),
    (
      "\u{202E}x = 1",
      "1:1: error: a line is a statement `name = expression`, a directive `word: …`, or a comment"
    ),
  ]

  @Test func bytesThatAreNoTextAreRefusedWhereTheyStand() {
    let message = "error: this is not a text file: from here on it is not valid UTF-8"
    #expect(
      report([0x78, 0x3D, 0x31, 0x0A, 0xCE, 0xB1, 0xFF, 0x31]).hasPrefix("test.walk:2:2: \(message)\n"))
    #expect(report([0xC3]).hasPrefix("test.walk:1:1: \(message)\n"))
    #expect(report((0...255).map { UInt8($0) }).hasPrefix("test.walk:1:1: error: this is not a text file"))
  }

  @Test func theDeepestNestingIsRead() throws {
    _ = try read("x = " + Self.repeated("(", 64) + "1" + Self.repeated(")", 64))
    _ = try read("x = " + Self.repeated("-", 64) + "1")
    _ = try read("W = " + Self.repeated("[", 64) + "1" + Self.repeated("]", 64))
    _ = try read("W = [1]" + Self.repeated("'", 64))
    _ = try read("a = 1\nx = a" + Self.repeated("+a", 4_000))
  }

  @Test func largeMatricesAreRead() throws {
    let row = (0..<200).map { "-\($0).5" }.joined(separator: ", ")
    let walkthrough = try read("W = [\(Self.many(300) { _ in "  \(row)\n" })]\ny = sum(W)\n")
    #expect(walkthrough.quantities[0].shape == Shape(rows: 300, columns: 200))
  }

  @Test func manyOpenBracketsArePassedOverOnce() {
    let text = "y = 1\npublished:\n" + Self.repeated("  y = [\n", 50_000)
    #expect(report(text).hasPrefix("test.walk:3:"))
    #expect(report("inputs:\n" + Self.repeated("  y = [\n", 50_000)).hasPrefix("test.walk:2:7: error: this bracket"))
  }

  @Test func largeFilesAreRead() throws {
    let statements = try read("x0 = 1\n" + Self.many(5_000) { "x\($0 + 1) = 2*x\($0) + 1\n" })
    #expect(statements.quantities.count == 5_001)
    let givens = try read("inputs: " + Self.many(5_000) { "x\($0) = \($0), " } + "\ny = x0\n")
    #expect(givens.quantities.count == 5_001)
    let examples = try read("examples: x | y\n" + Self.many(5_000) { "  \($0) | 1\n" } + "\nz = x\n")
    #expect(examples.examples?.rows.count == 5_000)
    let functions = try read(
      "functions: " + Self.many(5_000) { "F\($0)(u), " } + "\ny = 1\n" + Self.many(5_000) { "y\($0) = F\($0)(y)\n" })
    #expect(functions.functions.count == 5_000)
    let note = try read("note: a\n" + Self.repeated("  b\n\n", 5_000) + "x = 1\n")
    #expect(note.passages[0].text == "a" + Self.repeated(" b", 5_000))
  }

  @Test(arguments: longLists)
  func manyErrorsAreCounted(text: String, count: Int) {
    #expect(report(text).hasSuffix("and \(count - 20) more errors\n"))
  }

  private static let longLists: [(String, Int)] = [
    ("x = 1\n\(many(5_000) { "y\($0) = q\($0)\n" })", 5_000), (many(5_000) { _ in "x = 1\n" }, 4_999),
    ("\(many(5_000) { "y\($0) = y\($0 + 1)\n" })y5000 = 1", 5_000), (repeated("x +\n", 5_000), 5_000),
    (repeated("  x\n", 5_000), 5_000), (many(5_000) { "foo\($0): 1\n" }, 5_000),
    ("inputs: \(many(5_000) { "x\($0) = b, " })", 5_000),
    ("examples: x\n\(many(5_000) { _ in "  1 | 2\n" })y = x", 5_000),
  ]

  @Test func afterAHundredThousandErrorsReadingStops() {
    let text = report("inputs: " + Self.repeated(",", 150_000) + "\nx = 1\n")
    #expect(text.hasSuffix("and 99980 more errors\n"))
  }

  @Test func aLongLineIsShownThroughAWindow() {
    let text = report(
      "inputs: a = 1\ny = " + Self.repeated("a + ", 100) + "q + " + Self.repeated("a + ", 100) + "a\n")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "test.walk:2:405: error: `q` is not defined")
    let tail = "q + " + Self.repeated("a + ", 4) + "a +…"
    #expect(lines[1] == " 2 | … + \(Self.repeated("a + ", 11))\(tail)")
    #expect(lines[2] == "   | " + Self.repeated(" ", 48) + "^")
  }

  @Test func theWindowKeepsTabsAndHidesWhatWouldMoveTheCaret() {
    #expect(
      report("x = 1\u{A0}\n").hasPrefix("test.walk:1:6: error: an invisible character, U+00A0, stands here\n")
    )
    let lines = report("inputs: a = 1\ny =\ta + \u{200B}\n").split(separator: "\n")
    #expect(lines[0] == "test.walk:2:9: error: an invisible character, U+200B, stands here")
    #expect(lines[1] == " 2 | y =\ta + \u{25A1}")
    #expect(lines[2] == "   |    \t    ^")
  }
}
