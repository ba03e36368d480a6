import Differentiation
import DocumentModel
import Longhand
import Narration

extension Lesson {
  /// The lesson that a walkthrough is, told as the options ask.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  public init(_ workbook: Workbook, _ options: RenderingOptions = RenderingOptions()) throws(RenderingProblem) {
    let (document, narrator) = try workbook.told(options)
    let trace = narrator.trace
    var reading = Reading(symbols: narrator.symbols, edges: trace.edges.map { ($0.operand, $0.result) })
    document.forEachStep { reading.take($0) }
    reading.close()
    (title, steps, parts) = (document.title, reading.steps, reading.parts)
    known = Self.known(reading.steps)
    map = narrator.map
    edges = reading.edges
    names = trace.walkthrough.quantities.map(\.name)
    (self.workbook, self.options) = (workbook, options)
  }

  /// Each result once in each example, where it is worked out first.
  private static func known(_ steps: [Step]) -> [Known] {
    struct Subject: Hashable {
      let left: Formula
      let example: Int?
    }
    var seen: Set<Subject> = []
    return steps.enumerated().compactMap { number, step in
      guard let result = step.result,
        seen.insert(Subject(left: result.equation.left, example: step.example)).inserted,
        let value = result.equation.links.last
      else { return nil }
      return Known(step: number, example: step.example, result: Equation(result.equation.left, [value]))
    }
  }
}

/// The steps of a document with the headings that they stand below.
private struct Reading {
  /// By quantity, and by edge.
  let symbols: [Formula]
  let edges: [(operand: Int, result: Int)]
  var steps: [Lesson.Step] = []
  var parts: [Lesson.Part] = []
  private var headings: [[Inline]] = []

  init(symbols: [Formula], edges: [(operand: Int, result: Int)]) { (self.symbols, self.edges) = (symbols, edges) }

  mutating func take(_ step: Step) {
    var blocks: [Block] = []
    for block in step.blocks {
      if case .heading(let level, let heading) = block {
        go(to: heading, level, step.phase)
      } else {
        blocks.append(block)
      }
    }
    if blocks.isEmpty { return }
    // A picture between the stories belongs to all of them.
    if blocks.allSatisfy(\.isFigure) { headings = Array(headings.prefix(1)) }
    let dropped = step.blocks.prefix(step.resultBlock ?? 0).count(where: \.isHeading)
    let result = step.resultBlock.flatMap { number -> Lesson.Result? in
      guard case .equation(let equation) = step.blocks[number] else { return nil }
      return Lesson.Result(block: number - dropped, equation: equation)
    }
    if let remark = remark(on: step, blocks) {
      let told = result.map { Lesson.Result(block: $0.block + 1, equation: $0.equation) }
      add(step.id, [.paragraph(remark)] + blocks, step, told)
    } else if step.phase == .training, let rows = Self.rowByRow(blocks) {
      for (number, blocks) in rows.enumerated() {
        add(number == 0 ? step.id : "\(step.id)-\(number)", blocks, step, nil, grows: number > 0)
      }
    } else {
      add(step.id, blocks, step, result)
    }
  }

  /// What a step is about, where its equation stands without a word.
  private func remark(on step: Step, _ blocks: [Block]) -> [Inline]? {
    guard blocks.count == 1, case .equation(let equation) = blocks[0] else { return nil }
    switch step.phase {
    case .forward:
      let operands = step.edges.map { symbols[edges[$0].operand] }
      return operands.isEmpty ? nil : StepperWords.workedOut(equation.left, from: operands)
    case .backward: return step.resultBlock == nil && step.edges.count > 1 ? StepperWords.chain : nil
    case .given, .update, .training, .end: return nil
    }
  }

  private mutating func add(
    _ id: String, _ blocks: [Block], _ step: Step, _ result: Lesson.Result?, grows: Bool = false
  ) {
    if parts.isEmpty { open([], step.phase) }
    steps.append(
      Lesson.Step(
        id: id, headings: headings, blocks: blocks, quantities: step.quantities, edges: step.edges, result: result,
        phase: step.phase, part: parts.count - 1, grows: grows))
  }

  private mutating func go(to heading: [Inline], _ level: Int, _ phase: Step.Phase) {
    headings = Array(headings.prefix(level - 1)) + [heading]
    if level == 1 { open(heading, phase) }
  }

  private mutating func open(_ heading: [Inline], _ phase: Step.Phase) {
    close()
    parts.append(Lesson.Part(heading: heading, steps: steps.count..<steps.count, isFolded: phase == .training))
  }

  /// Ends the last part; one without steps is none.
  mutating func close() {
    guard let last = parts.indices.last else { return }
    parts[last].steps = parts[last].steps.lowerBound..<steps.count
    if parts[last].steps.isEmpty { parts.removeLast() }
  }

  /// What stands before a table of epochs, and the table as it grows; nothing where there is none.
  private static func rowByRow(_ blocks: [Block]) -> [[Block]]? {
    let place = blocks.firstIndex { if case .table = $0 { true } else { false } }
    guard let place, case .table(let table) = blocks[place], table.rows.count > 1 else { return nil }
    let grown = (1...table.rows.count).map { count -> [Block] in
      let rows = Block.table(Table(columns: table.columns, rows: Array(table.rows.prefix(count))))
      return count < table.rows.count ? [rows] : [rows] + blocks[(place + 1)...]
    }
    return place == 0 ? grown : [Array(blocks[..<place])] + grown
  }
}

extension Block {
  var isHeading: Bool {
    switch self {
    case .heading: true
    case .paragraph, .equation, .table, .list, .figure: false
    }
  }
  var isFigure: Bool {
    switch self {
    case .figure: true
    case .heading, .paragraph, .equation, .table, .list: false
    }
  }
}
