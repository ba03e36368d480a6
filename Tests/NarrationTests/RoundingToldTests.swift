import DocumentModel
import Foundation
import Testing
import WalkthroughLanguage

@testable import Narration

/// Where digits cancel, nothing is said that holds only for numbers with all their digits.
@Suite struct RoundingToldTests {
  private func prose(_ text: String, _ telling: Telling? = nil) throws -> String {
    try document(text + "\n", telling).prose
  }

  private let lastDigit = "gives another last digit when its printed numbers are typed"
  private let moreDigits = "nearly cancel or have few digits, as here, more than the last digit can differ."

  private func count(_ words: String, in text: String) -> Int { text.components(separatedBy: words).count - 1 }

  @Test("The mark is explained by the last digit, and where more digits differ by that, each once")
  func mark() throws {
    // 3 · 1.23456 is 3.70368, and 3 · 1.2346 is 3.7038.
    let plain = "inputs: w = 1.23456\ny = 3*w"
    let told = try prose(plain)
    #expect(count(lastDigit, in: told) == 1 && !told.contains(moreDigits))
    // 1.23456 − 1.23452 is 4 × 10⁻⁵, and 1.2346 − 1.2345 is 10⁻⁴.
    let cancelling = try prose(plain + "\nfixed: c = 1.23452, d = 1.23454\nu = w - c\nv = d - c")
    #expect(count(lastDigit, in: cancelling) == 1 && count(moreDigits, in: cancelling) == 1)
    let matrix = try prose("inputs: W = [1.23456, 2]\nfixed: C = [1.23452, 1]\nD = W - C")
    #expect(count(lastDigit, in: matrix) == 1 && count(moreDigits, in: matrix) == 1)
  }

  @Test("What explains the mark moves no result away from where its step says it is")
  func resultBlock() throws {
    let step = try #require(
      try document("inputs: w = 1.23456\ny = 3*w\n").steps.first { $0.id == "forward-y" })
    guard case .equation = step.blocks[try #require(step.resultBlock)] else { return #expect(Bool(false)) }
  }

  @Test("A column of nudges that loses its digits leads nowhere")
  func nudges() throws {
    // Numbers near 10¹⁰ are 2⁻¹⁹ apart: 10⁻⁴ is 52.4 of these, so that of a nudge by it 52 are left, 0.9918 for 1.
    let told = try prose("unknowns: w = 1\nf = 1e10 + w\nminimize: f\nrate: 0.1", .nudge)
    #expect(told.contains("In both columns a larger nudge comes nearer to it than the smallest"))
    #expect(!told.contains("both columns lead"))
    // From 0 to 1, x³ − x² goes down and comes back: an accident of the largest nudge, and no loss of digits.
    let turning = try prose("unknowns: x = 0\nf = x^3 - x^2\nminimize: f\nrate: 0.1", .nudge)
    #expect(turning.contains("both columns lead"))
  }

  /// 3 · 0.1 is the double behind that of 0.3.
  private let met = "weights: w = 0.1\ny = x*w\nE = (y - t)^2\n"

  @Test("A slope by which the forward pass missed its target in the last place has no direction")
  func missedByRounding() throws {
    let one = try prose("inputs: x = 3\ntargets: t = 0.3\n\(met)minimize: E\nrate: 0.1")
    let two = try prose(
      "examples:\n  x | t\n  3 | 0.3\n  3 | 0.3\n\(met)minimize: E, summed over the examples\nrate: 0.1")
    for told in [one, two] {
      #expect(!told.contains("slope is positive") && told.contains("_ did not change"))
      #expect(told.contains("_, which by hand is 0.") && !told.contains("wrong way"))
    }
    #expect(two.contains("_ stays at _.") && !two.contains("up the curve"))
    #expect(one.contains("The slope is zero but for rounding, since what it comes from cancels: _"))
    #expect(one.contains("No weight moves but by rounding:") && !one.contains("what changed stands out"))
    // Divided by its own size, a slope of whatever size makes a step of the rate.
    let scaled = try prose(
      "inputs: x = 3\ntargets: t = 0.3\n\(met)minimize: E\nrate: 0.1\nupdate: adam, epsilon = 1e-30")
    #expect(scaled.contains("One weight moves:"))
    // A miss by 10⁻¹⁰ is no rounding.
    let near = try prose("weights: w = 3.0000000001\nE = (w - 3)^2\nminimize: E\nrate: 0.1")
    #expect(near.contains("The slope is positive") && !near.contains("but for rounding"))
  }

  @Test("An objective of which an update leaves the last place is 0 but for rounding")
  func reached() throws {
    // 2.2 goes to 1.04 − 0.04, which comes out a little above 1.
    let told = try prose(
      "weights: k = -1\nbiases: b = 0.2\ny = b - 2*k\nE = (y - 1)^2\nminimize: E\nrate: 0.1")
    #expect(told.contains("_ fell from _ to _, which by hand is 0. The step went the right way."))
    let short = try prose("weights: w = 1\nE = w^2\nminimize: E\nrate: 0.25")
    #expect(short.contains("_ fell from _ to _, by _. The step went the right way."))
  }
}
