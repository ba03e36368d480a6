import DocumentModel

/// A part of a document, from one heading of the first level to the next, with the figure that a wide screen shows
/// beside all of it.
struct PagePart {
  /// The steps before the figure, and behind it, as they are written.
  private var before: [UInt8] = []
  private var behind: [UInt8] = []
  private var figure: HTMLElement?

  mutating func add(_ step: PageStep) {
    if figure == nil, let picture = step.figure, PageFigure.standsBeside(picture) {
      figure = step.element
    } else if figure == nil {
      Self.write(step, to: &before)
    } else {
      Self.write(step, to: &behind)
    }
  }

  private static func write(_ step: PageStep, to bytes: inout [UInt8]) {
    step.element.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds the part to a page.
  func write(to bytes: inout [UInt8]) {
    HTMLElement.open(.div, [.class: figure == nil ? "part" : "part illustrated"], to: &bytes)
    Self.write(before, to: &bytes)
    figure?.write(to: &bytes)
    Self.write(behind, to: &bytes)
    HTMLElement.close(.div, to: &bytes)
  }

  private static func write(_ steps: [UInt8], to bytes: inout [UInt8]) {
    if steps.isEmpty { return }
    HTMLElement.open(.div, [.class: "told"], to: &bytes)
    bytes += steps
    HTMLElement.close(.div, to: &bytes)
  }
}
