import Testing
import WalkthroughLanguage

@testable import Differentiation

private func laboratory(_ text: String) throws -> Laboratory {
  do throws(Diagnostics) {
    return try Laboratory(SourceText(name: "test.walk", text: text).walkthrough())
  } catch {
    Issue.record("\(error.report)\n\(text)")
    throw error
  }
}

extension Trace {
  fileprivate func adjoint(_ name: String) -> Double? {
    walkthrough.quantities.firstIndex { $0.name == name }.map { backward!.adjoints[$0] }
  }
}

@Suite struct EntryTests {
  @Test(arguments: 1...70)
  func matricesNumbersAndMeasuredSlopesAgree(seed: Int) throws {
    let program = RandomMatrixProgram(seed: UInt64(seed), lines: 9)
    let laboratory = try laboratory(program.text)
    let trace = try laboratory.trace()
    let entries = try #require(laboratory.entries, "\(program.text)")
    let numbers = try entries.trace()
    let sizes = Laboratory.sizes(entries)
    for quantity in trace.walkthrough.quantities.indices where trace.backward!.reaches[quantity] {
      for (place, adjoint) in trace.backward!.adjoints.matrix(quantity).entries.enumerated() {
        let name = trace.walkthrough.quantities[quantity].entryName(place)
        let other = try #require(numbers.adjoint(name))
        let index = try #require(entries.quantities.firstIndex { $0.name == name })
        #expect((adjoint - other).magnitude <= 1e-11 * sizes[index], "\(name)\n\(program.text)")
        guard trace.walkthrough.quantities[quantity].role.isGiven,
          case .measured(let slope, let tolerance) = laboratory.slope(
            ofObjective: trace.backward!.seed, by: quantity, entry: place, against: adjoint)
        else { continue }
        #expect((adjoint - slope).magnitude <= tolerance + 1e-7, "\(name)\n\(program.text)")
      }
    }
    #expect(trace.checks.contains { if case .entries(let count) = $0 { count > 0 } else { false } }, "\(program.text)")
  }

  /// A story of one entry leaves out what it does not depend on, and finds the same.
  @Test(arguments: 1...50)
  func aStoryOfOneEntryFindsTheSameAdjoint(seed: Int) throws {
    let program = RandomMatrixProgram(seed: UInt64(seed), lines: 9)
    let laboratory = try laboratory(program.text)
    let trace = try laboratory.trace()
    let sizes = Laboratory.sizes(try #require(laboratory.entries))
    var first = 0
    for (quantity, original) in trace.walkthrough.quantities.enumerated() {
      defer { first += original.shape.count }
      guard trace.backward!.reaches[quantity], trace.asked.contains(quantity) else { continue }
      let place = seed % original.shape.count
      let story = try #require(try laboratory.entries(around: quantity, place: place))
      let adjoint = trace.backward!.adjoints.matrix(quantity).entries[place]
      guard story.objective != nil else {
        #expect(adjoint == 0)
        continue
      }
      let found = try #require(try story.trace().adjoint(original.entryName(place)))
      #expect((adjoint - found).magnitude <= 1e-11 * max(sizes[first + place], 1), "\(original.name)\n\(program.text)")
    }
  }

  /// Of 20 products only one holds W[2,3]: 19 are gathered, with the sum of i·1 for all i but 2, by hand 208.
  @Test func longSumsAreGathered() throws {
    let row = (1...20).map(String.init).joined(separator: ", ")
    let laboratory = try laboratory(
      "inputs: X = [\(row)]\nweights: W = ones(20, 5)\nH = X*W\nL = sum(H.^2)\nminimize: L\nrate: 0.1\n")
    let story = try #require(try laboratory.entries(around: 1, place: 7))
    func text(_ name: String) throws -> String {
      let index = try #require(story.quantities.firstIndex { $0.name == name })
      return story.expression(of: index).text { story.quantities[$0].name }
    }
    #expect(try text("H[1,3]") == "X[1,2]*W[2,3] + rest_H[1,3]")
    #expect(try text("rest_H[1,3]") == "208")
    #expect(try text("L") == "H[1,1]^2 + H[1,2]^2 + H[1,3]^2 + H[1,4]^2 + H[1,5]^2")
    #expect(story.gatherings.map(\.terms) == [19])
    #expect(story.quantities[story.gatherings[0].result].name == "H[1,3]")
    // dL/dW[2,3] = 2·210·2
    #expect(try story.trace().adjoint("W[2,3]") == 840)
    #expect(story.moved.map { story.quantities[$0].name } == ["W[2,3]"])
  }

  /// What stands still still differs from example to example: dL/dw1 = Σ 2·(w1·a + w2·b)·a over (1, 2) and (3, 4).
  @Test func numbersThatDifferByExampleStayInATable() throws {
    let laboratory = try laboratory(
      """
      examples:
        X
        [1, 2]
        [3, 4]
      weights: W = [5; 6]
      y = X*W
      L = sum(y.^2)
      minimize: L, summed over the examples
      rate: 0.01

      """)
    let story = try #require(try laboratory.entries(around: 1, place: 0))
    let trace = try story.trace()
    // y = 17 and 39: 5 − 0.01·(2·17·1 + 2·39·3) = 5 − 0.01·268
    #expect(abs(trace.updates[0].after - 2.32) < 1e-12)
    #expect(story.examples?.rows.count == 2)
  }

  @Test func aBigNetworkGivesAShortStory() throws {
    let laboratory = try laboratory(
      """
      inputs: X = random(1, 784, seed 3)
      targets: T = zeros(1, 10)
      weights: W = 0.05*random(784, 128, seed 1, normal), V = 0.1*random(128, 10, seed 2, normal)
      H = sigmoid(X*W)
      Y = sigmoid(H*V)
      L = sum((Y - T).^2)
      minimize: L
      rate: 0.5

      """)
    let story = try #require(try laboratory.entries(around: 2, place: 2 * 128 + 6))
    #expect(story.quantities.count < 60)
    let whole = try laboratory.trace().backward!.adjoints.matrix(2).entries[2 * 128 + 6]
    let found = try #require(try story.trace().adjoint("W[3,7]"))
    #expect(abs(found - whole) <= 1e-12 * abs(whole))
    #expect(laboratory.entries?.quantities.isEmpty == nil)
  }
}

extension Laboratory {
  /// By quantity: how large the terms are that adjoints of numbers are added up from.
  fileprivate static func sizes(_ walkthrough: Walkthrough) -> [Double] {
    guard let laboratory = try? Laboratory(walkthrough), let plain = laboratory.plain,
      let objective = walkthrough.objective
    else { return [] }
    return laboratory.list.gatewiseAdjoints(plain, from: objective.quantity).sizes
  }
}
