import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func networkHeading(hasParameters: Bool) -> Sentence {
    hasParameters ? "The network in words" : "The computation in words"
  }
  static let forwardHeading: Sentence = "The forward pass"
  static let errorHeading = "The error"

  /// One part of the computation: what it makes of what, and with which parameters.
  static func section(
    _ title: String?, from sources: (names: Sentence, isOne: Bool), to results: (names: Sentence, isOne: Bool),
    with parameters: [Sentence]
  ) -> Sentence {
    let subject: Sentence = title.map { "\(strong: "\($0):")" } ?? ""
    let helpers: Sentence = parameters.isEmpty ? "" : ", with \(Sentence.list(parameters))"
    if sources.names.inlines.isEmpty {
      let verb = results.isOne ? "is" : "are"
      return subject
        + (parameters.isEmpty
          ? "\(results.names) \(verb) computed from numbers alone."
          : "\(results.names) \(verb) computed from \(Sentence.list(parameters)).")
    }
    return subject + "\(sources.names) \(sources.isOne ? "becomes" : "become") \(results.names)\(helpers)."
  }

  static func parameters(_ role: Role, _ names: Sentence, isOne: Bool, areNumbers: Bool) -> Sentence {
    "the \(noun(role, isOne: isOne, areNumbers: areNumbers)) \(names)"
  }

  static func rangeOfNames(_ first: Formula, _ last: Formula, count: Int) -> Sentence {
    "\(first) to \(last) (\(String(count)) in all)"
  }

  static func paths(_ groups: [(count: Int, names: Sentence, isOne: Bool)], to objective: Formula) -> Sentence {
    let parts = groups.enumerated().map { index, group -> Sentence in
      let verb: String = index > 0 ? "" : group.count == 1 ? " leads" : " lead"
      let target: Sentence = index == 0 ? " to \(objective)" : ""
      return "\(pathCount(group.count))\(verb)\(target) from \(group.isOne ? "" : "each of ")\(group.names)"
    }
    return "\(Sentence.list(parts).capitalized)."
  }

  /// `one path`, `six paths`; past what can be counted, a bound.
  static func pathCount(_ count: Int) -> String {
    count == Int.max ? "more than 9 × 10¹⁸ paths" : counted(count, "path")
  }
}
