import DocumentModel
import Numerals
import WalkthroughLanguage

/// Something worked out on the page: an expression over leaves, each with its symbol and its value.
struct Calculation {
  let expression: Expression
  let leaves: Leaves

  /// What the leaves of an expression look like, and what they are.
  struct Leaves {
    var symbols: [Formula] = []
    var values: [Double] = []

    /// Adds a leaf.
    ///
    /// - Returns: the expression that stands for it.
    mutating func add(_ symbol: Formula, _ value: Double) -> Expression {
      symbols.append(symbol)
      values.append(value)
      return .quantity(symbols.count - 1)
    }
  }

  init(_ expression: Expression, _ leaves: Leaves) {
    self.expression = expression
    self.leaves = leaves
  }

  /// In symbols.
  var symbols: Formula { FormulaWriter(leaf: { leaves.symbols[$0] }, isNumeric: false).formula(expression) }
}

/// The only place that decides what an equation shows: which links, which digits, `=` or `≈`, marked or not.
struct EquationWriter {
  let style: NumberStyle

  /// The number as it is shown.
  func number(_ value: Double) -> Formula { .number(style.shown(value)) }

  /// The relation that stands before a shown value.
  func relation(_ value: Double) -> Equation.Relation {
    style.shown(value).isExact || style.writesEqualsAlways ? .equal : .approximate
  }

  /// With numbers put in for the leaves.
  func numbers(_ calculation: Calculation) -> Formula {
    FormulaWriter(leaf: { number(calculation.leaves.values[$0]) }, isNumeric: true).formula(calculation.expression)
  }

  /// left = symbols = numbers ≈ value, leaving out what would stand there twice.
  ///
  /// - Parameter symbols: forms before the calculation's own, such as a derivative as the rules produce it.
  func equation(
    _ left: Formula, symbols: [Formula] = [], _ calculation: Calculation, value: Double, showsSymbols: Bool = true
  ) -> Equation {
    let forms = symbols + (showsSymbols ? [calculation.symbols] : [])
    var links: [Equation.Link] = []
    for form in forms where links.last?.formula != form { links.append(Equation.Link(.equal, form, .symbols)) }
    let result = number(value)
    let numbers = numbers(calculation)
    if !numbers.isBareNumber, links.last?.formula != numbers {
      links.append(Equation.Link(.equal, numbers, .numbers))
    }
    if links.last?.formula != result { links.append(Equation.Link(relation(value), result, .value)) }
    return Equation(left, links, isMarked: isMarked(calculation, value))
  }

  /// left ≈ value, to stand in a sentence.
  func statement(_ left: Formula, _ value: Double) -> Equation {
    Equation(left, [Equation.Link(relation(value), number(value), .value)])
  }

  /// left = symbols, nothing worked out.
  func equation(_ left: Formula, _ symbols: Formula) -> Equation {
    Equation(left, [Equation.Link(.equal, symbols, .symbols)])
  }

  /// Whether the printed numbers give another last digit on a calculator.
  func isMarked(_ calculation: Calculation, _ value: Double) -> Bool {
    let typed = calculation.expression.value { style.shown(calculation.leaves.values[$0]).value }
    guard typed.isFinite else { return true }
    let (shown, expected) = (style.shown(value), style.shown(typed))
    return !shown.mantissa.equals(expected.mantissa) || shown.exponent != expected.exponent
  }
}

extension Formula {
  fileprivate var isBareNumber: Bool {
    switch self {
    case .number: true
    case .negation(let inner): inner.isBareNumber
    case .symbol, .sum, .product, .fraction, .slashed, .power, .function, .squareRoot, .absoluteValue, .parenthesized,
      .condition, .derivative, .updated:
      false
    }
  }
}
