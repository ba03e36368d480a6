import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// How much of a large matrix is written: its corner entries stand for the others.
enum MatrixLimits {
  /// A side of more than so many entries is abridged.
  static let mostRows = 8
  static let mostColumns = 8
  /// What is kept of an abridged side: the first ones and the last one.
  static let firstKept = 3

  /// Whether entries of such a matrix are left out.
  static func abridges(_ shape: Shape) -> Bool { shape.rows > mostRows || shape.columns > mostColumns }
}

extension EquationWriter {
  /// A matrix with its entries as they are shown, abridged where it is large; a number stays one.
  func formula(_ matrix: Matrix) -> Formula {
    func entry(_ place: Int) -> Formula {
      number(matrix.entries[place], matrix.slots.isEmpty ? nil : matrix.slots[place])
    }
    if matrix.shape.isScalar { return entry(0) }
    return Self.abridged(matrix.shape) { row, column in entry(row * matrix.shape.columns + column) }
  }

  /// Whether digits of any entry were dropped.
  func isExact(_ matrix: Matrix) -> Bool { matrix.entries.allSatisfy { style.shown($0).isExact } }

  /// The matrix that somebody would type in from the page.
  func typed(_ matrix: Matrix) -> Matrix { matrix.map { style.shown($0).value } }

  /// Rows of entries, with dots for what is left out.
  static func abridged(_ shape: Shape, _ entry: (Int, Int) -> Formula) -> Formula {
    let rows = Abridgement.places(shape.rows, most: MatrixLimits.mostRows, firstKept: MatrixLimits.firstKept)
    let columns = Abridgement.places(shape.columns, most: MatrixLimits.mostColumns, firstKept: MatrixLimits.firstKept)
    return .matrix(
      rows.map { row in
        columns.map { column in
          switch (row, column) {
          case (let row?, let column?): entry(row, column)
          case (nil, .some): .ellipsis(.vertical)
          case (.some, nil): .ellipsis(.horizontal)
          case (nil, nil): .ellipsis(.diagonal)
          }
        }
      })
  }
}

/// What is written of many things of a kind: the first ones, dots, and the last.
enum Abridgement {
  /// - Returns: all places where they are no more than `most`, and nothing where dots stand.
  static func places(_ count: Int, most: Int, firstKept: Int) -> [Int?] {
    guard count > most else { return Array(0..<count) }
    return Array(0..<firstKept) + [nil, count - 1]
  }

  /// A sentence for each of many things, or for the first ones and the last.
  ///
  /// - Parameter rest: what is said of so many that are left out.
  static func told<Thing>(
    _ things: [Thing], rest: (Int) -> Sentence, _ sentence: (Thing) -> Sentence
  ) -> Sentence {
    places(things.count, most: mostTold, firstKept: firstTold)
      .map { $0.map { sentence(things[$0]) } ?? rest(things.count - firstTold - 1) }
      .reduce(Sentence()) { $0 + $1 }
  }

  private static let mostTold = 8
  private static let firstTold = 3
}
