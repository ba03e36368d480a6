import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// What the story of one quantity tells, and which numbers it says it takes from elsewhere.
@Suite struct StoryOfOneTests {
  /// V stands only in R, and W in both.
  private static let penalized = """
    examples:
      X | t
      [1, 2] | 2
      [2, 1] | 1
    weights: W = [0.5; 0.2], V = [3, 4; 5, 6]
    E = (X*W - t)^2
    R = 0.1*sum(V.^2) + 0.1*sum(W.^2)
    minimize: E, averaged over the examples, plus R
    rate: eta = 0.1

    """

  /// The quantities below the heading of what is used, by their names.
  private func used(_ story: Document, in id: String = "numbers-used") -> [String] {
    let blocks = story.steps.first { $0.id == id }?.blocks ?? []
    return blocks.flatMap { block -> [String] in
      var inlines: [Inline] = []
      if case .paragraph(let sentence) = block { inlines = sentence }
      if case .list(let items) = block { inlines = items.flatMap(\.self) }
      return inlines.compactMap { if case .equation(let equation) = $0 { say([.formula(equation.left)]) } else { nil } }
    }
  }

  @Test func whatIsAddedIsWorkedForTheOneThatIsAskedAbout() throws {
    let story = try document(Self.penalized, of: "V")
    #expect(story.ids.filter { $0.hasPrefix("added-adjoint") } == ["added-adjoint-R", "added-adjoint-V"])
    #expect(used(story) == ["V", "η"])
    let numbers = """
      examples:
        x | t
        1 | 2
        2 | 1
      weights: w = 1
      biases: u = 3
      fixed: lambda = 0.1
      E = (w*x - t)^2
      R = lambda*w^2 + u^2
      minimize: E, averaged over the examples, plus R
      rate: eta = 0.1

      """
    let nodes = try document(numbers, .nodes, of: "u")
    #expect(nodes.ids.filter { $0.hasPrefix("added-adjoint") } == ["added-adjoint-R", "added-adjoint-u"])
    #expect(used(nodes) == ["u", "η"])
  }

  /// A nudge works the objective again, from all that it takes.
  @Test func nudgesNameEveryNumberThatTheyStartFrom() throws {
    let plain = try document(
      "inputs: x = 1\nweights: w = 3\nfixed: c = 5\ntargets: t = 1\np = w*x\nL = (p - t)^2\nq = c*x\nminimize: L\n",
      .nudge, of: "w")
    #expect(used(plain) == ["x", "w", "t", "L"])
    let ridge = """
      examples:
        x | z | t
        1 | 9 | 2
        2 | 9 | 1
      weights: w = 1
      biases: u = 3
      fixed: k = 2, lambda = 0.1
      z2 = z^2
      E = k*(w*x - t)^2
      R = lambda*(w^2 + u^2)
      minimize: E, averaged over the examples, plus R
      rate: eta = 0.1

      """
    let both = try document(ridge, .nudge, of: "w")
    #expect(used(both) == ["w", "u", "k", "λ", "η"])
    #expect(used(both, in: "example-2") == ["x", "t", "E"])
    #expect(used(both, in: "added") == ["R"])
    let onlyAdded = try document(ridge, .nudge, of: "u")
    #expect(used(onlyAdded) == ["w", "u", "λ", "η"])
    #expect(used(onlyAdded, in: "added") == ["R"])
  }

  /// A fifth example is left out, and a sixth; u stands only in what is added, so its story has no other examples.
  @Test(arguments: [
    (1, "The other example is worked in the same way."), (2, "The other two examples are worked in the same way."),
  ])
  func otherExamplesAreThoseOfOnesThatWereWorked(left: Int, sentence: String) throws {
    let rows = (0..<(4 + left)).map { "  \($0) | 2\n" }.joined()
    let text = """
      examples:
        x | t
      \(rows)weights: w = 1
      biases: u = 3
      E = (w*x - t)^2
      R = u^2
      minimize: E, averaged over the examples, plus R
      rate: eta = 0.1

      """
    #expect(try document(text).prose.contains(sentence))
    #expect(try document(text, of: "w").prose.contains(sentence))
    let added = try document(text, of: "u")
    #expect(!added.prose.contains("worked in the same way") && added.ids.contains("added"))
  }
}
