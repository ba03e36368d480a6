/// Where the nodes and wires of a graph stand, from the sizes of what they carry.
///
/// Nodes stand in columns by rank, and labels in columns of their own between them, each on a straight stretch of its
/// wire. Wires bend only between columns, where nothing else is, and pass through columns in lanes of their own: so
/// nothing can lie over a label. Everything is level with whole rows, as plain text needs it.
struct GraphLayout {
  struct Node {
    let width: Double
    /// Rows above its middle and below it that nothing else may stand in.
    let up: Int
    let down: Int
    /// Whether wires arrive in the order of its operands, whatever crosses.
    var isOrdered = false
  }

  /// A wire from one node to a later one; those into a node in the order of its operands.
  struct Edge {
    let from: Int
    let to: Int
    /// The width of its label; 0 without one.
    var label: Double = 0
    /// Rows above and below the wire that its label takes.
    var up = 1
    var down = 1
  }

  /// What stands in a column: a node, the label of an edge, or an edge that passes through.
  struct Item {
    let layer: Int
    let node: Int?
    let width: Double
    let up: Int
    let down: Int
    /// From above in its column.
    var place = 0
    /// Of its middle.
    var row = 0
    /// Items before and behind it that it is connected with, and the places where those on the left arrive.
    var left: [Int] = []
    var right: [Int] = []
    /// By item on the left, where the order in which they arrive counts; and the same of what it leads to.
    var ports: [Int] = []
    var rightPorts: [Int] = []
  }

  /// A straight and level part of a wire.
  struct Stretch: Equatable {
    let start: Double
    let end: Double
    let row: Int
    let isLabelled: Bool
  }

  /// From the left edge to the right one.
  struct Column {
    var start: Double
    var end: Double
    var middle: Double { (start + end) / 2 }
  }

  let nodes: [Node]
  let edges: [Edge]
  /// By node: its place in the order of columns of nodes.
  private(set) var ranks: [Int]
  var items: [Item] = []
  /// By layer, from left to right: its items from above.
  var layers: [[Int]] = []
  /// By edge: its items from left to right, those of its nodes included.
  private(set) var chains: [[Int]] = []
  var columns: [Column] = []
  /// Rows in all.
  var height = 0

  /// Nothing where it would be wider or higher than that.
  ///
  /// - Parameter nodes: each before those that it leads to.
  init?(_ nodes: [Node], _ edges: [Edge], width: Double = .infinity, height: Int = .max) {
    self.nodes = nodes
    self.edges = edges
    ranks = Self.ranks(nodes.count, edges)
    layOutItems()
    guard leastWidth <= width, leastHeight <= height else { return nil }
    order()
    place()
    layOutColumns()
    guard self.width <= width, self.height <= height else { return nil }
  }

  /// What it takes in any order, which is known before the work of finding one.
  private var leastWidth: Double {
    layers.reduce(Self.leastRoom * Double(layers.count - 1)) { $0 + width(ofColumn: $1) }
  }

  private var leastHeight: Int {
    layers.map { $0.reduce(0) { $0 + items[$1].up + items[$1].down } }.max() ?? 0
  }

  private func width(ofColumn layer: [Int]) -> Double { layer.reduce(0) { max($0, items[$1].width) } }

  var width: Double { columns.last?.end ?? 0 }
  /// By node: the item that it is.
  func item(ofNode node: Int) -> Item { items[node] }

  /// The level parts of a wire, without those inside the columns of its nodes.
  func stretches(ofEdge edge: Int) -> [Stretch] {
    chains[edge].dropFirst().dropLast().map { number in
      let item = items[number]
      let column = columns[item.layer]
      return Stretch(start: column.start, end: column.end, row: item.row, isLabelled: item.width > 0)
    }
  }

  /// The row on which an edge comes to its last node.
  func lastRow(ofEdge edge: Int) -> Int { items[chains[edge][chains[edge].count - 2]].row }

