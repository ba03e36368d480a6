import Longhand

/// Documents beside a walkthrough, and their figures, that are not what the file alone gives.
enum StaleFiles {
  /// What is wrong with them; a document that was never written is not missed.
  ///
  /// - Parameter limit: words of the command line without which the file is not worked.
  static func complaints(beside path: String, _ workbook: Workbook, limit: String) throws -> [String] {
    let own = DocumentPlace(path)
    let stem = WalkthroughFiles.stem(own.name)
    let names = try System.names(in: own.folder.isEmpty ? "." : own.folder)
    return try Format.allCases.flatMap { format in
      let ending = "." + format.fileExtension
      // A file that the folder's list leaves out, since its name begins with a point, is asked for by name.
      let documents = [stem + ending] + names.filter { $0 != stem + ending && isDocument($0, of: stem, ending, names) }
      return try documents.flatMap { name in
        guard System.exists(own.path(beside: name)) else { return [String]() }
        let readings = RenderingOptions.readings(
          of: String(name.dropFirst(stem.count).dropLast(ending.count)), format, workbook)
        let found = try readings.compactMap {
          try complaints(
            of: DocumentPlace(own.path(beside: name)), names, $0, format, workbook, command(path, format, $0) + limit)
        }
        return found.contains(where: \.isEmpty) ? [] : found.first ?? []
      }
    }
  }

  /// Whether a file may be a document of the walkthrough; `net-w.md` is none of `net.walk` where `net-w.walk` stands beside
  /// it.
  private static func isDocument(_ name: String, of stem: String, _ ending: String, _ names: [String]) -> Bool {
    guard name.hasPrefix(stem + "-"), name.hasSuffix(ending) else { return false }
    return !names.contains {
      let other = WalkthroughFiles.stem($0)
      return other != $0 && other.count > stem.count && (name.dropLast(ending.count) + "-").hasPrefix(other + "-")
    }
  }

  /// - Parameter command: what writes it.
  /// - Returns: nothing where the walkthrough has no such document, so that the file is somebody's own.
  private static func complaints(
    of document: DocumentPlace, _ names: [String], _ options: RenderingOptions, _ format: Format, _ workbook: Workbook,
    _ command: String
  ) throws -> [String]? {
    let files: [RenderedFile]
    do throws(RenderingProblem) {
      files = try workbook.files(as: format, options, stem: document.stem)
    } catch {
      if options == RenderingOptions() { throw error }
      return nil
    }
    let own = document.path(beside: document.name)
    if System.isPlainFile(own), !DocumentFile.isOurs(try System.read(own), format) { return nil }
    let stale = try files.compactMap { try complaint(of: document.path(beside: $0.name), $0.bytes, command) }
    return try stale
      + leftOver(document, names, files, format).map {
        isLeftOver(document.path(beside: $0), document.path(beside: document.name))
      }
  }

  /// - Parameter command: what writes it.
  private static func complaint(of path: String, _ bytes: [UInt8], _ command: String) throws -> String? {
    guard System.exists(path) else { return isMissing(path, command) }
    return try System.isFile(path, holding: bytes) ? nil : isOutOfDate(path, command)
  }

  /// Figures that the document had before.
  private static func leftOver(
    _ document: DocumentPlace, _ names: [String], _ files: [RenderedFile], _ format: Format
  ) throws -> [String] {
    guard format.hasFigureFiles else { return [] }
    return try names.filter { name in
      guard name.hasPrefix(document.stem + "-"), name.hasSuffix(".svg"), !files.contains(where: { $0.name == name })
      else { return false }
      let path = document.path(beside: name)
      return try System.isPlainFile(path)
        && FigureFile.isFigure(name: name, System.read(path), ofDocument: document.stem)
    }
  }
}

extension StaleFiles {
  private static func isOutOfDate(_ path: String, _ command: String) -> String {
    "`\(path)` is out of date; `\(command)` writes it anew"
  }
  private static func isMissing(_ path: String, _ command: String) -> String {
    "`\(path)` is missing; `\(command)` writes it"
  }
  private static func isLeftOver(_ path: String, _ document: String) -> String {
    "`\(path)` is left over: `\(document)` has no such figure any more; delete it"
  }
  private static func command(_ walkthrough: String, _ format: Format, _ options: RenderingOptions) -> String {
    "longhand render \(walkthrough.asShellPath)" + (format == .markdown ? "" : " --to \(format.rawValue)")
      + options.words
  }
}
