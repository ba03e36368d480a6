/// How long the expansion of a walkthrough into entries would be, found without making it.
struct EntrySizes {
  /// Quantities of the expansion.
  var quantities = 0
  /// Numbers, names and operations of all its formulas, and of the longest; at most so many.
  var nodes = 0
  var longest = 0

  var canBeTold: Bool { quantities <= Limits.entryQuantities && nodes <= Limits.entryNodes }
}

extension Walkthrough {
  var entrySizes: EntrySizes {
    var sizes = EntrySizes()
    for quantity in quantities {
      sizes.quantities += quantity.shape.count
      guard sizes.quantities <= Limits.entryQuantities else { return sizes }
      guard !quantity.role.isGiven else { continue }
      let size = entrySize(of: quantity.formula)
      sizes.longest = max(sizes.longest, size)
      sizes.nodes = min(sizes.nodes + size * quantity.shape.count, EntrySizes.most)
    }
    return sizes
  }

  /// How many nodes an entry of a formula takes at most.
  private func entrySize(of formula: Range<Int>) -> Int {
    let layout = FormulaLayout(self, formula)
    var sizes: [Int] = []
    for node in layout.shapes.indices {
      let operands = layout.operands(node)
      let sum = operands.reduce(1) { $0 + sizes[$1] }
      switch layout.kind(node) {
      case .number, .constant, .quantity, .generated, .updated, .derivative, .localDerivative, .declared, .state:
        sizes.append(1)
      case .operation, .juxtaposition, .elementwise:
        let inner = layout.isMatrixProduct(node) ? layout.shapes[layout.first(node)].columns : 1
        sizes.append(min(sum * inner + inner - 1, EntrySizes.most))
      case .selection, .stack, .matrix(.transpose), .matrix(.diagonal):
        sizes.append(operands.map { sizes[$0] }.max() ?? 1)
      case .matrix(.softmax):
        let columns = layout.shapes[node].columns
        sizes.append(min((sum + 1) * (columns + 1), EntrySizes.most))
      case .matrix(.sum), .matrix(.mean), .matrix(.max), .matrix(.min):
        let count = layout.shapes[layout.first(node)].count / layout.shapes[node].count
        sizes.append(min(sum * count + 1, EntrySizes.most))
      }
    }
    return sizes[layout.root]
  }
}

extension EntrySizes {
  /// Past this nobody counts.
  fileprivate static let most = 1 << 30
}
