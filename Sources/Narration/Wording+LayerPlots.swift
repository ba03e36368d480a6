import DocumentModel

/// What is said of how large adjoints are from layer to layer.
extension Wording {
  static let layersAxis: Sentence = "From the output back to the input"
  static let adjointsAxis: Sentence = "Mean size"

  static func fromTo(_ first: Sentence, _ last: Sentence) -> Sentence { "\(first) to \(last)" }

  static func layersOpening(_ objective: Formula, areOfSums: Bool, hasExamples: Bool, isNumbered: Bool) -> Sentence {
    let what = areOfSums ? "what goes into the units" : "what comes out of the units"
    let examples = hasExamples ? " and of all examples" : ""
    let numbers: Sentence = isNumbered ? "Layers are counted from the output." : ""
    return
      "How much \(objective) changes with \(what), layer by layer on the way back: the mean size of the adjoints of a layer\(examples), on an axis by factors."
      + numbers
  }

  static func layerStep(from: Sentence, to: Sentence, factor: Formula, isFall: Bool) -> Sentence {
    "From \(from) back to \(to) they become about \(factor) times \(isFall ? "smaller" : "larger")."
  }

  static func layerParts(weights: Formula, slopes: Formula?) -> Sentence {
    let rest: Sentence =
      slopes.map { "the slopes of the activation leave \($0) of that" } ?? "the activation leaves that as it is"
    return "The weights between pass on \(weights) times as much, and \(rest)."
  }

  static let neverSteep: Sentence =
    "A sigmoid is never steeper than 1/4, so every layer of them costs at least that factor, unless the weights make up for it."

  static func whySlopes(
    _ activation: LayerAdjoints.Activation, flat: Int, of units: Int, isMild: Bool, example: Equation?
  ) -> Sentence {
    let place: Sentence = example.map { ", \($0) among them" } ?? ""
    let count =
      flat < units
      ? "\(number(flat)) of \(number(units))" : units == 1 ? "the one" : units == 2 ? "both" : "all \(number(units))"
    switch activation {
    case .sigmoid:
      return flat > 0
        ? "A sigmoid is never steeper than 1/4, and where its sum is far from 0 it is nearly flat: that is so at \(count) here\(place)."
        : neverSteep
    case .tanh:
      return flat > 0
        ? "The slope of tanh is 1 at 0 and nearly 0 far from it: that is so at \(count) here\(place)."
        : isMild
          ? "The slope of tanh is 1 at 0, and no unit is far from there: most of this is done by the weights."
          : "The slope of tanh is 1 at 0 and falls quickly to both sides."
    case .relu:
      return flat > 0
        ? "A unit that is switched off sends nothing back, and \(count) are off here."
        : "Every unit is switched on and sends all of it back: what happens here is done by the weights."
    case .other: return ""
    }
  }

  static func overall(layers: Int, factor: Formula, isFall: Bool) -> Sentence {
    "Over \(layers == 2 ? "both" : "all \(number(layers))") steps back they become about \(factor) times \(isFall ? "smaller" : "larger")."
  }

  static func tenMore(_ each: Formula, power: Formula, isFall: Bool) -> Sentence {
    "That is \(each) times for each layer, and ten more like these would make them another \(power) times \(isFall ? "smaller: so gradients vanish" : "larger: so gradients explode")."
  }

  static func layersDescription(_ objective: String, _ layers: [(members: [String], mean: String)]) -> String {
    let parts = layers.map { layer -> String in
      let members = layer.members
      let names = members.count < 4 ? members.joined(separator: ", ") : "\(members[0]) to \(members[members.count - 1])"
      return "\(names): \(layer.mean)"
    }
    return
      "Dots on a logarithmic axis, the mean size of the derivatives of \(objective) by the units of each layer, from the output back to the input. "
      + parts.joined(separator: "; ") + "."
  }
}
