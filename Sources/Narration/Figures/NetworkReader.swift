import Differentiation
import WalkthroughLanguage

/// Sees a layered network in a trace, by how its formulas are built and never by names.
struct NetworkReader {
  /// Of more quantities no network is drawn.
  private static let mostQuantities = 12_000
  /// Deeper ones are no picture any more.
  private static let mostLayers = 8

  let trace: Trace
  let quantities: [Quantity]
  /// Inputs at their first use, then groups in the order of the file.
  private(set) var groups: [LayeredNetwork.Group] = []
  /// By group: its layer, and whether a sum takes what it sends.
  private(set) var layers: [Int] = []
  private(set) var isUsed: [Bool] = []
  /// By quantity: its group; −1 where it has none.
  private(set) var groupOf: [Int]
  /// By quantity: the layer that it draws together, as the total of a softmax does; −1 else.
  private var totalOf: [Int]
  /// Quantities computed from one group of outputs and givens.
  private(set) var errors: [LayeredNetwork.Failing] = []
  /// Whether something was met that networks in layers do not have.
  private var hasFailed = false

  /// - Returns: nothing where a look at the givens says that there is no network to be drawn.
  init?(_ trace: Trace) {
    quantities = trace.walkthrough.quantities
    self.trace = trace
    guard quantities.count <= Self.mostQuantities, quantities.contains(where: { $0.role == .weight }) else {
      return nil
    }
    groupOf = [Int](repeating: -1, count: quantities.count)
    totalOf = groupOf
  }

  /// The network; nothing where the formulas have another structure.
  ///
  /// - Parameter expressions: by quantity, its formula.
  mutating func network(_ expressions: [Expression]) -> LayeredNetwork? {
    for quantity in quantities.indices where !quantities[quantity].role.isGiven {
      read(quantity, expressions[quantity])
      if hasFailed { return nil }
    }
    return assembled
  }

  private mutating func read(_ quantity: Int, _ expression: Expression) {
    let shape = quantities[quantity].shape
    if let sum = weightedSum(expression, shape) { return add(quantity, sum, isOutput: false) }
    if mayBeOutput(quantity, expression), let inner = expression.activated, let sum = weightedSum(inner, shape),
      sum.inner == nil
    {
      return add(quantity, sum, isOutput: true)
    }
    let operands = operands(of: quantity)
    if let group = activated(by: quantity, expression, operands) {
      groups[group].output = quantity
      groupOf[quantity] = group
    } else if let layer = layer(drawnTogetherBy: quantity, operands) {
      totalOf[quantity] = layer
    } else {
      addError(quantity, expression, operands)
    }
  }

  /// What outputs take from the whole of their layer.
  var totals: [Int] {
    totalOf.indices.filter { total in
      totalOf[total] >= 0 && trace.edges(outOf: total).contains { groupOf[trace.edges[$0].result] >= 0 }
    }
  }

  func operands(of quantity: Int) -> [Int] { trace.edgesIntoResult[quantity].map { trace.edges[$0].operand } }

  // MARK: - Sums

  private mutating func add(_ quantity: Int, _ sum: WeightedSum, isOutput: Bool) {
    if let inner = sum.inner {
      groups[inner].sum = quantity
      groups[inner].bias = sum.bias
      groups[inner].sharesBias = sharesBias(sum, groups[inner].count)
      groupOf[quantity] = inner
      return
    }
    for term in sum.terms where quantities[term.source].role.isGiven && groupOf[term.source] < 0 {
      addInput(term.source)
    }
    let sources = sum.terms.map { groupOf[$0.source] }
    guard let first = sources.first, sources.allSatisfy({ layers[$0] == layers[first] }),
      layers[first] + 1 < Self.mostLayers
    else {
      hasFailed = true
      return
    }
    for source in sources { isUsed[source] = true }
    let count = quantities[quantity].shape.count
    groupOf[quantity] = groups.count
    groups.append(
      LayeredNetwork.Group(
        sum: isOutput ? nil : quantity, output: isOutput ? quantity : nil, bias: sum.bias,
        sharesBias: sharesBias(sum, count), terms: sum.terms, count: count))
    layers.append(layers[first] + 1)
    isUsed.append(false)
  }

