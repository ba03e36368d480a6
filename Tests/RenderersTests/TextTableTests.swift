import DocumentModel
import Testing

private typealias X = TextExample

/// How tables are laid out. Every drawing was made by hand.
@Suite("Text: tables") struct TextTableTests {
  private func column(_ header: String, _ alignment: Table.Alignment = .left) -> Table.Column {
    Table.Column([.text(header)], alignment)
  }

  private func text(_ text: String) -> [Inline] { [.text(text)] }
  private func number(_ digits: String) -> [Inline] { [.formula(X.number(digits))] }

  @Test("Columns line up, numbers at their points")
  func alignment() {
    let table = Table(
      columns: [column("quantity"), column("value", .right), column("note")],
      rows: [
        [[.formula(X.name("w5"))], number("0.5"), text("given")],
        [[.formula(X.name("bias"))], number("-12.25"), text("漢")],
        [text("n"), number("3"), text("")],
      ])
    #expect(
      "\n" + X.page(.table(table)) == """

        quantity    value   note
        ────────   ──────   ─────
        w5           0.5    given
        bias       −12.25   漢
        n            3

        """)
  }

  @Test("A power of ten stands behind the decimals")
  func powersOfTen() {
    let table = Table(
      columns: [column("x", .right)],
      rows: [
        [number("0.5")], [[.formula(X.number("4.38", exponent: -4))]],
        [[.formula(X.number("2", exponent: 9))]],
      ])
    #expect(
      "\n" + X.page(.table(table)) == """

                  x
        ───────────
        0.5
        4.38 × 10⁻⁴
        2 × 10⁹

        """)
  }

  @Test("The widest text gives way where a table is too wide")
  func wrapping() {
    let table = Table(
      columns: [column("id"), column("story"), column("n", .right)],
      rows: [
        [text("a b"), text("one two three four"), number("7")], [text("c"), text("five"), number("10")],
      ])
    #expect(
      "\n" + X.page(.table(table), width: 21) == """

        id    story         n
        ───   ──────────   ──
        a b   one two       7
              three four
        c     five         10

        """)
  }

  @Test("Columns without room follow in a second part, behind the first column")
  func parts() {
    let table = Table(
      columns: [column("row"), column("first", .right), column("second", .right), column("third", .right)],
      rows: [[text("a"), number("1.25"), number("2.25"), number("3.25")]])
    #expect(
      "\n" + X.page(.table(table), width: 20) == """

        row   first   second
        ───   ─────   ──────
        a      1.25     2.25

        row   third
        ───   ─────
        a      3.25

        """)
  }

  @Test("No part holds the first column alone")
  func firstColumn() {
    let table = Table(
      columns: [column("row"), column("first", .right)], rows: [[text("a"), number("1.25")]])
    #expect(
      "\n" + X.page(.table(table), width: 8) == """

        row   first
        ───   ─────
        a      1.25

        """)
  }
}
