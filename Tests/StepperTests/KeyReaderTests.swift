import Stepper
import Testing

/// Bytes of a string, which may hold `\u{1B}`.
private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The keys of some bytes that come at once, and then nothing.
private func keys(_ bytes: [UInt8]) -> [Key] {
  var reader = KeyReader()
  return reader.read(bytes) + reader.flush()
}

private func typed(_ text: String) -> [Key] { text.map(Key.character) }

/// What is sent, without the `ESC` in front of it, and the key that it is.
private let sequences: [(sent: String, key: Key)] = [
  // xterm, tmux, screen, macOS Terminal: cursor keys, then in application mode
  ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("[H", .home), ("[F", .end),
  ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("OH", .home), ("OF", .end),
  ("[5~", .pageUp), ("[6~", .pageDown), ("[3~", .delete), ("[Z", .tab), ("OM", .enter),
  // tmux, screen and the Linux console; then rxvt
  ("[1~", .home), ("[4~", .end), ("[7~", .home), ("[8~", .end),
  // with modifiers: xterm, older xterm, rxvt with Shift, Ctrl and Alt
  ("[1;5C", .right), ("[1;2D", .left), ("[1;10A", .up), ("[1;5H", .home), ("[1;3F", .end), ("[5;5~", .pageUp),
  ("[3;2~", .delete), ("[5C", .right), ("O5D", .left), ("O1;2B", .down),
  ("[a", .up), ("[b", .down), ("[c", .right), ("[d", .left), ("Oa", .up), ("Ob", .down), ("Oc", .right), ("Od", .left),
  ("[7$", .home), ("[8^", .end), ("[5@", .pageUp), ("[3$", .delete), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
  // macOS Terminal with Option; keys with names and Alt
  ("b", .left), ("f", .right), ("\r", .enter), ("\u{7F}", .backspace), ("\t", .tab), ("\u{3}", .control("c")),
]

/// What is no key of ours, without the `ESC` in front of it.
private let foreign = [
  "OP", "OS", "[11~", "[15~", "[24~", "[2~", "[1;2P", "[[A", "[[E", "[15;5~", "[23$", "x", "q", "ä", "€",
  "[M", "[I", "[O", "[12;40R", "[?1;2c", "[>0;276;0c", "[?2026;2$y", "[27;5;9~", "[97;5u", "[201~",
  "]11;rgb:0000/0000/0000\u{7}", "]11;rgb:ffff/ffff/ffff\u{1B}\\", "P1$r0m\u{1B}\\",
  "[\(String(repeating: "1;", count: 200))m",
]

@Suite struct KeyReaderTests {
  @Test(arguments: sequences)
  func keysOfAllTerminalsAreRead(_ row: (sent: String, key: Key)) {
    #expect(keys(bytes("\u{1B}" + row.sent)) == [row.key])
  }

  @Test(arguments: sequences)
  func aSequenceMayBeTornAnywhere(_ row: (sent: String, key: Key)) {
    var reader = KeyReader()
    var found: [Key] = []
    for byte in bytes("1\u{1B}" + row.sent + "2") { found += reader.read([byte]) }
    #expect(found == [.character("1"), row.key, .character("2")])
    #expect(!reader.isWaiting)
  }

  @Test(arguments: foreign)
  func whatIsNoKeyOfOursIsSwallowedWhole(_ sent: String) {
    #expect(keys(bytes("1\u{1B}" + sent + "2")) == typed("12"))
  }

  @Test func plainBytesAreKeys() {
    #expect(keys(bytes("aZ0 /?~")) == typed("aZ0 /?~"))
    #expect(keys([0x0D, 0x0A, 0x08, 0x7F, 0x09]) == [.enter, .enter, .backspace, .backspace, .tab])
    #expect(keys([0x01, 0x03, 0x1A]) == [.control("a"), .control("c"), .control("z")])
    #expect(keys([0x00, 0x1C, 0x1F]) == [.control("@"), .control("\\"), .control("_")])
  }

  @Test func escapeAloneWaitsForTheClock() {
    var reader = KeyReader()
    #expect(reader.read([0x1B]) == [] && reader.isWaiting)
    #expect(reader.flush() == [.escape])
    #expect(!reader.isWaiting && reader.flush() == [])
    #expect(reader.read(bytes("[C")) == typed("[C"))
  }

  @Test func aSequenceThatDoesNotGoOnIsGivenUp() {
    for begun in ["[", "[1;", "O", "[[", "]11;", "P"] {
      var reader = KeyReader()
      #expect(reader.read(bytes("\u{1B}" + begun)) == [] && reader.isWaiting)
      #expect(reader.flush() == [])
      #expect(reader.read(bytes("q")) == typed("q"))
    }
  }

  @Test func controlCIsHeardInsideOfAnySequence() {
    for begun in ["", "[", "[1;", "O", "]11;", "[200~", "[200~\u{1B}["] {
      #expect(keys(bytes("\u{1B}" + begun + "\u{3}q")) == [.control("c"), .character("q")])
    }
  }

  @Test func charactersBeyondASCIIMayBeTorn() {
    for text in ["ä", "σ′", "中", "𝜎", "👩‍🔬", "e\u{301}"] {
      #expect(keys(bytes(text)) == typed(text))
      var reader = KeyReader()
      let found = bytes(text).flatMap { reader.read([$0]) }
      #expect(String(found.compactMap { if case .character(let character) = $0 { character } else { nil } }) == text)
    }
  }

  @Test func combiningCharactersJoinTheOneBeforeThem() {
    #expect(keys(bytes("e\u{301}a")) == [.character("e\u{301}"), .character("a")])
    #expect(keys(bytes("\u{301}")) == [.character("\u{301}")])
    #expect(keys(bytes("e\u{1B}[C\u{301}")) == [.character("e"), .right, .character("\u{301}")])
  }

  @Test func malformedBytesAreDropped() {
    for malformed: [UInt8] in [
      [0x80], [0xBF, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE2, 0x82], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xC2, 0x9B],
    ] {
      #expect(keys(bytes("a") + malformed + bytes("b")) == typed("ab"), "\(malformed)")
    }
    #expect(keys([0xE2, 0xC3, 0xA4, 0xC3] + bytes("\u{1B}[C")) == [.character("ä"), .right])
  }

  @Test func aPasteIsTypedWithoutItsLineEndsAndControls() {
    let pasted = "0.5\r\n*\n 2\r\tw\u{1B}[Cä\u{7F}\u{8}\u{1}\u{2028}x\u{1B}[201"
    #expect(keys(bytes("\u{1B}[200~" + pasted + "~\r")) == typed("0.5* 2 wäx") + [.enter])
  }

  @Test func aPasteMayComeSlowly() {
    var reader = KeyReader()
    var found: [Key] = []
    for byte in bytes("\u{1B}[200~1\n\u{1B}[201~\r") {
      found += reader.read([byte])
      if found == typed("1") { found += reader.flush() }
    }
    #expect(found == typed("1") + [.enter])
  }

  @Test func anyBytesAtAllGiveTheSameKeysWhereverTheyAreTorn() {
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let likely = bytes("\u{1B}\u{1B}[[O]P0123;~$ACab\\\u{7}\u{3}\r")
    for _ in 0..<500 {
      let sent = (0..<60).map { _ in next(3) == 0 ? UInt8(next(0xC2)) : likely[next(likely.count)] }
      var (whole, torn) = (KeyReader(), KeyReader())
      #expect(whole.read(sent) == sent.flatMap { torn.read([$0]) })
      #expect(whole.flush() == torn.flush())
    }
  }
}
