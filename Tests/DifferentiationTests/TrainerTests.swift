import Numerals
import Testing
import WalkthroughLanguage

@testable import Differentiation

private func laboratory(_ text: String) throws -> Laboratory {
  try Laboratory(try SourceText(name: "test.walk", text: text).walkthrough())
}

private let network = """
  examples:
    x1 | x2 | t
    0  | 0  | 0
    0  | 1  | 1
    1  | 0  | 1
    1  | 1  | 0
    2  | 1  | 1
  weights: u1 = 0.3, u2 = -0.5, u3 = 0.6, u4 = 0.2, v1 = 0.7, v2 = -0.4
  biases: p1 = 0.1, p2 = -0.2, q = 0.05
  h1 = sigmoid(x1*u1 + x2*u2 + p1)
  h2 = tanh(x1*u3 + x2*u4 + p2)
  y = sigmoid(h1*v1 + h2*v2*h2 + q)
  E = 1/2*(t - y)^2
  R = 0.001*(v1^2 + v2^2)
  rate: 0.5

  """

@Suite struct TrainerTests {
  /// Without examples, with them, by every rule and after every batch: no bit may differ.
  @Test(
    arguments: [
      "minimize: E, summed over the examples",
      "minimize: E, averaged over the examples, plus R",
      "maximize: E, averaged over the examples",
      "minimize: E, averaged over the examples, plus R\nupdate: after every 2 examples",
      "minimize: E, summed over the examples\nupdate: after each example, momentum",
      "minimize: E, summed over the examples\nupdate: nesterov",
      "minimize: E, summed over the examples\nupdate: rmsprop",
      "minimize: E, summed over the examples\nupdate: adagrad",
      "minimize: E, summed over the examples\nupdate: adam\nstart: m(u1) = 0.1",
      "minimize: E, summed over the examples\nupdate: adamax",
    ])
  func repeatedPassesGiveTheSameBitsAsOrdinaryOnes(lines: String) throws {
    try expectSameBits(laboratory(network + lines + "\n"))
  }

  @Test func withoutExamplesTheBitsAreTheSameToo() throws {
    let file = "inputs: x = 1.5\nweights: w = 0.4, v = 0.8\nh = sigmoid(w*x)\ny = v*h + x*w\nE = (y - 2)^2\n"
    try expectSameBits(laboratory(file + "minimize: E\nrate: 0.1\n"))
    try expectSameBits(laboratory(file + "minimize: E\nrate: 0.1\nupdate: adam\n"))
  }

  private func expectSameBits(_ laboratory: Laboratory) throws {
    let (objective, conditions) = (laboratory.walkthrough.objective!, laboratory.ownConditions)
    #expect(RepeatedPasses(laboratory, conditions) != nil)
    var fast = Trainer(laboratory, from: conditions, objective: objective)
    var slow = Trainer(laboratory, from: conditions, objective: objective, isFast: false)
    for _ in 0..<40 {
      let losses = (try fast.epoch(), try slow.epoch())
      #expect(losses.0 == losses.1)
      #expect(fast.conditions.givens == slow.conditions.givens)
      #expect(fast.conditions.memory == slow.conditions.memory)
    }
    #expect(fast.conditions.givens != conditions.givens)
  }

  /// w = 1, then 1 − 0.5·(3 − 1/2) = −1/4, then −1/4 − 0.5·(3 − 4/3) = −13/12: the logarithm of −1/12 ends it.
  @Test func trainingThatLeavesADomainSaysSo() throws {
    let text = "unknowns: w = 1\nE = 3*w - ln(w + 1)\nminimize: E\nrate: 0.5\nepochs: 10\n"
    let training = try #require(try laboratory(text).training())
    guard case .undefined(let quantity, .logarithm(let number)) = training.ending else {
      Issue.record("\(training.ending)")
      return
    }
    #expect(quantity == 1 && (number * 12 + 1).magnitude < 1e-12)
    #expect(training.epochs == 1 && training.samples.last?.values[0] == -0.25)
  }

  /// w = 2, 1, 0: there the root has no slope, and nothing is too large.
  @Test func trainingThatComesToNoSlopeSaysSo() throws {
    let text = "weights: w = 2\ny = sqrt(w)\nE = w + 0*y\nminimize: E\nrate: 1\nepochs: 30\n"
    let training = try #require(try laboratory(text).training())
    #expect(training.ending == .withoutSlope(1) && training.epochs == 2)
  }

  /// w(n + 1) = w(n) − 100·4w³: the numbers leave the doubles within a few epochs, and the last that exist are kept.
  @Test func trainingThatOverflowsKeepsWhatExists() throws {
    let found = try laboratory("weights: w = 3\nE = w^4\nminimize: E\nrate: 100\nepochs: 50\n").training()
    let training = try #require(found)
    #expect(training.ending == .overflow)
    #expect(training.epochs > 1 && training.epochs < 10)
    #expect(training.losses.allSatisfy { $0.isFinite })
    #expect(training.samples.last?.epoch == training.epochs)
    let last = try #require(training.samples.last?.values[0])
    #expect((training.losses.last! / (last * last * last * last) - 1).magnitude < 1e-14)
  }

  /// A value that is no number must not get away, not even through a formula that makes a number of it.
  @Test(
    arguments: [
      ("weights: w = 1e100\nE = w^3\nminimize: E\nrate: 1e250", "the update makes `w` too large for a double"),
      ("weights: w = 1e100\nE = sigmoid(w^3)*0 + w^3\nminimize: E\nrate: 1e250\nepochs: 3", "makes `w` too large"),
      ("weights: w = 0\nE = w^2\nminimize: E\nrate: 1\nupdate: adamax", "`adamax` divides by 0 in the step of `w`"),
      ("weights: W = [1, 0]\nE = sum(W.^2)\nminimize: E\nrate: 1\nupdate: adamax", "`adamax` divides by 0"),
    ])
  func anUpdateWithoutAValueIsAnError(file: String, message: String) throws {
    let laboratory = try laboratory(file + "\n")
    let ordinary = #expect(throws: Diagnostics.self) { _ = try laboratory.trace() }
    #expect(ordinary?.report.contains(message) == true)
    let repeated = #expect(throws: Diagnostics.self) {
      var trainer = Trainer(laboratory, from: laboratory.ownConditions, objective: laboratory.walkthrough.objective!)
      try trainer.step()
    }
    #expect(repeated?.report == ordinary?.report)
  }

  @Test func theObjectiveOfAllExamplesEndsTheWaiting() throws {
    let found = try laboratory(
      "examples:\n  x | t\n  1 | 2\n  2 | 4\nweights: w = 0\nE = (w*x - t)^2\nminimize: E, summed over the examples\n"
        + "rate: 0.05\nuntil: E is below 1\n"
    ).training()
    let training = try #require(found)
    // dE/dw = 2·(1·(w − 2) + 2·(2w − 4)) = 10(w − 2): each epoch halves w − 2, and E = 5(w − 2)² from 20 on.
    #expect(training.losses.map { ($0 * 1e9).rounded() / 1e9 } == [20, 5, 1.25, 0.3125])
    #expect(training.ending == .rule)
  }

  @Test func everyEpochIsReported() throws {
    var seen: [Int] = []
    let laboratory = try laboratory("weights: w = 3\nE = w^2\nminimize: E\nrate: 0.1\nepochs: 5\n")
    _ = try laboratory.trace { progress in
      seen.append(progress.epochs)
      #expect(progress.mostEpochs == 5 && !progress.mayEndEarlier)
    }
    #expect(seen == [1, 2, 3, 4, 5])
  }
}
