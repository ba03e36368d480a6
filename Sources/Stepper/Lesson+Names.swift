import DocumentModel
import Renderers

extension Lesson {
  /// The step that works out what is called so: `sum_h1`, `w5`, `dE/dw5`, or the id of a step.
  func place(of name: String) -> Int? {
    let wanted = name.asName
    if let place = steps.firstIndex(where: { $0.name == wanted || $0.id.asName == wanted }) { return place }
    let ending = "-" + wanted
    return steps.firstIndex { $0.id.asName.hasSuffix(ending) } ?? firstStep(about: wanted)
  }

  /// Where a quantity is spoken of first: a given, where it is given.
  private func firstStep(about name: String) -> Int? {
    guard let quantity = names.firstIndex(of: name) else { return nil }
    return steps.firstIndex { $0.quantities.contains(quantity) }
  }

  /// The names that begin like this, each once, in the order of the steps.
  func names(like beginning: String) -> [String] {
    var seen: Set<String> = []
    return (steps.compactMap(\.name) + names)
      .filter { $0.hasPrefix(beginning.asName) && seen.insert($0).inserted }
  }

  /// A quantity and a slope that steps work out, to show how names are typed.
  var exampleNames: [String] {
    let all = steps.compactMap(\.name)
    return [all.first, all.first { $0.contains("/") }].compactMap(\.self)
  }

  /// What stands in a step, in small letters.
  func text(ofStep number: Int) -> String {
    let step = steps[number]
    let rows = TextRenderer(width: 200).rows(of: step.headings.suffix(1).map { .paragraph($0) } + step.blocks)
    return (rows.map(\.trimmed).joined(separator: " ") + " " + (step.name ?? "")).lowercased()
  }
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
