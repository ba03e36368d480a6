import Longhand

/// Documents beside a walkthrough, and their figures, that are not what the file alone gives.
enum StaleFiles {
  /// What is wrong with them; a document that was never written is not missed.
  static func complaints(beside path: String, _ workbook: Workbook) throws -> [String] {
    try Format.allCases.flatMap { format in
      let document = "\(WalkthroughFiles.stem(path)).\(format.fileExtension)"
      guard System.exists(document) else { return [String]() }
      let place = DocumentPlace(document)
      let files = try workbook.files(as: format, stem: place.stem)
      let stale = try files.compactMap { try complaint(of: place.path(beside: $0.name), $0.bytes, format) }
      return try stale + leftOver(beside: place, files, format).map { isLeftOver(place.path(beside: $0), document) }
    }
  }

  private static func complaint(of path: String, _ bytes: [UInt8], _ format: Format) throws -> String? {
    guard System.exists(path) else { return isMissing(path, format) }
    return try System.isFile(path, holding: bytes) ? nil : isOutOfDate(path, format)
  }

  /// Figures that the document had before.
  private static func leftOver(beside place: DocumentPlace, _ files: [RenderedFile], _ format: Format) throws
    -> [String]
  {
    guard format.hasFigureFiles else { return [] }
    let folder = place.folder.isEmpty ? "." : place.folder
    return try System.names(in: folder).filter { name in
      guard name.hasPrefix(place.stem + "-"), name.hasSuffix(".svg"), !files.contains(where: { $0.name == name }) else {
        return false
      }
      return FigureFile.isFigure(name: name, try System.read(place.path(beside: name)), ofDocument: place.stem)
    }
  }
}

extension StaleFiles {
  private static func isOutOfDate(_ path: String, _ format: Format) -> String {
    "`\(path)` is out of date; `\(command(format))` writes it anew"
  }
  private static func isMissing(_ path: String, _ format: Format) -> String {
    "`\(path)` is missing; `\(command(format))` writes it"
  }
  private static func isLeftOver(_ path: String, _ document: String) -> String {
    "`\(path)` is left over: `\(document)` has no such figure any more; delete it"
  }
  private static func command(_ format: Format) -> String {
    "longhand render" + (format == .markdown ? "" : " --to \(format.rawValue)")
  }
}
