import Longhand
import Renderers

/// `longhand render`
enum RenderCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    let options = RenderingOptions(invocation)
    if let problem = outputProblem(invocation) {
      console.complain(problem)
      return .failed
    }
    var written: [String] = []
    let isChanged = options.quantity != nil || options.telling != nil || options.figures == .none
    let formats = formats(invocation.value("--to"), holdsDocumentsOnly: isChanged)
    var site = site(invocation, formats)
    if let site, site.prepare(console) == .failed { return .failed }
    let code = WalkthroughFiles.forEach(invocation, console) { path, workbook in
      var worst = ExitCode.fine
      for format in formats {
        let target = target(for: path, format, options, invocation, isOnly: isOnly(invocation, formats))
        if let target {
          guard !written.contains(target) else {
            console.complain(writtenTwice(target))
            worst = .failed
            continue
          }
          written.append(target)
          // What `-o` names is meant.
          if target != invocation.value("-o"), let problem = problem(with: target, of: path, format) {
            console.complain(problem)
            worst = .failed
            continue
          }
        }
        let code = write(workbook, path, format, options, to: target, &written, console)
        if code == .fine, let target { site?.add(workbook, at: target, options) }
        worst = max(worst, code)
      }
      return worst
    }
    return max(code, site?.index.map { write($0.bytes, to: $0.path, written, console) } ?? .fine)
  }

  /// What keeps a document from the place that its walkthrough gives it.
  private static func problem(with target: String, of path: String, _ format: Format) -> String? {
    let walkthrough = target.dropLast(format.fileExtension.count + 1) + WalkthroughFiles.fileExtension
    if System.exists(String(walkthrough)), !System.isSame(String(walkthrough), as: path) {
      return belongs(target, to: String(walkthrough))
    }
    return isSomebodys(target, format) ? isWrittenByHand(target) : nil
  }

  private static func site(_ invocation: Invocation, _ formats: [Format]) -> Site? {
    Site(invocation.value("-o"), formats, isOnly: isOnly(invocation, formats))
  }

  /// Writes the list of a site.
  private static func write(
    _ index: [UInt8], to path: String, _ written: [String], _ console: Console
  ) -> ExitCode {
    if written.contains(path) {
      console.complain(hidesList(path))
      return .failed
    }
    if isSomebodys(path, .html) {
      console.complain(isWrittenByHand(path))
      return .failed
    }
    do throws(System.Failure) {
      return console.write(try put(index, at: path) ? wrote(path, 0) : upToDate(path, 0))
    } catch {
      console.complain(error.message)
      return .failed
    }
  }

  /// What speaks against the place that `-o` names.
  private static func outputProblem(_ invocation: Invocation) -> String? {
    guard let output = invocation.value("-o"), output != "-" else { return nil }
    if output.hasSuffix(WalkthroughFiles.fileExtension) { return overwritesWalkthrough(output) }
    let formats = formats(invocation.value("--to"), holdsDocumentsOnly: false)
    if System.isFolder(output) { return nil }
    let isNamedLikeAFile = Format.allCases.contains { output.hasSuffix("." + $0.fileExtension) }
    let makesFolder = site(invocation, formats) != nil && !System.exists(output) && !isNamedLikeAFile
    if makesFolder { return nil }
    guard isOnly(invocation, formats) else { return needsFolder(output) }
    let folder = DocumentPlace(output).folder
    return folder.isEmpty || System.isFolder(folder) ? nil : hasNoFolder(output, folder)
  }

  /// With `--of` or `--telling`, and without figures, all formats means all documents; pages are never among them.
  private static func formats(_ word: String?, holdsDocumentsOnly: Bool) -> [Format] {
    guard let word else { return [.markdown] }
    return Format(rawValue: word).map { [$0] } ?? Format.beside.filter { !holdsDocumentsOnly || $0 != .json }
  }

  /// Whether one document comes out, so that `-o` can name it.
  private static func isOnly(_ invocation: Invocation, _ formats: [Format]) -> Bool {
    formats.count == 1 && invocation.operands.count == 1 && !System.isFolder(invocation.operands[0])
  }

  /// Where a document goes; nothing for standard output.
  private static func target(
    for path: String, _ format: Format, _ options: RenderingOptions, _ invocation: Invocation, isOnly: Bool
  ) -> String? {
    let output = invocation.value("-o")
    if output == "-" || output == nil && path == "-" { return nil }
    let stem = path == "-" ? "walkthrough" : WalkthroughFiles.stem(path)
    let name = options.name(behind: stem) + "." + format.fileExtension
    guard let output else { return name }
    if isOnly, !System.isFolder(output), !output.hasSuffix("/") { return output }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return output.hasSuffix("/") ? output + last : "\(output)/\(last)"
  }

  private static func write(
    _ workbook: Workbook, _ path: String, _ format: Format, _ options: RenderingOptions, to target: String?,
    _ written: inout [String], _ console: Console
  ) -> ExitCode {
    do {
      guard let target else { return console.write(try workbook.rendered(as: format, options)) }
      if System.isSpecial(target) {
        // A device or a pipe has nothing beside it, so that figures are told in words.
        try System.replace(target, with: workbook.rendered(as: format, options))
        return console.write(wrote(target, 0))
      }
      if let pieces = try workbook.pieces(as: format, options) {
        let isNew = try System.replace(target, with: pieces)
        return console.write(isNew ? wrote(target, 0) : upToDate(target, 0))
      }
      let place = DocumentPlace(target)
      let files = try workbook.files(as: format, options, stem: place.stem)
      let figures = files.dropFirst().map { (path: place.path(beside: $0.name), bytes: $0.bytes) }
      if let twice = figures.first(where: { written.contains($0.path) }) {
        console.complain(writtenTwice(twice.path))
        return .failed
      }
      let stale = try figures.filter { try !System.isFile($0.path, holding: $0.bytes) }
      if let foreign = try stale.first(where: { try isForeign($0.path) }) {
        console.complain(standsInTheWay(foreign.path))
        return .failed
      }
      written += figures.map(\.path)
      // The document last: so it never refers to a figure that is not there yet.
      for figure in stale { try System.replace(figure.path, with: figure.bytes) }
      let isNew = try put(files[0].bytes, at: target) || !stale.isEmpty
      return console.write(isNew ? wrote(target, figures.count) : upToDate(target, figures.count))
    } catch {
      console.complain(of: error, at: path)
      return .failed
    }
  }
}

