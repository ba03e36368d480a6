import Differentiation
import Longhand
import Testing

@Suite struct TellingsAgreeTests {
  private static let weights: [(number: String, matrix: String, place: Int)] = [
    ("w11", "W", 0), ("w12", "W", 1), ("w21", "W", 2), ("w22", "W", 3), ("v11", "V", 0), ("v12", "V", 1),
    ("v21", "V", 2),
    ("v22", "V", 3),
  ]

  @Test func theToyNetworkToldFourWaysHasTheSameAdjoints() throws {
    let numbers = try Repository.workbook("walkthroughs/toy-network/toy-network.walk").trace
    let matrices = try Repository.workbook("walkthroughs/toy-network-in-matrices/toy-network-in-matrices.walk").trace
    let example = try #require(matrices.examples.first?.backward)
    let isVarying = numbers.depends(on: numbers.walkthrough.moved)
    let gates = numbers.walkthrough.quantities.indices.flatMap { numbers.gates(of: $0, isVarying: isVarying) }
    for weight in Self.weights {
      let quantity = try #require(numbers.walkthrough.quantities.firstIndex { $0.name == weight.number })
      let matrix = try #require(matrices.walkthrough.quantities.firstIndex { $0.name == weight.matrix })
      let byNodes = try #require(numbers.backward).adjoints[quantity]
      let byPaths = numbers.paths(from: quantity, limit: 100).reduce(0) { $0 + numbers.product(along: $1) }
      let byGates = gates.flatMap(\.inputs).filter { $0.expression == .quantity(quantity) }
        .reduce(0) { $0 + $1.contribution }
      let byMatrices = example.adjoints.matrix(matrix).entries[weight.place]
      for other in [byPaths, byGates, byMatrices] {
        #expect((other - byNodes).magnitude <= 1e-12 * byNodes.magnitude, "\(weight.number)")
      }
    }
  }
}
