import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func exampleHeading(_ number: Int) -> Sentence { "Example \(String(number))" }
  static func exampleGivens(_ values: Sentence) -> Sentence { "Here \(values)." }
  static let exampleColumn: Sentence = "Example"
  static let examplesTable: Sentence = "The examples:"

  static func furtherExamples(_ count: Int) -> Sentence {
    "The other \(counted(count, "example")) \(count == 1 ? "is" : "are") worked in the same way."
  }

  static let togetherHeading: Sentence = "The examples together"

  /// The subscript of an objective that draws examples together, and perhaps something added once.
  static func word(_ combination: Combination, hasAddition: Bool) -> String {
    if hasAddition { return "total" }
    return switch combination {
    case .summed: "sum"
    case .averaged: "mean"
    }
  }

  static func drawnTogether(
    _ total: Formula, _ single: Formula, _ combination: Combination?, addition: Formula?
  ) -> Sentence {
    let added: Sentence = addition.map { ", plus \($0)" } ?? ""
    let start: Sentence =
      switch combination {
      case .averaged:
        "\(total) is the mean of \(single) over the examples\(added), so its slope is the mean of their slopes"
      case .summed, nil:
        "\(total) is the sum of \(single) over the examples\(added), so its slope is the sum of their slopes"
      }
    return addition.map { "\(start), plus that of \($0):" } ?? "\(start):"
  }

  static func objective(_ combination: Combination, _ single: Formula, addition: Formula?) -> Sentence {
    let sum: Sentence =
      switch combination {
      case .summed: "What counts is the sum of \(single) over all examples"
      case .averaged: "What counts is the mean of \(single) over all examples"
      }
    return addition.map { "\(sum), with \($0) added once." } ?? "\(sum)."
  }
}
