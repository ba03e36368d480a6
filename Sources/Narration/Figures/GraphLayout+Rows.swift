/// On which row everything stands: near what it is connected with, and wires straight where they can be.
extension GraphLayout {
  mutating func place() {
    var rows = stacked
    for _ in 0..<48 {
      for layer in layers.indices { settle(layer, &rows) }
      for layer in layers.indices.reversed() { settle(layer, &rows) }
    }
    snap(rows)
    straighten()
    let top = items.map { $0.row - $0.up }.min() ?? 0
    for item in items.indices { items[item].row -= top }
    height = items.map { $0.row + $0.down }.max() ?? 0
  }

  /// How far apart the middles of two items must be, the upper one first.
  private func distance(_ upper: Int, _ lower: Int) -> Int { items[upper].down + items[lower].up }

  /// One below the other, each column around the same middle.
  private var stacked: [Double] {
    var rows = [Double](repeating: 0, count: items.count)
    for layer in layers {
      var row = 0
      for (upper, lower) in zip(layer, layer.dropFirst()) {
        row += distance(upper, lower)
        rows[lower] = Double(row)
      }
      for item in layer { rows[item] -= Double(row) / 2 }
    }
    return rows
  }

  /// Moves the items of a column to the mean of what they are connected with, as far as they leave each other room:
  /// neighbours that would come too close move together, with the mean of their wishes.
  private func settle(_ layer: Int, _ rows: inout [Double]) {
    var blocks: [(wish: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    for (index, item) in layers[layer].enumerated() {
      let offset = index == 0 ? 0 : offsets[index - 1] + Double(distance(layers[layer][index - 1], item))
      offsets.append(offset)
      let (wish, weight) = wish(item, rows)
      blocks.append((wish - offset, weight, 1))
      while blocks.count > 1, blocks[blocks.count - 2].wish > blocks[blocks.count - 1].wish {
        let lower = blocks.removeLast()
        let upper = blocks.removeLast()
        let weight = upper.weight + lower.weight
        let wish = (upper.wish * upper.weight + lower.wish * lower.weight) / weight
        blocks.append((wish, weight, upper.count + lower.count))
      }
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        rows[layers[layer][index]] = block.wish + offsets[index]
        index += 1
      }
    }
  }

  private func wish(_ item: Int, _ rows: [Double]) -> (row: Double, weight: Double) {
    var (sum, weight) = (0.0, 0.0)
    for left in items[item].left {
      let own = self.weight(left, item)
      (sum, weight) = (sum + own * rows[left], weight + own)
    }
    for right in items[item].right {
      let own = self.weight(item, right)
      (sum, weight) = (sum + own * rows[right], weight + own)
    }
    return weight == 0 ? (rows[item], 0.01) : (sum / weight, weight)
  }

  /// Wires that pass through straight count most, then those into a node that draws several together.
  private func weight(_ left: Int, _ right: Int) -> Double {
    isOnly(left, right) ? 8 : items[right].left.count > 1 ? 4 : 1
  }

  /// Whether the two have no other connection on this side.
  private func isOnly(_ left: Int, _ right: Int) -> Bool {
    items[left].right.count == 1 && items[right].left.count == 1
  }

  /// Whole rows, at the distances that are needed.
  private mutating func snap(_ rows: [Double]) {
    for layer in layers {
      for (index, item) in layer.enumerated() {
        let row = Int((rows[item] - 1e-6).rounded())
        let upper = index > 0 ? layer[index - 1] : nil
        items[item].row = upper.map { max(row, items[$0].row + distance($0, item)) } ?? row
      }
    }
  }

  /// Moves stretches of wire, with the nodes that hang on nothing else, to where they bend least.
  private mutating func straighten() {
    let chains = straightChains
    for _ in 0..<6 {
      var hasMoved = false
      for chain in chains where straighten(chain) { hasMoved = true }
      if !hasMoved { return }
    }
  }

  /// Items that are connected one to one, so that they can stand on one row.
  private var straightChains: [[Int]] {
    var chains: [[Int]] = []
    for start in items.indices {
      if items[start].left.count == 1, isOnly(items[start].left[0], start) { continue }
      var chain = [start]
      while let last = chain.last, items[last].right.count == 1, isOnly(last, items[last].right[0]) {
        chain.append(items[last].right[0])
      }
      chains.append(chain)
    }
    return chains
  }

  private mutating func straighten(_ chain: [Int]) -> Bool {
    var range = Int.min / 2...Int.max / 2
    for item in chain {
      let own = slack(of: item)
      guard own.overlaps(range) else { return false }
      range = own.clamped(to: range)
    }
    let ends = items[chain[0]].left + items[chain[chain.count - 1]].right
    let wishes = chain.map { items[$0].row } + ends.map { items[$0].row } + middles(of: chain)
    let before = chain.map { items[$0].row }
    var best = (cost: cost(of: chain), rows: before)
    for wish in wishes.map({ min(max($0, range.lowerBound), range.upperBound) }) {
      for item in chain { items[item].row = wish }
      let cost = cost(of: chain)
      if cost < best.cost { best = (cost, chain.map { items[$0].row }) }
    }
    for (item, row) in zip(chain, best.rows) { items[item].row = row }
    return best.rows != before
  }

  /// The middle between what comes in, and of what goes out.
  private func middles(of chain: [Int]) -> [Int] {
    [items[chain[0]].left, items[chain[chain.count - 1]].right].compactMap { side in
      guard let first = side.map({ items[$0].row }).min(), let last = side.map({ items[$0].row }).max() else {
        return nil
      }
      return (first + last) / 2
    }
  }

  /// The rows on which an item is clear of those above and below it.
  private func slack(of item: Int) -> ClosedRange<Int> {
    let layer = layers[items[item].layer]
    guard let index = layer.firstIndex(of: item) else { return 0...0 }
    let top = index > 0 ? items[layer[index - 1]].row + distance(layer[index - 1], item) : Int.min / 2
    let bottom =
      index + 1 < layer.count ? items[layer[index + 1]].row - distance(item, layer[index + 1]) : Int.max / 2
    return top...bottom
  }

  /// What bends cost on all wires of these items: wires that could be straight count each bend, those that are gathered
  /// or spread anyway only the way.
  private func cost(of chain: [Int]) -> Double {
    var cost = 0.0
    for (index, item) in chain.enumerated() {
      for left in items[item].left { cost += bend(left, item) }
      for right in items[item].right where index == chain.count - 1 { cost += bend(item, right) }
    }
    return cost
  }

  private func bend(_ left: Int, _ right: Int) -> Double {
    let step = abs(Double(items[left].row - items[right].row))
    if step == 0 { return 0 }
    return weight(left, right) * (step + step * step / 10 + (isOnly(left, right) ? 4 : 0))
  }
}
