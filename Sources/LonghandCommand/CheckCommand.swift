import Longhand

/// `longhand check`
enum CheckCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    let isVerbose = invocation.has("--verbose")
    return WalkthroughFiles.forEach(invocation, console) { path, workbook in
      do {
        let proof = try workbook.proof()
        let listed = isVerbose ? console.write(proof.report.listing) : .fine
        console.report(proof.complaints)
        let stale = try path == "-" ? [] : staleDocuments(beside: path, workbook)
        for (document, format) in stale { console.complain(staleMessage(document, format)) }
        return max(listed, proof.isClean && stale.isEmpty ? .fine : .no)
      } catch let diagnostics as Diagnostics {
        console.report(diagnostics.report)
      } catch let failure as System.Failure {
        console.complain("\(path): \(failure.reason)")
      } catch {
        console.complain("\(path): \(error)")
      }
      return .failed
    }
  }

  private static func staleMessage(_ document: String, _ format: Format) -> String {
    let option = format == .markdown ? "" : " --to \(format.rawValue)"
    return "`\(document)` is out of date; `longhand render\(option)` writes it anew"
  }

  /// Documents beside the file that differ from what the file alone gives.
  private static func staleDocuments(beside path: String, _ workbook: Workbook) throws -> [(String, Format)] {
    try Format.allCases.compactMap { format in
      let document = "\(WalkthroughFiles.stem(path)).\(format.fileExtension)"
      guard System.exists(document) else { return nil }
      return try System.read(document) == workbook.rendered(as: format) ? nil : (document, format)
    }
  }
}
