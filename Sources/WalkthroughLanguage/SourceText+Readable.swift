extension SourceText {
  /// Why this is not a file to read, if it is not: too large, a control byte, bytes that are no text.
  package var unreadable: Diagnostic? {
    if bytes.count > Limits.fileSize { return .tooLarge }
    let control = bytes.firstIndex { $0 < 32 && $0 != Ascii.newline && $0 != Ascii.tab }
    if let control { return .controlByte(bytes[control], at: control) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return .invalidText(at: error.byteOffsets.lowerBound)
    }
  }
}

extension Diagnostic {
  fileprivate static var tooLarge: Diagnostic {
    Diagnostic(
      at: 0..<0, "the file is larger than \(Limits.fileSize >> 20) MiB", remedy: "split it into several files"
    )
  }
  fileprivate static func controlByte(_ byte: UInt8, at offset: Int) -> Diagnostic {
    Diagnostic(
      at: offset..<offset + 1, "this is not a text file: it holds the control byte \(byte)",
      remedy: "save the file as plain text in UTF-8")
  }
  fileprivate static func invalidText(at offset: Int) -> Diagnostic {
    Diagnostic(
      at: offset..<offset + 1, "this is not a text file: from here on it is not valid UTF-8",
      remedy: "save the file as plain text in UTF-8")
  }
}
