import Testing

/// What repeated updates compare or start with has the shape of what it belongs to.
@Suite struct TrainingShapeTests {
  private static let rows = "weights: w = [1, 2, 3], x = 1\ntargets: T = [1; 2; 3], U = [1, 2]\ny = x*sum(w.^2)\n"
  private static let rowsAndColumns = "give it as many rows and columns as it has"
  private static let goal = "name a quantity with as many rows and columns, or a number"

  @Test(arguments: [
    Wrong(
      "until: w is within 0.5 of ‹T›",
      "a 1 × 3 and a 3 × 1 do not go together entry by entry: `w` of line 1, `T` of line 2", goal),
    Wrong(
      "until: T is within 0.5 of ‹U›",
      "a 3 × 1 and a 1 × 2 do not go together entry by entry: `T` of line 2, `U` of line 2", goal),
    Wrong(
      "weights: V = [1, 2; 3, 4]\nuntil: V is within 0.5 of ‹U›",
      "a 2 × 2 and a 1 × 2 do not go together entry by entry: `V` of line 6, `U` of line 2", goal),
    Wrong(
      "update: momentum\nstart: v(‹w›) = [1, 2]", "`w` is 1 × 3 in this file, and here it would be 1 × 2",
      rowsAndColumns),
    Wrong(
      "update: momentum\nstart: v(‹w›) = [1; 2; 3]", "`w` is 1 × 3 in this file, and here it would be 3 × 1",
      rowsAndColumns),
    Wrong(
      "update: adam\nstart: v(w) = 1, m(‹w›) = [1, 2, 3, 4]", "`w` is 1 × 3 in this file, and here it would be 1 × 4",
      rowsAndColumns),
    Wrong(
      "update: momentum\nstart: v(‹x›) = [1, 2]", "`x` is 1 × 1 in this file, and here it would be 1 × 2",
      rowsAndColumns),
  ])
  func otherShapesAreRefused(_ wrong: Wrong) {
    let whole = Wrong(Self.rows + "minimize: y\nrate: 0.1\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test(arguments: [
    "until: w is within 0.5 of w", "until: w is within 0.5 of x", "until: x is within 0.5 of T",
    "update: adam\nstart: v(w) = 1", "update: adam\nstart: v(w) = [1, 2, 3], v(x) = [1]",
  ])
  func aNumberGoesWithEveryEntry(line: String) {
    #expect(report(Self.rows + "minimize: y\nrate: 0.1\n" + line + "\n").isEmpty)
  }
}
