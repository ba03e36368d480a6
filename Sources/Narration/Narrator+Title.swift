import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The title, and the steps with the mark explained where it is met first.
  func titled(_ figures: Illustrations, _ telling: @escaping @Sendable ((Step) -> Void) -> Void) -> Document {
    var document = Document(title: walkthrough.title.map { [.text($0)] } ?? Wording.untitled.inlines) { tell in
      var explained: [Mark] = []
      var signs: [Sign] = []
      let ties = hasMatrices ? ([trace] + trace.examples).flatMap(\.kinks).filter { $0.axis != nil } : []
      telling { told in
        let step = hasMatrices ? told.explainingSigns(&signs, ties: ties) : told
        tell(step.explainingMarks(&explained, isCarried: walkthrough.carry != nil))
      }
    }
    figures.announce(in: &document)
    return document
  }
}

/// What the mark behind an equation can mean.
private enum Mark: CaseIterable {
  case lastDigit, moreDigits
}

extension Equation {
  fileprivate var marks: [Mark] { isMarked ? isFarOff ? [.lastDigit, .moreDigits] : [.lastDigit] : [] }
}

extension Step {
  /// With the meanings of the mark that are met for the first time behind the equations that have them.
  fileprivate func explainingMarks(_ explained: inout [Mark], isCarried: Bool) -> Step {
    guard explained.count < Mark.allCases.count, hasMark else { return self }
    return explaining { equation in
      let new = equation.marks.filter { !explained.contains($0) }
      explained += new
      return new.map { mark in
        switch mark {
        case .lastDigit: Wording.mark(isCarried: isCarried)
        case .moreDigits: Wording.farMark
        }
      }
    }
  }

  private var hasMark: Bool {
    blocks.contains { if case .equation(let equation) = $0 { equation.isMarked } else { false } }
  }

  /// With remarks behind its equations.
  func explaining(_ remarks: (Equation) -> [Sentence]) -> Step {
    var step = self
    step.blocks = []
    for (number, block) in blocks.enumerated() {
      step.blocks.append(block)
      if number == resultBlock { step.resultBlock = step.blocks.count - 1 }
      guard case .equation(let equation) = block else { continue }
      let said = remarks(equation)
      if !said.isEmpty { step.blocks.append(said.reduce(Sentence()) { $0 + $1 }.paragraph) }
    }
    return step
  }
}
