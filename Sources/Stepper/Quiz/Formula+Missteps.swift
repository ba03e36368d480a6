import DocumentModel

/// A formula with one thing in it gone wrong, as it goes wrong by hand.
struct Misstep: Equatable {
  enum Kind: Equatable {
    case withoutFactor, onlyFactor
    case withoutTerm, onlyTerm, termTwice, signOfTerm
    /// A 2 that got lost or came in: that of a square, a half, an inner derivative.
    case halved, doubled
    case withoutExponent, withoutFunction, withoutDivisor
    /// Something else was put in: a weight after its update, what goes into a function for what comes out.
    case updatedWeight, operandForResult
  }

  let kind: Kind
  /// What it went wrong with.
  let part: Formula
  let formula: Formula
}

extension Formula {
  /// More is not tried of a long formula.
  private static let mostMissteps = 80

  /// What can happen on the way through it, the outermost first.
  var missteps: [Misstep] { Array(allMissteps(depth: 4).prefix(Self.mostMissteps)) }

  private func allMissteps(depth: Int) -> [Misstep] {
    guard depth > 0 else { return [] }
    return ownMissteps
      + parts.flatMap { part, rebuilt in
        part.allMissteps(depth: depth - 1).map { Misstep(kind: $0.kind, part: $0.part, formula: rebuilt($0.formula)) }
      }
  }

  private var ownMissteps: [Misstep] {
    switch self {
    case .product(let factors, let kind): Self.missteps(factors, kind)
    case .sum(let terms): Self.missteps(terms)
    case .power(let base, _), .elementwisePower(let base, _):
      [Misstep(kind: .withoutExponent, part: base, formula: base)]
    case .function(_, let operands) where operands.count == 1:
      [Misstep(kind: .withoutFunction, part: operands[0], formula: .parenthesized(operands[0]))]
    case .fraction(let upper, let lower):
      [Misstep(kind: .withoutDivisor, part: lower, formula: .parenthesized(upper))]
    case .symbol, .number, .slashed, .negation, .function, .squareRoot, .absoluteValue, .parenthesized, .condition,
      .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwiseQuotient, .selected:
      []
    }
  }

  private static func missteps(_ factors: [Formula], _ kind: Multiplication) -> [Misstep] {
    guard 2...mostMissteps ~= factors.count else { return [] }
    let without = factors.indices.map { index -> Misstep in
      let rest = factors.indices.filter { $0 != index }.map { factors[$0] }
      return Misstep(
        kind: .withoutFactor, part: factors[index], formula: rest.count == 1 ? rest[0] : .product(rest, kind))
    }
    let only = factors.count > 2 ? factors.map { Misstep(kind: .onlyFactor, part: $0, formula: $0) } : []
    return without + only
  }

  private static func missteps(_ terms: [Term]) -> [Misstep] {
    guard 2...mostMissteps ~= terms.count else { return [] }
    let without = terms.indices.map { index in
      Misstep(
        kind: .withoutTerm, part: terms[index].formula,
        formula: .sum(terms.indices.filter { $0 != index }.map { terms[$0] }))
    }
    let only = terms.count > 2 ? terms.map { Misstep(kind: .onlyTerm, part: $0.formula, formula: .sum([$0])) } : []
    let turned = terms.indices.map { index in
      var other = terms
      other[index] = Term(terms[index].formula, isSubtracted: !terms[index].isSubtracted)
      return Misstep(kind: .signOfTerm, part: terms[index].formula, formula: .sum(other))
    }
    let twice = terms.indices.map { index in
      Misstep(kind: .termTwice, part: terms[index].formula, formula: .sum(terms + [terms[index]]))
    }
    return without + turned + twice + only
  }

  /// What it is made of, each with how it is put back after it changed.
  private var parts: [(Formula, (Formula) -> Formula)] {
    switch self {
    case .sum(let terms):
      terms.indices.map { index in
        (
          terms[index].formula,
          { changed in
            var other = terms
            other[index] = Term(
              changed.isSum ? .parenthesized(changed) : changed, isSubtracted: terms[index].isSubtracted)
            return .sum(other)
          }
        )
      }
    case .product(let factors, let kind):
      factors.indices.map { index in
        (
          factors[index],
          { changed in
            var other = factors
            other[index] = .parenthesized(changed)
            return .product(other, kind)
          }
        )
      }
    case .power(let base, let exponent): [(base, { .power(.parenthesized($0), exponent) })]
    case .elementwisePower(let base, let exponent): [(base, { .elementwisePower(.parenthesized($0), exponent) })]
    case .function(let function, let operands) where operands.count == 1:
      [(operands[0], { .function(function, [$0]) })]
    case .fraction(let upper, let lower):
      [(upper, { .fraction($0, lower) }), (lower, { .fraction(upper, $0) })]
    case .negation(let inner): [(inner, { .negation(.parenthesized($0)) })]
    case .parenthesized(let inner): [(inner, { .parenthesized($0) })]
    case .symbol, .number, .slashed, .function, .squareRoot, .absoluteValue, .condition, .derivative, .updated,
      .matrix, .ellipsis, .transposed, .elementwiseQuotient, .selected:
      []
    }
  }

  var isSum: Bool {
    if case .sum = self { true } else { false }
  }
}

extension Formula {
  /// The same with other formulas in the place of those that `other` has one for.
  func replacing(_ other: (Formula) -> Formula?) -> Formula {
    if let other = other(self) { return other }
    var result = self
    for index in parts.indices {
      let (part, rebuilt) = result.parts[index]
      let changed = part.replacing(other)
      if changed != part { result = rebuilt(changed) }
    }
    return result
  }

  /// The names in it that are no part of a derivative, each once.
  var names: [Symbol] {
    leaves.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }

  /// The derivatives in it, each once.
  var derivatives: [Formula] {
    leaves.filter { if case .derivative = $0 { true } else { false } }
  }

  /// What it is made of in the end, each once.
  private var leaves: [Formula] {
    let inner = parts.flatMap(\.0.leaves)
    return parts.isEmpty ? [self] : inner.indices.filter { !inner[..<$0].contains(inner[$0]) }.map { inner[$0] }
  }
}
