import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func matricesOpening(_ objective: Formula) -> Sentence {
    "From \(objective) backwards, each quantity is asked once how much \(objective) changes with each of its entries. The answers stand in a matrix of the same shape: its adjoint."
  }

  static func entriesCheck(_ count: Int) -> Sentence {
    "Everything was worked once more number by number, without matrices, and gave the same \(counted(count, "adjoint"))."
  }

  /// What a story of one entry leaves out.
  static func oneEntry(_ name: Formula) -> Sentence {
    "Only what depends on \(name) is worked here; everything else stands with its value from the forward pass."
  }

  /// - Parameter firsts: of each softmax the first name.
  static func softmaxInputs(_ firsts: [Formula]) -> Sentence {
    let softmax: Sentence = firsts.count == 1 ? "the softmax" : "each softmax"
    return
      "What goes into \(softmax) has no name of its own; here it is called \(list: firsts), and so on for each entry."
  }

  /// - Parameter rest: the name and the value of what the terms come to.
  static func gathered(_ rest: Equation, terms: Int, in result: Formula) -> Sentence {
    "The other \(counted(terms, "term")) of \(result) add up to \(rest)."
  }

  static func adjointHeading(_ name: Formula, _ shape: Shape) -> Sentence {
    shape.isScalar ? nodeHeading(name) : "The adjoint of \(name) (\(shape.text))"
  }

  static func shapes(_ operands: [(name: Formula, shape: Shape)], _ result: (name: Formula, shape: Shape)) -> Sentence {
    let parts = operands.map { "\($0.name) is \($0.shape.text)" as Sentence }
    let whole: Sentence = "\(result.name) is \(result.shape.text)"
    return "\(Sentence.list(parts).capitalized), so \(whole); dots stand for the entries left out."
  }

  /// - Parameter isItself: whether it goes on as it is, or something is made of it first.
  static func subject(_ name: Formula, isItself: Bool) -> Sentence {
    isItself ? "\(name)" : "What is made of \(name)"
  }

  static func minusBefore(_ name: Formula) -> Sentence { "The minus before \(name) turns the sign of what comes back." }

  static func leftFactor(_ name: Sentence, ofNumber: Bool) -> Sentence {
    "\(name) is the left factor of a product, so the right factor multiplies what comes back, transposed\(ofNumber ? "" : " and from the right")."
  }

  static func rightFactor(_ name: Sentence, ofNumber: Bool) -> Sentence {
    "\(name) is the right factor of a product, so the left factor multiplies what comes back, transposed\(ofNumber ? "" : " and from the left")."
  }

  static func transposedLeftFactor(_ name: Sentence, ofNumber: Bool) -> Sentence {
    ofNumber
      ? "\(name) is the left factor of a product and transposed, so the right factor multiplies what comes back."
      : "\(name) is the left factor of a product and transposed, so the right factor multiplies what comes back from the left, and what comes back is transposed."
  }

  static func transposedRightFactor(_ name: Sentence, ofNumber: Bool) -> Sentence {
    ofNumber
      ? "\(name) is the right factor of a product and transposed, so the left factor multiplies what comes back."
      : "\(name) is the right factor of a product and transposed, so the left factor multiplies what comes back from the right, and what comes back is transposed."
  }

  /// - Parameter other: the other factor, where it is a name or a number.
  static func scaled(_ name: Sentence, by other: Formula?) -> Sentence {
    let factor: Sentence = other.map { "\($0)" } ?? "another factor"
    return "\(name) is multiplied by \(factor), and so is what comes back."
  }

  /// - Parameter other: what it is divided by, where that is a name or a number.
  static func dividend(_ name: Sentence, by other: Formula?) -> Sentence {
    let divisor: Sentence = other.map { "\($0)" } ?? "what stands below it"
    return "\(name) is divided by \(divisor), and so is what comes back."
  }

  /// - Parameter letter: stands for any number.
  static func divisor(_ name: Sentence, letter: String) -> Sentence {
    "\(name) divides, and the slope of 1/\(letter) is −1/\(letter)²."
  }

  static func severalUses(_ name: Formula, in result: Formula) -> Sentence {
    "\(name) stands in more than one place of \(result), and each sends back its part."
  }

  static let elementwiseFactor: Sentence = "Each entry is multiplied by the entry beside it, and that is its slope."

  /// What a sign says, where it is met first.
  ///
  /// - Parameter ties: where the largest or smallest entries are equal.
  static func meaning(of sign: Sign, ties: [Trace.Kink]) -> Sentence {
    switch sign {
    case .elementwiseProduct: "The sign ⊙ multiplies entry by entry."
    case .elementwiseQuotient: "The sign ⊘ divides entry by entry."
    case .elementwisePower: "A ring before an exponent raises every entry by itself."
    case .transposed: "A raised T turns rows into columns."
    case .condition: bracket + firstOfEqual(ties)
    case .byRow: "The word rows below a function says that each row by itself gives one number."
    case .byColumn: "The word columns below a function says that each column by itself gives one number."
    case .softmax:
      "Softmax makes a row into shares of 1: e to the power of each entry, over the sum of these powers in its row."
    case .diagonal: "A square matrix is written with diag: these entries on its diagonal, and 0 everywhere else."
    case .placed: "The word placed, with an index, puts something at that place among zeros."
    case .ones: "A 1 with rows × columns below it is a matrix full of ones."
    case .unitMatrix: "The unit matrix, I, has 1 on its diagonal and 0 everywhere else."
    }
  }

  /// What brackets leave out that pick the largest or smallest entry.
  private static func firstOfEqual(_ ties: [Trace.Kink]) -> Sentence {
    var places: [String] = []
    for tie in ties {
      let side =
        switch tie.axis {
        case .all, nil: ""
        case .rows: " in a row"
        case .columns: " in a column"
        }
      let place = "\(side) that \(tie.primitive.rawValue) compares"
      if !places.contains(place) { places.append(place) }
    }
    if places.isEmpty { return "" }
    return "Of equal entries\(places.joined(separator: " or")), it is 1 at the first alone."
  }

  static func part(_ name: Formula) -> Sentence { "Each entry of \(name) gets back what belongs to its place." }

  static func repeated(_ name: Sentence, isNumber: Bool) -> Sentence {
    isNumber
      ? "\(name) is used in every entry, so what comes back is added up."
      : "\(name) is repeated to fit, so what comes back to each of its entries is added up."
  }

  static func pullback(of operation: MatrixOperation) -> Sentence {
    switch operation {
    case .transpose: "What was transposed comes back transposed."
    case .softmax:
      "In a row of softmax every entry depends on all: what comes back is compared with its mean under the row's own shares, and weighted with them."
    case .diagonal: "Only the diagonal comes back."
    case .sum: "A sum hands its adjoint to every entry that it adds."
    case .mean: "A mean hands its adjoint to every entry, divided by their number."
    case .max: "Only the largest entry counts; of equal ones, the first."
    case .min: "Only the smallest entry counts; of equal ones, the first."
    }
  }
}
