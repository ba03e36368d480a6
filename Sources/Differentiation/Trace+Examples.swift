import WalkthroughLanguage

extension Trace {
  /// A row of the table of examples, column by column, with what a recording holds of it; examples that the update
  /// does not see have one too.
  ///
  /// - Parameter example: by its number from 0.
  public func cells(ofExample example: Int) -> [Matrix] {
    guard let table = walkthrough.examples else { return [] }
    return zip(table.quantities, table.rows[example]).map { quantity, cell in
      let slots = recorder?.recording.inputs.filter { $0.quantity == quantity && $0.example == example }.map(\.slot)
      return walkthrough.expression(at: cell).matrixValue { _ in Matrix(0) }.following(slots)
    }
  }
}
