import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// What the file states: source, remarks, givens, objective and rate.
  func given() -> Step {
    var blocks: [Block] = [.heading(level: 1, Wording.givenHeading.inlines)]
    if let origin = walkthrough.origin { blocks.append(Wording.source(origin).paragraph) }
    blocks += notes.opening.paragraphs
    var lists = Role.allCases.compactMap { role -> [Inline]? in
      let members = quantities.indices.filter { quantities[$0].role == role }
      guard role.isGiven, role != .example, !members.isEmpty else { return nil }
      let values = Sentence.enumeration(members.map(givenValue))
      return Wording.givens(role, values, isOne: members.count == 1, areNumbers: areNumbers(members)).inlines
    }
    if let functions = givenFunctions() { lists.append(functions.inlines) }
    if !lists.isEmpty { blocks.append(.list(lists)) }
    if let table = exampleTable() { blocks += [Wording.examplesTable.paragraph, .table(table)] }
    blocks += conventions().map(\.paragraph)
    return Step(id: "given", blocks: blocks, quantities: quantities.indices.filter { quantities[$0].role.isGiven })
  }

  func areNumbers(_ group: [Int]) -> Bool { group.allSatisfy { quantities[$0].shape.isScalar } }

  /// `b1 = 0.25`, or `p = 1/3 ≈ 0.33333`
  private func givenValue(_ quantity: Int) -> Sentence {
    if walkthrough.isSymbolic { return "\(symbol(quantity))" }
    let formula = expressions[quantity]
    if isUnnamedRate(quantity) { return "\(shownValue(quantity))" }
    var statement = statement(quantity)
    if !formula.isLiteral {
      statement.links.insert(Equation.Link(.equal, Calculation(formula, leaves).inSymbols, .stated), at: 0)
    }
    let shape = quantities[quantity].shape
    return MatrixLimits.abridges(shape) ? "\(statement) (\(shape.text))" : "\(statement)"
  }

  /// `rate: 0.1` gives the rate no name of its own.
  private func isUnnamedRate(_ quantity: Int) -> Bool {
    quantities[quantity].role == .rate && name(quantity) == Role.rate.rawValue
  }

  /// Whether there is more than the one update that is worked by hand.
  private var isRepeated: Bool {
    trace.training.map { $0.epochs * walkthrough.updatesPerEpoch > 1 } ?? false
  }

  /// What was decided that others decide otherwise: the update, what is fixed, what is shared, kinks.
  private func conventions() -> [Sentence] {
    var sentences: [Sentence] = []
    if let objective = walkthrough.objective {
      let rate = walkthrough.rate.map(givenValue)
      let steps = rate.map {
        Wording.steps(walkthrough.updateMethod, objective.sense, rate: $0, isRepeated: isRepeated)
      }
      sentences.append(Wording.objective(objective.sense, symbol(objective.quantity), steps: steps))
      if let combination = objective.combination {
        let addition = objective.addition.map(symbol)
        sentences.append(Wording.objective(combination, symbol(objective.quantity), addition: addition))
      }
      sentences += updateConventions()
      if rate != nil { sentences.append(Wording.updateOrder(walkthrough.updateOrder)) }
      let fixed = quantities.indices.filter { quantities[$0].role == .fixed }
      if rate != nil, !fixed.isEmpty { sentences.append(Wording.fixed(fixed.map(symbol))) }
      sentences.append(sharing())
      // With examples, each tells of its own.
      if trace.examples.isEmpty { sentences.append(kinks(in: trace)) }
    }
    guard let first = sentences.first else { return [] }
    return [sentences.dropFirst().reduce(first) { $0 + $1 }]
  }

  /// Which biases and fixed numbers several quantities share, with all weights that the same ones share.
  private func sharing() -> Sentence {
    var (shared, isTold): ([[Int]], [Bool]) = ([], [Bool](repeating: false, count: quantities.count))
    for quantity in quantities.indices
    where !isTold[quantity] && isShared(quantity) && quantities[quantity].role != .weight {
      let users = users(of: quantity)
      // All that the same ones use stands in the shortest of their formulas, too.
      let shortest = users.min { trace.edgesIntoResult[$0].count < trace.edgesIntoResult[$1].count }
      guard let shortest else { continue }
      let group = trace.edgesIntoResult[shortest].map { trace.edges[$0].operand }.filter {
        isShared($0) && self.users(of: $0) == users
      }
      for member in group { isTold[member] = true }
      shared.append(group.sorted())
    }
    return Abridgement.told(shared, rest: Wording.sharedAlike) {
      Wording.shared(abridged($0), by: users(of: $0[0]).map(symbol))
    }
  }

  /// Whether it is a parameter that a few formulas use.
  private func isShared(_ quantity: Int) -> Bool {
    (2...4).contains(trace.edgeCount(outOf: quantity)) && [.weight, .bias, .fixed].contains(quantities[quantity].role)
  }

  private func users(of quantity: Int) -> [Int] { trace.edges(outOf: quantity).map { trace.edges[$0].result } }

  /// Slopes that were chosen because the point lies exactly on a kink.
  func kinks(in trace: Trace) -> Sentence {
    Abridgement.told(trace.kinks, rest: Wording.kinksAlike) {
      Wording.kink(symbol($0.quantity), $0, isMatrix: hasMatrices)
    }
  }
}

extension Expression {
  /// Whether it is a number, perhaps with a minus.
  fileprivate var isLiteral: Bool {
    switch self {
    case .number, .matrix(.rows), .matrix(.generated): true
    case .negation(let operand): operand.isLiteral
    case .constant, .quantity, .sum, .product, .power, .call, .declared, .slope, .matrix: false
    }
  }
}
