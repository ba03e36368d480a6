import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// E = (w·x − t)² at w = 1: slopes 2x(x − t), so −2 and −4 for the examples, −3 on average; R = w² adds 2.
private let rows = "examples:\n  x | t\n  1 | 2\n  2 | 3\n"
private let fit = "weights: w = 1\ny = w*x\nE = (y - t)^2\n"

extension Document {
  /// Every equation with its value, as the formulas spell themselves in debugging.
  fileprivate func lefts(in step: String) -> [String] {
    steps.filter { $0.id == step }.flatMap(\.equationLefts)
  }
}

extension Step {
  fileprivate var equationLefts: [String] {
    blocks.compactMap { if case .equation(let equation) = $0 { equation.left.spelled } else { nil } }
  }
}

extension Formula {
  fileprivate var spelled: String {
    switch self {
    case .derivative(let of, let by): "d\(of.spelled)/d\(by.spelled)"
    case .symbol(let symbol): symbol.name
    case .updated(let symbol): "new \(symbol.name)"
    default: "?"
    }
  }
}

@Suite struct ExamplesToldTests {
  @Test func anUpdateOfAFewExamplesGoesByTheirOwnObjective() throws {
    let text = rows + "  3 | 1\n" + fit + "minimize: E, averaged over the examples\nrate: 0.1\n"
    let all = try document(text)
    #expect(all.lefts(in: "together") == ["dE_mean/dw"])
    let pairs = try document(text + "update: after every 2 examples\n")
    #expect(pairs.lefts(in: "together") == ["dE_batch/dw"])
    #expect(pairs.prose.contains("_ is the mean of _ over the two examples of this update, so its slope is"))
    #expect(pairs.prose.contains("What counts is _, the mean of _ over all examples."))
    let each = try document(text + "update: after each example\n")
    #expect(!each.ids.contains("together") && each.lefts(in: "moved-w-update") == ["new w"])
  }

  @Test func theSlopesOfWhatIsAddedOnceAreWorked() throws {
    let text = rows + fit + "R = w^2\nminimize: E, averaged over the examples, plus R\nrate: 0.1\n"
    let told = try document(text)
    #expect(told.lefts(in: "added-weight-w-R-by-w") == ["dR/dw"])
    #expect(try document(text, .nodes).ids.contains("added-adjoint-w"))
    #expect(try document(text, of: "w").ids.contains("added-weight-w"))
  }

  /// At w = 1 the two examples of the update have the slopes −2 and −1, and R has 2. On average E_batch falls with
  /// w = 0.95, where E₁ + E₂ + 2R goes from 3.25 to 3.21 and E₁ + E₂ + R from 2.25 to 2.31; as a sum it falls with w = 1.1,
  /// where they go to 3.39 and 2.18. The third example loses each time. At w = −4 all of them lose.
  @Test(arguments: [("averaged", 11, "0.1", true), ("summed", -9, "0.1", true), ("averaged", 11, "10", false)])
  func whatAnUpdateSawIsWeighedAsTheObjectiveIs(drawn: String, target: Int, rate: String, isHelped: Bool) throws {
    let told = try document(
      "examples:\n  x | t\n  1 | 2\n  1 | 1.5\n  1 | \(target)\n" + fit
        + "R = w^2\nminimize: E, \(drawn) over the examples, plus R\nrate: \(rate)\nupdate: after every 2 examples\n"
    ).prose
    #expect(told.contains("which saw only some of the examples: what helps them may harm the others") == isHelped)
  }

  @Test func withoutARateTheSlopesOfAllExamplesAreTold() throws {
    let told = try document(rows + fit + "minimize: E, averaged over the examples\n")
    #expect(told.lefts(in: "together") == ["dE_mean/dw"])
    let table = told.steps.last { $0.id == "gradient" }?.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    guard case .formula(.number(let slope))? = table?.first?.rows[0][2].first else {
      Issue.record("no slope in the table of derivatives")
      return
    }
    #expect(slope.value == -3)
  }

  @Test func theStoryOfOneWeightGoesThroughTheExamples() throws {
    let story = try document(rows + fit + "minimize: E, averaged over the examples\nrate: 0.1\n", of: "w")
    let parts = story.ids.filter { ["example-1", "example-2", "together", "moved-w-update"].contains($0) }
    #expect(parts == ["example-1", "example-2", "together", "moved-w-update"])
    #expect(story.lefts(in: "together") == ["dE_mean/dw"])
  }

  /// In example 2, E = (2w − 3)²: at 1.01 it is 0.9604, and (0.9604 − 1)/0.01 = −3.96.
  @Test func nudgesStartFromTheExampleThatIsTold() throws {
    let told = try document(rows + fit + "minimize: E, summed over the examples\nrate: 0.1\n", .nudge)
    let equations = told.steps.first { $0.id == "example-2-nudge-w" }?.blocks.compactMap { block -> Equation? in
      if case .equation(let equation) = block { equation } else { nil }
    }
    guard case .number(let quotient)? = equations?.first?.links.last?.formula else {
      Issue.record("no quotient in example 2")
      return
    }
    #expect((quotient.value + 3.96).magnitude < 1e-9)
  }
}

@Suite struct ClaimsOfCoursesTests {
  /// x ↦ −3x doubles the distance and more each time; momentum only carries past 0.
  @Test(arguments: [
    ("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 2\nepochs: 6\n", true, false),
    ("unknowns: x = 1\nf = x^2 + 1\nminimize: f\nrate: 0.01\nupdate: momentum, beta = 0.95\nepochs: 22\n", false, true),
    (
      rows + "weights: w = 1\nE = (w*x - t)^2\nminimize: E, averaged over the examples\nrate: 0.2\n"
        + "update: after each example\nepochs: 9\n", false, false
    ),
  ])
  func onlyDescentAlongTheSlopeIsSaidToDiverge(text: String, diverges: Bool, mayTurn: Bool) throws {
    let prose = try document(text).prose
    #expect(prose.contains("The descent diverges") == diverges)
    #expect(prose.contains("depends on earlier slopes too") == mayTurn)
  }

