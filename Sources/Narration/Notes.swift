import DocumentModel
import WalkthroughLanguage

/// The remarks of a file, by where they are told.
struct Notes {
  /// Above everything that the file has, and below no section: they speak of all of it.
  private(set) var opening: [String] = []
  /// By quantity: what stands before its statement; behind all statements, last.
  private(set) var before: [[String]]

  init(of walkthrough: Walkthrough) {
    let quantities = walkthrough.quantities
    before = [[String]](repeating: [], count: quantities.count + 1)
    var isBelowSection = false
    var statement = 0
    for passage in walkthrough.passages {
      statement = max(statement, passage.before)
      while statement < quantities.count, quantities[statement].role.isGiven { statement += 1 }
      switch passage.kind {
      case .section: isBelowSection = true
      case .note where passage.before == 0 && !isBelowSection: opening.append(passage.text)
      case .note: before[statement].append(passage.text)
      }
    }
  }

  /// The first that the document has.
  var first: String? { opening.first ?? before.lazy.compactMap(\.first).first }
}

extension [String] {
  /// Remarks as they stand in a document.
  var paragraphs: [Block] { map { .paragraph([.text($0)]) } }
}
