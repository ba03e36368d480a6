import WalkthroughLanguage

/// Ways from a quantity to the objective, edge by edge.
extension Trace {
  /// The edges of one path, from the quantity up to the objective.
  public typealias Path = [Int]

  /// By quantity: how many paths lead to the objective; 2^63 and more count as `Int.max`.
  public var pathCounts: [Int] {
    guard let backward else { return [Int](repeating: 0, count: values.count) }
    var counts = [Int](repeating: 0, count: values.count)
    counts[backward.seed] = 1
    for edge in edges.indices.reversed() where backward.reaches[edges[edge].result] {
      let (sum, overflow) = counts[edges[edge].operand].addingReportingOverflow(counts[edges[edge].result])
      counts[edges[edge].operand] = overflow ? Int.max : sum
    }
    return counts
  }

  /// By quantity: how many edges the longest path to the objective has; −1 where none leads there.
  public var distances: [Int] {
    guard let backward else { return [Int](repeating: -1, count: values.count) }
    var distances = [Int](repeating: -1, count: values.count)
    distances[backward.seed] = 0
    for edge in edges.indices.reversed() where distances[edges[edge].result] >= 0 {
      distances[edges[edge].operand] = max(distances[edges[edge].operand], distances[edges[edge].result] + 1)
    }
    return distances
  }

  /// The first `limit` paths from a quantity to the objective, in the order of the file.
  public func paths(from quantity: Int, limit: Int) -> [Path] {
    guard let backward, limit > 0 else { return [] }
    var found: [Path] = []
    var path: Path = []
    // One entry for each quantity on the way: where the edges out of it that are still to be tried start.
    var pending = [edgeRanges[quantity].lowerBound]
    var here = quantity
    while let next = pending.popLast() {
      guard next < edgeRanges[here].upperBound else {
        if let last = path.popLast() { here = edges[last].operand }
        continue
      }
      pending.append(next + 1)
      let edge = Int(edgeOrder[next])
      guard backward.reaches[edges[edge].result] else { continue }
      path.append(edge)
      if edges[edge].result == backward.seed {
        found.append(path)
        if found.count == limit { return found }
        path.removeLast()
      } else {
        here = edges[edge].result
        pending.append(edgeRanges[here].lowerBound)
      }
    }
    return found
  }

  /// The product of the local derivatives along a path, from the objective down.
  public func product(along path: Path) -> Double {
    guard let backward else { return 0 }
    return path.reversed().reduce(1) { $0 * backward.localDerivatives[$1] }
  }

  /// Where a recording holds that.
  public func productSlot(along path: Path) -> Int32? {
    guard let recorder, let backward, !backward.localSlots.isEmpty else { return nil }
    return path.reversed().reduce(recorder.constant(1)) {
      recorder.exactly(.multiply, $0, backward.localSlots[$1])
    }
  }
}

/// Numbers that were met: nearly always a few, and then a set would cost more than all else.
private struct FewThenMany {
  private var few: [Int]
  private var many: Set<Int>?
  private static let most = 32

  init(_ numbers: [Int]) {
    few = numbers
    many = numbers.count > Self.most ? Set(numbers) : nil
  }

  var count: Int { many?.count ?? few.count }

  /// - Returns: whether it is new.
  mutating func insert(_ number: Int) -> Bool {
    if many != nil { return many?.insert(number).inserted ?? false }
    if few.contains(number) { return false }
    few.append(number)
    if few.count > Self.most { many = Set(few) }
    return true
  }
}

extension Trace {
  /// Whether the operand of an edge also reaches its result by way of other quantities, so that the derivative along
  /// the edge is not the whole derivative.
  ///
  /// Where that takes more than a thousand quantities to find out, the answer is yes, which is the careful one.
  public func hasDetour(around edge: Int) -> Bool {
    let (result, operand) = (edges[edge].result, edges[edge].operand)
    guard edgeRanges[operand].count > 1 else { return false }
    var pending = Array(edgesIntoResult[result].lazy.map { edges[$0].operand }.filter { $0 > operand })
    if pending.isEmpty { return false }
    var seen = FewThenMany(pending)
    while let here = pending.popLast() {
      guard seen.count < 1_000 else { return true }
      for inner in edgesIntoResult[here] {
        let next = edges[inner].operand
        if next == operand { return true }
        if next > operand, seen.insert(next) { pending.append(next) }
      }
    }
    return false
  }
}
