import Numerals
import WalkthroughLanguage

/// Under which an update is written down: the givens of each example, and what the rule remembers.
struct RecordedConditions {
  /// By quantity.
  var givens: [RecordedMatrix]
  /// By place among the moved quantities; empty where the rule keeps nothing.
  var m: [RecordedMatrix] = []
  var v: [RecordedMatrix] = []
  /// Updates made so far.
  var count: RecordedMatrix
}

/// One update as it is written down.
struct RecordedStep {
  struct Update {
    let quantity: Int
    let before: RecordedMatrix
    let gradient: RecordedMatrix
    let keptM: RecordedMatrix
    let keptV: RecordedMatrix
    let states: UpdateStates<RecordedMatrix>
    let after: RecordedMatrix
  }

  /// Of each example of the update.
  var forward: [[RecordedMatrix]] = []
  var backward: [RecordedBackwardPass] = []
  /// By example: what was measured in the place of adjoints.
  var measured: [[RecordedMeasurement]] = []
  /// By quantity that is asked for: the slopes of the examples drawn together, and of what is added once.
  var togetherSlopes: [RecordedMatrix] = []
  var additionSlopes: [RecordedMatrix] = []
  /// The pass back from what is added once, and what was measured in the place of adjoints.
  var addition: (backward: RecordedBackwardPass, measured: [RecordedMeasurement])?
  var updates: [Update] = []
}

/// Difference quotients of one quantity.
struct RecordedMeasurement {
  let quantity: Int
  let ahead: RecordedMatrix
  let behind: RecordedMatrix
  let slope: RecordedMatrix
}

/// Writes down what a laboratory does: passes, updates, epochs.
struct RecordedLaboratory {
  let laboratory: Laboratory
  let recorder: Recorder
  /// By example and column of the table of examples.
  let cells: [[RecordedMatrix]]

  var walkthrough: Walkthrough { laboratory.walkthrough }
  var list: EvaluationList { laboratory.list }

  /// By quantity, with the givens of one example.
  func givens(_ conditions: RecordedConditions, example: Int) -> [RecordedMatrix] {
    guard let table = walkthrough.examples else { return conditions.givens }
    var givens = conditions.givens
    for (column, quantity) in table.quantities.enumerated() { givens[quantity] = cells[example][column] }
    return givens
  }

  func forward(_ conditions: RecordedConditions, example: Int) -> [RecordedMatrix] {
    list.record(givens(conditions, example: example), recorder)
  }

  func value(_ quantity: Int, _ pass: [RecordedMatrix]) -> RecordedMatrix { pass[Int(list.slots[quantity])] }

  func kept(_ matrix: RecordedMatrix) -> RecordedMatrix { matrix.map(recorder.carried) }

  /// Derivatives of a number, by the rules.
  func backward(
    _ forward: [RecordedMatrix], from seed: Int, isWanted: [Bool]?, whenComplete: RecordedReplacement? = nil
  ) -> RecordedBackwardPass {
    guard list.hasMatrices else {
      return list.recordBackward(forward, from: seed, recorder, whenComplete: whenComplete)
    }
    return list.recordPullbacks(forward, from: seed, isWanted: isWanted, recorder, whenComplete: whenComplete)
  }

  /// The objective of all examples together.
  func objectiveValue(_ passes: [[RecordedMatrix]], _ objective: Objective) -> RecordedMatrix {
    let values = passes.map { value(objective.quantity, $0) }
    var total = values.dropFirst().reduce(values[0]) { kept($0 + $1) }
    if objective.combination == .averaged { total = kept(total / RecordedMatrix(count: passes.count)) }
    guard let addition = objective.addition else { return total }
    return kept(total + value(addition, passes[passes.count - 1]))
  }

  /// Difference quotients of a number by every entry of these quantities.
  func measured(
    _ seed: Int, by quantities: [Int], _ givens: [RecordedMatrix], _ forward: [RecordedMatrix], _ h: Double,
    isCentral: Bool
  ) -> [RecordedMeasurement] {
    quantities.map { quantity in
      let start = value(quantity, forward)
      func result(_ entry: Int, movedBy step: Double) -> Int32 {
        var entries = start.entries
        entries[entry] = recorder.apply(.add, entries[entry], recorder.constant(step))
        var moved = givens
        moved[quantity] = RecordedMatrix(start.shape, entries, recorder)
        return value(seed, list.record(moved, recorder)).slot
      }
      let ahead = start.entries.indices.map { result($0, movedBy: h) }
      let behind = start.entries.indices.map { isCentral ? result($0, movedBy: -h) : value(seed, forward).slot }
      let width = recorder.constant(isCentral ? recorder.rounding(2 * h) : h)
      let slopes = zip(ahead, behind).map { ahead, behind in
        recorder.carried(recorder.apply(.divide, recorder.apply(.subtract, ahead, behind), width))
      }
      func matrix(_ entries: [Int32]) -> RecordedMatrix { RecordedMatrix(start.shape, entries, recorder) }
      return RecordedMeasurement(
        quantity: quantity, ahead: matrix(ahead), behind: matrix(behind), slope: matrix(slopes))
    }
  }
}
