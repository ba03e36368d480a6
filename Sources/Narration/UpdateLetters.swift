import DocumentModel
import WalkthroughLanguage

/// The letters of an update rule, of differences and of rules for any number: the usual ones, or others where the file
/// has names with those.
struct UpdateLetters {
  private let taken: Set<String>

  init(_ walkthrough: Walkthrough) {
    taken = Set(walkthrough.quantities.indices.map { walkthrough.nameParts(of: $0).base })
  }

  private func free(_ letters: [String]) -> String { letters.first { !taken.contains($0) } ?? letters[0] }

  /// What counts the updates.
  var count: Symbol { symbol(["t", "k", "n", "j"]) }
  /// How far differences reach.
  var reach: Symbol { symbol(["h", "d", "s", "k"]) }
  /// What stands for any number in a rule.
  var anyNumber: Symbol { symbol(["u", "z", "v", "s", "q", "r", "p", "w", "x", "y"]) }
  /// The sign of a measured slope.
  static let difference = Symbol.Piece.greek("Delta", "Δ")

  func constant(_ constant: UpdateConstant) -> Symbol {
    switch constant {
    case .beta: symbol(["beta", "rho", "mu", "gamma"])
    case .beta1: symbol(["beta", "rho", "mu", "gamma"], subscript: "1")
    case .beta2: symbol(["beta", "rho", "mu", "gamma"], subscript: "2")
    case .epsilon: symbol(["epsilon", "delta", "zeta", "nu"])
    }
  }

  /// What is kept or worked out for a moved quantity: its letter, with the quantity's name below.
  func state(_ state: UpdateState, of quantity: Symbol) -> Symbol {
    switch state {
    case .m: quantity.named(free(Self.means))
    case .v: quantity.named(free(Self.sizes))
    case .step: quantity.named("step")
    case .mhat: quantity.named(free(Self.means), hasHat: true)
    case .vhat: quantity.named(free(Self.sizes), hasHat: true)
    }
  }

  private static let means = ["m", "a", "p"]
  private static let sizes = ["v", "s", "r"]

  private func symbol(_ letters: [String], subscript lower: String = "") -> Symbol {
    let letter = free(letters)
    return Symbol(NameParts(base: letter, subscripts: lower.isEmpty ? [] : [lower]), name: letter + lower)
  }
}

extension Symbol {
  /// A letter with this name as its subscript.
  fileprivate func named(_ letter: String, hasHat: Bool = false) -> Symbol {
    var parts = [base] + subscripts
    if parts.count == 2, case .digits? = parts[1].first { parts = [parts[0] + parts[1]] }
    let piece = letter.count == 1 ? Piece.letter(Character(letter)) : .word(letter)
    let hat = hasHat ? "\u{302}" : ""
    return Symbol(
      name: "\(letter)\(hat)_\(name)", base: [piece], subscripts: parts + superscripts, indices: indices,
      hasHat: hasHat)
  }
}
