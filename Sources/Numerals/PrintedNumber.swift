/// A number as a document prints it; its own digits decide how closely a value must agree.
public struct PrintedNumber: Sendable, Hashable {
  public let decimal: Decimal
  /// As it stood in the document: `.12`, `2.`, `-5.34e-08`.
  public let text: String

  /// More digits than a double can mean are not compared.
  public static let mostDigits = 18

  public init(_ decimal: Decimal, text: String) {
    self.decimal = decimal
    self.text = text
  }

  /// Whether `value`, its digits dropped as `reduction` says, is what is printed.
  ///
  /// Above thirteen significant digits the shortest form of the value is compared, because the fifteen digits
  /// that rounding trusts would not tell such numbers apart.
  public func holds(for value: Double, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits) -> Bool {
    value.isFinite && expected(for: value, reduction, trusted: trusted).equals(decimal)
  }

  /// Whether `value`, rounded half to even, is what is printed.
  public func holdsHalfEven(for value: Double, trusted: Int = Decimal.trustedDigits) -> Bool {
    value.isFinite
      && allDigits(of: value, beyond: decimal.places, trusted).roundedHalfEven(toPlaces: decimal.places).equals(decimal)
  }

  /// `value` as it would be printed in the same form.
  public func expected(for value: Double, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits) -> Decimal {
    expected(for: value, toPlaces: decimal.places, reduction, trusted: trusted)
  }

  /// The same to another number of places.
  public func expected(
    for value: Double, toPlaces places: Int, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits
  ) -> Decimal {
    allDigits(of: value, beyond: places, trusted).reduced(toPlaces: places, by: reduction)
  }

  /// Another number in the same form: with the same power of ten behind it, if there is one, and with the same marks
  /// between its digits where it has as many of them.
  public func spelled(_ other: Decimal) -> String {
    let unsigned = text.drop { !$0.isDigit && $0 != "." }
    let mantissa = unsigned.prefix(upTo: powerStart(of: unsigned))
    let power = unsigned[mantissa.endIndex...]
    let (count, places) = digits(of: mantissa)
    let exponent = places - decimal.places
    guard power.isEmpty ? exponent == 0 : !"^<".contains(power.first { !$0.isWhitespace } ?? " ") else {
      return other.printed
    }
    let number = other.shifted(by: -exponent)
    var left = number.digits.filter { $0 != "." }[...]
    guard left.count == count, number.places == places else { return number.printed + power }
    let filled = mantissa.map { $0.isDigit ? left.removeFirst() : $0 }
    return (other.isNegative ? "-" : "") + String(filled) + power
  }

  /// Where a sign of multiplication, the `e` before a power of ten, or a command stands, with the blanks before it; the end
  /// without one.
  private func powerStart(of unsigned: Substring) -> Substring.Index {
    let starts = unsigned.indices.filter { index in
      let rest = unsigned[index...].prefix(2)
      return "×·⋅∙*eE^<".contains(rest.first ?? " ") || (rest.first == "\\" && rest.last?.isLetter == true)
    }
    guard var start = starts.first else { return unsigned.endIndex }
    while start > unsigned.startIndex, unsigned[unsigned.index(before: start)].isWhitespace {
      start = unsigned.index(before: start)
    }
    return start
  }

  /// How many digits there are, and how many of them behind a point or a decimal comma; `\,` is only a blank.
  private func digits(of mantissa: Substring) -> (count: Int, places: Int) {
    var (count, places, before): (Int, Int?, Character) = (0, nil, " ")
    for character in mantissa {
      if character.isDigit {
        count += 1
        places = places.map { $0 + 1 }
      } else if character == "." || character == "," && before != "\\" {
        places = 0
      }
      before = character
    }
    return (count, places ?? 0)
  }

  /// What digits are dropped from.
  private func allDigits(of value: Double, beyond places: Int, _ trusted: Int) -> Decimal {
    decimal.digitCount > trusted - 2
      ? Decimal(shortest: value, trusted: trusted) : Decimal(value, beyond: places, trusted: trusted)
  }
}

extension Decimal {
  /// As a document prints it.
  public var printed: String { (isNegative ? "-" : "") + digits }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
