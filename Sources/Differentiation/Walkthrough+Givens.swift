import WalkthroughLanguage

extension Walkthrough {
  /// By quantity: the values of givens; what has none is reported.
  func givenValues(_ problems: inout [Diagnostic]) -> Values {
    var values = Values(zerosFor: self)
    for (index, quantity) in quantities.enumerated() where quantity.role.isGiven {
      if quantity.formula.isEmpty { continue }
      do throws(Diagnostic) {
        if values.matrices.isEmpty {
          values[index] = try constantValue(at: quantity.formula)
        } else {
          values.set(index, to: try constantMatrix(at: quantity.formula))
        }
      } catch {
        problems.append(error)
      }
    }
    return values
  }

  /// By example: the values of the columns.
  func exampleValues(_ problems: inout [Diagnostic]) -> [[Matrix]] {
    guard let table = examples else { return [] }
    var values: [[Matrix]] = []
    for row in table.rows {
      do throws(Diagnostic) {
        var cells: [Matrix] = []
        for cell in row { cells.append(try constantMatrix(at: cell)) }
        values.append(cells)
      } catch {
        problems.append(error)
      }
    }
    return values
  }

  /// What is wrong with the file's rate, or else with the first that a heading of published lines sets.
  func rateProblem(_ givens: Values) -> Diagnostic? {
    guard let rate else { return nil }
    if givens[rate] <= 0 { return .rateIsNotPositive(quantities[rate].place) }
    for setting in claims.lazy.flatMap(\.context.settings) where setting.quantity == rate {
      guard let value = try? constantMatrix(at: setting.formula), value.entries[0] <= 0 else { continue }
      let places = nodes[setting.formula].map { Int($0.place) }
      return .rateIsNotPositive((places.min() ?? 0)..<(places.max() ?? 0) + 1)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func rateIsNotPositive(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a rate is a positive number", remedy: "to go the other way, write `maximize:` for `minimize:` or back"
    )
  }
}
