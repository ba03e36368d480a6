import Numerals

extension DocumentLexer {
  /// `0.41`, `.12`, `2.`, `5.34e-08`, `0{,}41`, `10\,000`
  mutating func number() {
    var digits = NumberDigits()
    var end = position
    var isClear = true
    while end < scalars.count {
      if scalars[end].isDigit {
        digits.append(scalars[end])
        end += 1
      } else if let length = groupingLength(at: end) {
        end += length
      } else if let length = pointLength(at: end), !digits.hasPoint {
        digits.hasPoint = true
        end += length
        isClear = isClear && (length == 1 || isDecimalComma(before: end, digits))
      } else {
        break
      }
    }
    end += takeExponent(at: end, &digits)
    let length = commaLength(at: end)
    if length > 0 { isClear = false }
    if !digits.hasPoint, tokens.last?.kind != .openBrace { end += length }
    let decimal = isClear ? digits.decimal : nil
    emit(.number(text: text(position..<end), decimal), length: end - position)
  }

  /// A thin space between digits.
  private func groupingLength(at place: Int) -> Int? {
    guard place > position, scalars[place - 1].isDigit, matches("\\,", at: place), place + 2 < scalars.count,
      scalars[place + 2].isDigit
    else { return nil }
    return 2
  }

  /// A point that belongs to the number and ends no sentence, or a comma in braces.
  private func pointLength(at place: Int) -> Int? {
    if matches("{,}", at: place), place + 3 < scalars.count, scalars[place + 3].isDigit { return 3 }
    guard scalars[place] == "." else { return nil }
    var next = place + 1
    guard next < scalars.count else { return nil }
    if scalars[next].isDigit { return 1 }
    while next < scalars.count, next < place + 4, scalars[next].isBlank { next += 1 }
    guard next < scalars.count else { return nil }
    let goesOn: Set<Unicode.Scalar> = ["*", "/", "+", "^", "·", "×", ",", ";", ")", "]"]
    return goesOn.contains(scalars[next]) ? 1 : nil
  }

  /// A comma with the digits behind it: a decimal comma, thousands, or two numbers.
  private func commaLength(at place: Int) -> Int {
    guard place + 1 < scalars.count, scalars[place] == ",", scalars[place + 1].isDigit else { return 0 }
    var end = place + 1
    while end < scalars.count, scalars[end].isDigit { end += 1 }
    return end - place
  }

  /// A comma before three digits may as well divide thousands.
  private func isDecimalComma(before place: Int, _ digits: NumberDigits) -> Bool {
    var end = place
    while end < scalars.count, end < place + 4, scalars[end].isDigit { end += 1 }
    return digits.coefficient == 0 || end - place != 3
  }

  private func takeExponent(at place: Int, _ digits: inout NumberDigits) -> Int {
    guard place + 1 < scalars.count, scalars[place] == "e" || scalars[place] == "E" else { return 0 }
    var end = place + 1
    let sign = scalars[end]
    if sign == "-" || sign == "+" || sign == "\u{2212}" { end += 1 }
    var exponent = 0
    let start = end
    while end < scalars.count, scalars[end].isDigit {
      exponent = min(exponent * 10 + Int(scalars[end].value - 48), 100_000)
      end += 1
    }
    guard end > start, end == scalars.count || !scalars[end].isWordLetter else { return 0 }
    digits.exponent = sign == "-" || sign == "\u{2212}" ? -exponent : exponent
    return end - place
  }

  func matches(_ mark: String, at place: Int) -> Bool {
    var place = place
    for scalar in mark.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }
}

/// The digits of a number while they are read.
private struct NumberDigits {
  private(set) var coefficient: UInt64 = 0
  private var (count, places) = (0, 0)
  var hasPoint = false
  var exponent = 0

  mutating func append(_ digit: Unicode.Scalar) {
    if hasPoint { places += 1 }
    if count > 0 || digit != "0" { count += 1 }
    if count <= PrintedNumber.mostDigits { coefficient = coefficient * 10 + UInt64(digit.value - 48) }
  }

  /// Nothing where there are more digits than are compared, or a power of ten that no double reaches.
  var decimal: Decimal? {
    guard count <= PrintedNumber.mostDigits, abs(exponent) < 400, places < 400 else { return nil }
    return Decimal(coefficient: coefficient, places: places - exponent)
  }
}
