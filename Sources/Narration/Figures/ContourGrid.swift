import DocumentModel

/// A function of two numbers on the corners of a grid, and the lines along which it has one value.
///
/// The lines are those of marching squares (Lorensen and Cline, 1987, in two dimensions): a line crosses the sides of a
/// cell where the value lies between those of the corners, in proportion; where it crosses all four, the mean of the
/// corners says which belong together.
struct ContourGrid {
  let horizontal: ClosedRange<Double>
  let vertical: ClosedRange<Double>
  /// Row by row from the lower left corner; not a number where the function has no value.
  let values: [Double]

  /// Corners in each direction.
  static let size = 41

  init(
    _ horizontal: ClosedRange<Double>, _ vertical: ClosedRange<Double>, _ function: (Double, Double) -> Double?
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    var values: [Double] = []
    values.reserveCapacity(Self.size * Self.size)
    for row in 0..<Self.size {
      let y = Self.place(row, in: vertical)
      for column in 0..<Self.size { values.append(function(Self.place(column, in: horizontal), y) ?? .nan) }
    }
    self.values = values
  }

  /// The ends are exactly those of the range.
  private static func place(_ number: Int, in range: ClosedRange<Double>) -> Double {
    let share = Double(number) / Double(size - 1)
    return number == size - 1
      ? range.upperBound : range.lowerBound + (range.upperBound - range.lowerBound) * share
  }

  /// The least and the largest value; nothing where less than half of the corners have one.
  var bounds: ClosedRange<Double>? {
    let known = values.filter(\.isFinite)
    guard known.count * 2 > values.count, let least = known.min(), let most = known.max() else { return nil }
    return least...most
  }

  /// Lines on which the function has the value `level`; a closed one ends where it starts.
  func lines(at level: Double) -> [[Point]] {
    var links = SideLinks(count: 2 * values.count)
    for row in 0..<Self.size - 1 {
      for column in 0..<Self.size - 1 { connect(row, column, level, &links) }
    }
    return links.chains.map { chain in chain.map { crossing($0, level) } }
  }

  /// Joins the sides of one cell that the line crosses.
  private func connect(_ row: Int, _ column: Int, _ level: Double, _ links: inout SideLinks) {
    let corner = row * Self.size + column
    let (a, b) = (values[corner], values[corner + 1])
    let (d, c) = (values[corner + Self.size], values[corner + Self.size + 1])
    let sum = a + b + c + d
    guard sum.isFinite else { return }
    let (bottom, left) = (2 * corner, 2 * corner + 1)
    let (top, right) = (2 * (corner + Self.size), 2 * (corner + 1) + 1)
    let isSplit = (a > level) == (sum / 4 > level)
    switch (a > level, b > level, c > level, d > level) {
    case (false, false, false, false), (true, true, true, true): break
    case (true, false, false, false), (false, true, true, true): links.join(left, bottom)
    case (false, true, false, false), (true, false, true, true): links.join(bottom, right)
    case (false, false, true, false), (true, true, false, true): links.join(right, top)
    case (false, false, false, true), (true, true, true, false): links.join(top, left)
    case (true, true, false, false), (false, false, true, true): links.join(left, right)
    case (false, true, true, false), (true, false, false, true): links.join(bottom, top)
    case (true, false, true, false), (false, true, false, true):
      links.join(left, isSplit ? top : bottom)
      links.join(right, isSplit ? bottom : top)
    }
  }

  /// Where the line crosses a side: an even number is the side to the right of a corner, an odd one that above it.
  private func crossing(_ side: Int, _ level: Double) -> Point {
    let (corner, isUpwards) = (side / 2, side % 2 == 1)
    let other = corner + (isUpwards ? Self.size : 1)
    let share = (level - values[corner]) / (values[other] - values[corner])
    func between(_ start: Double, _ end: Double) -> Double { min(max(start + share * (end - start), start), end) }
    let (row, column) = (corner / Self.size, corner % Self.size)
    let (x, y) = (Self.place(column, in: horizontal), Self.place(row, in: vertical))
    return isUpwards
      ? Point(x, between(y, Self.place(row + 1, in: vertical)))
      : Point(between(x, Self.place(column + 1, in: horizontal)), y)
  }
}

/// Which sides a line goes on to, two for each at most.
private struct SideLinks {
  private var links: [Int]

  init(count: Int) { links = [Int](repeating: -1, count: 2 * count) }

  mutating func join(_ first: Int, _ second: Int) {
    links[2 * first + (links[2 * first] < 0 ? 0 : 1)] = second
    links[2 * second + (links[2 * second] < 0 ? 0 : 1)] = first
  }

  /// The lines: first those with ends, then the closed ones, in the order of their first sides.
  var chains: [[Int]] {
    var isUsed = [Bool](repeating: false, count: links.count / 2)
    var chains: [[Int]] = []
    for onlyOpen in [true, false] {
      for start in isUsed.indices where !isUsed[start] && links[2 * start] >= 0 {
        if onlyOpen, links[2 * start + 1] >= 0 { continue }
        var chain = [start]
        isUsed[start] = true
        var here = start
        while let next = next(after: here, isUsed) {
          isUsed[next] = true
          chain.append(next)
          here = next
        }
        if !onlyOpen { chain.append(start) }
        chains.append(chain)
      }
    }
    return chains
  }

  private func next(after side: Int, _ isUsed: [Bool]) -> Int? {
    let (first, second) = (links[2 * side], links[2 * side + 1])
    if first >= 0, !isUsed[first] { return first }
    return second >= 0 && !isUsed[second] ? second : nil
  }
}
