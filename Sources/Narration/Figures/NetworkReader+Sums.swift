import Differentiation
import WalkthroughLanguage

extension NetworkReader {
  /// Products of weights with units or inputs, and a bias.
  struct WeightedSum {
    var terms: [LayeredNetwork.Term] = []
    var bias: Int?
    /// The group whose sum this goes on with, where the bias comes in a line of its own.
    var inner: Int?
  }

  /// A formula as a weighted sum in that shape; nothing where it is none.
  func weightedSum(_ expression: Expression, _ shape: Shape) -> WeightedSum? {
    var sum = WeightedSum()
    var terms = [Expression.Term(expression)]
    if case .sum(let several) = expression { terms = several }
    for term in terms {
      guard !term.isSubtracted, add(term.expression, shape, to: &sum) else { return nil }
    }
    return sum.inner == nil ? sum.terms.isEmpty ? nil : sum : sum.terms.isEmpty && sum.bias != nil ? sum : nil
  }

  private func add(_ term: Expression, _ shape: Shape, to sum: inout WeightedSum) -> Bool {
    if case .quantity(let quantity) = term {
      let other = quantities[quantity].shape
      if isWeightLike(quantity), sum.bias == nil, other.isScalar || other == shape {
        sum.bias = quantity
        return true
      }
      guard groupOf[quantity] >= 0, sum.inner == nil, other == shape, isBare(groupOf[quantity], quantity) else {
        return false
      }
      sum.inner = groupOf[quantity]
      return true
    }
    guard let product = self.term(term, shape) else { return false }
    sum.terms.append(product)
    return true
  }

  private func isWeightLike(_ quantity: Int) -> Bool {
    quantities[quantity].role.isWeight || quantities[quantity].role == .fixed
  }

  /// Whether nothing was made yet of the sum of a group but the sum itself.
  private func isBare(_ group: Int, _ sum: Int) -> Bool {
    groups[group].sum == sum && groups[group].output == nil && groups[group].bias == nil && !isUsed[group]
      && layers[group] > 0
  }

  private func term(_ product: Expression, _ shape: Shape) -> LayeredNetwork.Term? {
    guard case .product(let factors) = product, factors.count == 2, !factors.contains(where: \.isDivisor),
      let left = factors[0].expression.leaf, let right = factors[1].expression.leaf
    else { return nil }
    let isWeightBehind = isWeight(right.quantity, on: left.quantity)
    guard isWeightBehind || isWeight(left.quantity, on: right.quantity) else { return nil }
    let (source, weight) = isWeightBehind ? (left, right) : (right, left)
    guard
      !quantities[source.quantity].role.isGiven || groupOf[source.quantity] < 0
        || layers[groupOf[source.quantity]] == 0,
      quantities[source.quantity].role.isGiven || sends(source.quantity)
    else { return nil }
    let goesByRows = goesByRows(
      shapes: (source.shape(quantities), weight.shape(quantities), shape), isWeightBehind: isWeightBehind,
      isElementwise: factors[1].isElementwise)
    return goesByRows.map {
      LayeredNetwork.Term(
        source: source.quantity, weight: weight.quantity, goesByRows: $0 != weight.isTransposed)
    }
  }

  private func sends(_ quantity: Int) -> Bool { groupOf[quantity] >= 0 && groups[groupOf[quantity]].sent == quantity }

  /// Whether one quantity is a weight on the other.
  private func isWeight(_ weight: Int, on source: Int) -> Bool {
    let role = quantities[source].role
    return isWeightLike(weight)
      && (!role.isGiven || role.isSignal || role == .fixed && quantities[weight].role.isWeight)
  }

  /// Whether the rows of the weights, as they stand in the product, belong to the source; nothing where shapes are
  /// not those of a layer.
  private func goesByRows(
    shapes: (source: Shape, weight: Shape, target: Shape), isWeightBehind: Bool, isElementwise: Bool
  ) -> Bool? {
    let (source, weight, target) = shapes
    if source.isScalar { return weight.count == target.count && weight.rows == target.rows ? true : nil }
    guard !isElementwise else { return nil }
    if isWeightBehind {
      return source.rows == 1 && weight.rows == source.columns && target.rows == 1 ? true : nil
    }
    return source.columns == 1 && weight.columns == source.rows && target.columns == 1 ? false : nil
  }
}

/// A quantity as a factor, transposed or not.
private struct Leaf {
  let quantity: Int
  let isTransposed: Bool

  func shape(_ quantities: [Quantity]) -> Shape {
    isTransposed ? quantities[quantity].shape.transposed : quantities[quantity].shape
  }
}

extension Expression {
  fileprivate var leaf: Leaf? {
    if case .quantity(let quantity) = self { return Leaf(quantity: quantity, isTransposed: false) }
    if case .matrix(.operation(.transpose, .quantity(let quantity))) = self {
      return Leaf(quantity: quantity, isTransposed: true)
    }
    return nil
  }
}
