import Testing

/// What a first file has wrong, and remedies that work when they are followed.
@Suite struct BeginnerDiagnosticTests {
  private static let names = "a name is one word of letters, digits and `_`"
  private static let comma = "a comma does not stand in a number"
  private static let blanks = "begin the lines that belong to it with two blanks"

  private static func unindented(_ directive: String) -> String {
    "`\(directive):` stands above this line and has no lines of its own"
  }

  @Test(arguments: [
    Wrong("x = 2\ny = x\npublished:\n‹y› = 4\nz = 5", unindented("published"), blanks),
    Wrong("inputs:\n‹x› = 2\nw = 3\n\ny = 1", unindented("inputs"), blanks),
    Wrong("weights: w = 1\nexamples:\n‹x› | t\n0 | 1\n\ny = w", unindented("examples"), blanks),
    Wrong(
      "x = 2\ny = x\n‹published›:\n\nminimize: y", "`published:` has no lines, so nothing would be checked",
      "write the printed numbers below it, each line with two blanks before it, or leave `published:` out"),
    Wrong("x = 2\nE = (x - 1‹,5›)^2", comma, "write a point: `1.5`"),
    Wrong("x = 2\nE = 0‹,25›*x", comma, "write a point: `0.25`"),
    Wrong("x = 2\nE = x\npublished:\n  E = 0‹{,}25›", comma, "write a point: `0.25`"),
    Wrong("inputs: k = 1‹,000›\ny = k", comma, "write `1000` for thousands, or `1.000`"),
    Wrong("inputs: ‹learning input› = 2, k = 1\ny = k", names, "write `learning_input`"),
    Wrong("inputs: ‹my-weight› = 2\ny = 1", names, "write `my_weight`"),
    Wrong("inputs: ‹w_{1}› = 2\ny = 1", names, "write `w_1`"),
    Wrong(
      "inputs: w = 1, ‹w'› = 2\ny = 1", names,
      "choose another word; published lines write `new w` for the value after an update"),
    Wrong("‹net sum› = 2", names, "write `net_sum`"),
    Wrong("inputs: x = 2 ‹y› = 3\nz = x", "a comma is missing before `y`", "write commas between givens"),
    Wrong("inputs: x = 2 /‹/› the input\nz = x", "an operand is missing before `/`", "a comment starts with #"),
    Wrong("x = 2 ‹%› note", "`%` is not understood here", "a comment starts with #; ten per cent are `0.1`"),
    Wrong("x = ‹½›", "`½` is not understood here", "write `1/2`"),
    Wrong(
      "x = 2\ny = x‹{›1}", "`{` is not understood here",
      "names and powers are written without braces, as in `w_1` and `x^(n + 1)`"),
    Wrong(
      "x = 1\na = ‹b› + x\nb = c*x\nc = a^2",
      "these definitions go round in a circle: `a` needs `b`, `b` needs `c`, `c` needs `a`",
      "compute one of them from givens alone, or give its earlier value a name of its own"),
    Wrong(
      "weights: w = 2\ny = w\nminimize: y\nrate: 0.1\npublished:\n  ‹w_new› = 1.9", "`w_new` is not defined",
      "published lines write `new w` for the value after the update"),
  ])
  func theRemedyIsTheOneThatHelps(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  /// Two definitions in the wrong order are no circle, and a blank line ends what a directive might take.
  @Test func whatIsNoCircleIsOnlyOutOfOrder() {
    #expect(report("b = a + 1\nc = b\na = 2\n").contains("`a` is used before it is defined"))
    #expect(report("weights: w = 1\nbiases:\n\ny = w\nminimize: y\n") == "")
    #expect(report("inputs: x = 2\nfixed:\ny = 2x\n") == "")
    #expect(report("inputs: x = 0,125\ny = x\n").contains("write a point: `0.125`"))
    let circles = report("a = b\nb = a\nc = d\nd = c\n")
    #expect(circles.contains("`a` needs `b`, `b` needs `a`") && circles.contains("`c` needs `d`, `d` needs `c`"))
  }
}
