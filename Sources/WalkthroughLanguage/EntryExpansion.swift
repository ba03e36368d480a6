/// Numbers that an expansion into entries needs from whoever can work them.
public struct EntryNumbers {
  /// The entries of a generated matrix, row by row.
  public let generated: (Generator) -> [Double]
  /// By example, once in a file without: the entries of a quantity.
  public let values: [(Int) -> [Double]]
  /// The value of a formula of numbers, in postfix order.
  public let worked: ([FormulaNode]) -> Double

  public init(
    generated: @escaping (Generator) -> [Double], values: [(Int) -> [Double]],
    worked: @escaping ([FormulaNode]) -> Double
  ) {
    self.generated = generated
    self.values = values
    self.worked = worked
  }
}

/// A walkthrough of matrices in the making as one of numbers: every entry a quantity with a formula of its own.
struct EntryExpansion {
  let source: Walkthrough
  let numbers: EntryNumbers
  /// Whether exponents of `softmax` are made less by the largest first, as the passes over matrices do it.
  let shiftsSoftmax: Bool
  /// Whether only what depends on one entry is worked.
  let isRestricted: Bool
  var result: Walkthrough
  /// By quantity of the source and entry: its number in the result, or −1; empty where there is none yet.
  var known: [[Int32]]
  /// By quantity of the source: how many quantities of the result stand before its own.
  var starts: [Int] = []
  /// By quantity of the source and entry, in a restricted expansion: whether it depends on the entry asked about.
  var varying: [[Bool]]
  /// Numbers that differ from example to example: a quantity of the result, and its value by example.
  var columns: [(quantity: Int, values: [Double])] = []
  /// The entries of generators that were asked for, by their number in the source.
  var generatedEntries: [Int: [Double]] = [:]
  /// By quantity of the source and entry of what goes into a softmax in its formula: the quantity that it became.
  var softmaxInputs: [Int: [FormulaLayout.Entry: Int]] = [:]
  /// By quantity of the source and node in its formula: the subscript that such names have.
  var inputSubscripts: [Int: [Int: String]] = [:]
  /// Steps done so far, so that no expansion runs away.
  var work = 0

  init(_ source: Walkthrough, _ numbers: EntryNumbers, isRestricted: Bool, shiftsSoftmax: Bool = false) {
    self.source = source
    self.numbers = numbers
    self.isRestricted = isRestricted
    self.shiftsSoftmax = shiftsSoftmax
    result = source
    result.quantities = []
    result.nodes = []
    result.hasMatrices = false
    result.selections = []
    result.generators = []
    result.passages = []
    result.claims = []
    result.notations = [:]
    result.updateStarts = []
    result.examples = nil
    result.objective = nil
    result.rate = nil
    result.stopRule = nil
    if result.telling?.isOfWholes ?? false { result.telling = nil }
    known = [[Int32]](repeating: [], count: source.quantities.count)
    varying = [[Bool]](repeating: [], count: source.quantities.count)
  }

  /// Adds an entry as a quantity of the result.
  @discardableResult
  mutating func add(_ quantity: Int, _ place: Int, as role: Role, _ formula: [FormulaNode]) -> Int {
    let original = source.quantities[quantity]
    if known[quantity].isEmpty { known[quantity] = [Int32](repeating: -1, count: original.shape.count) }
    let number = add(original.entryName(place), as: role, formula, at: original.place)
    known[quantity][place] = Int32(number)
    if !original.shape.isScalar {
      let parts = source.nameParts(of: quantity)
      result.notations[number] = parts.adding(original.shape.indices(of: place))
    } else if let notation = source.notations[quantity] {
      result.notations[number] = notation
    }
    return number
  }

  mutating func add(_ name: String, as role: Role, _ formula: [FormulaNode], at place: Range<Int>) -> Int {
    let range = append(formula)
    result.quantities.append(Quantity(name: name, role: role, shape: .scalar, formula: range, place: place))
    return result.quantities.count - 1
  }

  mutating func append(_ formula: [FormulaNode]) -> Range<Int> {
    let start = result.nodes.count
    result.nodes += formula
    return start..<result.nodes.count
  }

  /// A number that stands nowhere in the source.
  static func literal(_ value: Double, at place: Int32) -> [FormulaNode] {
    let number = FormulaNode(kind: .number(value.magnitude, length: 0), place: place)
    return value < 0 ? [number, FormulaNode(kind: .operation(.negate), place: place)] : [number]
  }

  mutating func generated(_ number: Int) -> [Double] {
    if let entries = generatedEntries[number] { return entries }
    let entries = numbers.generated(source.generators[number])
    generatedEntries[number] = entries
    return entries
  }

  /// Headings and remarks, before the first entry of what they stood before.
  mutating func carryPassages() {
    for passage in source.passages {
      let before = passage.before < starts.count ? starts[passage.before] : result.quantities.count
      result.passages.append(Passage(kind: passage.kind, text: passage.text, before: before))
    }
  }

  /// The number of a quantity that was a number before, if the result has it.
  func number(of quantity: Int) -> Int? {
    guard source.quantities[quantity].shape.isScalar, let number = known[quantity].first, number >= 0 else {
      return nil
    }
    return Int(number)
  }

  mutating func carryObjective() {
    guard let objective = source.objective, let quantity = number(of: objective.quantity) else { return }
    result.objective = Objective(
      sense: objective.sense, quantity: quantity, combination: objective.combination,
      addition: objective.addition.flatMap(number))
    result.rate = source.rate.flatMap(number)
  }

  /// States that do not start at 0, for the entries that the result has.
  mutating func carryStarts() {
    for start in source.updateStarts {
      let layout = FormulaLayout(source, start.formula)
      for (place, number) in known[start.quantity].enumerated() where number >= 0 {
        let formula = append(written(layout, place))
        result.updateStarts.append(
          UpdateStart(state: start.state, quantity: Int(number), formula: formula, place: start.place))
      }
    }
  }
}

extension Quantity {
  /// `W[1,2]`, by the entry's place row by row; a number keeps its name.
  public func entryName(_ place: Int) -> String {
    shape.isScalar ? name : name + "[\(shape.indices(of: place).map(String.init).joined(separator: ","))]"
  }
}

extension Shape {
  /// The row and the column, from 1, of an entry by its place row by row.
  func indices(of place: Int) -> [Int] { [place / columns + 1, place % columns + 1] }
}

extension NameParts {
  /// With the indices of an entry.
  func adding(_ indices: [Int]) -> NameParts {
    NameParts(base: base, subscripts: subscripts, superscripts: superscripts, indices: indices.map(String.init))
  }
}
