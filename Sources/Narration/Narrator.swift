import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// Tells a trace as a document: what is given, what happens forward and backward, what it is good for.
public struct Narrator: Sendable {
  package let trace: Trace
  package let telling: Telling
  /// Whether documents have figures.
  let hasFigures: Bool
  let writer: EquationWriter
  /// By quantity.
  package let symbols: [Formula]
  /// By quantity: its formula.
  let expressions: [Expression]
  /// By quantity: its value, and its adjoint, as they are shown; by edge: its local derivative.
  let shownValues: [ShownNumber]
  let shownAdjoints: [ShownNumber]
  let shownLocals: [ShownNumber]
  /// By quantity, in a symbolic file: its adjoint, where that is short enough to be written as one formula.
  let adjointFormulas: [Expression?]
  let hasMatrices: Bool
  /// What comes back along edges, in a file with matrices.
  let pullbacks: Pullbacks?
  /// By quantity, towards the objective.
  let pathCounts: [Int]
  let distances: [Int]
  /// Derivations that were told lately, because a telling comes back to most of them at once; an edge has its place
  /// by its last bits.
  var derivations = [KnownDerivation?](repeating: nil, count: 128)

  struct KnownDerivation {
    let edge: Int
    let derivation: Derivation
  }
  var workedFactors: WorkedFactors
  /// By quantity, where it was asked: whether the objective takes it as it is.
  var knownParts: [Bool?] = []
  let notes: Notes
  /// By quantity: how it moves, if it does.
  let updates: [Trace.Update?]
  /// Those whose slope is nothing but rounding.
  let movedByRounding: [Int]
  /// Whether the objective after the update is nothing but what rounding leaves of 0.
  let isZeroAfter: Bool
  /// How large the objective is before and after the update, where both are that; else 0.
  let roundingOfZero: Double
  /// Signs of the slopes whose meaning was told in full: whether they are positive.
  var toldDirections: [Bool] = []
  /// Whether it was said what can be known of a function without a formula.
  var isAnyFunctionExplained = false
  /// Whether the states of the update rule were explained.
  var isUpdateRuleTold = false
  /// Whether it was said how slopes are measured.
  var isMeasuringTold = false
  /// Whether the brackets of slopes with a kink were explained.
  var isBracketExplained = false
  /// Whether the same telling went before, for another example; its reasons are not given again.
  var isContinued = false
  /// Functions whose meaning was told already.
  var explained: [Primitive] = []

  var walkthrough: Walkthrough { trace.walkthrough }
  var quantities: [Quantity] { walkthrough.quantities }

  /// - Parameters:
  ///   - telling: how to tell it; without one the file's choice counts, else what fits the trace.
  ///   - isLive: whether numbers have to know how they follow from the givens, for a page that works them again.
  ///   - hasFigures: whether documents have figures; without them none is worked out.
  public init(_ trace: Trace, telling: Telling? = nil, isLive: Bool = false, hasFigures: Bool = true) {
    self.hasFigures = hasFigures
    let trace = isLive && trace.recorder == nil ? trace.recorded() ?? trace : trace
    self.trace = trace
    workedFactors = WorkedFactors(edgeCount: trace.edges.count)
    let style = trace.walkthrough.style
    hasMatrices = trace.walkthrough.hasMatrices
    pullbacks = hasMatrices ? Pullbacks(trace.walkthrough) : nil
    writer = EquationWriter(
      style: style, carry: trace.walkthrough.carry, isSymbolic: trace.walkthrough.isSymbolic, recorder: trace.recorder)
    expressions = trace.walkthrough.quantities.indices.map(trace.walkthrough.expression)
    let shown = { (value: Double) in style.shown(value.isFinite ? value : 0) }
    shownValues = trace.values.first.map(shown).following(trace.values.slots)
    shownAdjoints = trace.backward.map { $0.derived.first.map(shown).following($0.derived.slots) } ?? []
    shownLocals = trace.backward.map { $0.localDerivatives.map(shown).following($0.localSlots) } ?? []
    adjointFormulas = trace.walkthrough.isSymbolic ? trace.adjointFormulas : []
    symbols = trace.walkthrough.quantities.indices.map {
      .symbol(Symbol(trace.walkthrough.nameParts(of: $0), name: trace.walkthrough.quantities[$0].name))
    }
    notes = Notes(of: trace.walkthrough)
    var updates = [Trace.Update?](repeating: nil, count: trace.values.count)
    for update in trace.updates { updates[update.quantity] = update }
    self.updates = updates
    movedByRounding = trace.movedByRounding
    let isZero = trace.isZeroByRounding
    isZeroAfter = isZero.after
    roundingOfZero =
      trace.wholeObjective.map {
        isZero.before && isZero.after ? max($0.before.magnitude, $0.after.magnitude) : 0
      } ?? 0
    let counts = trace.pathCounts
    pathCounts = counts
    let lengths = trace.distances
    distances = lengths
    let fewPaths = trace.asked.allSatisfy { counts[$0] <= PathLimits.worked }
    let isShort = trace.asked.allSatisfy { lengths[$0] <= PathLimits.length }
    let fitting = hasMatrices ? Telling.matrices : fewPaths && isShort ? .weights : .nodes
    self.telling = telling ?? trace.walkthrough.telling ?? fitting
  }