  /// Where an edge arrives among those into its node, from above, and how many they are.
  func arrival(ofEdge edge: Int) -> (place: Int, count: Int) {
    let into = arrivals(at: edges[edge].to)
    return (into.firstIndex(of: edge) ?? 0, into.count)
  }

  /// The edges into a node from above.
  func arrivals(at node: Int) -> [Int] {
    let into = edges.indices.filter { edges[$0].to == node }
    if nodes[node].isOrdered { return into }
    let rows = into.map { (edge: $0, row: lastRow(ofEdge: $0)) }
    return rows.sorted { ($0.row, $0.edge) < ($1.row, $1.edge) }.map(\.edge)
  }
}

extension GraphLayout {
  /// Longest paths from the left; then everything moves right as long as that makes wires shorter in all.
  private static func ranks(_ count: Int, _ edges: [Edge]) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for edge in edges.sorted(by: { $0.to < $1.to }) {
      ranks[edge.to] = max(ranks[edge.to], ranks[edge.from] + 1)
    }
    for node in (0..<count).reversed() {
      let out = edges.filter { $0.from == node }
      let arriving = edges.count { $0.to == node }
      guard out.count > arriving, let nearest = out.map({ ranks[$0.to] }).min() else { continue }
      ranks[node] = max(ranks[node], nearest - 1)
    }
    return ranks
  }

  /// Columns of nodes, with a column of labels behind each in which a labelled edge starts; and what stands in them.
  private mutating func layOutItems() {
    let rankCount = (ranks.max() ?? -1) + 1
    var isLabelled = [Bool](repeating: false, count: rankCount)
    for edge in edges where edge.label > 0 { isLabelled[ranks[edge.from]] = true }
    var layerOfRank: [Int] = []
    for rank in 0..<rankCount {
      layerOfRank.append(layers.count)
      layers += isLabelled[rank] ? [[], []] : [[]]
    }
    for (node, size) in nodes.enumerated() {
      items.append(
        Item(
          layer: layerOfRank[ranks[node]], node: node, width: size.width, up: size.up, down: size.down))
    }
    for item in items.indices { layers[items[item].layer].append(item) }
    for edge in edges {
      var chain = [edge.from]
      let start = items[edge.from].layer + 1
      for layer in start..<items[edge.to].layer {
        let hasLabel = edge.label > 0 && layer == start
        chain.append(items.count)
        layers[layer].append(items.count)
        items.append(
          Item(
            layer: layer, node: nil, width: hasLabel ? edge.label : 0, up: hasLabel ? edge.up : 1,
            down: hasLabel ? edge.down : 1))
      }
      chain.append(edge.to)
      chains.append(chain)
      connect(chain)
    }
  }

  private mutating func connect(_ chain: [Int]) {
    for (left, right) in zip(chain, chain.dropFirst()) {
      let isOrdered = items[right].node.map { nodes[$0].isOrdered } ?? false
      let port = isOrdered ? items[right].left.count : 0
      items[right].ports.append(port)
      items[left].rightPorts.append(port)
      items[right].left.append(left)
      items[left].right.append(right)
    }
  }

  /// Columns as wide as what stands in them, with room to bend between.
  private mutating func layOutColumns() {
    var x = 0.0
    for (number, layer) in layers.enumerated() {
      if number > 0 { x += room(before: number) }
      let width = width(ofColumn: layer)
      columns.append(Column(start: x, end: x + width))
      x += width
    }
  }

  /// Between columns whose wires are straight.
  private static let leastRoom = 1.25

  /// More where a wire has a long way up or down.
  private func room(before layer: Int) -> Double {
    let steps = layers[layer].flatMap { item in items[item].left.map { abs(items[$0].row - items[item].row) } }
    let longest = steps.max() ?? 0
    return longest == 0 ? Self.leastRoom : min(1.5 + 0.125 * Double(longest), 3)
  }
}
