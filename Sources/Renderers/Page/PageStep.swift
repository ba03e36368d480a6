import DocumentModel

/// A step of a document as a section of a page.
struct PageStep {
  let step: Step

  var element: HTMLElement {
    let attributes: HTMLElement.Attributes = [
      .class: "step", .id: id, .quantities: HTMLElement.Attributes.list(step.quantities),
      .edges: HTMLElement.Attributes.list(step.edges),
    ]
    let content = step.blocks.indices.flatMap { number in
      PageBlocks.elements(step.blocks[number], answer: number == step.resultBlock ? answer : nil)
    }
    return .element(.section, attributes, content)
  }

  /// The figure that all of the step is, if it is one.
  var figure: Figure? {
    if step.blocks.count == 1, case .figure(let figure) = step.blocks[0] { figure } else { nil }
  }

  /// As an address can hold it.
  private var id: String { String(step.id.map { $0 == " " ? "-" : $0 }) }

  /// What is answered by the last link of the result, in plain text.
  private var answer: String? {
    guard let block = step.resultBlock, case .equation(let equation) = step.blocks[block],
      !equation.links.isEmpty
    else { return nil }
    return PageText.plain(equation.left)
  }
}