  /// The whole document.
  public var document: Document {
    let figures = illustrations()
    let told = titled(figures) { tell in
      var narrator = self
      narrator.whole(figures, tell)
    }
    return live(told)
  }

  private mutating func whole(_ figures: Illustrations, _ tell: (Step) -> Void) {
    tell(given())
    if !walkthrough.isSymbolic { tell(numbers()) }
    tell(network())
    for figure in figures.structure { tell(step(figure)) }
    if trace.examples.isEmpty {
      forward { tell($0.during(.forward)) }
      for figure in figures.forward { tell(step(figure).during(.forward)) }
      guard trace.backward != nil else { return }
      backward { tell($0.during(.backward)) }
      for figure in figures.backward { tell(step(figure).during(.backward)) }
    } else {
      examples(figures, tell)
    }
    let phase: Step.Phase = trace.updates.isEmpty ? .backward : .update
    update { tell($0.during(phase)) }
    (trace.examples.isEmpty ? secondPass() : secondPassOfExamples()).map { tell($0.during(.update)) }
    for figure in figures.update { tell(step(figure).during(.update)) }
    for step in training() + figures.training.map(step) { tell(step.during(.training)) }
    tell(checks().during(.end))
  }

  /// `w = 0.5`, or `W ≈ [0.1, 0.2]`, to stand in a sentence.
  func statement(_ quantity: Int) -> Equation {
    hasMatrices
      ? writer.statement(symbol(quantity), trace.values.matrix(quantity))
      : writer.statement(symbol(quantity), shownValues[quantity])
  }

  /// How numbers are to be read.
  func numbers() -> Step { Step(id: "numbers", blocks: [Wording.numbers(walkthrough).paragraph]) }

  func symbol(_ quantity: Int) -> Formula { symbols[quantity] }
  func name(_ quantity: Int) -> String { quantities[quantity].name }

  /// ∂result/∂operand.
  func derivative(_ result: Int, by operand: Int) -> Formula {
    .derivative(of: symbol(result), by: symbol(operand))
  }

  /// The quantities of the trace, with the values of the forward pass.
  var leaves: Calculation.Leaves {
    var leaves = Calculation.Leaves(symbols: symbols, numbers: shownValues)
    if walkthrough.isSymbolic { addFunctions(to: &leaves) }
    return leaves
  }

  /// How an edge is derived.
  mutating func derivation(of edge: Int) -> Derivation {
    let place = edge % derivations.count
    if let known = derivations[place], known.edge == edge { return known.derivation }
    let (ends, expressions) = (trace.edges[edge], expressions)
    let derivation = Derivation(of: ends.result, by: ends.operand, among: expressions.count) { expressions[$0] }
    derivations[place] = KnownDerivation(edge: edge, derivation: derivation)
    return derivation
  }
}

/// How much of a thicket of paths is written out.
enum PathLimits {
  /// Paths from one quantity that are worked in full; of more, only so many are listed.
  static let worked = 4
  /// Edges of a path that are written as one product.
  static let length = 16
}
