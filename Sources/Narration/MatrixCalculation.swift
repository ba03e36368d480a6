import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// Something worked out over matrices: an expression over leaves, each with its symbol and its value.
struct MatrixCalculation {
  var expression: Expression
  var symbols: [Formula] = []
  var values: [Matrix] = []

  init(_ expression: Expression = .one) { self.expression = expression }

  /// Adds a leaf.
  ///
  /// - Returns: the expression that stands for it.
  mutating func add(_ symbol: Formula, _ value: Matrix) -> Expression {
    symbols.append(symbol)
    values.append(value)
    return .quantity(symbols.count - 1)
  }

  /// In symbols.
  var inSymbols: Formula { FormulaWriter(leaves: symbols).formula(expression) }

  /// With the values put in for the leaves.
  func inNumbers(_ writer: EquationWriter) -> Formula {
    FormulaWriter(values: values.map(writer.formula)).formula(expression)
  }
}

extension EquationWriter {
  /// left = symbols = numbers ≈ value, leaving out what would stand there twice.
  func equation(_ left: Formula, _ calculation: MatrixCalculation, value: Matrix, showsSymbols: Bool = true) -> Equation
  {
    var links: [Equation.Link] = []
    if showsSymbols { links.append(Equation.Link(.equal, calculation.inSymbols, .symbols)) }
    let numbers = calculation.inNumbers(self)
    let result = formula(value)
    if links.last?.formula != numbers, numbers != result { links.append(Equation.Link(.equal, numbers, .numbers)) }
    if links.last?.formula != result { links.append(Equation.Link(relation(value), result, .value)) }
    return Equation(left, links, isMarked: isMarked(calculation, value))
  }

  /// left ≈ value, to stand in a sentence.
  func statement(_ left: Formula, _ value: Matrix) -> Equation {
    Equation(left, [Equation.Link(relation(value), formula(value), .value)])
  }

  private func relation(_ value: Matrix) -> Equation.Relation {
    style.writesEqualsAlways || isExact(value) ? .equal : .approximate
  }

  /// Whether the printed numbers give another last digit; abridged matrices cannot be typed in.
  private func isMarked(_ calculation: MatrixCalculation, _ value: Matrix) -> Bool {
    let all = calculation.values + [value]
    guard all.allSatisfy({ $0.shape.rows <= MatrixLimits.mostRows && $0.shape.columns <= MatrixLimits.mostColumns })
    else { return false }
    if case .quantity = calculation.expression { return false }
    let typed = calculation.values.map(typed)
    let result = calculation.expression.matrixValue { typed[$0] }
    guard result.shape == value.shape else { return false }
    return zip(result.entries, value.entries).contains { typed, value in
      guard typed.isFinite else { return true }
      let (expected, shown) = (style.shown(carry?.carried(typed) ?? typed), style.shown(value))
      return !shown.mantissa.equals(expected.mantissa) || shown.exponent != expected.exponent
    }
  }
}
