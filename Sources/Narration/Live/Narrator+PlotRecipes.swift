import Differentiation
import DocumentModel
import WalkthroughLanguage

/// Where a recording holds what plots show.
extension Narrator {
  struct CurveSlots {
    let input: Int32
    let objective: Int32
    let slope: Int32
    let after: Int32?

    var recipe: Plot.Recipe {
      .curve(input: Int(input), objective: Int(objective), slope: Int(slope), after: after.map(Int.init))
    }
  }

  /// Of the objective over one number; nothing where values are carried or single, as the curve is of doubles.
  func curveSlots(_ place: Landscape.Place) -> CurveSlots? {
    guard trace.recorder != nil, walkthrough.carry == nil, walkthrough.floatingPoint == .double,
      let objective = walkthrough.objective, !trace.values.slots.isEmpty
    else { return nil }
    let update = updates[place.quantity]
    let slopes = update?.gradient.slots ?? trace.backward?.adjoints.matrix(place.quantity).slots ?? []
    let whole = trace.examples.isEmpty ? trace.values.slot(objective.quantity) : trace.objectiveSlots?.before
    guard let whole, slopes.indices.contains(place.entry) else { return nil }
    return CurveSlots(
      input: trace.values.slots[place.quantity][place.entry], objective: whole, slope: slopes[place.entry],
      after: update?.matrixAfter.slots[place.entry])
  }

  /// By layer: of the mean size of its adjoints.
  func meanSlots(of layers: [LayerAdjoints.Layer]) -> [Int32]? {
    guard let recorder = trace.recorder else { return nil }
    return layers.map { layer in
      var (sum, count) = (recorder.constant(0), 0)
      for example in trace.examples.isEmpty ? [trace] : trace.examples {
        for member in layer.members {
          let slots = example.backward?.derived.slots[member] ?? []
          let own = slots.reduce(recorder.constant(0)) { recorder.exactly(.add, $0, recorder.exactly(.abs, $1, $1)) }
          sum = recorder.exactly(.add, sum, own)
          count += slots.count
        }
      }
      return recorder.exactly(.divide, sum, recorder.constant(Double(max(count, 1))))
    }
  }
}
