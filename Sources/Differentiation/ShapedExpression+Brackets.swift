import WalkthroughLanguage

extension Selection {
  /// With one index in a row or a column.
  func shortened(in shape: Shape) -> Selection {
    switch self {
    case .entries(.all, let columns) where shape.rows == 1: .ofVector(columns)
    case .entries(let rows, .all) where shape.columns == 1: .ofVector(rows)
    case .entries, .ofVector: self
    }
  }

  /// The entries that `next` picks of those that this one picks; nothing where one counts along a vector and one does not.
  func followed(by next: Selection) -> Selection? {
    switch (self, next) {
    case (.ofVector(let first), .ofVector(let second)): .ofVector(first.followed(by: second))
    case (.entries(let rows, let columns), .entries(let nextRows, let nextColumns)):
      .entries(rows: rows.followed(by: nextRows), columns: columns.followed(by: nextColumns))
    case (.ofVector, .entries), (.entries, .ofVector): nil
    }
  }
}

extension Selection.Span {
  fileprivate func followed(by next: Selection.Span) -> Selection.Span {
    switch (self, next) {
    case (.all, _): next
    case (_, .all): self
    case (.range(let start, _), .range(let first, let last)): .range(start + first - 1, start + last - 1)
    }
  }
}

extension ShapedExpression {
  /// Both in one bracket.
  static func stacked(
    _ stacking: FormulaNode.Stacking, _ first: ShapedExpression, _ second: ShapedExpression
  ) -> ShapedExpression {
    let rows = first.expression.stacked(stacking, with: second.expression)
    return ShapedExpression(.matrix(.rows(rows)), first.shape.stacked(stacking, with: second.shape) ?? first.shape)
  }
}

extension Expression {
  /// Its transpose, as one side of it where that is transposed already: B for Bᵀ, Bᵀ·A for Aᵀ·B.
  var turned: Expression {
    if let inner = transposed { return inner }
    guard case .product(let sides) = self, sides.count == 2,
      sides.allSatisfy({ !$0.isDivisor && !$0.isElementwise && !$0.expression.isNumeric }),
      sides.contains(where: { $0.expression.transposed != nil })
    else { return .matrix(.operation(.transpose, self)) }
    return .product(
      sides.reversed().map { Factor($0.expression.transposed ?? .matrix(.operation(.transpose, $0.expression))) })
  }

  /// What stands below a raised T.
  private var transposed: Expression? {
    if case .matrix(.operation(.transpose, let inner)) = self { inner } else { nil }
  }

  /// The blocks of a matrix, row by row; brackets are worked two at a time, and written as one.
  fileprivate func stacked(_ stacking: FormulaNode.Stacking, with other: Expression) -> [[Expression]] {
    let (blocks, others) = (blocks, other.blocks)
    switch stacking {
    case .below: return blocks + others
    case .sideBySide: return blocks.count == 1 && others.count == 1 ? [blocks[0] + others[0]] : [[self, other]]
    }
  }

  private var blocks: [[Expression]] {
    if case .matrix(.rows(let rows)) = self { rows } else { [[self]] }
  }
}
