import Numerals

extension DocumentReader {
  /// A term, a number, a sign, or something between brackets.
  struct Piece {
    enum Kind {
      case term(DocumentTerm)
      case number(Decimal)
      case sign(Unicode.Scalar)
      case relation
      case ellipsis
      case opaque
    }

    let kind: Kind
    let tokens: Range<Int>
    let isSpaced: Bool
    /// Whether it is an ordinary word outside formulas.
    var isProse = false
  }
}

extension DocumentReader.Piece {
  var isRelation: Bool {
    switch kind {
    case .relation: true
    case .term, .number, .sign, .ellipsis, .opaque: false
    }
  }

  var isSign: Bool {
    switch kind {
    case .sign: true
    case .term, .number, .relation, .ellipsis, .opaque: false
    }
  }

  var isTimes: Bool {
    switch kind {
    case .sign(let sign): sign == "*"
    case .term, .number, .relation, .ellipsis, .opaque: false
    }
  }

  /// The term where it is one.
  var term: DocumentTerm? {
    switch kind {
    case .term(let term): term
    case .number, .sign, .relation, .ellipsis, .opaque: nil
    }
  }

  var isNumber: Bool {
    switch kind {
    case .number: true
    case .term, .sign, .relation, .ellipsis, .opaque: false
    }
  }
}

extension DocumentToken {
  /// Whether it is an ordinary word.
  var isProse: Bool {
    if case .word(let word) = kind { return word.isProse }
    return false
  }
}
