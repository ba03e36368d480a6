import Differentiation
import DocumentModel
import WalkthroughLanguage

/// What a walkthrough is about, for a list of several.
public struct Summary: Sendable {
  /// The first remark of the file; empty where it has none.
  public let remark: [Inline]
  /// What is done in it, and how it is told.
  public let course: [Inline]
}

extension Narrator {
  public var summary: Summary {
    Summary(remark: notes.first.map { [.text($0)] } ?? [], course: course.inlines)
  }

  private var course: Sentence {
    let telling: Telling? = trace.backward == nil && !walkthrough.isSymbolic ? nil : telling
    return Wording.course(deed, examples: trace.examples.count, telling: telling)
  }

  private var deed: Sentence {
    if walkthrough.isSymbolic { return Wording.formulasAlone }
    guard let objective = walkthrough.objective else { return Wording.forwardAlone }
    guard !trace.updates.isEmpty else { return Wording.bothPasses }
    let isByExamples = !trace.examples.isEmpty
    return Wording.course(
      walkthrough.updateMethod, objective.sense, count: trace.training?.epochs ?? 1, inEpochs: isByExamples)
  }
}
