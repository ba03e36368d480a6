/// What stands above what in a column, so that wires cross as little as they can.
extension GraphLayout {
  /// How often wires cross between columns.
  var crossings: Int {
    layers.reduce(0) { count, layer in
      layer.enumerated().reduce(count) { count, item in
        layer[(item.offset + 1)...].reduce(count + crossingsOnArrival(at: item.element)) {
          $0 + crossingsOnLeft(item.element, above: $1)
        }
      }
    }
  }

  /// Tries several starts, better ones of each, and keeps the best; the first of equals.
  mutating func order() {
    var best: (layers: [[Int]], crossings: Int)?
    for start in [walk(isReversed: false), walk(isReversed: true), Array(items.indices)] {
      fill(start)
      let found = improved()
      if found.crossings < best?.crossings ?? Int.max { best = found }
      if found.crossings == 0 { break }
    }
    set(best?.layers ?? layers)
  }

  private mutating func set(_ ordered: [[Int]]) {
    layers = ordered
    for layer in layers.indices { number(layer) }
  }

  private mutating func number(_ layer: Int) {
    for (index, item) in layers[layer].enumerated() { items[item].place = index }
  }

  private mutating func fill(_ order: [Int]) {
    var filled = [[Int]](repeating: [], count: layers.count)
    for item in order { filled[items[item].layer].append(item) }
    set(filled)
  }

  /// As a walk from the results meets the operands, in their order or the other way round.
  private func walk(isReversed: Bool) -> [Int] {
    var isSeen = [Bool](repeating: false, count: items.count)
    var order: [Int] = []
    for sink in items.indices where items[sink].right.isEmpty {
      var pending = [sink]
      while let here = pending.popLast() {
        if isSeen[here] { continue }
        isSeen[here] = true
        order.append(here)
        pending += isReversed ? items[here].left : items[here].left.reversed()
      }
    }
    return order
  }

  private mutating func improved() -> (layers: [[Int]], crossings: Int) {
    var best = (layers: layers, crossings: crossings)
    for round in 0..<8 where best.crossings > 0 {
      sweep(toRight: round.isMultiple(of: 2))
      exchange()
      let count = crossings
      if count < best.crossings { best = (layers, count) }
    }
    return best
  }

  /// Sorts each column by where the neighbours on one side stand in the mean.
  private mutating func sweep(toRight: Bool) {
    for step in layers.indices {
      let layer = toRight ? step : layers.count - 1 - step
      let keys = layers[layer].map { item -> (mean: Double, item: Int) in
        let neighbours = toRight ? items[item].left : items[item].right
        if neighbours.isEmpty { return (Double(items[item].place), item) }
        return (Double(neighbours.reduce(0) { $0 + items[$1].place }) / Double(neighbours.count), item)
      }
      layers[layer] = keys.sorted { ($0.mean, items[$0.item].place) < ($1.mean, items[$1.item].place) }.map(\.item)
      number(layer)
    }
  }

  /// Exchanges neighbours in a column as long as that saves a crossing.
  private mutating func exchange() {
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for layer in layers.indices {
        for index in layers[layer].indices.dropLast() {
          let (upper, lower) = (layers[layer][index], layers[layer][index + 1])
          guard crossings(lower, above: upper) < crossings(upper, above: lower) else { continue }
          layers[layer].swapAt(index, index + 1)
          (items[upper].place, items[lower].place) = (index + 1, index)
          hasImproved = true
        }
      }
    }
  }

  /// Between the wires of two items in one column.
  private func crossings(_ upper: Int, above lower: Int) -> Int {
    crossingsOnLeft(upper, above: lower) + crossingsOnRight(upper, above: lower)
  }

  private func crossingsOnLeft(_ upper: Int, above lower: Int) -> Int {
    var count = 0
    for one in items[upper].left {
      for other in items[lower].left where items[one].place > items[other].place { count += 1 }
    }
    return count
  }

  private func crossingsOnRight(_ upper: Int, above lower: Int) -> Int {
    var count = 0
    for (one, port) in zip(items[upper].right, items[upper].rightPorts) {
      for (other, otherPort) in zip(items[lower].right, items[lower].rightPorts)
      where (items[one].place, port) > (items[other].place, otherPort) {
        count += 1
      }
    }
    return count
  }

  /// Between wires that have to arrive at an item in another order than they come.
  private func crossingsOnArrival(at item: Int) -> Int {
    var count = 0
    let arriving = zip(items[item].left, items[item].ports).map { (place: items[$0].place, port: $1) }
    for one in arriving {
      for other in arriving where one.place < other.place && one.port > other.port { count += 1 }
    }
    return count
  }
}
