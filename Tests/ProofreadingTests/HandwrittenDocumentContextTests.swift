import Numerals
import Testing

@testable import Proofreading

@Suite struct HandwrittenDocumentContextTests {
  @Test(arguments: [
    Reading("The updated error $E = 0.9$.", "? E = 0.9"), Reading("The updated error \\(E = 0.9\\).", "? E = 0.9"),
    Reading("After one update we have $w_1 = 0.4$ and $E = 0.9$.", "? w1 = 0.4", "? E = 0.9"),
    Reading("After the update, $$E = 0.9$$", "? E = 0.9"), Reading("After one step: E = 0.9", "? E = 0.9"),
    Reading("## Second iteration\n\nThe error is $E = 0.9$.\n\n# The error\n\nE = 1", "? E = 0.9", "E = 1"),
    Reading("# Second pass\n\n## The error\n\nE = 0.9", "? E = 0.9"), Reading("**Epoch 2.** $E = 0.9$", "? E = 0.9"),
    Reading("**Epoch 2**\n\nThe error is $E = 0.9$.\n\nIt is $E = 0.8$.", "? E = 0.9", "? E = 0.8"),
    Reading("\\section{Second iteration}\n$E = 0.9$\n\\section{The first} $E = 1$", "? E = 0.9", "E = 1"),
    Reading("Updated values:\n- $E = 0.9$\n- $x_1 = 5$", "? E = 0.9", "? x1 = 5"),
    Reading("Updated values:\n\n$$E = 0.9$$\n\nThe value is $t = 1$.", "? E = 0.9", "t = 1"),
    Reading("Updated values:\n\n\\[E = 0.9\\]\n\n\\[b = 0.1\\]", "? E = 0.9", "? b = 0.1"),
    Reading("| 0 | E = 0.1 |\n| 1 | E = 0.9 | t = 1 |", "E = 0.1", "? E = 0.9", "? t = 1"),
    Reading("The new $E = 0.9$", "? E = 0.9"), Reading("After 1 epoch, $E = 0.9$", "? E = 0.9"),
    Reading("Second iteration\n===\n\n### The error\n\n$E = 0.9$", "? E = 0.9"),
    Reading("## Iteration 2\n\n## The error\n\n$E = 0.9$\n\n## Iteration 1\n\n$t = 1$", "? E = 0.9", "t = 1"),
    Reading("New: $E = 0.9$", "? E = 0.9"), Reading("| new | E = 0.9 |", "? E = 0.9"),
    Reading("A step later: E = 0.9", "? E = 0.9"), Reading("$E = w_1^+ \\cdot b = 0.9$", "? E = 0.9"),
    Reading("$out_{h1} = \\sigma(w_1^+) = 0.9$", "? out_h1 = 0.9"),
    Reading("$\\frac{dE}{dw_1} = \\sigma'(b) = 0.9$", "dE/dw1 = 0.9"),
    Reading("The updated weight is $w_1^+ = 0.4$.", "new w1 = 0.4"),
    Reading("$w_{new} = 1$ and $E = 2$", "- 1", "E = 2"),
    Reading("Second pass: $w_1^+ = 0.4$.", "? new w1 = 0.4"),
  ])
  func otherPassesAreSeenFromInsideFormulas(reading: Reading) throws { try reading.check() }

  @Test(arguments: [
    "# Exercise 1 (solution)\n\nE = 2", "# What would happen if it were by hand\n\n## Forward\n\n$E = 2$",
    "\\section{Solution of the problem}\n$E = 2$",
  ])
  func aTitleCastsNoDoubtOnTheWholeDocument(document: String) throws {
    #expect(try Reading.readings(document) == ["E = 2"])
    #expect(try Reading.readings("# A lesson\n\n" + document) == ["? E = 2"])
  }

  @Test(arguments: [
    "If $t = 1$ then E = 2.", "Had we started there, $E = 2$.", "Suppose so. Then $E = 2$.", "It would be $E = 2$.",
    "With tanh instead, $E = 2$.", "When so, $E = 2$.", "We go on until $E = 2$.", "**Exercise.** Show that $E = 2$.",
    "## Problem\n\n$E = 2$", "Answer: $E = 2$", "Another neuron has $E = 2$.", "It is wrong that $E = 2$.",
    "Is it $E = 2$?", "~~$E = 2$~~", "~~E = 2~~", "Fig. 3: $E = 2$", "Figure 3. Here E = 2", "E = 2 kJ", "$E = 2$ min",
    "After repeating this process 10,000 times, $E = 2$.", "After 10,000 repetitions, $E = 2$.",
    "We want $E = 2$ and $out_{h1} = 0.9$.", "We want to get E = 2, out_h1 = 0.9.", "for $x_1 = 2, \\dots, 5$",
    "for $E = 1, \\dots, 5$", "We want\n\n$$E = 2$$", "We want E = 2", "She wants `E = 2`",
    "We want the network to output $E = 2$", "We want $net_{h1}$ to be small, and $E = 2$", "I wish to have $E = 2$",
  ])
  func othersCalculationsAreUncertain(document: String) throws {
    let readings = try Reading.readings(document)
    #expect(!readings.isEmpty && readings.allSatisfy { $0.hasPrefix("?") }, "\(document) is read as \(readings)")
  }

