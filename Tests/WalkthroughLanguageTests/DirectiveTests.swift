import Numerals
import Testing

@testable import WalkthroughLanguage

@Suite struct DirectiveTests {
  @Test func everyDirectiveOfAFileIsKept() throws {
    let walkthrough = try read(
      """
      # a comment
      title: One neuron # not a comment
        in two lines
      source: a board in room 12, "of the old house"
      note: First remark
      \t# a comment in a remark

            and its second line
      inputs: x = 2   # a comment
      weights: w = 0.5,
               v = -1/4

        # another
               u = 2e-1
      biases: b = -0.4
      unknowns: k = sqrt(4)
      fixed: c = 2pi
      targets: t = 1
      section: The neuron # 1
      s = w*x + b   # comment
      y = sigmoid(s)
      E = (t - y)^2
      minimise: E
      rate: η = 0.5
      update: reusing new weights
      telling: nodes
      show: 4 figures, cut, equals
      carry: 6 decimals, cut
      """)
    #expect(walkthrough.title == "One neuron # not a comment in two lines")
    #expect(walkthrough.origin == #"a board in room 12, "of the old house""#)
    #expect(walkthrough.passages.map(\.text) == ["First remark and its second line", "The neuron # 1"])
    #expect(walkthrough.passages.map(\.before) == [0, 8])
    #expect(
      walkthrough.quantities.map(\.role) == [
        .input, .weight, .weight, .weight, .bias, .unknown, .fixed, .target, .computed, .computed, .computed,
        .rate,
      ])
    #expect(walkthrough.moved.map { walkthrough.quantities[$0].name } == ["w", "v", "u", "b", "k"])
    #expect(walkthrough.objective == Objective(sense: .minimize, quantity: 10))
    #expect(walkthrough.rate == 11)
    #expect(walkthrough.quantities[11].name == "eta")
    #expect(walkthrough.updateOrder == .reusing)
    #expect(walkthrough.telling == .nodes)
    #expect(walkthrough.style == NumberStyle(.figures(4), .cut, writesEqualsAlways: true))
    #expect(walkthrough.carry == NumberStyle(.decimals(6), .cut))
  }

  @Test func aTextMayBeginOnItsSecondLine() throws {
    let walkthrough = try read("title:\n  The title\nsection:\n  The section\nx = 1\n")
    #expect(walkthrough.title == "The title")
    #expect(walkthrough.passages.map(\.text) == ["The section"])
  }

  @Test func aRateNeedsNoName() throws {
    let walkthrough = try read("weights: w = 1\nL = w^2\nminimize: L\nrate: 0.6\n")
    #expect(walkthrough.rate == 2)
    #expect(walkthrough.quantities[2].name == "rate")
  }

  @Test func aWordOfTheLanguageCanNameAQuantity() throws {
    let walkthrough = try read("rate = 2\nnew = rate\nthrough = new + 1\n")
    #expect(walkthrough.quantities.map(\.name) == ["rate", "new", "through"])
  }

  @Test func aFileWithoutObjectiveHasAsManyResultsAsItLikes() throws {
    let walkthrough = try read("inputs: x = 2\ny = x\nz = x\n")
    #expect(walkthrough.objective == nil)
    #expect(walkthrough.quantities.count == 3)
  }

  @Test(arguments: [
    ("5 decimals", NumberStyle(.decimals(5))), ("1 decimal", NumberStyle(.decimals(1))),
    ("0 decimals", NumberStyle(.decimals(0))), ("15 figures, cut", NumberStyle(.figures(15), .cut)),
    ("all digits", NumberStyle(.allDigits)), ("3 decimals, rounded", NumberStyle(.decimals(3), .rounded)),
    ("3 decimals, equals, cut", NumberStyle(.decimals(3), .cut, writesEqualsAlways: true)),
  ])
  func digitsCanBeAskedFor(words: String, style: NumberStyle) throws {
    #expect(try read("x = 1\nshow: \(words)\n").style == style)
  }

  @Test func lineEndsTabsAndMarksOfOtherSystemsMakeNoDifference() throws {
    let lines = ["inputs: x = 1", "\ty = 2", "", "z = x*y"]
    let plain = try read(lines.joined(separator: "\n"))
    for file in [
      lines.joined(separator: "\r\n"), lines.joined(separator: "\r"),
      "\u{FEFF}" + lines.joined(separator: "\n"),
    ] {
      #expect(try read(file).source.bytes == plain.source.bytes)
    }
    #expect(plain.quantities.map(\.name) == ["x", "y", "z"])
  }

  @Test func aPlaceIsCountedInLinesAndCharacters() {
    let source = SourceText(name: "", text: "α = 1\n\n" + String(repeating: "x\n", count: 5_000) + "βγ = 2")
    #expect(source.position(of: 0) == (1, 1))
    #expect(source.position(of: 2) == (1, 2))
    #expect(source.position(of: 7) == (2, 1))
    #expect(source.position(of: 8) == (3, 1))
    #expect(source.position(of: 10_008) == (5_003, 1))
    #expect(source.position(of: 10_012) == (5_003, 3))
    #expect(source.position(of: 99_999) == (5_003, 7))
  }
}
