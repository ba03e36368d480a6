import DocumentModel

/// A part of a document, from one heading of the first level to the next or to the one behind its figure, which a wide
/// screen shows beside all of it. Its steps are written as they come.
struct PagePart {
  /// Where the part begins on the page.
  private let start: Int
  private(set) var isIllustrated = false
  /// Whether the column with the steps before the figure, or behind it, is open.
  private var isTelling = false

  /// Where its steps begin.
  private let content: Int

  init(on page: inout ByteBuffer) {
    start = page.count
    HTMLElement.open(.div, [.class: "part"], to: &page)
    content = page.count
  }

  mutating func add(_ step: PageStep, to page: inout ByteBuffer) {
    if !isIllustrated, let figure = step.figure, let place = PageFigure.window(beside: figure) {
      illustrate([.class: "part illustrated \(place.window)", .style: place.style], &page)
      step.element.write(to: &page)
    } else {
      if !isTelling { HTMLElement.open(.div, [.class: "told"], to: &page) }
      isTelling = true
      step.element.write(to: &page)
      page.append(UInt8(ascii: "\n"))
    }
  }

  /// Where a figure comes behind some steps, the part begins anew.
  private mutating func illustrate(_ attributes: HTMLElement.Attributes, _ page: inout ByteBuffer) {
    endTelling(&page)
    isIllustrated = true
    let told = page.cut(from: content)
    page.remove(start..<content)
    HTMLElement.open(.div, attributes, to: &page)
    page.append(told)
  }

  mutating func end(_ page: inout ByteBuffer) {
    endTelling(&page)
    HTMLElement.close(.div, to: &page)
  }

  private mutating func endTelling(_ page: inout ByteBuffer) {
    if isTelling { HTMLElement.close(.div, to: &page) }
    isTelling = false
  }
}
