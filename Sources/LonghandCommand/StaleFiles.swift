import Longhand

/// Documents beside a walkthrough, and their figures, that are not what the file alone gives.
enum StaleFiles {
  /// What is wrong with them; a document that was never written is not missed.
  static func complaints(beside path: String, _ workbook: Workbook) throws -> [String] {
    let own = DocumentPlace(path)
    let names = try System.names(in: own.folder.isEmpty ? "." : own.folder)
    return try Format.allCases.flatMap { format in
      try names.flatMap { name in
        guard let options = options(ofDocument: name, format, own, names, workbook) else { return [String]() }
        let document = DocumentPlace(own.path(beside: name))
        // A document that cannot be told any more is out of date, too.
        guard let files = try? workbook.files(as: format, options, stem: document.stem) else {
          return [isOutOfDate(document.path(beside: name), format, options)]
        }
        let stale = try files.compactMap { try complaint(of: own.path(beside: $0.name), $0.bytes, format, options) }
        return try stale
          + leftOver(document, names, files, format)
          .map { isLeftOver(own.path(beside: $0), document.path(beside: name)) }
      }
    }
  }

  /// What a file was rendered with, if it is a document of the walkthrough; `net-w.md` is none of `net.walk` where
  /// `net-w.walk` stands beside it.
  private static func options(
    ofDocument name: String, _ format: Format, _ own: DocumentPlace, _ names: [String], _ workbook: Workbook
  ) -> RenderingOptions? {
    let ending = "." + format.fileExtension
    guard name.hasPrefix(own.stem), name.hasSuffix(ending) else { return nil }
    let suffix = name.dropFirst(own.stem.count).dropLast(ending.count)
    let isOthers = names.contains {
      let other = WalkthroughFiles.stem($0)
      return other != $0 && other.count > own.stem.count && (name.dropLast(ending.count) + "-").hasPrefix(other + "-")
    }
    return isOthers ? nil : RenderingOptions(named: String(suffix), of: workbook)
  }

  private static func complaint(
    of path: String, _ bytes: [UInt8], _ format: Format, _ options: RenderingOptions
  ) throws -> String? {
    guard System.exists(path) else { return isMissing(path, format, options) }
    return try System.isFile(path, holding: bytes) ? nil : isOutOfDate(path, format, options)
  }

  /// Figures that the document had before.
  private static func leftOver(
    _ document: DocumentPlace, _ names: [String], _ files: [RenderedFile], _ format: Format
  ) throws -> [String] {
    guard format.hasFigureFiles else { return [] }
    return try names.filter { name in
      guard name.hasPrefix(document.stem + "-"), name.hasSuffix(".svg"), !files.contains(where: { $0.name == name })
      else { return false }
      return FigureFile.isFigure(name: name, try System.read(document.path(beside: name)), ofDocument: document.stem)
    }
  }
}

extension StaleFiles {
  private static func isOutOfDate(_ path: String, _ format: Format, _ options: RenderingOptions) -> String {
    "`\(path)` is out of date; `\(command(format, options))` writes it anew"
  }
  private static func isMissing(_ path: String, _ format: Format, _ options: RenderingOptions) -> String {
    "`\(path)` is missing; `\(command(format, options))` writes it"
  }
  private static func isLeftOver(_ path: String, _ document: String) -> String {
    "`\(path)` is left over: `\(document)` has no such figure any more; delete it"
  }
  private static func command(_ format: Format, _ options: RenderingOptions) -> String {
    "longhand render" + (format == .markdown ? "" : " --to \(format.rawValue)") + options.words
  }
}
