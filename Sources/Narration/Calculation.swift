import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// Something worked out on the page: an expression over leaves, each with its symbol and its number as shown.
struct Calculation {
  let expression: Expression
  let leaves: Leaves

  /// What the leaves of an expression look like, in symbols and in numbers.
  struct Leaves {
    var symbols: [Formula] = []
    var numbers: [ShownNumber] = []
    /// In a symbolic file: what its functions are called, and how their slopes are written.
    var functions: [Symbol] = []
    var slope: ((_ result: Int, _ operand: Int) -> Formula)?

    mutating func reserveCapacity(_ count: Int) {
      symbols.reserveCapacity(count)
      numbers.reserveCapacity(count)
    }

    /// Adds a leaf.
    ///
    /// - Returns: the expression that stands for it.
    mutating func add(_ symbol: Formula, _ number: ShownNumber) -> Expression {
      symbols.append(symbol)
      numbers.append(number)
      return .quantity(symbols.count - 1)
    }
  }

  init(_ expression: Expression, _ leaves: Leaves) {
    self.expression = expression
    self.leaves = leaves
  }

  /// In symbols.
  var inSymbols: Formula {
    FormulaWriter(leaves: leaves.symbols, functions: leaves.functions, slope: leaves.slope).formula(expression)
  }

  /// With numbers put in for the leaves.
  var inNumbers: Formula { FormulaWriter(numbers: leaves.numbers).formula(expression) }

  /// What a calculator makes of the numbers as they are shown.
  var onACalculator: Double { expression.value { leaves.numbers[$0].value } }
}

/// The only place that decides what an equation shows: which links, which digits, `=` or `≈`, marked or not.
struct EquationWriter {
  let style: NumberStyle
  /// How values are rounded before they are used on.
  let carry: NumberStyle?
  /// Whether there are no numbers to be shown.
  let isSymbolic: Bool
  /// What numbers are worked by, where a page is to work them again.
  var recorder: Recorder?

  /// The number as it is shown.
  func number(_ value: Double) -> Formula { .number(style.shown(value)) }

  /// The relation that stands before a shown value.
  private func relation(_ number: ShownNumber) -> Equation.Relation {
    number.isExact || style.writesEqualsAlways ? .equal : .approximate
  }

  /// left = symbols = numbers ≈ value, leaving out what would stand there twice.
  ///
  /// - Parameter symbols: forms before the calculation's own, such as a derivative as the rules produce it.
  func equation(
    _ left: Formula, symbols: [Formula] = [], _ calculation: Calculation, value: ShownNumber, showsSymbols: Bool = true
  ) -> Equation {
    var links: [Equation.Link] = []
    links.reserveCapacity(symbols.count + 3)
    func link(_ relation: Equation.Relation, _ formula: Formula, _ role: Equation.Role) {
      if links.last?.formula.reads(as: formula) != true { links.append(Equation.Link(relation, formula, role)) }
    }
    for form in symbols { link(.equal, form, .symbols) }
    if showsSymbols { link(.equal, calculation.inSymbols, .symbols) }
    if isSymbolic { return Equation(left, links) }
    let numbers = calculation.inNumbers
    if !numbers.isBareNumber { link(.equal, numbers, .numbers) }
    let typed = calculation.onACalculator
    link(hasDroppedDigits(typed, value) ? .approximate : relation(value), .number(value), .value)
    var equation = Equation(left, links, isMarked: isMarked(calculation, typed, value))
    equation.isFarOff = equation.isMarked && isFar(typed, value)
    equation.typedSlots = typedSlots(calculation, value)
    return equation
  }

  /// left ≈ value, to stand in a sentence.
  func statement(_ left: Formula, _ value: ShownNumber) -> Equation {
    Equation(left, [Equation.Link(relation(value), .number(value), .value)])
  }

  /// left = symbols, nothing worked out.
  func equation(_ left: Formula, _ symbols: Formula) -> Equation {
    Equation(left, [Equation.Link(.equal, symbols, .symbols)])
  }

  /// Whether a carried value is not what its printed numbers give.
  func hasDroppedDigits(_ typed: Double, _ value: ShownNumber) -> Bool {
    carry != nil && !style.writesEqualsAlways && (typed - value.value).magnitude > 1e-12 * typed.magnitude
  }

  /// Whether the printed numbers give another last digit on a calculator.
  private func isMarked(_ calculation: Calculation, _ typed: Double, _ value: ShownNumber) -> Bool {
    if case .quantity(let leaf) = calculation.expression, calculation.leaves.numbers[leaf] == value { return false }
    return differs(typed, value)
  }

  /// Whether a calculator's result has other digits than those that are shown.
  func differs(_ typed: Double, _ value: ShownNumber) -> Bool {
    guard typed.isFinite else { return true }
    let expected = style.shown(carry?.carried(typed) ?? typed)
    return !value.mantissa.equals(expected.mantissa) || value.exponent != expected.exponent
  }
}

extension EquationWriter {
  /// Whether a calculator's result is further from what is shown than a change of the last digit brings it.
  func isFar(_ typed: Double, _ value: ShownNumber) -> Bool {
    guard typed.isFinite else { return true }
    let distance = (typed - value.value).magnitude
    let hasOtherPower = style.shown(carry?.carried(typed) ?? typed).exponent != value.exponent
    return distance >= 10 * value.unit
      || hasOtherPower && distance > 0.1 * max(typed.magnitude, value.value.magnitude)
  }
}

extension Formula {
  /// Whether both look the same on the page: −1 may be the number, or 1 with its sign turned.
  func reads(as other: Formula) -> Bool {
    if case .negation(.number(let positive)) = self, case .number(let number) = other {
      return number.plainText == "-" + positive.plainText
    }
    return self == other
  }

  fileprivate var isBareNumber: Bool {
    switch self {
    case .number: true
    case .negation(let inner): inner.isBareNumber
    case .symbol, .sum, .product, .fraction, .slashed, .power, .function, .squareRoot, .absoluteValue, .parenthesized,
      .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower,
      .selected:
      false
    }
  }
}
