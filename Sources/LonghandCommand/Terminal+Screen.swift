import Stepper

extension Terminal {
  /// What stands on the screen, so that only what changed is written.
  struct Screen {
    /// Nothing where anything may stand there.
    private var shown: [String]?

    /// Another screen than the shell's, without cursor or wrapping; pasted text is marked as such.
    static let enter = Array("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h\u{1B}[m\u{1B}[2J".utf8)

    /// Empty first, for terminals that have one screen only.
    static let leave = Array(
      "\u{1B}[?2026l\u{1B}[m\u{1B}[H\u{1B}[2J\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l".utf8)

    private static let begin = "\u{1B}[?2026h"
    private static let end = "\u{1B}[?2026l"
    private static let clear = "\u{1B}[m\u{1B}[2J"

    /// Somebody else wrote on the screen, or its size is another.
    mutating func forget() { shown = nil }

    /// The bytes that make these rows of what was shown before; none where they stand there already.
    ///
    /// A row is erased before it is written: erasing behind a full row would take its last character.
    mutating func frame(_ rows: [String], _ size: Size) -> [UInt8] {
      let rows = (0..<size.rows).map { $0 < rows.count ? rows[$0] : "" }
      var frame = ""
      if shown == nil { frame += Self.clear }
      for (index, row) in rows.enumerated() where shown.map({ !row.isSame(as: $0[index]) }) ?? !row.isEmpty {
        frame += "\u{1B}[\(index + 1);1H\u{1B}[K\(row)\u{1B}[m"
      }
      shown = rows
      return frame.isEmpty ? [] : Array((Self.begin + frame + Self.end).utf8)
    }
  }
}

extension String {
  /// Byte by byte: strings that are equal but for how accents are spelled may look different on a terminal.
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
