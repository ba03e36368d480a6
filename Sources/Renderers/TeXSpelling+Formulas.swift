import DocumentModel

extension TeXSpelling {
  /// Adds `formula` as it stands; parentheses are the formula's own.
  mutating func write(_ formula: Formula) {
    switch formula {
    case .symbol(let symbol): write(symbol)
    case .number(let number):
      writeNumber(number.mantissa.digits, isNegative: number.isNegative, exponent: number.exponent)
    case .sum(let terms): writeSum(terms)
    case .product(let factors, .dot): writeProduct(factors)
    case .product(let factors, .juxtaposed): writeList(factors, separator: " ", width: 0)
    case .fraction(let upper, let lower): writeFraction("\\frac", { $0.write(upper) }, { $0.write(lower) })
    case .slashed(let upper, let lower): writeSlashed(upper, lower)
    case .negation(let operand):
      write("-", width: TeXWidth.unaryMinus)
      write(operand)
    case .power(let base, let exponent): writePower(base, exponent)
    case .function(let function, let arguments): writeCall(function, arguments)
    case .squareRoot(let operand):
      write("\\sqrt{", width: TeXWidth.root)
      writeUnbroken { $0.write(operand) }
      write("}", width: 0)
    case .absoluteValue(let operand): writeBracketed(.bars, around: operand)
    case .parenthesized(let inner): writeBracketed(.round, around: inner)
    case .condition(let left, let comparison, let right): writeCondition(left, comparison, right)
    case .derivative(let quantity, let variable): writeDerivative(quantity, variable)
    case .updated(let symbol):
      write("\\mathrm{new}\\ ", width: TeXWidth.word("new") + TeXWidth.space)
      write(symbol)
    }
  }

  private mutating func writeNumber(_ digits: String, isNegative: Bool, exponent: Int?) {
    if isNegative { write("-", width: TeXWidth.unaryMinus) }
    write(digits, width: TeXWidth.number(digits))
    guard let exponent else { return }
    let power = String(exponent)
    write(" \\times 10^{", width: TeXWidth.times + 2 * TeXWidth.digit)
    write(power, width: TeXWidth.number(power) * TeXWidth.scriptScale)
    write("}", width: 0)
  }

  private mutating func writeSum(_ terms: [Formula.Term]) {
    writeOperands { spelling, level in
      for (index, term) in terms.enumerated() {
        if index > 0 {
          spelling.writeBreakable(term.isSubtracted ? " - " : " + ", width: TeXWidth.plus, level: level)
        } else if term.isSubtracted {
          spelling.write("-", width: TeXWidth.unaryMinus)
        }
        spelling.write(term.formula)
      }
    }
  }

  private mutating func writeProduct(_ factors: [Formula]) {
    writeOperands { spelling, level in
      for (index, factor) in factors.enumerated() {
        if index > 0 { spelling.writeBreakable(" \\cdot ", width: TeXWidth.dot, level: level) }
        spelling.write(factor)
      }
    }
  }

  private mutating func writeList(_ formulas: [Formula], separator: String, width: Double) {
    for (index, formula) in formulas.enumerated() {
      if index > 0 { write(separator, width: width) }
      write(formula)
    }
  }

  private mutating func writeFraction(
    _ command: String, _ upper: (inout TeXSpelling) -> Void, _ lower: (inout TeXSpelling) -> Void
  ) {
    write(command + "{", width: TeXWidth.fractionMargins)
    writeUnbroken { spelling in
      spelling.writeStacked(upper) {
        $0.write("}{", width: 0)
        lower(&$0)
      }
    }
    write("}", width: 0)
  }

  /// A small built-up fraction where both are numbers, else a stroke.
  private mutating func writeSlashed(_ upper: Formula, _ lower: Formula) {
    guard upper.isPlainNumber, lower.isPlainNumber else {
      write(upper)
      write(" / ", width: TeXWidth.slash)
      return write(lower)
    }
    writeScaled(by: TeXWidth.scriptScale) {
      $0.writeFraction("\\tfrac", { $0.write(upper) }, { $0.write(lower) })
    }
  }

  /// A base that has a superscript already is braced: TeX refuses a second one.
  private mutating func writePower(_ base: Formula, _ exponent: Formula) {
    writeUnbroken { spelling in
      let needsBraces = base.needsBracesAsBase
      if needsBraces { spelling.write("{", width: 0) }
      spelling.write(base)
      spelling.write(needsBraces ? "}^{" : "^{", width: 0)
      spelling.writeScaled(by: TeXWidth.scriptScale) { $0.write(exponent) }
      spelling.write("}", width: 0)
    }
  }

  private mutating func writeCall(_ function: Formula.Function, _ arguments: [Formula]) {
    switch function {
    case .word(let word) where Self.commands.contains(word):
      write("\\" + word, width: TeXWidth.word(word))
    case .word(let word):
      writeUpright(word)
    case .greek(let word): writeGreek(word)
    }
    writeUnbroken { spelling in
      spelling.writeBracketed(.round, isTall: arguments.contains { $0.isTall }) {
        $0.writeList(arguments, separator: ", ", width: TeXWidth.comma)
      }
    }
  }

  /// The words that TeX has a command for.
  private static let commands: Set<String> = [
    "ln", "log", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min",
  ]

  private mutating func writeBracketed(_ bracket: TeXBracket, around inner: Formula) {
    writeBracketed(bracket, isTall: inner.isTall) { spelling in
      spelling.writeOperands { inside, _ in inside.write(inner) }
    }
  }

  private mutating func writeCondition(_ left: Formula, _ comparison: Formula.Comparison, _ right: Formula) {
    writeUnbroken { spelling in
      spelling.writeBracketed(.square, isTall: left.isTall || right.isTall) {
        $0.write(left)
        switch comparison {
        case .greater: $0.write(" > ", width: TeXWidth.relation)
        case .greaterOrEqual: $0.write(" \\ge ", width: TeXWidth.relation)
        }
        $0.write(right)
      }
    }
  }

  private mutating func writeDerivative(_ quantity: Formula, _ variable: Formula) {
    guard !isDisplay else {
      return writeFraction("\\frac", { $0.writePartial(quantity) }, { $0.writePartial(variable) })
    }
    writePartial(quantity)
    write("/", width: TeXWidth.slash)
    writePartial(variable)
  }

  private mutating func writePartial(_ formula: Formula) {
    write("\\partial ", width: TeXWidth.partial)
    write(formula)
  }
}
