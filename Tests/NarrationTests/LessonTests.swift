import DocumentModel
import FoundationEssentials
import Testing
import WalkthroughLanguage

@testable import Narration

/// What a class reads: each thing explained where it is met first, and nothing told twice.
@Suite struct LessonTests {
  static let rows = """
    examples:
      X      | t
      [1, 2] | 1
      [3, 4] | 9
    weights: W = [0.5, -1; 0.25, 0.75], V = [2; -1]
    H = relu(X*W)
    s = H*V
    L = (s - t)^2
    minimize: L, summed over the examples
    rate: alpha = 0.01

    """

  private func count(_ words: String, in prose: String) -> Int { prose.components(separatedBy: words).count - 1 }

  @Test func signsAreExplainedOnceBehindTheFirstEquationThatHoldsThem() throws {
    let document = try document(Self.rows)
    for words in ["A raised T turns", "The sign ⊙ multiplies", "A bracket is 1 where"] {
      #expect(count(words, in: document.prose) == 1, "\(words)")
    }
    let step = try #require(document.steps.first { $0.id == "example-1-adjoint-V" })
    guard case .equation(let equation) = step.blocks[2], case .paragraph(let sentence) = step.blocks[3] else {
      Issue.record("no sentence behind the equation")
      return
    }
    #expect(equation.signs == [.transposed] && sentence == [.text("A raised T turns rows into columns.")])
    #expect(step.resultBlock == 2)
  }

  @Test func aSignOfTheForwardPassIsExplainedThere() throws {
    let document = try document("inputs: x = [1, 2]\nweights: w = [3, 4]\nL = sum(x.*w)\nminimize: L\n")
    let forward = try #require(document.steps.first { $0.id == "forward-L" })
    #expect(forward.blocks.last == .paragraph([.text("The sign ⊙ multiplies entry by entry.")]))
  }

  @Test func aPageWithoutMatricesExplainsNoSigns() throws {
    let prose = try document(network).prose
    #expect(!prose.contains("entry by entry") && !prose.contains("raised T"))
  }

  @Test(arguments: [Telling.matrices, .jacobians])
  func jacobiansAndPullbacksExplainTheirBrackets(_ telling: Telling) throws {
    let prose = try document(
      "inputs: x = [1, 2], v = [1; 1]\nweights: W = [1, 2; 3, 4]\nu = x*W\nh = relu(u)\nL = h*v\nminimize: L\n", telling
    ).prose
    #expect(count("A bracket is 1 where its condition holds, else 0.", in: prose) == 1)
    #expect(prose.contains("is written with diag") == (telling == .jacobians))
  }

  @Test func reasonsAreGivenForTheFirstExampleOnly() throws {
    let prose = try document(Self.rows).prose
    #expect(count("so the left factor multiplies what comes back, transposed", in: prose) == 2)
    #expect(count("which changes with itself one to one", in: prose) == 1)
    #expect(prose.contains("the derivatives of example 1 were found in other ways too:"))
  }

  @Test func aNumberIsNotMultipliedFromASide() throws {
    let prose = try document(Self.rows).prose
    #expect(prose.contains("so the left factor multiplies what comes back, transposed."))
    #expect(prose.contains("so the left factor multiplies what comes back, transposed and from the left."))
  }

  /// [1, 2] · [2; -1] is 0, [3, 4] · [2; -1] is not.
  @Test func anExampleTellsOfItsOwnKinks() throws {
    let document = try document(
      """
      examples:
        X      | t
        [3, 4] | 9
        [1, 2] | 1
      weights: w = [2; -1]
      L = (relu(X*w) - t)^2
      minimize: L, summed over the examples
      rate: 0.01

      """)
    let telling = document.steps.filter { "\($0.blocks)".contains("where it has a kink") }
    #expect(telling.map(\.id) == ["example-2"])
  }

