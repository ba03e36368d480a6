import DocumentModel
import Longhand

/// A worked example to be gone through step by step.
public struct Lesson: Sendable {
  public let title: [Inline]
  /// In reading order; headings of parts and sections are not steps of their own.
  public let steps: [Step]
  /// The network or the graph without numbers; nothing where the file is too large to be drawn.
  public let map: Diagram?
  /// By edge: the quantities at its ends.
  let edges: [(operand: Int, result: Int)]
  /// What it was worked from.
  public let workbook: Workbook

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
    public let phase: Phase
  }

  /// The equation that a step is there for.
  public struct Result: Sendable {
    /// By its number among the blocks.
    public let block: Int
    public let equation: Equation
  }

  /// Where in the worked example a step stands.
  public enum Phase: String, Sendable, CaseIterable {
    /// What is given, and what is said of it.
    case given
    case forward
    case backward
    case update
    /// Repeated updates.
    case training
    /// What was checked, and what is said in the end.
    case end
  }
}
