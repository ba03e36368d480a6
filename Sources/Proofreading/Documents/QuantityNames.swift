import Differentiation
import WalkthroughLanguage

/// The quantities of a walkthrough by their names as a document may spell them.
public struct QuantityNames: Sendable {
  let walkthrough: Walkthrough
  private var exact: [String: [Int]] = [:]
  private var anyCase: [String: [Int]] = [:]

  public init(_ walkthrough: Walkthrough) {
    self.walkthrough = walkthrough
    for (number, quantity) in walkthrough.quantities.enumerated() where !quantity.isUnnamed {
      let spelled = DocumentName(quantity: quantity.name).key
      let typeset = walkthrough.notations[number].map { DocumentName($0).key }
      for key in Set([spelled] + [typeset].compactMap { $0 }) {
        exact[key, default: []].append(number)
        anyCase[key.lowercased(), default: []].append(number)
      }
    }
  }

  /// The value that the file gives to a quantity; nothing for what is computed, and for matrices.
  func given(_ quantity: Int) -> Double? {
    let given = walkthrough.quantities[quantity]
    guard given.role.isGiven, given.shape.isScalar, !given.formula.isEmpty else { return nil }
    return (try? walkthrough.constantMatrix(at: given.formula))?.entries.first
  }

  /// The one quantity that a name is.
  func quantity(_ term: DocumentTerm) -> Int? {
    guard case .name(let name) = term, case .one(let quantity) = find(name) else { return nil }
    return quantity
  }

  /// Whether a file gives its value.
  func isGiven(_ kind: FormulaNode.Kind) -> Bool {
    guard case .quantity(let quantity) = kind else { return false }
    return walkthrough.quantities[Int(quantity)].role.isGiven
  }

  func has(_ name: DocumentName) -> Bool { exact[name.key] != nil }

  /// One quantity, or why it is not one.
  private enum Found {
    case one(Int)
    case other(DocumentMatch)
  }

  private func find(_ name: DocumentName) -> Found {
    let (same, alike) = (exact[name.key] ?? [], anyCase[name.key.lowercased()] ?? [])
    if same.count == 1 { return .one(same[0]) }
    if same.count > 1 { return .other(.uncertain(reason: .severalNames, candidates: same.map(name(of:)))) }
    if alike.isEmpty { return .other(.none(reason: .noSuchName(name))) }
    return .other(.uncertain(reason: .otherCase, candidates: alike.map(name(of:))))
  }

  func match(_ term: DocumentTerm) -> DocumentMatch {
    switch term {
    case .name(let name): match(find(name)) { .quantity(Int32($0)) }
    case .updated(let name, let whole): updated(name, whole)
    case .derivative(let result, let operand): derivative(result, operand)
    case .notUnderstood: .none(reason: .notUnderstood)
    }
  }

  private func match(_ found: Found, _ kind: (Int) -> FormulaNode.Kind) -> DocumentMatch {
    switch found {
    case .one(let quantity): judged(kind(quantity), [quantity])
    case .other(let match): match
    }
  }

  private func updated(_ name: DocumentName, _ whole: DocumentName?) -> DocumentMatch {
    if let whole, case .one(let quantity) = find(whole) {
      guard has(name) else { return judged(.quantity(Int32(quantity)), [quantity]) }
      return .uncertain(reason: .severalNames, candidates: [self.name(of: quantity), "new \(name.text)"])
    }
    guard case .one(let quantity) = find(name) else { return match(find(name)) { .updated(Int32($0)) } }
    guard walkthrough.quantities[quantity].role.isMoved, walkthrough.rate != nil else {
      return .uncertain(reason: .notMoved, candidates: [self.name(of: quantity)])
    }
    return judged(.updated(Int32(quantity)), [quantity])
  }

  /// Where updates use new values at once, a derivative between may be either.
  private func mayUseNewValues(by operand: Int) -> Bool {
    switch walkthrough.updateOrder {
    case .together: false
    case .reusing: !walkthrough.quantities[operand].role.isMoved
    }
  }

  private func derivative(_ above: DocumentName, _ below: DocumentName) -> DocumentMatch {
    let quotient = [above, below].map { DocumentName(["d"] + $0.parts) }
    if quotient.allSatisfy(has) { return .uncertain(reason: .quotient, candidates: quotient.map(\.key)) }
    switch (find(above), find(below)) {
    case (.one(let result), .one(let operand)):
      if mayUseNewValues(by: operand) {
        return .uncertain(reason: .reused, candidates: ["d\(name(of: result))/d\(name(of: operand))"])
      }
      return judged(.derivative(of: Int32(result), by: Int32(operand), through: nil), [result, operand])
    case (.other(.none(let reason)), _), (_, .other(.none(let reason))): return .none(reason: reason)
    case (.other(let match), _), (_, .other(let match)): return match
    }
  }

  /// Certain, unless the number that is meant depends on what the document does not say.
  private func judged(_ kind: FormulaNode.Kind, _ quantities: [Int]) -> DocumentMatch {
    let candidates = [walkthrough.text(of: kind)]
    if quantities.contains(where: { !walkthrough.quantities[$0].shape.isScalar }) {
      return .uncertain(reason: .matrix, candidates: candidates)
    }
    if walkthrough.isSymbolic { return .uncertain(reason: .symbolic, candidates: candidates) }
    let isOfAnExample = !isGiven(kind) || quantities.contains { walkthrough.quantities[$0].role == .example }
    let hasExamples = (walkthrough.examples?.rows.count ?? 0) > 1
    return hasExamples && isOfAnExample ? .uncertain(reason: .example, candidates: candidates) : .certain(kind)
  }

  private func name(of quantity: Int) -> String { walkthrough.quantities[quantity].name }
}

extension String {
  fileprivate static let reused = "updates use new values at once, and it may use old or new ones"
  fileprivate static let severalNames = "several names are spelled like it"
  fileprivate static let otherCase = "only the case of its letters differs"
  fileprivate static func noSuchName(_ name: DocumentName) -> String { "there is no quantity \(name.text)" }
  fileprivate static let notUnderstood = "its left side is not one name, one derivative or one new value"
  fileprivate static let notMoved = "no update moves it"
  fileprivate static let quotient = "it may be a derivative or a quotient"
  fileprivate static let matrix = "it is a matrix, and one number is printed"
  fileprivate static let symbolic = "the walkthrough has no numbers"
  fileprivate static let example = "it is not said which example is meant"
}
