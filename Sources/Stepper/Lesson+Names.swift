import DocumentModel
import Renderers

extension Lesson {
  /// The step that works out what is called so: `sum_h1`, `w5`, `dE/dw5`, or the id of a step.
  func place(of name: String) -> Int? {
    let wanted = name.asName
    if let place = steps.firstIndex(where: { $0.name == wanted || $0.id.asName == wanted }) { return place }
    let ending = "-" + wanted
    return steps.firstIndex { $0.id.asName.hasSuffix(ending) }
      ?? steps.firstIndex { step in step.headings.last.map { Self.plain($0).hasSuffix(" " + name) } ?? false }
  }

  /// The names that begin like this, each once, in the order of the steps.
  func names(like beginning: String) -> [String] {
    var seen: Set<String> = []
    return steps.compactMap(\.name).filter { $0.hasPrefix(beginning.asName) && seen.insert($0).inserted }
  }

  /// What stands in a step, in small letters.
  func text(ofStep number: Int) -> String {
    let step = steps[number]
    let rows = TextRenderer(width: 200).rows(of: step.headings.suffix(1).map { .paragraph($0) } + step.blocks)
    return (rows.map(\.trimmed).joined(separator: " ") + " " + (step.name ?? "")).lowercased()
  }

  private static func plain(_ heading: [Inline]) -> String { TextRenderer(width: .max).row(of: heading).text }
}

extension Lesson.Step {
  /// What it works out, as a file writes it: `sum_h1`, `dE_total/dw5`, `new w5`.
  var name: String? { result?.equation.left.typed }
}

extension String {
  /// However a name is typed.
  fileprivate var asName: String {
    let words = trimmed
    return words.hasPrefix("new ") ? "new " + words.dropFirst(4).description.asName : words.plainName
  }
}
