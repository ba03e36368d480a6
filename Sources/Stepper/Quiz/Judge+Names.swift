import DocumentModel
import Longhand
import WalkthroughLanguage

extension Question {
  /// What is said of the name of what comes next.
  func judgement(ofName name: String, _ accepted: [String]) -> Judgement {
    let given = name.plainName
    if accepted.contains(where: { $0.plainName == given }) { return .right(StepperWords.right) }
    if accepted.contains(where: { $0.plainName.turned == given }) {
      return .nearly(StepperWords.upsideDown, .other)
    }
    if given == self.name.plainName {
      return Judgement(verdict: .wrong, message: StepperWords.nextIsKnown, mistake: .otherQuantity)
    }
    return Judgement(verdict: .wrong, message: StepperWords.wrong(.next), mistake: .otherQuantity)
  }
}

extension Judge {
  /// The quantity that a formula names; a formula has letters for Greek words.
  func index(of symbol: Symbol) -> Int? {
    workbook.walkthrough.quantities.firstIndex { $0.name == symbol.name.withoutBlanks }
  }
}

extension String {
  /// A name without blanks, and without the word that says that a derivative is that of one formula.
  var plainName: String {
    let name = (hasPrefix("local ") ? String(dropFirst("local ".count)) : self).withoutBlanks
    return String(name.map { $0 == "∂" ? "d" : $0 })
  }

  /// dB/dA for dA/dB.
  fileprivate var turned: String? {
    let parts = split(separator: "/")
    return parts.count == 2 ? "\(parts[1])/\(parts[0])" : nil
  }
}
