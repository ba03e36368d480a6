/// Where things stand on a screen of a size.
struct ScreenLayout: Sendable {
  let size: Size
  /// Too small for more than the step: neither map nor side column, a row above and a row below.
  let isPlain: Bool
  /// Columns before everything.
  let margin: Int
  /// Of everything between the margins.
  let width: Int
  /// Columns of the step.
  let main: Int
  /// Columns of what was known before; nothing where there is no room.
  let side: Int?

  private enum Measure {
    static let plainColumns = 60
    static let plainRows = 18
    /// Lines longer than this are tiring to read.
    static let widest = 160
    static let widestStep = 100
    static let side = 30
    static let widestSide = 44
    static let gap = 3
    static let leastBesideSide = 76
  }

  /// Rows above the step and its map, and below.
  var head: Int { isPlain ? 1 : 4 }
  var foot: Int { isPlain ? 1 : 2 }

  init(_ size: Size) {
    self.size = size
    isPlain = size.columns < Measure.plainColumns || size.rows < Measure.plainRows
    let free = max(size.columns - Measure.widest, 0) / 2
    margin = isPlain ? 0 : max(free, 1)
    width = min(size.columns - 2 * margin, Measure.widest)
    guard !isPlain, width >= Measure.leastBesideSide + Measure.gap + Measure.side else {
      (main, side) = (min(width, Measure.widestStep), nil)
      return
    }
    let room = width - Measure.leastBesideSide - Measure.gap
    let side = min(max(Measure.side, room / 2), Measure.widestSide)
    (main, self.side) = (min(width - side - Measure.gap, Measure.widestStep), side)
  }

  /// The column, behind the margin, where the side begins.
  var sideStart: Int { width - (side ?? 0) }
}
