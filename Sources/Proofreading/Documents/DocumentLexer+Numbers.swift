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
      } else if let length = groupingLength(at: end, digits) {
        end += length
      } else if let point = decimalPoint(at: end), !digits.hasPoint {
        digits.hasPoint = true
        end += point.length
        isClear = isClear && (!point.isComma || isDecimalComma(before: end, digits))
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

  /// A thin space between digits, or before three of them a blank that ends no number, or is not seen in a formula.
  private func groupingLength(at place: Int, _ digits: NumberDigits) -> Int? {
    let isSeen = !isInMath || !digits.hasPoint
    guard place > position, scalars[place - 1].isDigit,
      let blank = Self.groupings.first(where: { matches($0, at: place) }), blank != " " || !isSeen
    else { return nil }
    let length = blank.unicodeScalars.count
    let behind = scalars[min(place + length, scalars.count)...].prefix(4).prefix(while: \.isDigit).count
    return behind == 3 || (behind > 0 && blank == "\\,") ? length : nil
  }

  private static let groupings = ["\\,", "\\;", "\\:", "\\ ", " ", "~", "\u{A0}", "\u{2009}", "\u{202F}"]

  /// A point that belongs to the number and ends no sentence, or a point or comma in braces.
  private func decimalPoint(at place: Int) -> (length: Int, isComma: Bool)? {
    let isComma = matches("{,}", at: place)
    if isComma || matches("{.}", at: place), place + 3 < scalars.count, scalars[place + 3].isDigit {
      return (3, isComma)
    }
    guard scalars[place] == "." else { return nil }
    var next = place + 1
    guard next < scalars.count else { return nil }
    if scalars[next].isDigit { return (1, false) }
    while next < scalars.count, next < place + 4, scalars[next].isBlank { next += 1 }
    guard next < scalars.count else { return nil }
    let goesOn: Set<Unicode.Scalar> = ["*", "/", "+", "^", "·", "×", ",", ";", ")", "]"]
    return goesOn.contains(scalars[next]) ? (1, false) : nil
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

  /// `e-08`, `\text{e-08}`
  private func takeExponent(at place: Int, _ digits: inout NumberDigits) -> Int {
    for font in ["\\text{", "\\mathrm{"] where matches(font, at: place) {
      let start = place + font.count
      let length = takePlainExponent(at: start, &digits)
      return length > 0 && matches("}", at: start + length) ? font.count + length + 1 : 0
    }
    return takePlainExponent(at: place, &digits)
  }

  private func takePlainExponent(at place: Int, _ digits: inout NumberDigits) -> Int {
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

  func matches(_ mark: some StringProtocol, at place: Int) -> Bool {
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
