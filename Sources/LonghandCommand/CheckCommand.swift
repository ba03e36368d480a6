import Longhand

/// `longhand check`
enum CheckCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    let isVerbose = invocation.has("--verbose")
    return WalkthroughFiles.forEach(invocation.operands, console) { path, workbook in
      do {
        let proof = try workbook.proof()
        if isVerbose { console.write(proof.listing) }
        console.report(proof.complaints)
        let stale = try path == "-" ? [] : staleDocuments(beside: path, workbook)
        for document in stale { console.complain("`\(document)` is out of date; `longhand render` writes it anew") }
        return proof.isClean && stale.isEmpty ? .fine : .no
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

  /// Documents beside the file that differ from what the file alone gives.
  private static func staleDocuments(beside path: String, _ workbook: Workbook) throws -> [String] {
    try Format.allCases.compactMap { format in
      let document = "\(WalkthroughFiles.stem(path)).\(format.fileExtension)"
      guard System.exists(document) else { return nil }
      return try System.read(document) == workbook.rendered(as: format) ? nil : document
    }
  }
}
