import DocumentModel
import Narration
import Renderers

extension Workbook {
  /// What a list of pages says of the page of this walkthrough, which stands in `file`.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  public func indexEntry(file: String, _ options: RenderingOptions) throws(RenderingProblem) -> IndexPage.Entry {
    let document = try document(options)
    let summary = Narrator(trace, hasFigures: false).summary
    return IndexPage.Entry(
      file: file, title: document.title, remark: summary.remark, course: summary.course, figure: document.firstFigure)
  }
}

extension Document {
  fileprivate var firstFigure: Figure? {
    guard hasDiagrams || hasPlots else { return nil }
    var first: Figure?
    forEachStep { step in
      if first == nil { first = step.blocks.lazy.compactMap(\.figure).first }
    }
    return first
  }
}

extension Block {
  fileprivate var figure: Figure? {
    if case .figure(let figure) = self { figure } else { nil }
  }
}

public typealias IndexPage = Renderers.IndexPage
