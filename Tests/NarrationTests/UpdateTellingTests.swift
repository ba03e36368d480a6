import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

private let parabola = "unknowns: x = 2\nf = x^2\nminimize: f\nrate: 0.1\n"

extension Document {
  /// What stands left of every equation of the update of `x`.
  fileprivate func lefts(_ id: String) -> [String] {
    steps.filter { $0.id == id }.flatMap(\.blocks).compactMap { block in
      guard case .equation(let equation) = block else { return nil }
      switch equation.left {
      case .updated(let symbol): return "new \(symbol.name)"
      case .symbol(let symbol): return symbol.name
      default: return "?"
      }
    }
  }
}

@Suite struct UpdateTellingTests {
  static let chains: [(UpdateMethod, [String])] = [
    (.gradient, ["new x"]), (.momentum, ["new v_x", "new x"]), (.nesterov, ["new v_x", "new x"]),
    (.rmsprop, ["new v_x", "new x"]), (.adagrad, ["new v_x", "new x"]),
    (.adam, ["new m_x", "new v_x", "m\u{302}_x", "v\u{302}_x", "new x"]),
    (.adamax, ["new m_x", "new v_x", "m\u{302}_x", "new x"]),
  ]

  @Test(arguments: chains) func eachStateHasItsEquationAndThenTheQuantity(_ method: UpdateMethod, _ lefts: [String])
    throws
  {
    let rule = method == .gradient ? "" : "update: \(method.rawValue)\n"
    #expect(try document(parabola + rule).lefts("unknown-x-update") == lefts)
  }

  /// What is said to stay is β of it: 0.9, a tenth, or nothing.
  @Test(arguments: [
    ("adam", "most of the old mean, and a little of the new slope."),
    ("adam, beta1 = 0.1", "a part of the old mean, and the rest of the new slope."),
    ("adam, beta1 = 0", "nothing of the old mean here, and all of the new slope."),
    ("momentum", "what was gathered fades a little, and"), ("momentum, beta = 0.1", "what was gathered fades, and"),
    ("nesterov, beta = 0", "nothing stays here of what was gathered, and"),
    ("adamax, beta2 = 0.1", "the old one faded, or"), ("adamax, beta2 = 0", "nothing stays here of the old one, and"),
  ])
  func whatStaysGoesByTheConstant(rule: String, words: String) throws {
    #expect(try document(parabola + "update: \(rule)\n").prose.contains(words))
  }

  /// new v_x = β · v_x + ∂f/∂x = 0.9 · 2 + 4 = 5.8
  @Test func statesBeginWhereTheFileStartsThem() throws {
    let document = try document(parabola + "update: momentum\nstart: v(x) = 2\n")
    let equation = try #require(
      document.equations.first { if case .updated(let symbol) = $0.left { symbol.name == "v_x" } else { false } })
    #expect(equation.links.last?.formula == .number(NumberStyle.standard.shown(5.8)))
    #expect(document.prose.contains("It starts with _."))
  }

  @Test func constantsKeepTheirDigitsWhateverThePageShows() throws {
    let document = try document(parabola + "update: adam\nshow: 2 decimals\n")
    let squares = try #require(
      document.equations.first { if case .updated(let symbol) = $0.left { symbol.name == "v_x" } else { false } })
    #expect("\(squares.links[1].formula)".contains("999"))
  }

  /// A target t leaves the letter t to the file.
  @Test func lettersOfTheFileAreNotTakenAgain() throws {
    let taken = try document(
      "unknowns: x = 2\ntargets: t = 1\nf = (x - t)^2\nminimize: f\nrate: beta = 0.1\nupdate: adam\n")
    let names = taken.equations.flatMap {
      "\($0)".matches(of: /(?:symbol|updated|named)\(([^)]+)\)/).map { String($0.1) }
    }
    #expect(names.contains("k") && names.contains("ρ1") && !names.contains("β1"))
  }

  @Test func measuredSlopesAreWorkedWithTheirNumbers() throws {
    let document = try document(parabola + "derivatives: forward differences, h = 0.5\n")
    let names = document.equations.map { "\($0.left)" }
    #expect(names.contains { $0.contains("Δf") && $0.contains("Δx") })
    #expect(document.prose.contains("measured, not derived"))
  }

  static let schedules: [(String, String)] = [
    ("", "after all examples"), (", after each example", "after each example"),
    (", after every 2 examples", "after every two examples"),
  ]

  @Test(arguments: schedules) func thePageSaysWhenAnUpdateIsMade(_ schedule: String, _ words: String) throws {
    let document = try document(
      "examples:\n a\n 1\n 2\n 3\nweights: w = 1\nL = (w - a)^2\nminimize: L, summed over the examples\nrate: 0.1\n"
        + "update: momentum\(schedule)\n")
    #expect(document.prose.contains("An update is made \(words)"))
  }
}
