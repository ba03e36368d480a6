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
}