  @Test func theSquareOfANumberHasNoEntries() throws {
    let prose = try document(Self.rows).prose
    #expect(prose.contains("The square brings down a 2.") && !prose.contains("brings down a 2, in every entry"))
    let whole = try document("inputs: x = [1, 2]\nweights: w = [3, 4]\nL = sum((x - w).^2)\nminimize: L\n").prose
    #expect(whole.contains("The square brings down a 2, in every entry."))
  }

  @Test func noTableRepeatsTheEquationsOfTheUpdate() throws {
    #expect(try document(network, .weights).ids.contains("update-table"))
    for telling in [Telling.nodes, .gates] {
      let ids = try document(network, telling).ids
      #expect(!ids.contains("update-table") && ids.contains("moved-w-update"))
    }
  }

  @Test func aRunTellsOfUpdatesOrOfEpochsAndWhyItEnded() throws {
    let run = "unknowns: x = 2\nf = x^2\nminimize: f\nrate: 0.01\nepochs: 3\nuntil: f is below 0.001\n"
    #expect(try document(run).prose.contains("The last update came before _ was below _."))
    let prose = try document(Self.rows + "epochs: 400\nuntil: s is within 5 of t\n").prose
    #expect(prose.contains("It ended here because _ was within _ of _ for every example."))
    #expect(prose.contains("An epoch goes once through all examples, with one update."))
  }

  /// The slope of softplus is a sigmoid, which no formula of the file has.
  @Test(arguments: [Telling.weights, .nodes, .gates])
  func aSigmoidThatOnlyASlopeHasIsExplained(telling: Telling) throws {
    let prose = try document("inputs: x = 2\nweights: w = 1\nf = softplus(w*x)\nminimize: f\nrate: 1\n", telling).prose
    #expect(prose.contains("the sigmoid σ: one over one plus the exponential of minus what is inside."))
  }

  /// x is halved each time, and x² is left as a quarter, then a sixteenth.
  @Test(arguments: [(6, "the first two updates of six."), (15, "the first 2 updates of 15.")])
  func howManyOfHowManyIsSaidInWordsOrInDigits(epochs: Int, told: String) throws {
    let prose = try document("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 0.25\nepochs: \(epochs)\n").prose
    #expect(prose.contains(told))
  }

  /// The errors are 1 each, and 0.01 is added: 1.01 in all, and less after the first update.
  @Test(arguments: [
    ("E is below 9", "E_total was below 9."), ("E is above -1", "E_total was above -1."),
    ("E is within 9 of t", "E_total was within 9 of t for every example."),
    ("E is within 9 of k", "E_total was within 9 of k."),
    ("y is below 9", "y was below 9 for every example."), ("y is above -9", "y was above -9 for every example."),
    ("R is below 9", "R was below 9."), ("R is within 9 of k", "R was within 9 of k."),
  ])
  func aRunEndsByWhatTheWholePageCallsTheObjective(rule: String, told: String) throws {
    let file = """
      examples:
        x | t
        1 | 2
        2 | 3
      weights: w = 1
      fixed: k = 1
      y = w*x
      E = (y - t)^2
      R = 0.01*w^2
      minimize: E, averaged over the examples, plus R
      rate: 0.05
      epochs: 3
      until: \(rule)

      """
    #expect(try document(file).spoken.contains("It ended here because \(told)"))
  }

  /// One update after (1, 1) moves w to 1 and turns the other example's loss from 0 to 1.
  @Test func anUpdateThatSawOneExampleIsNotBlamedForTheOthers() throws {
    let file = """
      examples:
        x | t
        1 | 1
        1 | 0
      weights: w = 0
      L = (w*x - t)^2
      minimize: L, summed over the examples
      rate: 0.9

      """
    let all = try document(file).prose
    let one = try document(file + "update: after each example\n").prose
    #expect(one.contains("which saw only some of the examples") && !one.contains("the rate is too large"))
    #expect(!all.contains("saw only some"))
  }
}
