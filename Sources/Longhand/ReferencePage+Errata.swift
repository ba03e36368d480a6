import DocumentModel
import Renderers
import WalkthroughLanguage

extension ReferencePage {
  /// `docs/errata.md`: what proofreading found in each published document, in the order in which they come.
  package static func errata(_ proofs: [Proof]) -> String {
    let published = proofs.filter { !$0.verdicts.isEmpty && $0.walkthrough.origin != nil }
    var origins: [String] = []
    for proof in published {
      let origin = document(proof.walkthrough)
      if !origins.contains(origin) { origins.append(origin) }
    }
    let sections = origins.map { origin in
      Step(
        id: "document-\(origins.firstIndex(of: origin) ?? 0)",
        blocks: [.heading(level: 1, [.text(origin)])]
          + published.filter { document($0.walkthrough) == origin }.flatMap { blocks($0.report) })
    }
    let opening = Step(id: "opening", blocks: Self.opening.map { .paragraph([.text($0)]) })
    return MarkdownRenderer(flavour: .github).render(Document(title: [.text(title)], steps: [opening] + sections))
  }

  /// What a file names as its source, up to the part of it that it speaks of.
  private static func document(_ walkthrough: Walkthrough) -> String {
    let origin = walkthrough.origin ?? ""
    guard let end = origin.lastIndex(of: "\"") else { return origin }
    return String(origin[...end])
  }

  private static func blocks(_ report: ProofReport) -> [Block] {
    let errata = report.errata.isEmpty ? [] : [Block.table(report.table(of: report.errata))]
    return [.paragraph([.code(report.name), .text(": \(report.summary[0]).")])] + errata
  }
}

extension ReferencePage {
  private static let title = "Errata of published worked examples"
  private static let opening = [
    "This page is written by the program and compared by a test. Each walkthrough holds the numbers that a document "
      + "prints; most of them hold. A line that is marked (erratum) in the walkthrough is known to be wrong, and the "
      + "reason beside it is what proofreading found by itself: it follows to all printed digits.",
    "To see the lines that hold as well, run longhand check with --verbose.",
  ]
}
