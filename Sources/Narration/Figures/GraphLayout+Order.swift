/// What stands above what in a column, so that wires cross as little as they can.
extension GraphLayout {
  /// How often wires cross between columns.
  var crossings: Int { layers.indices.dropFirst().reduce(0) { $0 + crossings(before: $1) } }

  /// Tries several starts, better ones of each, and keeps the best; the first of equals.
  mutating func order() {
    var best: (layers: [[Int]], crossings: Int)?
    for start in starts {
      layers = start
      improve()
      let count = crossings
      if count < best?.crossings ?? Int.max { best = (layers, count) }
      if count == 0 { break }
    }
    layers = best?.layers ?? layers
  }

  /// As a walk from the results meets the operands, in their order and the other way round, and in the order of the
  /// file.
  private var starts: [[[Int]]] {
    [walk(isReversed: false), walk(isReversed: true), fill(items.indices.map { $0 })]
  }

  private func fill(_ order: [Int]) -> [[Int]] {
    var filled = [[Int]](repeating: [], count: layers.count)
    for item in order { filled[items[item].layer].append(item) }
    return filled
  }

  private func walk(isReversed: Bool) -> [[Int]] {
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
    return fill(order)
  }

  private mutating func improve() {
    var best = (layers: layers, crossings: crossings)
    for round in 0..<8 where best.crossings > 0 {
      sweep(toRight: round.isMultiple(of: 2))
      exchange()
      let count = crossings
      if count < best.crossings { best = (layers, count) }
    }
    layers = best.layers
  }

  /// Sorts each column by where the neighbours on one side stand in the mean.
  private mutating func sweep(toRight: Bool) {
    let order = toRight ? Array(layers.indices) : layers.indices.reversed()
    var place = places
    for layer in order {
      let keys = layers[layer].enumerated().map { index, item -> (mean: Double, index: Int, item: Int) in
        let neighbours = toRight ? items[item].left : items[item].right
        let mean = neighbours.reduce(0) { $0 + Double(place[$1]) } / Double(max(neighbours.count, 1))
        return (neighbours.isEmpty ? Double(index) : mean, index, item)
      }
      layers[layer] = keys.sorted { ($0.mean, $0.index) < ($1.mean, $1.index) }.map(\.item)
      for (index, item) in layers[layer].enumerated() { place[item] = index }
    }
  }

  /// Exchanges neighbours in a column as long as that saves a crossing.
  private mutating func exchange() {
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for layer in layers.indices {
        for index in layers[layer].indices.dropLast() {
          let before = crossings(around: layer)
          layers[layer].swapAt(index, index + 1)
          if crossings(around: layer) < before {
            hasImproved = true
          } else {
            layers[layer].swapAt(index, index + 1)
          }
        }
      }
    }
  }

  private func crossings(around layer: Int) -> Int {
    (layer > 0 ? crossings(before: layer) : 0) + (layer + 1 < layers.count ? crossings(before: layer + 1) : 0)
  }

  /// By item: its place in its column.
  private var places: [Int] {
    var places = [Int](repeating: 0, count: items.count)
    for layer in layers { for (index, item) in layer.enumerated() { places[item] = index } }
    return places
  }

  /// Between a column and the one before it.
  private func crossings(before layer: Int) -> Int {
    let links = links(before: layer)
    var count = 0
    for (number, one) in links.enumerated() {
      for other in links[(number + 1)...] where one.crosses(other) { count += 1 }
    }
    return count
  }

  private struct Link {
    let from: Int
    let to: Int
    let port: Int

    func crosses(_ other: Link) -> Bool {
      if from == other.from { return false }
      let (upper, lower) = from < other.from ? (self, other) : (other, self)
      return (upper.to, upper.port) > (lower.to, lower.port)
    }
  }

  private func links(before layer: Int) -> [Link] {
    var links: [Link] = []
    for (to, item) in layers[layer].enumerated() {
      for (left, port) in zip(items[item].left, items[item].ports) {
        links.append(Link(from: layers[layer - 1].firstIndex(of: left) ?? 0, to: to, port: port))
      }
    }
    return links
  }
}
