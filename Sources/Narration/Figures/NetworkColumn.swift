import DocumentModel

/// A column of units with the stubs in front of them.
struct NetworkColumn {
  /// Where the stubs begin.
  var stubs = 0.0
  let stubWidth: Double
  private let unitWidth: Double
  /// By unit: its upper border and its height.
  private(set) var tops: [Double] = []
  let heights: [Double]
  private let gap: Double
  /// Whether all units are alike, so that they may stand farther apart.
  private let isEven: Bool
  /// By unit and port: where a wire comes from, a number in the column before; −1 for a bias.
  private let sources: [[Int]]
  /// By unit: whether labels stand at its ports.
  private let hasLabels: [Bool]

  private enum Measure {
    static let padding = 0.45
    static let narrowestUnit = 2.6
    static let gap = 1.0
    /// Room for an arrow between neighbours.
    static let wideGap = 2.0
    static let portHeight = 2.0
    /// From the top of a port's cell to its stub.
    static let stub = 1.25
    static let bareStub = 0.9
    static let labelMargin = 0.25
    static let arrow = 0.45
    /// So many wires without labels have ends of their own; more share one.
    static let mostOwnEnds = 4
  }

  /// - Parameter alike: the same column of several sketches.
  init(_ alike: [NetworkSketch.Column]) {
    var (widest, widestLabel, hasPorts, hasNeighbours) = (0.0, 0.0, false, false)
    for column in alike {
      for unit in column {
        for line in unit.lines { widest = max(widest, line.width) }
        for port in unit.ports { widestLabel = max(widestLabel, port.label?.width ?? 0) }
        hasPorts = hasPorts || !unit.ports.isEmpty
        hasNeighbours = hasNeighbours || unit.fromNeighbours != nil
      }
    }
    unitWidth = max(Measure.narrowestUnit, widest + 2 * Measure.padding)
    heights = alike[0].indices.map { unit in alike.map { Self.height(of: $0[unit]) }.max() ?? 0 }
    stubWidth =
      widestLabel > 0 ? widestLabel + 2 * Measure.labelMargin + Measure.arrow : hasPorts ? Measure.bareStub : 0
    gap = hasNeighbours ? Measure.wideGap : Measure.gap
    isEven = !hasNeighbours && !alike[0].contains(where: \.isEllipsis)
    sources = alike[0].map { $0.ports.map { $0.source ?? -1 } }
    hasLabels = alike[0].map(Self.hasLabels)
  }

  /// A line of plain text above and below for the border.
  private static func height(of unit: NetworkSketch.Unit) -> Double {
    if unit.isEllipsis { return 1 }
    let lines = Double(unit.lines.count) + 2
    guard hasLabels(unit) else { return lines }
    return max(lines, Double(unit.ports.count) * Measure.portHeight + 1)
  }

  private static func hasLabels(_ unit: NetworkSketch.Unit) -> Bool { unit.ports.contains { $0.label != nil } }

  // MARK: - Places of units

  var left: Double { stubs + stubWidth }
  var right: Double { left + unitWidth }
  var packedHeight: Double { heights.reduce(-gap) { $0 + gap + $1 } }
  var packedPitch: Double { isEven ? (heights.max() ?? 0) + gap : 0 }

  /// Puts the units in the middle of a height: as far apart as those of other columns where there is room for it.
  mutating func place(in height: Double, pitch: Double) {
    let tallest = heights.max() ?? 0
    let room = heights.count > 1 ? ((height - tallest) / Double(heights.count - 1)).rounded(.down) : 0
    let step = isEven ? max(min(room, pitch), tallest + gap) : nil
    let used = step.map { Double(heights.count - 1) * $0 + tallest } ?? packedHeight
    var y = ((height - used) / 2).rounded(.down)
    for own in heights {
      tops.append(y + ((step == nil ? 0 : tallest - own) / 2).rounded(.down))
      y += step ?? own + gap
    }
  }

  func box(_ unit: Int) -> Box { Box(x: left, y: tops[unit], width: unitWidth, height: heights[unit]) }

  // MARK: - Places of ports

  /// How far the steepest wire falls or rises.
  func fall(from sources: NetworkColumn) -> Double {
    var fall = 0.0
    for unit in self.sources.indices {
      for (number, source) in self.sources[unit].enumerated() where source >= 0 {
        fall = max(fall, (sources.box(source).centre.y - stub(number, of: unit)).magnitude)
      }
    }
    return fall
  }

  /// The height of a stub.
  func stub(_ port: Int, of unit: Int) -> Double {
    let count = Double(sources[unit].count)
    guard hasLabels[unit] else {
      if sources[unit].count > Measure.mostOwnEnds { return box(unit).centre.y }
      return tops[unit] + heights[unit] * Double(port + 1) / (count + 1)
    }
    return cell(port, of: unit) + Measure.stub
  }

  private func cell(_ port: Int, of unit: Int) -> Double {
    let spare = heights[unit] - Double(sources[unit].count) * Measure.portHeight
    return tops[unit] + (spare / 2).rounded(.down) + Double(port) * Measure.portHeight
  }

  /// Where the words above a stub stand.
  func labelBox(_ port: Int, of unit: Int) -> Box {
    Box(
      x: stubs + Measure.labelMargin, y: cell(port, of: unit),
      width: stubWidth - 2 * Measure.labelMargin - Measure.arrow, height: 1)
  }
}
