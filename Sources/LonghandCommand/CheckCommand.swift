import Longhand

/// `longhand check`
enum CheckCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    if let problem = problem(invocation) {
      console.complain(problem)
      return .failed
    }
    let document: SourceText?
    do throws(System.Failure) {
      document = try invocation.value("--document").map { path throws(System.Failure) in
        SourceText(name: path == "-" ? WalkthroughFiles.standardInputName : path, bytes: try System.read(path))
      }
    } catch {
      console.complain(error.message)
      return .failed
    }
    var reports: [ProofReport] = []
    let code = WalkthroughFiles.forEach(invocation, console) { path, workbook in
      check(path, workbook, against: document, invocation, console, &reports)
    }
    return max(code, write(reports, invocation, console))
  }

  /// What does not go together.
  private static func problem(_ invocation: Invocation) -> String? {
    let isOneFile = invocation.operands.count == 1 && !System.isFolder(invocation.operands[0])
    if let document = invocation.value("--document") {
      if !isOneFile { return documentNeedsOneFile }
      if document == "-", invocation.operands[0] == "-" { return inputReadTwice }
    }
    guard let output = invocation.value("-o"), output != "-" else { return nil }
    if invocation.value("--to") == nil { return outputNeedsFormat }
    if output.hasSuffix(WalkthroughFiles.fileExtension) { return wouldOverwrite(output, "a walkthrough") }
    if System.isSame(output, as: invocation.value("--document")) { return wouldOverwrite(output, "the document") }
    let walkthroughs = invocation.operands.flatMap { (try? WalkthroughFiles.list($0)) ?? [] }
    let documents = walkthroughs.map(WalkthroughFiles.stem).flatMap { stem in
      Format.allCases.map { "\(stem).\($0.fileExtension)" }
    }
    if documents.contains(where: { System.isSame(output, as: $0) }) {
      return wouldOverwrite(output, "a document of the walkthrough")
    }
    if (try? System.read(output)).map(FigureFile.isOurs) == true {
      return wouldOverwrite(output, "a figure of a document")
    }
    return System.isFolder(output) ? outputIsFolder(output) : nil
  }

  private static func check(
    _ path: String, _ workbook: Workbook, against document: SourceText?, _ invocation: Invocation,
    _ console: Console, _ reports: inout [ProofReport]
  ) -> ExitCode {
    do {
      let proof = try document.map(workbook.proof(of:)) ?? workbook.proof()
      if saysAll(invocation) || document != nil { reports.append(proof.report) }
      // A table, or a report, says the same of printed numbers.
      console.report(saysAll(invocation) ? proof.derivativeComplaints : proof.complaints)
      let stale =
        try path == "-" || document != nil
        ? [] : StaleFiles.complaints(beside: path, workbook, limit: WalkthroughFiles.limitAsTyped(invocation))
      for complaint in stale { console.complain(complaint) }
      let isRead = document == nil || !proof.verdicts.isEmpty
      return proof.isClean && stale.isEmpty && isRead ? .fine : .no
    } catch {
      console.complain(of: error, at: path)
      return .failed
    }
  }

  /// The reports in the format that is asked for; in the terminal where many words, or a document, are.
  private static func write(_ reports: [ProofReport], _ invocation: Invocation, _ console: Console) -> ExitCode {
    if reports.isEmpty { return .fine }
    guard let format = invocation.value("--to").flatMap(ReportFormat.init) else {
      let width = console.width ?? 80
      var texts: [String] = []
      if invocation.has("--verbose") {
        texts = reports.map { $0.text(width: width, usesColour: console.wantsColour) }
      } else if invocation.has("--document") {
        texts = reports.map { $0.unmatched(width: width) }.filter { !$0.isEmpty }
      }
      let shown = texts.joined(separator: "\n")
      return shown.isEmpty ? .fine : console.write(shown)
    }
    guard let output = invocation.value("-o"), output != "-" else { return console.write(format.bytes(reports)) }
    do throws(System.Failure) {
      try System.replace(output, with: format.bytes(reports))
      return console.write("wrote \(output)\n")
    } catch {
      console.complain(error.message)
      return .failed
    }
  }

  private static func saysAll(_ invocation: Invocation) -> Bool {
    invocation.has("--verbose") || invocation.value("--to") != nil
  }
}

extension CheckCommand {
  private static let documentNeedsOneFile = "--document is read beside one walkthrough; name one file"
  private static let inputReadTwice = "standard input cannot be both the walkthrough and the document"
  private static let outputNeedsFormat = "-o is for reports; add --to markdown, json or html"

  private static func wouldOverwrite(_ output: String, _ what: String) -> String {
    "`\(output)` is the name of \(what); name another file for the report"
  }
  private static func outputIsFolder(_ output: String) -> String { "`\(output)` is a folder; name a file" }
}
