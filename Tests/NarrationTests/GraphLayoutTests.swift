import DocumentModel
import Testing

@testable import Narration

/// Ranks, crossings and rows of graphs small enough to be counted by hand.
@Suite struct GraphLayoutTests {
  private static func layout(
    _ count: Int, _ edges: [(Int, Int)], label: Double = 3, ordered: [Int] = []
  ) throws -> GraphLayout {
    let layout = GraphLayout(
      (0..<count).map { GraphLayout.Node(width: 2, up: 2, down: 2, isOrdered: ordered.contains($0)) },
      edges.map { GraphLayout.Edge(from: $0.0, to: $0.1, label: label, up: 2, down: 2) })
    return try #require(layout)
  }

  private func rows(_ layout: GraphLayout) -> [Int] { layout.nodes.indices.map { layout.item(ofNode: $0).row } }

  @Test func aChainIsOneStraightRow() throws {
    let layout = try Self.layout(4, [(0, 1), (1, 2), (2, 3)])
    #expect(layout.ranks == [0, 1, 2, 3] && layout.crossings == 0)
    #expect(Set(rows(layout)).count == 1)
    #expect(layout.edges.indices.flatMap(layout.stretches(ofEdge:)).allSatisfy { $0.row == layout.items[0].row })
  }

  @Test func aDiamondIsEvenOnBothSides() throws {
    let layout = try Self.layout(4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    let rows = rows(layout)
    #expect(layout.ranks == [0, 1, 1, 2] && layout.crossings == 0)
    #expect(rows[0] == rows[3] && rows[1] + rows[2] == 2 * rows[0] && abs(rows[1] - rows[2]) >= 4)
  }

  @Test func twoThatFeedTwoCrossOnceAndNoMore() throws {
    for label in [0.0, 3] {
      #expect(try Self.layout(4, [(0, 2), (0, 3), (1, 2), (1, 3)], label: label).crossings == 1)
    }
  }

  @Test func twoUsesOfOneQuantityAreTwoWires() throws {
    let layout = try Self.layout(2, [(0, 1), (0, 1)])
    #expect(layout.crossings == 0)
    let labelled = layout.edges.indices.map { layout.stretches(ofEdge: $0).first { $0.isLabelled } }
    #expect(labelled.count == 2 && labelled[0] != nil && labelled[0]?.row != labelled[1]?.row)
    #expect(layout.arrival(ofEdge: 0).place != layout.arrival(ofEdge: 1).place)
  }

  @Test func anEdgePastThreeRanksRunsStraightInALaneOfItsOwn() throws {
    let layout = try Self.layout(5, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)])
    #expect(layout.ranks == [0, 1, 2, 3, 4] && layout.crossings == 0)
    let lane = layout.stretches(ofEdge: 4)
    // Four columns of labels, and three of nodes.
    #expect(lane.count == 7 && Set(lane.map(\.row)).count == 1 && lane.count(where: \.isLabelled) == 1)
    let others = rows(layout)[1...3]
    #expect(others.allSatisfy { abs($0 - lane[0].row) >= 3 })
  }

  @Test func givensStandBesideWhatUsesThem() throws {
    // 0 + 1 = 2, 2 × 3 = 4, 4 × 5 = 6
    let layout = try Self.layout(7, [(0, 2), (1, 2), (2, 4), (3, 4), (4, 6), (5, 6)])
    #expect(layout.ranks == [0, 0, 1, 1, 2, 2, 3])
  }

  @Test func operandsOfADifferenceArriveInTheirOrder() throws {
    for edges in [[(0, 2), (1, 2)], [(1, 2), (0, 2)]] {
      let layout = try Self.layout(3, edges, ordered: [2])
      let rows = edges.map { layout.item(ofNode: $0.0).row }
      #expect(rows[0] < rows[1] && layout.arrivals(at: 2) == [0, 1] && layout.crossings == 0)
    }
  }

  /// Fixed numbers that look like chance.
  struct Chance {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test(arguments: 1...40) func treesHaveNoCrossings(seed: Int) throws {
    var chance = Chance(state: UInt64(seed))
    var (edges, count, open) = ([(Int, Int)](), 8, Array(0..<8))
    while open.count > 1 {
      let one = open.remove(at: chance.next(open.count))
      let other = open.remove(at: chance.next(open.count))
      edges += [(one, count), (other, count)]
      open.append(count)
      count += 1
    }
    let layout = try Self.layout(count, edges)
    #expect(layout.crossings == 0)
  }

  @Test(arguments: 1...40) func betweenTwoColumnsCrossingsAreAsFewAsAnyOrderHas(seed: Int) throws {
    var chance = Chance(state: UInt64(seed))
    var edges: [(Int, Int)] = []
    for from in 0..<4 { for to in 4..<8 where chance.next(5) < 2 { edges.append((from, to)) } }
    // All of the second column are used, so that the columns are 0 to 3 and 4 to 7.
    let isTwoColumns = (4..<8).allSatisfy { to in edges.contains { $0.1 == to } }
    guard isTwoColumns, (0..<4).allSatisfy({ from in edges.contains { $0.0 == from } }) else { return }
    var fewest = Int.max
    for upper in Self.orders { for lower in Self.orders { fewest = min(fewest, crossings(edges, upper, lower)) } }
    #expect(try Self.layout(8, edges, label: 0).crossings == fewest)
  }

  private func crossings(_ edges: [(Int, Int)], _ left: [Int], _ right: [Int]) -> Int {
    var count = 0
    for one in edges {
      for other in edges where left[one.0] < left[other.0] && right[one.1 - 4] > right[other.1 - 4] { count += 1 }
    }
    return count
  }

  /// All orders of four.
  private static let orders: [[Int]] = (0..<256).map { [$0 & 3, $0 >> 2 & 3, $0 >> 4 & 3, $0 >> 6] }
    .filter { Set($0).count == 4 }

  /// A stretch that is too short to be seen points nowhere: programs drew arrows without heads, or signs beside nodes.
  @Test func everyStretchIsLongEnoughToBeSeen() throws {
    let diagram = try document(
      """
      inputs: X = [1, 0.5, -1; 1, 2, 0.5; 1, -1, 1.5; 1, 0, 2]
      targets: T = [1; 0; 1; 0]
      weights: W1 = [0.1, -0.2; 0.4, 0.3; -0.5, 0.6], W2 = [0.2; 0.7; -0.4]
      S = X*W1
      H = tanh(S)
      A = [ones(4, 1), H]
      Y = sigmoid(A*W2)
      L = mean((T - Y).^2)
      minimize: L

      """
    ).diagram("graph")
    for case .wire(let wire) in diagram.shapes {
      var here = wire.start
      for stretch in wire.stretches {
        switch stretch {
        case .line(let end), .curve(_, _, let end):
          #expect(abs(end.x - here.x) > 0.05)
          here = end
        }
      }
    }
  }
}
