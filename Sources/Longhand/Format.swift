import DocumentModel
import Renderers

/// The formats that a walkthrough can be written in; one row each.
public enum Format: String, Sendable, CaseIterable {
  case markdown, latex, text, json, html

  /// What `all` formats means, and what the walkthroughs of this project are kept in; pages are large, and made where
  /// somebody wants one.
  public static let beside = allCases.filter { $0 != .html }

  /// Behind the point of a file's name.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .latex: "tex"
    case .text: "txt"
    case .json: "json"
    case .html: "html"
    }
  }

  /// Whether lessons are written in it by hand, and can be proofread.
  public var isReadable: Bool {
    switch self {
    case .markdown, .latex: true
    case .text, .json, .html: false
    }
  }

  /// The format that a file's name ends with, whatever the case of its letters.
  public init?(ofFile name: String) {
    let ending = name.lowercased()
    guard let format = Self.allCases.first(where: { ending.hasSuffix("." + $0.fileExtension) }) else { return nil }
    self = format
  }

  /// How it spells a document; nothing for an encoding of the trace itself.
  func renderer(_ options: RenderingOptions) -> ((Document) -> [UInt8])? {
    switch self {
    case .markdown: MarkdownRenderer(flavour: options.flavour).bytes
    case .latex: LaTeXRenderer().bytes
    case .text: { Array(TextRenderer(width: options.width, usesColour: options.usesColour).render($0).utf8) }
    case .json: nil
    case .html: PageRenderer().bytes
    }
  }

  /// How it spells a document piece by piece; nothing where documents are short enough to be held as a whole.
  var piecewiseRenderer: ((Document, (([UInt8]) -> Void)) -> Void)? {
    switch self {
    case .html: PageRenderer().write
    case .markdown, .latex, .text, .json: nil
    }
  }

  /// Whether figures are files beside the document.
  public var hasFigureFiles: Bool { rendererWithFigures(RenderingOptions(), stem: "") != nil }

  /// How it spells a document whose figures are files of their own; nothing where they stand in the document.
  func rendererWithFigures(
    _ options: RenderingOptions, stem: String
  ) -> ((Document) -> (bytes: [UInt8], figures: [Figure]))? {
    switch self {
    case .markdown: MarkdownRenderer(flavour: options.flavour, figureStem: stem).bytesAndFigures
    case .latex, .text, .json, .html: nil
    }
  }
}

/// What can be chosen when a walkthrough is rendered; the defaults are what the file alone gives.
public struct RenderingOptions: Sendable, Equatable {
  public var telling: String?
  /// The quantity whose story is told alone.
  public var quantity: String?
  public var flavour = MarkdownRenderer.Flavour.github
  public var figures = FigureChoice.all
  /// Columns of plain text.
  public var width = 80
  public var usesColour = false

  public init() {}
}

/// Which figures a document has.
public enum FigureChoice: String, Sendable, CaseIterable {
  case all, none
}

public typealias MarkdownFlavour = MarkdownRenderer.Flavour