extension RenderCommand {
  /// Whether it had to be written: replacing a file makes the file system flush it, and what is there already need not.
  private static func put(_ bytes: [UInt8], at path: String) throws(System.Failure) -> Bool {
    if try System.isFile(path, holding: bytes) { return false }
    try System.replace(path, with: bytes)
    return true
  }

  /// Whether a document stands there that Longhand did not write.
  private static func isSomebodys(_ document: String, _ format: Format) -> Bool {
    guard System.isPlainFile(document), let bytes = try? System.read(document) else { return false }
    return !DocumentFile.isOurs(bytes, format)
  }

  /// Whether something that Longhand did not write stands where a figure has to.
  private static func isForeign(_ figure: String) throws(System.Failure) -> Bool {
    guard System.exists(figure) else { return false }
    guard System.isPlainFile(figure) else { return true }
    return !FigureFile.isOurs(try System.read(figure))
  }

  fileprivate static func overwritesWalkthrough(_ path: String) -> String {
    "`-o \(path)` would overwrite a walkthrough; name a document, such as `page.md`"
  }
  fileprivate static func needsFolder(_ path: String) -> String {
    "several documents need an existing folder, and `\(path)` is none; make it first"
  }
  fileprivate static func hasNoFolder(_ path: String, _ folder: String) -> String {
    "cannot write `\(path)`: there is no folder `\(folder)`; make it first"
  }
  fileprivate static func belongs(_ path: String, to walkthrough: String) -> String {
    "`\(path)` is the name of the document of `\(walkthrough)`; name another file with -o"
  }
  fileprivate static func hidesList(_ path: String) -> String {
    "`\(path)` is the page of a walkthrough; the list of all pages would stand there, so it was not written"
  }
  fileprivate static func wrote(_ path: String, _ figures: Int) -> String {
    "wrote \(path)\(counted(figures).map { ", with \($0)" } ?? "")\n"
  }
  fileprivate static func upToDate(_ path: String, _ figures: Int) -> String {
    "\(path)\(counted(figures).map { " and its \($0) are" } ?? " is") up to date\n"
  }
  private static func counted(_ figures: Int) -> String? {
    figures == 0 ? nil : figures == 1 ? "1 figure" : "\(figures) figures"
  }
  fileprivate static func standsInTheWay(_ path: String) -> String {
    "`\(path)` is no figure that Longhand wrote; move it away, or write elsewhere with -o"
  }
  fileprivate static func isWrittenByHand(_ path: String) -> String {
    "`\(path)` does not look like what Longhand writes and is left as it is; write elsewhere with -o, or move it away"
  }
  fileprivate static func writtenTwice(_ path: String) -> String {
    "`\(path)` would be written twice; render the walkthroughs one by one, or into different folders"
  }
}
