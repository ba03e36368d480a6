import DocumentModel
import Longhand
import Numerals

extension Question {
  /// What a step of a lesson asks for; nothing where it comes to no number, or to one that nobody works out.
  ///
  /// - Parameters:
  ///   - place: the step, by its number; of a matrix it decides which entry is asked for.
  ///   - steps: all steps of the lesson, in order.
  public init?(at place: Int, in steps: [Lesson.Step], _ blank: Blank, _ workbook: Workbook) {
    // A symbolic file has a slope of 1 here and there, and nothing to work out.
    guard !workbook.walkthrough.isSymbolic else { return nil }
    let question = blank == .next ? Self.next(at: place, in: steps, workbook) : Self.number(at: place, in: steps)
    guard let question, blank.asks(question.asked) else { return nil }
    self = question
  }

  private static func number(at place: Int, in steps: [Lesson.Step]) -> Question? {
    let step = steps[place]
    guard let equation = step.result?.equation, !equation.left.isSeed, let last = equation.links.last?.formula,
      let (number, entry) = last.number(chosenBy: place), let name = equation.left.typed
    else { return nil }
    let symbols = equation.form(.symbols) ?? chain(before: place, in: steps)
    if symbols?.isNumber == true { return nil }
    guard let asked = Asked(step, symbols, equation) else { return nil }
    var question = Question(
      name: name + (entry.map { "[\($0.row),\($0.column)]" } ?? ""), asked: asked, equation: equation,
      expected: .number(number))
    (question.entry, question.example) = (entry, step.example)
    (question.symbols, question.numbers) = (symbols, equation.form(.numbers))
    question.weights = symbols.map { weights(among: $0, before: place, in: steps) } ?? []
    return question
  }

  /// How many steps back something is looked for, so that a long lesson asks as fast as a short one.
  private static let reach = 200

  /// The factors that were found to be nothing but a name.
  private static func weights(among symbols: Formula, before place: Int, in steps: [Lesson.Step]) -> [Weight] {
    let factors = symbols.derivatives
    if factors.isEmpty { return [] }
    return steps[..<place].suffix(reach).flatMap(\.equations).reduce(into: []) { weights, equation in
      guard case .symbol(let symbol)? = equation.form(.symbols), factors.contains(equation.left) else { return }
      weights.append(Weight(factor: equation.left, symbol: symbol))
    }
  }

  /// The chain rule in symbols, where it stands in a step of its own before its factors are worked.
  private static func chain(before place: Int, in steps: [Lesson.Step]) -> Formula? {
    guard let story = steps[place].story(of: "product") else { return nil }
    return steps[..<place].suffix(reach).last { $0.id == story + "-chain" }?.equations.last?.form(.symbols)
  }
}

extension Question.Asked {
  /// By where a step stands, and what its equation is worked out from.
  fileprivate init?(_ step: Lesson.Step, _ symbols: Formula?, _ equation: Equation) {
    switch step.phase {
    case .forward: self = .value
    case .backward where equation.left.isUpdated: self = .update
    case .update: self = .update
    case .backward:
      let whole = symbols ?? equation.form(.numbers)
      self = symbols?.hasDerivative == false ? .factor : whole?.isSum == true ? .sum : .product
    case .given, .training, .end: return nil
    }
  }
}

extension Lesson.Step {
  /// What its id begins with where it ends in this word: `weight-w5`.
  func story(of word: String) -> String? {
    id.hasSuffix("-\(word)") ? String(id.dropLast(word.count + 1)) : nil
  }

  var equations: [Equation] {
    blocks.compactMap { block in
      if case .equation(let equation) = block { equation } else { nil }
    }
  }

  /// The example that it is about, from 1: `example-2-forward-H`.
  var example: Int? {
    let words = id.split(separator: "-", maxSplits: 2)
    return words.count == 3 && words[0] == "example" ? Int(words[1]) : nil
  }
}

extension Equation {
  /// The last link of a kind.
  func form(_ role: Role) -> Formula? { links.last { $0.role == role }?.formula }
}

extension Formula {
  /// ∂L/∂L, which is 1 whatever L is: nobody works that out.
  fileprivate var isSeed: Bool {
    if case .derivative(let result, let operand) = self { result == operand } else { false }
  }

  fileprivate var isUpdated: Bool {
    if case .updated = self { true } else { false }
  }

  /// Whether derivatives are what it is worked out from.
  fileprivate var hasDerivative: Bool {
    switch self {
    case .derivative: true
    case .symbol, .number, .updated, .ellipsis, .matrix: false
    case .sum(let terms): terms.contains { $0.formula.hasDerivative }
    case .product(let factors, _): factors.contains(where: \.hasDerivative)
    case .fraction(let upper, let lower), .slashed(let upper, let lower), .elementwiseQuotient(let upper, let lower),
      .condition(let upper, _, let lower), .power(let upper, let lower), .elementwisePower(let upper, let lower):
      upper.hasDerivative || lower.hasDerivative
    case .function(_, let operands): operands.contains(where: \.hasDerivative)
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner),
      .transposed(let inner), .selected(let inner, _):
      inner.hasDerivative
    }
  }

  /// The number that it is, or one of its entries.
  fileprivate func number(chosenBy place: Int) -> (ShownNumber, Question.Entry?)? {
    switch self {
    case .number(let number): return (number, nil)
    case .matrix(let rows):
      let entries = rows.enumerated().flatMap { row, entries in
        // Behind dots the places are not those on the page.
        entries.prefix(while: \.isNumber).enumerated().compactMap { column, entry in
          if case .number(let number) = entry {
            (number, Question.Entry(row: row + 1, column: column + 1))
          } else {
            nil
          }
        }
      }
      let known = rows.firstIndex { !($0.first?.isNumber ?? false) } ?? rows.count
      let choice = entries.filter { $0.1.row <= known }
      // Fibonacci hashing: neighbouring steps get entries far from each other.
      return choice.isEmpty
        ? nil : choice[Int((UInt32(truncatingIfNeeded: place + 1) &* 2_654_435_769) >> 8) % choice.count]
    case .symbol, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .derivative, .updated, .ellipsis, .transposed, .elementwiseQuotient,
      .elementwisePower, .selected:
      return nil
    }
  }
}
