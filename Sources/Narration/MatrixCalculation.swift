import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// Something worked out over matrices: an expression over leaves, each with its symbol and its value.
struct MatrixCalculation {
  var expression: Expression
  var symbols: [Formula] = []
  var values: [Matrix] = []
  /// Leaves that are shown with all their digits, because somebody wrote them down so.
  private var literals: [Int] = []

  init(_ expression: Expression = .one) { self.expression = expression }

  /// Adds a leaf.
  ///
  /// - Returns: the expression that stands for it.
  mutating func add(_ symbol: Formula, _ value: Matrix) -> Expression {
    symbols.append(symbol)
    values.append(value)
    return .quantity(symbols.count - 1)
  }

  /// Adds a leaf whose value is shown with all its digits.
  mutating func add(literal symbol: Formula, _ value: Matrix) -> Expression {
    literals.append(symbols.count)
    return add(symbol, value)
  }

  /// The style of a leaf's numbers.
  private func style(_ leaf: Int, _ style: NumberStyle) -> NumberStyle {
    literals.contains(leaf) ? NumberStyle(.allDigits) : style
  }

  /// The values that somebody would type in from the page.
  func typed(_ style: NumberStyle) -> [Matrix] {
    values.indices.map { leaf in
      let style = self.style(leaf, style)
      return values[leaf].map { style.shown($0).value }
    }
  }

  /// A leaf as a page shows it, with the slots of that.
  func typed(_ leaf: Int, _ style: NumberStyle, _ recorder: Recorder) -> Matrix {
    if literals.contains(leaf) { return values[leaf] }
    return values[leaf].typed(as: values[leaf].map { style.shown($0).value }, recorder)
  }

  /// Whether no entry is left out on the page.
  func canBeTyped(with value: Matrix) -> Bool {
    (values + [value]).allSatisfy { !MatrixLimits.abridges($0.shape) }
  }

  /// In symbols.
  var inSymbols: Formula { FormulaWriter(leaves: symbols).formula(expression) }

  /// With the values put in for the leaves.
  func inNumbers(_ writer: EquationWriter) -> Formula {
    let formulas = values.indices.map { leaf in
      let value = literals.contains(leaf) ? values[leaf].withAllDigits(writer.recorder) : values[leaf]
      return EquationWriter(style: style(leaf, writer.style), carry: nil, isSymbolic: writer.isSymbolic).formula(value)
    }
    return FormulaWriter(values: formulas).formula(expression)
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
    let typed = onACalculator(calculation, value)
    if links.last?.formula.reads(as: numbers) != true, numbers != result {
      links.append(Equation.Link(.equal, numbers, .numbers))
    }
    if links.last?.formula.reads(as: result) != true {
      let isRounded = hasDroppedDigits(typed, value)
      links.append(Equation.Link(isRounded ? .approximate : relation(value), result, .value))
    }
    var equation = Equation(left, links, isMarked: isMarked(calculation, typed, value))
    equation.isFarOff =
      equation.isMarked
      && (typed.map { zip($0.entries, value.entries).contains { isFar($0, style.shown($1)) } } ?? false)
    equation.typedSlots = typedSlots(calculation, value)
    return equation
  }

  /// left ≈ value, to stand in a sentence.
  func statement(_ left: Formula, _ value: Matrix) -> Equation {
    Equation(left, [Equation.Link(relation(value), formula(value), .value)])
  }

  private func relation(_ value: Matrix) -> Equation.Relation {
    style.writesEqualsAlways || isExact(value) ? .equal : .approximate
  }

  /// What a calculator makes of the entries as they are shown; abridged matrices cannot be typed in.
  private func onACalculator(_ calculation: MatrixCalculation, _ value: Matrix) -> Matrix? {
    guard calculation.canBeTyped(with: value) else { return nil }
    let typed = calculation.typed(style)
    let result = calculation.expression.matrixValue { typed[$0] }
    return result.shape == value.shape ? result : nil
  }

  /// Whether a carried entry is not what its printed numbers give.
  private func hasDroppedDigits(_ typed: Matrix?, _ value: Matrix) -> Bool {
    guard let typed else { return false }
    return zip(typed.entries, value.entries).contains { hasDroppedDigits($0, style.shown($1)) }
  }

  /// Whether the printed numbers give another last digit.
  private func isMarked(_ calculation: MatrixCalculation, _ typed: Matrix?, _ value: Matrix) -> Bool {
    if case .quantity = calculation.expression { return false }
    guard let typed else { return false }
    let others = value.entries.indices.filter { differs(typed.entries[$0], style.shown(value.entries[$0])) }
    guard !others.isEmpty, carry == nil else { return !others.isEmpty }
    // Of equal entries only the first is the largest, where the brackets hold for all: no rounding makes that.
    let unrounded = calculation.expression.matrixValue { calculation.values[$0] }
    return others.contains { value.entries[$0] != 0 || unrounded.entries[$0] == 0 }
  }
}
