import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func exampleHeading(_ number: Int) -> Sentence { "Example \(String(number))" }
  static func exampleGivens(_ values: Sentence) -> Sentence { "Here \(values)." }
  static let exampleColumn: Sentence = "Example"
  static let examplesTable: Sentence = "The examples:"

  static func furtherExamples(_ count: Int) -> Sentence {
    count == 1
      ? "The other example is worked in the same way."
      : "The other \(counted(count, "example")) are worked in the same way."
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

  /// The subscript of an objective that draws the examples of one update together, of several in an epoch.
  static let batchWord = "batch"

  /// - Parameter ofUpdate: how many examples the update saw, where it did not see all.
  static func drawnTogether(
    _ total: Formula, _ single: Formula, _ combination: Combination?, ofUpdate: Int?, addition: Formula?
  ) -> Sentence {
    let examples: Sentence =
      switch ofUpdate {
      case nil: "over the examples"
      case 1: "for the example of this update"
      case let count?: "over the \(counted(count, "example")) of this update"
      }
    let added: Sentence = addition.map { ", plus \($0)" } ?? ""
    let addedSlope: Sentence = addition.map { ", plus that of \($0)" } ?? ""
    if ofUpdate == 1 {
      return "\(total) is \(single) \(examples)\(added), so its slope is that of \(single)\(addedSlope):"
    }
    let how = how(combination)
    return
      "\(total) is the \(how) of \(single) \(examples)\(added), so its slope is the \(how) of their slopes\(addedSlope):"
  }

  static func addedHeading(_ name: Formula) -> Sentence { "What is added: \(name)" }
  static func addedOnce(_ name: Formula) -> Sentence { "\(name) is the same for all examples and is added once." }

  /// What counts, where the update went by a part of it.
  static func whole(_ total: Formula, _ single: Formula, _ combination: Combination?, addition: Formula?) -> Sentence {
    let added: Sentence = addition.map { ", plus \($0)" } ?? ""
    return "What counts is \(total), the \(how(combination)) of \(single) over all examples\(added)."
  }

  private static func how(_ combination: Combination?) -> Sentence {
    switch combination {
    case .averaged: "mean"
    case .summed, nil: "sum"
    }
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
