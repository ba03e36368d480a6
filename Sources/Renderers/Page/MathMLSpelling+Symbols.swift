import DocumentModel
import Numerals

extension MathMLSpelling {
  /// How single letters of a name are set.
  private enum Slant { case italic, upright }

  /// A name with its hat, its scripts and its indices; beside a word all of it is upright.
  static func element(_ symbol: Symbol) -> HTMLElement {
    let name = scripted(symbol)
    if symbol.indices.isEmpty { return name }
    let ends = MathMLBracket.round.ends(.line)
    return .element(.msub, [:], [grouped([ends.left, name, ends.right]), indexRow(symbol.indices)])
  }

  private static func scripted(_ symbol: Symbol) -> HTMLElement {
    let slant: Slant = symbol.base.contains(where: \.isWord) ? .upright : .italic
    let letters = grouped(pieces(symbol.base, slant))
    let base = symbol.hasHat ? HTMLElement.element(.mover, [.accent: "true"], [letters, hat]) : letters
    let (lower, upper) = (symbol.subscripts, symbol.superscripts)
    switch (lower.isEmpty, upper.isEmpty) {
    case (true, true): return base
    case (false, true): return .element(.msub, [:], [base, scripts(lower, slant)])
    case (true, false): return .element(.msup, [:], [base, scripts(upper, slant)])
    case (false, false): return .element(.msubsup, [:], [base, scripts(lower, slant), scripts(upper, slant)])
    }
  }

  /// Indices below what stands before them.
  static func indexRow(_ indices: [Symbol.Part]) -> HTMLElement { scripts(indices, .italic) }

  /// A word in upright letters.
  static func upright(_ word: String) -> HTMLElement {
    isOneCharacter(word) ? .element(.mi, [.mathvariant: "normal"], [.text(word)]) : .element(.mi, [:], [.text(word)])
  }

  /// A Greek letter: small ones italic, capitals upright, as TeX has them.
  static func greek(_ letter: String) -> HTMLElement {
    let isCapital = letter.unicodeScalars.first.map { $0.value < 0x3B1 } ?? false
    return isCapital ? upright(letter) : .element(.mi, [:], [.text(letter)])
  }

  private static let hat = HTMLElement.element(.mo, [.stretchy: "false"], ["^"])

  /// Several parts are joined by commas.
  private static func scripts(_ parts: [Symbol.Part], _ slant: Slant) -> HTMLElement {
    var elements: [HTMLElement] = []
    for index in parts.indices {
      if index > 0 { elements.append(fixed(",")) }
      elements += pieces(parts[index], slant)
    }
    return grouped(elements)
  }

  private static func pieces(_ part: Symbol.Part, _ slant: Slant) -> [HTMLElement] {
    part.map { piece in
      switch piece {
      case .letter(let letter):
        slant == .upright ? upright(String(letter)) : .element(.mi, [:], [.text(String(letter))])
      case .word(let word): upright(word)
      case .greek(_, let letter): greek(String(letter))
      case .digits(let digits): .element(.mn, [:], [.text(digits)])
      case .mark(let mark): .element(.mo, [.stretchy: "false", .lspace: "0", .rspace: "0"], [.text(String(mark))])
      }
    }
  }

  private static func isOneCharacter(_ word: String) -> Bool {
    word.unicodeScalars.dropFirst().isEmpty
  }
}

// MARK: - Numbers

extension MathMLSpelling {
  /// A number with its sign and its power of ten; where it follows the givens, its slot is on what holds all of it.
  static func row(_ number: ShownNumber) -> [HTMLElement] {
    let digits = HTMLElement.text(number.mantissa.digits)
    let slot = number.slot.map { String($0) }
    if !number.isNegative, number.exponent == nil {
      return [.element(.mn, [.slot: slot], [digits])]
    }
    var elements = number.isNegative ? [minus] : []
    elements.append(.element(.mn, [:], [digits]))
    if let exponent = number.exponent { elements += powerOfTen(exponent) }
    guard let slot else { return elements }
    return [.element(.mrow, [.slot: slot], elements)]
  }

  private static func powerOfTen(_ exponent: Int) -> [HTMLElement] {
    let digits = HTMLElement.element(.mn, [:], [.text(String(exponent.magnitude))])
    let raised = grouped(exponent < 0 ? [minus, digits] : [digits])
    return [between("×"), .element(.msup, [:], [.element(.mn, [:], ["10"]), raised])]
  }
}

extension Symbol.Piece {
  fileprivate var isWord: Bool {
    if case .word = self { true } else { false }
  }
}
