import DocumentModel

/// Spells a document as one web page that needs nothing else: no network, no library, its own font of mathematics.
///
/// Without JavaScript it is complete; with it, keys walk through the steps and results can be hidden.
public struct PageRenderer: Sendable {
  public init() {}

  /// Whether a file begins as every page and every list of pages.
  public static func beginsPage(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(1000), as: UTF8.self).contains(PageHead.policy)
  }

  /// The whole page in UTF-8; the same bytes for the same document.
  public func bytes(_ document: Document) -> [UInt8] {
    var all: [UInt8] = []
    write(document) { all += $0 }
    return all
  }

  /// How many bytes are handed over at once, about; a page of many steps has hundreds of megabytes.
  private static let pieceSize = 1 << 20

  /// Hands over the page in pieces, so that a large one need not be held.
  public func write(_ document: Document, to sink: ([UInt8]) -> Void) {
    var bytes = ByteBuffer(capacity: 1 << 18)
    bytes += "<!DOCTYPE html>\n"
    HTMLElement.open(.html, [.lang: "en"], to: &bytes)
    let title = PageText.plain(document.title)
    PageHead.document(title).write(to: &bytes)
    HTMLElement.open(.body, [:], to: &bytes)
    HTMLElement.element(.header, [:], [.element(.h1, [:], PageBlocks.inlines(document.title)), PageFurniture.hint])
      .write(to: &bytes)
    HTMLElement.open(.main, [:], to: &bytes)
    PageFurniture.givens.write(to: &bytes)
    writeSteps(of: document, to: &bytes, sink)
    HTMLElement.close(.main, to: &bytes)
    let live = document.calculation.map(PageLive.elements) ?? []
    for element in PageFurniture.controls + [PageFurniture.footer] + live + PageScript.all { element.write(to: &bytes) }
    HTMLElement.close(.body, to: &bytes)
    HTMLElement.close(.html, to: &bytes)
    sink(bytes.bytes)
  }

  private func writeSteps(of document: Document, to bytes: inout ByteBuffer, _ sink: ([UInt8]) -> Void) {
    var part = PagePart(on: &bytes)
    document.forEachStep { step in
      if step.beginsPart(behindFigure: part.isIllustrated) {
        part.end(&bytes)
        part = PagePart(on: &bytes)
      }
      part.add(PageStep(step: step), to: &bytes)
      // A drawing may still come to stand beside what its part has told.
      if !document.hasDiagrams, bytes.count > Self.pieceSize {
        sink(bytes.bytes)
        bytes.removeAll()
      }
    }
    part.end(&bytes)
  }
}

extension Step {
  /// A part that has its figure ends at any heading: what follows may have a figure of its own.
  fileprivate func beginsPart(behindFigure: Bool) -> Bool {
    if case .heading(let level, _) = blocks.first { level == 1 || behindFigure } else { false }
  }
}
