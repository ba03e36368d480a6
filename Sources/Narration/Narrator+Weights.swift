import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The backward pass as the telling has it.
  mutating func backward(_ tell: (Step) -> Void) {
    tell(
      Step(
        id: "backward",
        blocks: [.heading(level: 1, Wording.backwardHeading.inlines)] + (isContinued ? [] : [backwardOpening.paragraph])
      ))
    let asked = askedOutsideIn
    if asked.isEmpty {
      let sentence = Wording.noPath(abridged(trace.asked), to: symbol(trace.backward?.seed ?? 0))
      return tell(Step(id: "no-path", blocks: [sentence.paragraph]))
    }
    backward(to: asked, tell)
  }

  /// The same without a heading, for some of those that are asked about.
  mutating func backward(to asked: [Int], _ tell: (Step) -> Void) {
    switch telling {
    case .weights:
      sharedAdjoints(of: asked, tell)
      for quantity in asked { story(of: quantity, level: 2).forEach(tell) }
    case .nodes: nodes(to: asked, tell)
    case .matrices: matrices(to: asked, tell)
    case .jacobians: jacobians(of: asked, level: 2, tell)
    case .nudge: nudges(of: trace.asked.filter(asked.contains), tell)
    case .gates: gates(towards: trace.asked.filter(asked.contains), level: 2, tell)
    }
  }

  private var backwardOpening: Sentence {
    let seed = symbol(trace.backward?.seed ?? 0)
    switch telling {
    case .weights: return Wording.weightsOpening(seed)
    case .nodes: return Wording.nodesOpening(seed)
    case .matrices: return Wording.matricesOpening(seed)
    case .jacobians: return jacobiansOpening(seed)
    case .nudge:
      let stand = trace.recorder?.followsNudges == false ? Wording.nudgesStand : Sentence()
      return Wording.nudgeOpening(seed) + stand
    case .gates: return Wording.gatesOpening(seed)
    }
  }

  /// Those nearest to the objective first, as a hand works; in the order of the file among equals.
  var askedOutsideIn: [Int] {
    let reaching = trace.asked.filter { trace.backward?.reaches[$0] ?? false }
    return reaching.indices.sorted { (distances[reaching[$0]], $0) < (distances[reaching[$1]], $1) }.map {
      reaching[$0]
    }
  }

  /// Whether every path from it is written out.
  func isWorkedByPaths(_ quantity: Int) -> Bool {
    pathCounts[quantity] <= PathLimits.worked && distances[quantity] <= PathLimits.length
  }

  /// Adjoints that stories lean on where paths are too many to write out.
  private mutating func sharedAdjoints(of asked: [Int], _ tell: (Step) -> Void) {
    let tangled = asked.filter { !isWorkedByPaths($0) }
    guard !tangled.isEmpty else { return }
    tell(
      Step(id: "shared", blocks: [.heading(level: 2, Wording.sharedHeading.inlines), Wording.sharedOpening.paragraph]))
    for quantity in ancestors(of: tangled) { tell(node(quantity, level: 3)) }
  }

  /// The computed quantities on the way from these to the objective, last first.
  func ancestors(of starts: [Int]) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: quantities.count)
    for start in starts { isNeeded[start] = true }
    for edge in trace.edges where isNeeded[edge.operand] && trace.backward?.reaches[edge.result] ?? false {
      isNeeded[edge.result] = true
    }
    return quantities.indices.reversed().filter { isNeeded[$0] && !quantities[$0].role.isGiven }
  }

  /// The whole story of one quantity: its paths, their factors, the sum, the update.
  mutating func story(of quantity: Int, level: Int) -> [Step] {
    let id = "\(quantities[quantity].role.rawValue)-\(name(quantity))"
    let heading = Block.heading(level: level, Wording.storyHeading(quantities[quantity], symbol(quantity)).inlines)
    var steps: [Step]
    if isWorkedByPaths(quantity) {
      steps = pathStory(of: quantity, id: id)
    } else {
      let isAlone = level == 1
      steps = (isAlone ? ancestors(of: [quantity]).map { node($0, level: 2) } : []) + [tangle(of: quantity, id: id)]
    }
    steps[0].introduce(heading)
    if let update = updates[quantity] { steps.append(updateStep(update, id: id)) }
    return steps
  }

  /// Paths that end in the same part of the objective, with the derivative that they add up to.
  private struct PathGroup {
    let result: Int
    let paths: [[Factor]]
  }

  /// All paths of a quantity; by part, where the objective is a plain sum of parts.
  private mutating func groups(of quantity: Int) -> [PathGroup] {
    guard let seed = trace.backward?.seed else { return [] }
    let paths = trace.paths(from: quantity, limit: PathLimits.worked)
    var tops: [Int] = []
    for path in paths {
      if let top = path.last, !tops.contains(top) { tops.append(top) }
    }
    let isSumOfParts = tops.count > 1 && tops.allSatisfy { isConstantOne($0) } && paths.allSatisfy { $0.count > 1 }
    guard isSumOfParts else { return [PathGroup(result: seed, paths: paths.map { factors(along: $0) })] }
    return tops.sorted().map { top in
      let own = paths.filter { $0.last == top }.map { factors(along: $0.dropLast()) }
      return PathGroup(result: trace.edges[top].operand, paths: own)
    }
  }

  private mutating func pathStory(of quantity: Int, id: String) -> [Step] {
    guard let backward = trace.backward else { return [] }
    let groups = groups(of: quantity)
    let only = pathCounts[quantity] == 1 ? trace.paths(from: quantity, limit: 1)[0] : []
    let opening = Wording.routes(
      symbol(quantity), to: symbol(backward.seed), count: pathCounts[quantity],
      through: only.dropLast().map { symbol(trace.edges[$0].result) },
      parts: groups.count > 1 ? groups.map { symbol($0.result) } : [])
    var steps = [Step(id: id, blocks: [opening.paragraph], quantities: [quantity])]
    for group in groups {
      let isOnly = groups.count == 1
      var part = work(group, quantity, id: isOnly ? id : "\(id)-\(name(group.result))")
      if !isOnly { part[0].introduce(Wording.byWay(of: symbol(group.result)).paragraph) }
      steps += part
    }
    if groups.count > 1 { steps.append(total(groups, quantity, id: id)) }
    return steps
  }

  /// One group: the product in symbols, each new factor, the numbers put in.
  private mutating func work(_ group: PathGroup, _ quantity: Int, id: String) -> [Step] {
    let left = derivative(group.result, by: quantity)
    let factors = group.paths.flatMap { $0 }
    let calculation = calculation(group.paths)
    let isWhole = group.result == trace.backward?.seed
    let edges = factors.map(\.edge)
    if factors.count == 1 {
      var worked = workedSteps(for: factors, id: id)
      let own = trace.edges[edges[0]]
      let slope = derivative(own.result, by: own.operand)
      if isOpaque(factors[0]), slope != left {
        let equation = Block.equation(writer.equation(left, slope))
        worked.append(Step(id: "\(id)-product", blocks: [equation], edges: edges, resultBlock: 0))
      }
      // It may have been worked on the way of another part; then this part has a step all the same.
      guard worked.isEmpty, !isWhole else { return worked }
      let reminder = knownFactors(factors).map { [$0.paragraph] } ?? []
      return [Step(id: "\(id)-known", blocks: reminder, edges: edges)]
    }
    if walkthrough.isSymbolic { return workInFormulas(left, group.paths, quantity, id: id) }
    let result = isWhole ? shownAdjoints[quantity] : shownSum(over: group.paths)
    let known = factors.allSatisfy { workedFactors.contains($0) }
    guard !known else {
      let reminder = knownFactors(factors).map { [$0.paragraph] } ?? []
      let product = Block.equation(writer.equation(left, calculation, value: result))
      return [Step(id: "\(id)-product", blocks: reminder + [product], edges: edges, resultBlock: 1)]
    }
    var steps = [
      Step(id: "\(id)-chain", blocks: [.equation(writer.equation(left, calculation.inSymbols))], edges: edges)
    ]
    if let reminder = knownFactors(factors) {
      steps.append(Step(id: "\(id)-known", blocks: [reminder.paragraph]))
    }
    steps += workedSteps(for: factors, id: id)
    let product = writer.equation(left, calculation, value: result, showsSymbols: false)
    steps.append(
      Step(
        id: "\(id)-product", blocks: [Wording.together(group.paths.count).paragraph, .equation(product)],
        edges: edges, resultBlock: 1))
    return steps
  }

  /// A reminder of the factors that were worked for another quantity.
  mutating func knownFactors(_ factors: [Factor]) -> Sentence? {
    var known: [Factor] = []
    for factor in factors where workedFactors.contains(factor) && !known.contains(factor) { known.append(factor) }
    if walkthrough.isSymbolic { known.removeAll { isOpaque($0) } }
    guard !known.isEmpty else { return nil }
    if walkthrough.isSymbolic { return Wording.known(known.map { equation(for: $0, isBrief: true) }) }
    return Wording.known(known.map { writer.statement(symbol($0), shownLocals[$0.edge]) })
  }

  /// A step for each factor that was not worked before.
  mutating func workedSteps(for factors: [Factor], id: String) -> [Step] {
    var steps: [Step] = []
    for factor in factors {
      let twin = workedFactors.firstResult(of: factor.edge).map {
        Factor(result: $0, operand: factor.operand, edge: factor.edge)
      }
      guard workedFactors.insert(factor) else { continue }
      let reason =
        twin.map {
          Wording.sameFactor(
            symbol($0), whole: symbol(max($0.result, factor.result)), part: symbol(min($0.result, factor.result)))
        }
        ?? explanation(of: factor)
      let heading = Wording.factorHeading(symbol(factor.result), symbol(factor.operand))
      let sentence = heading + reason
      let worked = isOpaque(factor) ? [] : [Block.equation(equation(for: factor, isBrief: twin != nil))]
      steps.append(
        Step(
          id: "\(id)-\(name(factor.result))-by-\(name(factor.operand))", blocks: [sentence.paragraph] + worked,
          quantities: [factor.result, factor.operand], edges: [factor.edge], resultBlock: worked.isEmpty ? nil : 1))
    }
    return steps
  }

  /// The products along these paths, added up.
  private func sum(over paths: [[Factor]]) -> Double {
    paths.reduce(0) { sum, path in sum + path.reduce(1) { product, factor in product * value(factor) } }
  }

  private func shownSum(over paths: [[Factor]]) -> ShownNumber {
    writer.shown(carried(sum(over: paths)), slot(over: paths))
  }

  /// The sum over the parts of the objective.
  private mutating func total(_ groups: [PathGroup], _ quantity: Int, id: String) -> Step {
    guard let backward = trace.backward else { return Step(id: id, blocks: []) }
    if walkthrough.isSymbolic { return totalInFormulas(groups.map(\.result), quantity, id: id) }
    var leaves = Calculation.Leaves()
    let terms = groups.map { group in
      Expression.Term(
        leaves.add(derivative(group.result, by: quantity), shownSum(over: group.paths)))
    }
    let equation = writer.equation(
      derivative(backward.seed, by: quantity), Calculation(.sum(terms), leaves), value: shownAdjoints[quantity])
    let sentence = Wording.sumOfParts(symbol(backward.seed))
    return Step(
      id: "\(id)-sum", blocks: [sentence.paragraph, .equation(equation)], quantities: [quantity], resultBlock: 1)
  }
}

extension Step {
  /// Puts a block before all others.
  fileprivate mutating func introduce(_ block: Block) {
    blocks.insert(block, at: 0)
    resultBlock = resultBlock.map { $0 + 1 }
  }
}
