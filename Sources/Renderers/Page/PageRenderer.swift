import DocumentModel

/// Spells a document as one web page that needs nothing else: no network, no library, its own font of mathematics.
///
/// Without JavaScript it is complete; with it, keys walk through the steps and results can be hidden.
public struct PageRenderer: Sendable {
  public init() {}

  /// The whole page in UTF-8; the same bytes for the same document.
  public func bytes(_ document: Document) -> [UInt8] {
    var bytes = Array("<!DOCTYPE html>\n".utf8)
    HTMLElement.open(.html, [.lang: "en"], to: &bytes)
    let title = PageText.plain(document.title)
    PageHead.document(title).write(to: &bytes)
    HTMLElement.open(.body, [:], to: &bytes)
    HTMLElement.element(.header, [:], [.element(.h1, [:], PageBlocks.inlines(document.title)), PageFurniture.hint])
      .write(to: &bytes)
    HTMLElement.open(.main, [:], to: &bytes)
    PageFurniture.givens.write(to: &bytes)
    writeSteps(of: document, to: &bytes)
    HTMLElement.close(.main, to: &bytes)
    let live = document.calculation.map(PageLive.elements) ?? []
    for element in PageFurniture.controls + [PageFurniture.footer] + live + PageScript.all { element.write(to: &bytes) }
    HTMLElement.close(.body, to: &bytes)
    HTMLElement.close(.html, to: &bytes)
    return bytes
  }

  private func writeSteps(of document: Document, to bytes: inout [UInt8]) {
    var part = PagePart()
    document.forEachStep { step in
      if step.beginsPart {
        part.write(to: &bytes)
        part = PagePart()
      }
      part.add(PageStep(step: step))
    }
    part.write(to: &bytes)
  }
}

extension Step {
  fileprivate var beginsPart: Bool {
    if case .heading(level: 1, _) = blocks.first { true } else { false }
  }
}
