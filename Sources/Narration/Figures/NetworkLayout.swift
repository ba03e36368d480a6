/// Where everything in drawings of one network stands; all of them share it, so that they can be compared.
///
/// Each wire ends in a straight stub of its own, and what it is called stands above the stub in a cell that nothing
/// else enters. Wires cross only in the gap before the stubs, where no words are.
struct NetworkLayout {
  let width: Double
  let height: Double
  let columns: [NetworkColumn]

  /// Lengths in em. Heights are whole numbers, so that plain text has the same picture.
  private enum Measure {
    static let gap = 1.5
    /// Steep wires need a wider gap.
    static let gapForFall = 0.12
  }

  /// - Parameter sketches: with the same units in the same columns, at least one.
  init(_ sketches: [NetworkSketch]) {
    var columns = sketches[0].columns.indices.map { number in NetworkColumn(sketches.map { $0.columns[number] }) }
    let height = columns.map(\.packedHeight).max() ?? 0
    let pitch = columns.map(\.packedPitch).max() ?? 0
    var x = 0.0
    for number in columns.indices {
      columns[number].place(in: height, pitch: pitch)
      if number > 0 { x += Measure.gap + Measure.gapForFall * columns[number].fall(from: columns[number - 1]) }
      columns[number].stubs = x
      x = columns[number].right
    }
    (self.width, self.height, self.columns) = (x, height, columns)
  }
}
