/// The formats that proofreading reports can be written in; one row each.
public enum ReportFormat: String, Sendable, CaseIterable {
  case markdown, json, html

  /// All reports as one file, in UTF-8.
  public func bytes(_ reports: [ProofReport]) -> [UInt8] {
    switch self {
    case .markdown: ProofReport.markdown(reports)
    case .json: ProofReport.json(reports)
    case .html: ProofReport.html(reports)
    }
  }
}