  private func sharesBias(_ sum: WeightedSum, _ count: Int) -> Bool {
    sum.bias.map { quantities[$0].shape.isScalar && count > 1 } ?? false
  }

  private mutating func addInput(_ quantity: Int) {
    groupOf[quantity] = groups.count
    groups.append(LayeredNetwork.Group(output: quantity, terms: [], count: quantities[quantity].shape.count))
    layers.append(0)
    isUsed.append(true)
  }

  // MARK: - What is made of sums

  /// The group whose output a quantity is: a function of its sum, or a share in a total of its layer.
  private func activated(by quantity: Int, _ expression: Expression, _ operands: [Int]) -> Int? {
    let totals = operands.filter { totalOf[$0] >= 0 }
    let others = operands.filter { totalOf[$0] < 0 }
    guard others.count == 1, let group = others.first.map({ groupOf[$0] }), group >= 0, layers[group] > 0,
      !isUsed[group], quantities[quantity].shape.count == groups[group].count
    else { return nil }
    if !totals.isEmpty {
      return totals.allSatisfy { totalOf[$0] == layers[group] } && groups[group].sent == others[0] ? group : nil
    }
    guard groups[group].output == nil, mayBeOutput(quantity, expression) else { return nil }
    return expression == .quantity(others[0]) || expression.isActivation ? group : nil
  }

  /// An objective is an output only where it is made as outputs are, by a function that nobody takes for an error.
  private func mayBeOutput(_ quantity: Int, _ expression: Expression) -> Bool {
    guard quantity == trace.walkthrough.objective?.quantity else { return true }
    guard case .call(let primitive, _) = expression else { return false }
    return [.sigmoid, .tanh, .relu, .softplus, .max].contains(primitive)
  }

  private func layer(drawnTogetherBy quantity: Int, _ operands: [Int]) -> Int? {
    guard let first = operands.first, groupOf[first] >= 0, layers[groupOf[first]] > 0,
      quantity != trace.walkthrough.objective?.quantity
    else { return nil }
    let layer = layers[groupOf[first]]
    let isWide = operands.count > 1 || groups[groupOf[first]].count > 1
    return isWide && operands.allSatisfy { groupOf[$0] >= 0 && layers[groupOf[$0]] == layer } ? layer : nil
  }

  /// What comes behind the outputs; a weight that meets a signal there is a layer in a form that is not known.
  private mutating func addError(_ quantity: Int, _ expression: Expression, _ operands: [Int]) {
    if operands.contains(where: { quantities[$0].role.isWeight }), mixesWeights(expression) {
      hasFailed = true
      return
    }
    let units = operands.filter { groupOf[$0] >= 0 }
    guard units.count == 1, groups[groupOf[units[0]]].sent == units[0],
      operands.allSatisfy({ $0 == units[0] || quantities[$0].role.isGiven }),
      quantities[quantity].shape.count == groups[groupOf[units[0]]].count
    else { return }
    errors.append(LayeredNetwork.Failing(quantity: quantity, output: units[0]))
  }

  /// Whether a weight stands in one term with what goes in or is computed; in a term of its own, it makes large
  /// weights dear.
  private func mixesWeights(_ expression: Expression) -> Bool {
    var terms = [Expression.Term(expression)]
    if case .sum(let several) = expression { terms = several }
    return terms.contains { term in
      var used: Set<Int> = []
      term.expression.collectQuantities(into: &used)
      return used.contains { quantities[$0].role.isWeight }
        && used.contains { quantities[$0].role.isSignal || !quantities[$0].role.isGiven }
    }
  }
}
