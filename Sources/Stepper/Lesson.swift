import DocumentModel
import Longhand

/// A worked example to be gone through step by step.
public struct Lesson: Sendable {
  public let title: [Inline]
  /// In reading order, at least one; headings are not steps of their own.
  public let steps: [Step]
  /// What steps stand below: the forward pass, the update.
  public let parts: [Part]
  /// The network or the graph without numbers; nothing where the file is too large to be drawn.
  public let map: Diagram?
  /// What was worked out before which step, in the order of the steps, each once.
  let known: [Known]
  /// By quantity, as the file writes it.
  let names: [String]
  /// By edge: the quantities at its ends.
  let edges: [(operand: Int, result: Int)]
  /// What it was worked from, and as what it was told.
  public let workbook: Workbook
  public let options: RenderingOptions

  /// One thing to take in before the next.
  public struct Step: Sendable {
    /// As in the document: `forward-sum_h1`.
    public let id: String
    /// The headings that it stands below, from the part to the story.
    public let headings: [[Inline]]
    /// Without headings.
    public let blocks: [Block]
    public let quantities: [Int]
    public let edges: [Int]
    /// What it comes to, where it comes to something.
    public let result: Result?
    public let phase: DocumentModel.Step.Phase
    /// By its number among the parts.
    public let part: Int
    /// Whether the end is what is new: a table that has grown by a row.
    public var grows = false
  }

  /// The equation that a step is there for.
  public struct Result: Sendable {
    /// By its number among the blocks.
    public let block: Int
    public let equation: Equation
  }

  /// Steps under one heading of the first level.
  public struct Part: Sendable {
    public let heading: [Inline]
    public var steps: Range<Int>
    /// Whether it is folded up until somebody opens it.
    let isFolded: Bool
  }

  /// A result with the step that works it out.
  struct Known: Sendable {
    let step: Int
    /// Whose numbers they are, from 1; nothing where they belong to all examples.
    let example: Int?
    let result: Equation
  }
}

extension Lesson {
  /// The latest results that were worked out before a step, the last one last; of examples only its own.
  func known(
    before step: Int, for example: Int?, atMost count: Int, where isOpen: @escaping (Known) -> Bool
  ) -> [Known] {
    known[..<end(before: step)].reversed().lazy
      .filter { ($0.example == nil || $0.example == example) && isOpen($0) }
      .prefix(count).reversed()
  }

  private func end(before step: Int) -> Int {
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].step < step { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The step that shows the way of one quantity with its factors, before they are worked out.
  static let pathFigure = "figure-path"

  /// Whether any step has something to ask for.
  public func hasQuestions(_ blank: Blank) -> Bool {
    steps.indices.contains { Question(at: $0, in: steps, blank, workbook) != nil }
  }

  /// What a step speaks of: its edges, and its quantities with those at their ends.
  func subject(of step: Step) -> (quantities: Set<Int>, edges: Set<Int>) {
    let all = step.phase == .backward ? step.edges + edgesLeftOut(of: step) : step.edges
    return (Set(step.quantities + all.flatMap { [edges[$0].operand, edges[$0].result] }), Set(all))
  }

  /// A chain leaves out factors of 1 at its end; its path goes on to the objective all the same.
  private func edgesLeftOut(of step: Step) -> [Int] {
    guard var end = step.edges.map({ edges[$0].result }).max(),
      step.edges.count > 1 || step.quantities.contains(where: { $0 > end })
    else { return [] }
    var found: [Int] = []
    while true {
      let ways = edges.indices.filter { edges[$0].operand == end }
      guard ways.count == 1 else { return found }
      found.append(ways[0])
      end = edges[ways[0]].result
    }
  }
}
