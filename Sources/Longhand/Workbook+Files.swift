import DocumentModel
import Renderers
import TraceEncoding

/// A file that is to stand in a folder: a document, or a figure that it refers to.
public struct RenderedFile: Sendable, Equatable {
  public let name: String
  public let bytes: [UInt8]
}

extension Workbook {
  /// The worked example as files that stand beside each other: the document `STEM.md` first, then its figures
  /// `STEM-….svg` where the format keeps them in files.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  public func files(
    as format: Format, _ options: RenderingOptions = RenderingOptions(), stem: String
  ) throws(RenderingProblem) -> [RenderedFile] {
    let name = "\(stem).\(format.fileExtension)"
    guard let render = format.rendererWithFigures(options, stem: stem) else {
      return [RenderedFile(name: name, bytes: try rendered(as: format, options) + DocumentFile.mark(format))]
    }
    let (bytes, figures) = render(try document(options))
    return [RenderedFile(name: name, bytes: bytes + DocumentFile.mark(format))]
      + figures.map { figure in
        RenderedFile(
          name: MarkdownRenderer.fileName(ofFigure: figure.id, stem: stem), bytes: SVGFigure(figure).file)
      }
  }
}

/// Documents that Longhand wrote, told from those of others by how they begin or end: beside a walkthrough both may have
/// the same name.
public enum DocumentFile {
  /// Whether Longhand wrote a document that holds these bytes, in this version or an earlier one.
  public static func isOurs(_ bytes: [UInt8], _ format: Format) -> Bool {
    switch format {
    case .markdown, .latex: ends(bytes, with: mark(format))
    case .text: TextRenderer.beginsWithTitle(bytes)
    case .json: bytes.starts(with: TraceEncoder.start.utf8)
    case .html: PageRenderer.beginsPage(bytes)
    }
  }

  /// Blanks and line ends around either do not count.
  private static func ends(_ bytes: [UInt8], with mark: [UInt8]) -> Bool {
    func end(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
      bytes[..<((bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? -1) + 1)]
    }
    let mark = end(mark).drop { $0 <= UInt8(ascii: " ") }
    return end(bytes).suffix(mark.count).elementsEqual(mark)
  }

  /// A remark that no reader of the page sees; none where what a document begins with says as much.
  static func mark(_ format: Format) -> [UInt8] {
    switch format {
    case .markdown: Array("\n<!-- \(origin) -->\n".utf8)
    case .latex: Array("% \(origin)\n".utf8)
    case .text, .json, .html: []
    }
  }

  private static let origin =
    "Written by Longhand from its walkthrough; the next rendering replaces what is changed here."
}

/// Files with figures that Longhand wrote, told from all others by how they begin.
public enum FigureFile {
  /// Whether Longhand wrote a file that holds these bytes.
  public static func isOurs(_ bytes: [UInt8]) -> Bool { id(in: bytes) != nil }

  /// Whether the file is a figure of the document with this stem, and of no other whose stem is longer.
  public static func isFigure(name: String, _ bytes: [UInt8], ofDocument stem: String) -> Bool {
    id(in: bytes).map { name == MarkdownRenderer.fileName(ofFigure: $0, stem: stem) } ?? false
  }

  private static func id(in bytes: [UInt8]) -> String? {
    let start = Array(SVGFigure.start.utf8)
    guard bytes.starts(with: start) else { return nil }
    let rest = bytes.dropFirst(start.count)
    return rest.firstIndex(of: UInt8(ascii: "\"")).map { String(decoding: rest[..<$0], as: UTF8.self) }
  }
}
