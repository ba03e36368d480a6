import DocumentModel

extension Symbol {
  /// Indices as the file writes them, without blanks: `1,2`.
  static func text(ofIndices indices: [Part]) -> String {
    indices.map { $0.map(\.text).joined() }.joined(separator: ",")
  }
}

extension Symbol.Piece {
  fileprivate var text: String {
    switch self {
    case .letter(let letter): String(letter)
    case .word(let word): word
    case .greek(_, let letter): String(letter)
    case .digits(let digits): digits
    case .mark(let mark): String(mark)
    }
  }
}

extension Formula.Ellipsis {
  /// Its character.
  var sign: String {
    switch self {
    case .horizontal: "⋯"
    case .vertical: "⋮"
    case .diagonal: "⋱"
    }
  }
}
