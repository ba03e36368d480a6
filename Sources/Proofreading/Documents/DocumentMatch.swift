import Differentiation
import Numerals
import WalkthroughLanguage

/// What an equality of a document speaks of in a walkthrough.
public enum DocumentMatch: Sendable {
  /// One quantity, its value after the update, or one derivative.
  case certain(FormulaNode.Kind)
  /// Something that is not to be judged.
  ///
  /// - Parameter candidates: what it may be, as a file would write it; empty where that is not the question.
  case uncertain(reason: String, candidates: [String])
  /// Nothing of the walkthrough.
  case none(reason: String)
}

extension PrintedEquality {
  /// What it speaks of.
  public func match(in names: QuantityNames) -> DocumentMatch {
    let match = names.match(left)
    guard case .certain(let kind) = match else { return match }
    let candidates = [names.walkthrough.text(of: kind)]
    if let doubt { return .uncertain(reason: doubt.reason, candidates: candidates) }
    if let neighbour = neighbours.first(where: { names.has($0) }) {
      return .uncertain(reason: .factor(neighbour), candidates: candidates)
    }
    guard case .quantity(let quantity) = kind, let given = names.given(Int(quantity)) else { return match }
    if isComputed { return .uncertain(reason: .computedGiven, candidates: candidates) }
    return agrees(with: given) ? match : .uncertain(reason: .givenOtherwise(given), candidates: candidates)
  }

  /// Whether a value is printed, in whatever convention.
  func agrees(with value: Double) -> Bool {
    Reduction.allCases.contains { printed.holds(for: value, $0) }
  }
}

extension HandwrittenDocument {
  /// What each equality speaks of, in their order.
  ///
  /// Where a given has another value than the walkthrough's, what is computed behind it is of another pass, until the
  /// given has the walkthrough's value again. Right numbers that do not depend on the given are judged all the same.
  ///
  /// A given is only misprinted where what depends on it goes on with the walkthrough's value.
  ///
  /// - Parameter trace: the passes of the walkthrough.
  public func matches(in trace: Trace) -> [DocumentMatch] {
    let walkthrough = trace.walkthrough
    let names = QuantityNames(walkthrough)
    let restatements = equalities.map { $0.restatement(in: names) }
    var matches = equalities.map { $0.match(in: names) }
    var (changed, depends): ([Int], [Bool]) = ([], [])
    for index in equalities.indices {
      if let (quantity, isChanged) = restatements[index] {
        let before = changed
        changed.removeAll { $0 == quantity }
        if isChanged, equalities[index].doubt == nil, isMisprint(quantity, at: index, matches, names, trace) {
          matches[index] = .certain(.quantity(Int32(quantity)))
        } else if isChanged {
          changed.append(quantity)
        }
        if changed != before { depends = trace.depends(on: changed) }
      }
      guard case .certain(let kind) = matches[index], let first = changed.first, !names.isGiven(kind) else { continue }
      if let number = trace.worked(kind, depends), !number.isDependent, equalities[index].agrees(with: number.value) {
        continue
      }
      let name = walkthrough.quantities[first].name
      matches[index] = .uncertain(reason: .anotherPass(name), candidates: [names.walkthrough.text(of: kind)])
    }
    return matches
  }

  /// How many equalities behind a given are looked at.
  private static let mostFollowing = 400

  /// Whether most numbers behind a given that depend on it, and the first of them, are those of the walkthrough's
  /// value. A value after an update is no misprint.
  private func isMisprint(
    _ given: Int, at index: Int, _ matches: [DocumentMatch], _ names: QuantityNames, _ trace: Trace
  ) -> Bool {
    let depends = trace.depends(on: [given])
    if let after = trace.worked(.updated(Int32(given)), depends), equalities[index].agrees(with: after.value) {
      return false
    }
    var (holding, failing) = (0, 0)
    for later in equalities.indices.dropFirst(index + 1).prefix(Self.mostFollowing) {
      if names.quantity(equalities[later].left) == given { break }
      guard case .certain(let kind) = matches[later], let number = trace.worked(kind, depends), number.isDependent
      else { continue }
      if equalities[later].agrees(with: number.value) { holding += 1 } else { failing += 1 }
      if holding == 0 { return false }
    }
    return holding > 1 && holding > failing
  }
}

extension Trace {
  /// A number that the passes work out, and whether it depends on what `depends` marks.
  fileprivate func worked(_ kind: FormulaNode.Kind, _ depends: [Bool]) -> (value: Double, isDependent: Bool)? {
    let (matrix, sources): (Matrix?, [Int?])
    switch kind {
    case .quantity(let quantity):
      if walkthrough.quantities[Int(quantity)].role.isGiven { return nil }
      (matrix, sources) = (values.matrix(Int(quantity)), [Int(quantity)])
    case .updated(let quantity):
      matrix = updates.first { $0.quantity == Int(quantity) }?.matrixAfter
      sources = [backward?.seed, walkthrough.rate, Int(quantity)]
    case .derivative(let result, let operand, nil):
      guard let backward, Int(result) == backward.seed else { return nil }
      (matrix, sources) = (backward.adjoints.matrix(Int(operand)), [backward.seed])
    case .derivative, .localDerivative, .state, .number, .constant, .operation, .juxtaposition, .elementwise, .matrix,
      .stack, .selection, .generated, .declared:
      return nil
    }
    guard let matrix, matrix.shape.isScalar else { return nil }
    return (matrix.entries[0], sources.contains { $0.map { depends[$0] } ?? false })
  }
}

extension PrintedEquality {
  /// The given that it states once more, and whether its value is another one.
  fileprivate func restatement(in names: QuantityNames) -> (quantity: Int, isChanged: Bool)? {
    guard calculation == nil, !isComputed, let quantity = names.quantity(left), let given = names.given(quantity) else {
      return nil
    }
    let isChanged = !agrees(with: given)
    guard let doubt else { return (quantity, isChanged) }
    return isChanged && doubt.isOfOtherGivens ? (quantity, true) : nil
  }
}

extension PrintedEquality.Doubt {
  /// For reports.
  fileprivate var reason: String {
    switch self {
    case .start: "it is not clear where its left side begins"
    case .end: "it is not clear whether the number goes on"
    case .condition: "a condition follows it"
    case .bothSides: "it stands on both sides, so that the number may be its value after an update"
    case .newValue: "the sentence speaks of a new value, and the name is the old one's"
    case .anotherPass: "its sentence or a heading above speaks of another pass"
    case .supposition: "its sentence or a heading above supposes or asks something, or has another calculation"
    case .introduction: "the words before it may say that another number is meant"
    case .unit: "a unit stands behind it"
    case .struckOut: "it is struck out"
    case .comma: "its number has a comma, and numbers need a decimal point"
    case .digits: "its number has more digits, or a larger power of ten, than are compared"
    case .tolerance: "it is printed with a tolerance"
    }
  }
}

extension String {
  private static func text(of value: Double) -> String { (value < 0 ? "-" : "") + Decimal(shortest: value).digits }
  fileprivate static func factor(_ name: DocumentName) -> String { "\(name.text), next to it, may be a factor" }
  fileprivate static let computedGiven = "it is given, and the document computes it"
  fileprivate static func givenOtherwise(_ given: Double) -> String {
    "the walkthrough gives it as \(text(of: given)), and the document may speak of another pass"
  }
  fileprivate static func anotherPass(_ name: String) -> String {
    "\(name) has another value before it, so that it may be of another pass"
  }
}
