import Testing

@testable import Narration

/// The caption of a curve over one number says what is to be seen there.
@Suite struct CurveCaptionTests {
  /// The slopes of (w·x + v·u + b − 1)² go with x, u and 1.
  @Test(arguments: [
    ("x = 2, u = -2", "w alone, which has a slope as steep as any of three"),
    ("x = 1, u = 2", "v alone, which has the steepest slope of three"),
  ])
  func onlyTheSteepestSlopeIsCalledSo(inputs: String, words: String) throws {
    let told = try document(
      "inputs: \(inputs)\nweights: w = 0.5, v = 0.25, b = 0.1\nE = (w*x + v*u + b - 1)^2\nminimize: E\nrate: 0.01\n")
    #expect(told.spoken.contains(words))
  }

  /// 8·w is a straight line with slope 8, and 4·v² has that slope at 1, and 4 at a half.
  @Test(arguments: [
    ("v = 1", "one of the steepest slopes; everything else stands still. That by w is as steep, but"),
    ("v = 0.5", "the second steepest slope; everything else stands still. The steepest is that by w, but"),
  ])
  func whatIsDrawnInsteadIsAsSteepOrLess(start: String, words: String) throws {
    let told = try document("weights: w = 3, \(start), k = 0.1\nE = 8*w + 4*v^2 + k^2\nminimize: E\nrate: 0.01\n")
    #expect(told.spoken.contains("which has \(words) the curve over that is a straight line"))
  }

  /// The step from 1 leads to 1 − 2·rate: 0.2 is on this side of the minimum, −0.6 on the other, and −1 as high as 1.
  @Test(arguments: [("0.4", ", down the curve."), ("0.8", ", down the curve and past the turn."), ("1", ".")])
  func aStepOverTheValleyIsNotAllDown(rate: String, words: String) throws {
    let told = try document("unknowns: x = 1\nf = x^2\nminimize: f\nrate: \(rate)\n").spoken
    #expect(told.contains("The arrow is the step to new x\(words)"))
  }
}