  @Test func columnsOfNudgesAreNotSaidToLeadAnywhereAtAKink() throws {
    let smooth = try document("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 0.1\n", .nudge)
    #expect(smooth.prose.contains("that is where both columns lead"))
    let kink = try document("unknowns: x = 0\nf = abs(x) + x\nminimize: f\nrate: 0.1\n", .nudge)
    #expect(kink.prose.contains("At a kink the slopes") && !kink.prose.contains("both columns lead"))
    let carried = try document("unknowns: x = 1\nf = x^2/3\nminimize: f\nrate: 0.1\ncarry: 3 decimals\n", .nudge)
    #expect(carried.prose.contains("Rounding on the way") && !carried.prose.contains("both columns lead"))
  }

  @Test func aSectionThatIsNotTheLastNamesWhatItComesTo() throws {
    let text =
      "inputs: x = 1\nweights: w = 2\nsection: The fit\ny = w*x\nE = y^2\nsection: The penalty\nR = w^2\n"
      + "minimize: E\n"
    #expect(try document(text).prose.contains("_ becomes _, with the weight _."))
  }

  @Test func whatComesOfNoInputIsNotSaidToComeOfOne() throws {
    let text = """
      weights: w = 2
      examples:
        x | t
        1 | 0
        2 | 1
      y = w*x
      E = (y - t)^2
      R = w^2
      minimize: E, summed over the examples, plus R

      """
    let prose = try document(text).prose
    #expect(prose.contains("_ becomes _, with the target _. _ is computed from the weight _."))
  }

  @Test func aMinusSignIsNotTheSlopeOfWhatIsInside() throws {
    let text = "unknowns: y = 2\nE = -ln(y)\nminimize: E\n"
    #expect(!(try document(text).prose.contains("slope of what is inside")))
    let inside = try document("unknowns: y = 2\nE = -ln(3y)\nminimize: E\n")
    #expect(inside.prose.contains("slope of what is inside"))
  }
}

@Suite struct NothingIsTakenAsKnownTests {
  /// What a pullback takes is worked before it, where rows come in numbers and no Jacobians fit together.
  @Test func adjointsThatNoJacobiansLeadToAreWorked() throws {
    let batch = """
      inputs: X = [1, 2; -1, 0.5]
      weights: W = [0.5, -1; 0.3, 0.8]
      H = relu(X*W)
      L = mean(H.^2)
      minimize: L
      """
    let told = try document(batch, .jacobians)
    #expect(told.ids.filter { $0.hasPrefix("adjoint-") } == ["adjoint-H", "adjoint-W"])
    #expect(!told.prose.contains("turns one row of numbers into another"))
  }

  @Test func slopesOfSeveralTermsAreSaidToAddUp() throws {
    let text = "inputs: u = 1\nweights: w = 2\nr = w + tanh(w*u)\nE = r^2\nminimize: E\n"
    #expect(try document(text).prose.contains("stands in more than one term of _, and their slopes add up."))
  }

  @Test func aTotalThatNetworksHaveNoPlaceForIsNamedBelowThem() throws {
    let text = """
      inputs: x = 1
      weights: u = 2, v = 3
      z1 = u*x
      z2 = v*x
      S = exp(z1) + exp(z2)
      p1 = exp(z1)/S
      p2 = exp(z2)/S
      L = -(ln(p1) + ln(p2))
      minimize: L
      """
    let captions = try document(text).steps.flatMap(\.blocks).compactMap { block -> String? in
      guard case .figure(let figure) = block else { return nil }
      return figure.id + figure.caption.map { if case .text(let text) = $0 { text } else { "_" } }.joined()
    }
    let named = captions.filter { $0.contains("Not drawn: _, in which the outputs meet") }
    #expect(named.map { $0.prefix(15) } == ["network-forward", "network-backwar"])
    #expect(named.map { $0.contains("what comes back to one unit") } == [false, true])
  }

  @Test func levelLinesCountEpochsAndSayNothingOfTheSlopesOfAPart() throws {
    let text =
      rows + "weights: w = 0, b = 0\nE = (w*x + b - t)^2\nminimize: E, averaged over the examples\nrate: 0.02\n"
    let each = try document(text + "update: after each example\nepochs: 5\n").prose
    #expect(each.contains("with a dot for each of the five epochs") && !each.contains("at a right angle"))
    #expect(try document(text + "epochs: 5\n").prose.contains("at a right angle, which is the steepest way"))
  }

  @Test func theSlopeOfAGateOneOverSomethingIsWrittenAsAQuotient() throws {
    let told = try document("weights: p = 2\nE = 3*ln(p)\nminimize: E\n", .gates)
    let links = told.equations.flatMap(\.links).map(\.formula)
    #expect(!links.contains { $0.holdsFactorOne })
  }
}

extension Formula {
  /// Whether somewhere in a product a 1 stands behind another factor.
  fileprivate var holdsFactorOne: Bool {
    switch self {
    case .product(let factors, _):
      factors.dropFirst().contains { $0.isOne } || factors.contains(where: \.holdsFactorOne)
    case .fraction(let top, let bottom): top.holdsFactorOne || bottom.holdsFactorOne
    default: false
    }
  }

  private var isOne: Bool { if case .number(let number) = self { number.value == 1 } else { false } }
}
