import DocumentModel
import Numerals

extension TeXSpelling {
  /// Adds `formula` as it stands; parentheses are the formula's own.
  mutating func write(_ formula: Formula) {
    switch formula {
    case .symbol(let symbol): write(symbol)
    case .number(let number):
      if slantsNumbers { write("\\mathit{", width: 0) }
      if number.isNegative { write("-", width: TeXWidth.unaryMinus) }
      writeDecimal(number.mantissa.coefficient, places: number.mantissa.places)
      if let exponent = number.exponent { writePowerOfTen(exponent) }
      if slantsNumbers { write("}", width: 0) }
    case .sum(let terms): writeSum(terms)
    case .product(let factors, .dot): writeChain(factors, joinedBy: " \\cdot ", width: TeXWidth.dot)
    case .product(let factors, .elementwise): writeChain(factors, joinedBy: " \\odot ", width: TeXWidth.circled)
    case .product(let factors, .juxtaposed): writeList(factors, separator: " ", width: 0)
    case .fraction(let upper, let lower): writeFraction(upper, lower)
    case .slashed(let upper, let lower): writeSlashed(upper, lower)
    case .negation(let operand):
      write("-", width: TeXWidth.unaryMinus)
      write(operand)
    case .power(let base, let exponent): writePower(base, exponent, sign: "", width: 0)
    case .function(let function, let arguments): writeCall(function, arguments)
    case .squareRoot(let operand):
      write("\\sqrt{", width: TeXWidth.root)
      writeUnbroken(operand)
      write("}", width: 0)
    case .absoluteValue(let operand): write(operand, in: .bars)
    case .parenthesized(let inner): write(inner, in: .round)
    case .condition(let left, let comparison, let right): writeCondition(left, comparison, right)
    case .derivative(let quantity, let variable): writeDerivative(quantity, variable)
    case .updated(let symbol):
      write("\\mathrm{new}\\ ", width: TeXWidth.new + TeXWidth.space)
      write(symbol)
    case .matrix(let rows): writeMatrix(rows)
    case .ellipsis(let ellipsis): write(ellipsis)
    case .transposed(let base): writeTransposed(base)
    case .elementwiseQuotient(let upper, let lower):
      writeChain([upper, lower], joinedBy: " \\oslash ", width: TeXWidth.circled)
    case .elementwisePower(let base, let exponent):
      writePower(base, exponent, sign: "\\circ ", width: TeXWidth.ring)
    case .selected(let base, let indices): writeSelected(base, indices)
    }
  }

  private mutating func writeDecimal(_ coefficient: UInt64, places: Int) {
    let start = bytes.count
    bytes.append(decimal: coefficient, places: places)
    width += TeXWidth.number(of: bytes.count - start, places: places)
  }

  private mutating func writePowerOfTen(_ exponent: Int) {
    write(" \\times 10^{", width: TeXWidth.times + 2 * TeXWidth.digit)
    if exponent < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    bytes.append(number: exponent)
    var added = exponent < 0 ? TeXWidth.unaryMinus : 0
    for _ in start..<bytes.count { added += TeXWidth.digit }
    width += added * TeXWidth.scriptScale
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func writeSum(_ terms: [Formula.Term]) {
    let outer = beginOperands()
    for index in terms.indices {
      if index > 0 {
        writeBreakable(terms[index].isSubtracted ? " - " : " + ", width: TeXWidth.plus, level: outer)
      } else if terms[index].isSubtracted {
        write("-", width: TeXWidth.unaryMinus)
      }
      write(terms[index].formula)
    }
    level = outer
  }

  private mutating func writeChain(_ operands: [Formula], joinedBy sign: StaticString, width: Double) {
    let outer = beginOperands()
    for index in operands.indices {
      if index > 0 { writeBreakable(sign, width: width, level: outer) }
      write(operands[index])
    }
    level = outer
  }

  private mutating func writeList(_ formulas: [Formula], separator: StaticString, width: Double) {
    for index in formulas.indices {
      if index > 0 { write(separator, width: width) }
      write(formulas[index])
    }
  }

  private mutating func writeUnbroken(_ formula: Formula) {
    let outer = beginUnbroken()
    write(formula)
    level = outer
  }

  /// With a sign before the exponent where it is no ordinary power.
  private mutating func writePower(_ base: Formula, _ exponent: Formula, sign: StaticString, width signWidth: Double) {
    let outer = beginUnbroken()
    write(base, isBraced: base.needsBracesAsBase)
    write("^{", width: 0)
    let start = width
    write(sign, width: signWidth)
    write(exponent)
    shrink(from: start)
    write("}", width: 0)
    level = outer
  }

  /// In one piece, unless that is too wide and the operand has signs to break at.
  private mutating func writeCall(_ function: Formula.Function, _ arguments: [Formula]) {
    switch function {
    case .word(let word): writeName(ofFunction: word)
    case .greek(let word): writeGreek(word)
    case .named(let symbol): write(symbol)
    case .subscripted(let word, let lower): writeUpright(word, lower)
    }
    let (start, startWidth) = (bytes.count, width)
    writeInOnePiece(arguments)
    guard level != nil, arguments.count == 1, width - startWidth > TeXWidth.widestInOnePiece else { return }
    let firstBreak = breaks.count
    takeBack(to: start, width: startWidth)
    write(arguments[0], in: .round)
    guard breaks.count == firstBreak else { return }
    takeBack(to: start, width: startWidth)
    writeInOnePiece(arguments)
  }

  private mutating func writeInOnePiece(_ arguments: [Formula]) {
    let outer = beginUnbroken()
    let height = Formula.height(of: arguments)
    open(.round, around: height)
    writeList(arguments, separator: ", ", width: TeXWidth.comma)
    close(.round, around: height)
    level = outer
  }

  /// Some words have a command.
  private mutating func writeName(ofFunction word: String) {
    switch word {
    case "tanh", "exp", "ln", "log", "sin", "cos", "tan", "sinh", "cosh", "max", "min":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(text: word)
      width += TeXWidth.word(word)
    default: writeUpright(word)
    }
  }

  private mutating func write(_ inner: Formula, in bracket: TeXBracket) {
    let height = inner.height
    if height == .towering, level != nil { return writeTowering(inner, in: bracket) }
    open(bracket, around: height)
    let outer = beginOperands()
    write(inner)
    level = outer
    close(bracket, around: height)
  }

  private mutating func writeCondition(_ left: Formula, _ comparison: Formula.Comparison, _ right: Formula) {
    let outer = beginUnbroken()
    let height = max(left.height, right.height)
    open(.square, around: height)
    write(left)
    switch comparison {
    case .greater: write(" > ", width: TeXWidth.relation)
    case .greaterOrEqual: write(" \\ge ", width: TeXWidth.relation)
    }
    write(right)
    close(.square, around: height)
    level = outer
  }
}
