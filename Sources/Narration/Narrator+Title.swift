import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The title, and the steps with the mark explained where it is met first.
  func titled(_ figures: Illustrations, _ telling: @escaping @Sendable ((Step) -> Void) -> Void) -> Document {
    var document = Document(title: walkthrough.title.map { [.text($0)] } ?? Wording.untitled.inlines) { tell in
      var isMarkExplained = false
      var signs: [Sign] = []
      let ties = hasMatrices ? ([trace] + trace.examples).flatMap(\.kinks).filter { $0.axis != nil } : []
      telling { told in
        let step = hasMatrices ? told.explainingSigns(&signs, ties: ties) : told
        guard !isMarkExplained, let marked = step.firstMarkedBlock else { return tell(step) }
        isMarkExplained = true
        tell(step.explaining(marked, Wording.mark(isCarried: walkthrough.carry != nil)))
      }
    }
    figures.announce(in: &document)
    return document
  }
}

extension Step {
  /// The first equation whose printed numbers give another last digit, by its number among the blocks.
  fileprivate var firstMarkedBlock: Int? {
    blocks.firstIndex { if case .equation(let equation) = $0 { equation.isMarked } else { false } }
  }

  /// With a remark behind one of its blocks.
  fileprivate func explaining(_ block: Int, _ remark: Sentence) -> Step {
    var step = self
    step.blocks.insert(remark.paragraph, at: block + 1)
    if let result = resultBlock, result > block { step.resultBlock = result + 1 }
    return step
  }
}
