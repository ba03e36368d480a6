import DocumentModel
import Numerals

/// A pair of brackets that grows with what it holds.
enum MathMLBracket {
  case round, square, bars

  private var left: String {
    switch self {
    case .round: "("
    case .square: "["
    case .bars: "|"
    }
  }

  private var right: String {
    switch self {
    case .round: ")"
    case .square: "]"
    case .bars: "|"
    }
  }

  /// What stands before and behind something of this height.
  func ends(_ height: TeXHeight) -> (left: HTMLElement, right: HTMLElement) {
    let stretchy = height == .line ? "false" : nil
    return (
      .element(.mo, [.form: form("prefix"), .stretchy: stretchy], [.text(left)]),
      .element(.mo, [.form: form("postfix"), .stretchy: stretchy], [.text(right)])
    )
  }

  /// Browsers know on which side a bracket stands, but not a bar.
  private func form(_ side: String) -> String? {
    switch self {
    case .round, .square: nil
    case .bars: side
    }
  }

  /// A row between the brackets; growing ones grow with nothing else.
  func around(_ row: [HTMLElement], _ height: TeXHeight) -> [HTMLElement] {
    let ends = ends(height)
    let whole = [ends.left] + row + [ends.right]
    return height == .line ? whole : [.element(.mrow, [:], whole)]
  }
}

extension MathMLSpelling {
  /// A matrix in square brackets.
  static func matrix(_ rows: [[Formula]], _ style: Style) -> [HTMLElement] {
    let columns: [HTMLElement.Attributes] = (rows.first ?? []).indices.map {
      isAligned(rows, $0) ? [.class: "aligned"] : [:]
    }
    let lines = rows.map { entries in
      HTMLElement.element(.mtr, [:], zip(entries, columns).map { .element(.mtd, $1, row($0, style)) })
    }
    let table = HTMLElement.element(.mtable, [:], lines)
    return MathMLBracket.square.around([table], .tall)
  }

  /// Whether the digits of a column stand below one another when it is set flush right.
  private static func isAligned(_ rows: [[Formula]], _ column: Int) -> Bool {
    var places: Int?
    for row in rows {
      switch row[column] {
      case .number(let number):
        guard number.exponent == nil, places == nil || places == number.mantissa.places else { return false }
        places = number.mantissa.places
      case .ellipsis: continue
      case .symbol, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
        .parenthesized, .condition, .derivative, .updated, .matrix, .transposed, .elementwiseQuotient,
        .elementwisePower, .selected:
        return false
      }
    }
    return true
  }
}
