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

    var closeUp: Plot.Recipe? {
      after.map { .closeUp(input: Int(input), objective: Int(objective), slope: Int(slope), after: Int($0)) }
    }
  }

  /// Of the objective over one number; the curve is of doubles, whatever the file's arithmetic.
  func curveSlots(_ place: Landscape.Place) -> CurveSlots? {
    guard trace.recorder != nil, !trace.values.slots.isEmpty else { return nil }
    let update = updates[place.quantity]
    let slopes = update?.gradient.slots ?? trace.backward?.adjoints.matrix(place.quantity).slots ?? []
    guard let whole = objectiveSlot, slopes.indices.contains(place.entry) else { return nil }
    return CurveSlots(
      input: trace.values.slots[place.quantity][place.entry], objective: whole, slope: slopes[place.entry],
      after: update?.matrixAfter.slots[place.entry])
  }

  private var objectiveSlot: Int32? {
    guard let objective = walkthrough.objective else { return nil }
    return trace.examples.isEmpty ? trace.values.slot(objective.quantity) : trace.objectiveSlots?.before
  }

  struct ContourSlots {
    let recipe: Plot.Recipe
    /// Of the objective at the start, and in the end where there are updates.
    let objectives: [Int32]
    let gradient: [Int32]
  }

  /// Of the map over two numbers, which has no new objective without epochs or an update.
  func contourSlots(_ places: [Landscape.Place], _ way: ContourWay) -> ContourSlots? {
    let inputs = places.compactMap { trace.values.slot($0.quantity) }
    guard trace.recorder != nil, inputs.count == places.count, let objective = objectiveSlot else { return nil }
    func slots(_ way: Plot.Way, _ objectives: [Int32?], gradient: [Int32] = []) -> ContourSlots {
      ContourSlots(
        recipe: .contours(inputs: inputs.map { Int($0) }, objective: Int(objective), way),
        objectives: objectives.compactMap { $0 }, gradient: gradient)
    }
    if let training = trace.training {
      let ends = [training.samples.first?.lossSlot, training.samples.last?.lossSlot]
      return slots(.epochs(isEveryUpdate: walkthrough.updatesPerEpoch == 1), ends)
    }
    if way.gradient != nil {
      let slopes = places.compactMap { trace.backward?.adjoints.slot($0.quantity) }
      guard slopes.count == places.count else { return nil }
      return slots(.gradient(slopes.map { Int($0) }), [objective], gradient: slopes)
    }
    let after = places.compactMap { updates[$0.quantity]?.matrixAfter.slots.first }
    guard after.count == places.count, let objectives = objectiveSlots else { return nil }
    return slots(
      .update(after.map { Int($0) }, objective: Int(objectives.after)), [objectives.before, objectives.after])
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