  @Test(arguments: [
    "the gradient of E with respect to w1 = 0.5", "the derivative of out_h1 = 0.2",
    "the derivative of $out_{h1} = 0.2$",
    "the change of w1 = 0.5", "w1 times w2 = 0.5", "w1 plus w2 = 0.25", "w2 minus w1 = 0.5",
    "the sum of w1 and w2 = 0.25", "twice w1 = 0.5", "twice the weight w1 = 0.5", "half of $w_1$ = 0.5",
    "the square of\nw1 = 0.5", "all of w1 to w2 = 0.25", "w1 and w2 = 0.25", "$w_1$ and $w_2 = 0.25$", "mean E = 0.3",
    "average E = 3", "total E = 3", "not E = 0.7", "twice dE/dw1 = 0.5", "\\textbf{half of} $w_1 = 0.5$",
  ])
  func namesBehindWordsThatAreNoIntroductionsAreUncertain(document: String) throws {
    let readings = try Reading.readings(document)
    #expect(!readings.isEmpty && readings.allSatisfy { $0.hasPrefix("?") }, "\(document) is read as \(readings)")
  }

  @Test(arguments: [
    "let E = 3", "where the weight w1 = 0.5", "with the learning rate $\\eta = 0.5$", "so E = 3", "Hence, E = 3",
    "the value of E = 3", "Half of it, E = 3", "The error *E* = 3", "b = 0.1 and E = 3", "for the input $x_1 = 2$",
    "We want to know the error: $E = 3$", "Here we want to compute the error. $E = 3$",
    "We want the derivative of E by $w_1$, so $$\\frac{dE}{dw_1} = 9$$", "We want the error. Here E = 3",
    "$$E = 3$$ The partial derivative we want is the last one.", "The wanted value E = 3",
    "We want the error with respect to $E$, and $E = 3$", "We want $E$. It is $E = 3$",
    "We wish to differentiate it: $E = 3$", "We want $E$ and have $E = 3$",
  ])
  func namesBehindNeutralWordsAreMatched(document: String) throws {
    let readings = try Reading.readings(document)
    #expect(!readings.isEmpty && readings.allSatisfy { !$0.hasPrefix("?") }, "\(document) is read as \(readings)")
  }

  @Test(arguments: [
    "E = 0,6", "E = - 0,4", "E = -0,4; then", "E = 0,5·2 - 0,4 = 0,6", "E = 1,5", "E = 1,234.5",
    "$E = 1{,}000$", "E = 0.5 ± 0.1",
    "$E = 0.5 \\pm 0.1$", "E = 123456789012345678901", "E = 1e999", "$E \\gets 0.8$", "E := 0.8", "E ← -0.8",
    "E = 0.12556 J", "$E = 3\\,\\text{kJ}$", "$E = 3 \\mathrm{J}$",
  ])
  func numbersThatAreNotComparedAreListed(document: String) throws {
    let readings = try Reading.readings(document)
    #expect(readings.count == 1 && readings[0].hasPrefix("? E"), "\(document) is read as \(readings)")
  }

  @Test(arguments: [
    Reading("x_1=2→b=0.1→E=0.5", "x1 = 2", "b = 0.1", "E = 0.5"), Reading("x_1=2 -> E=0.5", "x1 = 2", "E = 0.5"),
    Reading("$x_1 = 2 \\to E = 0.5$", "x1 = 2", "E = 0.5"), Reading("E = 0.5 → E = 0.4", "E = 0.5", "? E = 0.4"),
    Reading("E = 0,6; t = 1", "? E = 0", "t = 1"),
    Reading("The updated $x_1 = 3$.\n\nThen $E = 0.5$.", "? x1 = 3", "? E = 0.5"),
    Reading("w_1^{+} = w_1 - n \\frac{\\partial E}{\\partial w_1} = 0.5 - 0.6*0.1 = 0.4", "new w1 = 0.4"),
    Reading("w_{\\text{new}} &= w - \\eta \\frac{dE}{dw} = 0.8", "- 0.8"),
    Reading(
      "\\frac{∂E}{∂w_1} = \\frac{∂E}{∂o}\\frac{∂o}{∂s}\\frac{∂s}{∂w_1} = 0.08", "dE/dw1 = 0.08"),
    Reading("E = \\sum E_i = 0.2", "E = 0.2"), Reading("E = ∑ E_i = 0.2", "E = 0.2"),
  ])
  func arrowsDivideAndFactorsDoNot(reading: Reading) throws { try reading.check() }

  @Test(arguments: [
    ("$|E| = 0.5$", "|E| = 0.5"), ("$E(w=0.6) &= 0.5$", "E(w=0.6) &= 0.5"), ("-w = -0.5", "-w = -0.5"),
    ("so |E| = 0.5", "|E| = 0.5"),
    ("so that 2 b + E = 0.5", "2 b + E = 0.5"), ("$\\sqrt{E} = 0.5$", "\\sqrt{E} = 0.5"),
  ])
  func whatIsNotMatchedIsShownWithItsLeftSide(document: String, text: String) {
    #expect(HandwrittenDocument(Array(document.utf8)).equalities.map(\.text) == [text])
  }
}
