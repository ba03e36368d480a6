import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

@Suite struct NarratorTests {
  @Test(arguments: [Telling.weights, .nodes, .gates])
  func everyStepHasAnIdOfItsOwn(telling: Telling) throws {
    let ids = try document(network, telling).ids
    #expect(Set(ids).count == ids.count)
    #expect(ids.first == "given")
    #expect(ids.last == "checks")
  }

  @Test func aDocumentHasItsPartsInOrder() throws {
    let headings = try document(network, .weights).steps.flatMap(\.blocks).compactMap { block -> String? in
      if case .heading(1, let inlines) = block, case .text(let text)? = inlines.first { text } else { nil }
    }
    #expect(
      headings == [
        "What is given", "The network in words", "The forward pass", "The backward pass", "The update",
        "A second forward pass", "What was checked",
      ])
  }

  @Test func aForwardWalkthroughHasNoBackwardPass() throws {
    let ids = try document("inputs: x = 2\ny = x^2\nz = y + 1\n").ids
    #expect(ids == ["given", "numbers", "network", "forward", "forward-y", "forward-z", "figure-graph"])
  }

  @Test func everyMovedQuantityHasItsStoryNearestTheObjectiveFirst() throws {
    let ids = try document(network, .weights).ids
    let stories = ids.filter { $0 == "weight-u" || $0 == "weight-w" || $0.hasSuffix("-update") }
    #expect(stories == ["weight-w", "weight-w-update", "weight-u", "weight-u-update"])
  }

  @Test func aConstantOneFoldsIntoItsNeighbour() throws {
    // u reaches E through h, y and E1 only; E takes E1 as it is.
    let story = try document(network, .weights, of: "u")
    let chain = try #require(story.equations.first)
    guard case .product(let factors, .dot) = chain.links[0].formula else {
      Issue.record("no product")
      return
    }
    #expect(factors.count == 3)
    #expect(chain.links.count == 1)
  }

  @Test func aFactorIsDerivedOnceAndThenReferredTo() throws {
    let learning = network.replacing("fixed: b", with: "biases: b")
    let prose = try document(learning, .weights).prose
    #expect(prose.contains("Already known: _"))
    #expect(prose.contains("_ takes _ as it is, so this is _ again."))
    #expect(!(try document(learning, .weights, of: "b")).prose.contains("Already known"))
  }

  @Test func aPartWhoseOnlyFactorIsKnownHasAStepToo() throws {
    // f is a sum of s and r; the way by r ends in a factor that the way by s has worked already.
    let told = try document("inputs: a = 3, b = 4\nr = a*b\ns = sigmoid(r)\nf = s + r\ndifferentiate: f\n", .weights)
    #expect(told.ids.contains { $0.hasSuffix("-r-known") })
    let inSymbols = try document("inputs: a, b\nr = a*b\ns = sigmoid(r)\nf = s + r\ndifferentiate: f\n", .weights)
    #expect(inSymbols.ids.contains { $0.hasSuffix("-r-known") })
  }

  @Test func theSquareTheHalfAndTheMinusAreExplained() throws {
    let text = "weights: w = 2\ntargets: t = 1\nE = 1/2*(t - w)^2\nminimize: E\nrate: 1\n"
    let prose = try document(text, .weights).prose
    #expect(
      prose.contains("The square brings down a 2, which the ½ cancels; the inner minus turns the difference round."))
    let unhalved = try document(text.replacing("1/2*", with: ""), .weights).prose
    #expect(unhalved.contains("The square brings down a 2; the inner minus turns the difference round."))
  }

  @Test func theDirectionOfAnUpdateFollowsTheSlope() throws {
    // E = (1 − w)²: at 2 the slope is 2, at 0.5 it is −1.
    let text = "weights: w = 2\nE = (1 - w)^2\nminimize: E\nrate: 0.1\n"
    #expect(try document(text).prose.contains("The slope is positive: a larger _ means a larger _, so _ goes down."))
    let low = try document(text.replacing("w = 2", with: "w = 0.5")).prose
    #expect(low.contains("The slope is negative: a larger _ means a smaller _, so _ goes up."))
    let ascent = try document(text.replacing("minimize", with: "maximize")).prose
    #expect(ascent.contains("The slope is positive: a larger _ means a larger _, so _ goes up."))
    let flat = try document(text.replacing("w = 2", with: "w = 1")).prose
    #expect(flat.contains("The slope is zero: _ stays where it is."))
  }

  @Test func aStepThatMakesThingsWorseIsCalledSo() throws {
    let text = "weights: w = 2\nE = (1 - w)^2\nminimize: E\nrate: 3\n"
    #expect(try document(text).prose.contains("That is the wrong way"))
  }

  @Test func conventionsAreStated() throws {
    #expect(try document(network).prose.contains("_ is fixed: the update leaves it alone."))
    #expect(try document(network).prose.contains("then everything moves at once"))
    let reusing = try document(network + "update: reusing new weights\n").prose
    #expect(
      reusing.contains(
        "Each new value is used at once: the backward pass works the slopes of the weights in a line first; a weight whose"
          + " slope is then known moves, and everything further back is worked with its new value."))
    let carried = try document(network + "carry: 3 decimals, cut\n").prose
    #expect(carried.contains("Every computed value is cut to three decimals before it is used on"))
    let kink = try document("inputs: x = 0\ny = relu(x)\ndifferentiate: y\n").prose
    #expect(kink.contains("In _ the operand of relu is exactly 0, where it has a kink; the slope 0 is used."))
    let tie = "In _ the largest of the entries that max compares are equal; the slope of the first of them is used."
    for (entries, isTie) in [("1, 1; 0, 2", true), ("1, 0; 0, 2", false)] {
      let prose = try document("weights: W = [\(entries)]\nm = max(W, rows)\nE = sum(m)\nminimize: E\n").prose
      #expect(prose.contains(tie) == isTie)
      #expect(
        prose.contains("else 0. Of equal entries in a row that max compares, it is 1 at the first alone.") == isTie)
    }
  }

  /// All that the same results share; a weight that one of them uses too is shared by others.
  @Test func whatIsSharedIsSaidTogether() throws {
    let prose = try document(
      "inputs: x = 1\nweights: w = 2, u = 3\nbiases: b = 1\nh = u*x + w + b\nk = u*h + b\nE = k^2 + w^2\nminimize: E\n"
    ).prose
    #expect(prose.contains("_ and _ share _ and _.") && prose.components(separatedBy: " share ").count == 2)
  }

  /// h1 and k1 share b1, h2 and k2 share b2, and so on.
  private func sharing(_ count: Int) -> String {
    let numbers = 1...count
    return "inputs: x = 1\nweights: w = 2\nbiases: \(numbers.map { "b\($0) = 1" }.joined(separator: ", "))\n"
      + numbers.map { "h\($0) = w*x + b\($0)\nk\($0) = h\($0) + b\($0)\n" }.joined()
      + "E = \(numbers.map { "k\($0)" }.joined(separator: " + "))\nminimize: E\n"
  }

  @Test(arguments: [(8, 8, ""), (9, 4, "five"), (300, 4, "296")])
  func ofManyGroupsThatShareTheFirstAndTheLastAreTold(count: Int, told: Int, rest: String) throws {
    let prose = try document(sharing(count)).prose
    #expect(prose.components(separatedBy: "_ and _ share _.").count - 1 == told)
    #expect(prose.contains(" share _. The same goes for \(rest) more groups. _ and _ share _.") == !rest.isEmpty)
  }

  /// Eight times as many take about eight times as long, not sixty-four times.
  @Test func groupsThatShareAreFoundInOnePass() throws {
    func time(_ count: Int) throws -> Duration {
      let narrator = Narrator(try SourceText(name: "t", text: sharing(count)).walkthrough().trace())
      return ContinuousClock().measure { _ = narrator.given() }
    }
    let isLinear = try (0..<3).contains { _ in try time(2_000) < time(250) * 20 }
    #expect(isLinear)
  }

  @Test(arguments: [(8, 8, ""), (9, 4, "five"), (300, 4, "296")])
  func ofManyKinksTheFirstAndTheLastAreTold(count: Int, told: Int, rest: String) throws {
    let lines = (1...count).map { "h\($0) = relu(\($0)*x)\n" }.joined()
    let sum = (1...count).map { "h\($0)" }.joined(separator: " + ")
    let prose = try document("inputs: x = 0\n\(lines)E = \(sum)\ndifferentiate: E\n").prose
    #expect(prose.components(separatedBy: "In _ the operand of relu is exactly 0").count - 1 == told)
    #expect(prose.contains(" At \(rest) more kinks a slope is chosen by the same rules. In _") == !rest.isEmpty)
  }

  /// Up to eight entries stand in full; of more, the first three and the last.
  @Test(arguments: [(8, [2.0, 4, 6, 8, 10, 12, 14, 16]), (12, [2, 4, 6, nil, 24])])
  func aLongRowIsShownByItsFirstEntriesAndItsLast(count: Int, shown: [Double?]) throws {
    let row = (1...count).map(String.init).joined(separator: ", ")
    let document = try document("inputs: X = [\(row)]\nY = 2*X\n")
    let rows = document.equations.compactMap { equation -> [[Formula]]? in
      if case .matrix(let rows)? = equation.links.last?.formula { rows } else { nil }
    }
    let last = try #require(rows.last)
    #expect(last.map { $0.map { if case .number(let number) = $0 { number.value } else { nil } } } == [shown])
  }

  @Test func aSlopeOfMinusOneIsWrittenOnce() throws {
    let document = try document("inputs: x = 2, u = 5\nv = u - x\ndifferentiate: v\n")
    func isMinusOne(_ link: Equation.Link) -> Bool {
      if case .negation(.number(let number)) = link.formula { return number.plainText == "1" }
      if case .number(let number) = link.formula { return number.plainText == "-1" }
      return false
    }
    #expect(document.equations.map { $0.links.count(where: isMinusOne) }.max() == 1)
  }

  @Test func aBracketIsExplainedByGatesToo() throws {
    let prose = try document("inputs: x = 2\ny = relu(x) + relu(3*x)\ndifferentiate: y\n", .gates).prose
    #expect(prose.components(separatedBy: "A bracket is 1 where its condition holds, else 0.").count == 2)
  }

  @Test func gatesSendTheirAdjointsBackAndUsesAddUp() throws {
    let text = "unknowns: x = 3, y = 4\nf = (x - y)^2 + x*y\nminimize: f\nrate: 0.1\n"
    let told = try document(text, .gates)
    #expect(told.ids.filter { $0.hasPrefix("gates-") } == ["gates-f", "gates-y", "gates-x"])
    #expect(told.prose.contains("The power _ brings its exponent down."))
    #expect(told.prose.contains("For _, the first of its two uses:"))
    #expect(told.prose.contains("_ is used twice; what comes back adds up:"))
    #expect(
      told.prose.contains(
        "a term that is added gets the adjoint as it is, and one that is taken away gets it with a minus"))
    let alone = try document(text, .gates, of: "x")
    #expect(
      alone.ids == [
        "numbers", "numbers-used", "figure-path", "gates-f", "gates-x", "moved-x-update", "figure-loss-by-x",
      ])
  }

  /// 1/3 is shown as 0.33, 0.33 · 3 is 0.99 on a calculator, and the value is 1.
  @Test func aLineThatACalculatorDisagreesWithIsMarkedAndExplainedOnce() throws {
    let text = "inputs: x = 1, k = 3\ny = x/k\nz = 3*y\nshow: 2 decimals\n"
    let marked = try document(text)
    #expect(marked.equations.map(\.isMarked) == [false, true])
    #expect(marked.prose.components(separatedBy: "†").count == 2)
    #expect(!(try document(text.replacing("2 decimals", with: "all digits"))).prose.contains("†"))
  }

  @Test func equalsStandsOnlyBeforeTheExactValue() throws {
    let text = "inputs: x = 1, k = 3\ny = x/k\nz = x/4\nshow: 2 decimals\n"
    #expect(try document(text).equations.map { $0.links.last?.relation } == [.approximate, .equal])
    let always = try document(text.replacing("decimals", with: "decimals, equals"))
    #expect(always.equations.map { $0.links.last?.relation } == [.equal, .equal])
  }

  @Test func manyPathsAreListedInPartAndCounted() throws {
    let text =
      "weights: w = 0.5\na = w + w^2\n" + (1...5).map { "b\($0) = \($0)*a\n" }.joined()
      + "E = b1 + b2 + b3 + b4 + b5\nminimize: E\nrate: 0.1\n"
    let prose = try document(text, .weights).prose
    #expect(prose.contains("Five paths lead from _ to _. The first four of them are listed:"))
    #expect(prose.contains("What the paths share"))
  }
}
