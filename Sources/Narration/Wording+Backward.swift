import DocumentModel
import WalkthroughLanguage

extension Wording {
  static let backwardHeading: Sentence = "The backward pass"

  static func weightsOpening(_ objective: Formula) -> Sentence {
    "How much does \(objective) change when one number is nudged? The chain rule answers with a product: the slopes along the path that leads from the number to \(objective), one factor for each quantity on the way."
  }

  static func nodesOpening(_ objective: Formula) -> Sentence {
    "From \(objective) backwards, each quantity is asked once how much \(objective) changes with it. The answer, its adjoint, is used again by everything that feeds the quantity."
  }

  static let sharedHeading: Sentence = "What the paths share"
  static let sharedOpening: Sentence =
    "Some quantities below have too many paths to write each one out. The paths share most of their factors, so the adjoints of the quantities on the way are worked once, from the objective down."

  static func storyHeading(_ quantity: Quantity, _ name: Formula) -> Sentence {
    if quantity.role == .computed { return "The quantity \(name)" }
    return "The \(noun(quantity.role, isOne: true, areNumbers: quantity.shape.isScalar)) \(name)"
  }

  /// How many roads lead to the objective, and which.
  static func routes(
    _ name: Formula, to objective: Formula, count: Int, through stations: [Formula], parts: [Formula]
  ) -> Sentence {
    if count == 1 {
      let way: Sentence = stations.isEmpty ? ", directly" : ": through \(list: stations)"
      return "Only one path leads from \(name) to \(objective)\(way)."
    }
    let split: Sentence = parts.isEmpty ? "" : ", by way of \(list: parts)"
    return "\(pathCount(count).capitalizedSentence) lead from \(name) to \(objective)\(split)."
  }

  static func noPath(_ names: Sentence, to objective: Formula) -> Sentence {
    "No path leads from \(names) to \(objective): it does not change with them, and every derivative asked for is 0."
  }

  static func byWay(of part: Formula) -> Sentence { "\(strong: "By way of \(part).")" }

  static func known(_ factors: [Equation]) -> Sentence {
    "Already known: \(Sentence.enumeration(factors.map { "\($0)" }))."
  }

  static func together(_ paths: Int) -> Sentence {
    paths == 1 ? "Together:" : "Together, one product for each path:"
  }

  static func sumOfParts(_ objective: Formula) -> Sentence {
    "\(objective) is the sum of its parts, so its slope is the sum of their slopes:"
  }

  static func factorHeading(_ result: Formula, _ operand: Formula) -> Sentence {
    "\(strong: "How \(result) changes with \(operand).")"
  }

  static func sameFactor(_ factor: Formula, whole: Formula, part: Formula) -> Sentence {
    "\(whole) takes \(part) as it is, so this is \(factor) again."
  }

  static func tangle(_ name: Formula, to objective: Formula, count: Int, listed: Int) -> Sentence {
    let start: Sentence = "\(pathCount(count).capitalizedSentence) lead from \(name) to \(objective)"
    if listed == 0 { return "\(start), too long to write out." }
    return "\(start). The first \(number(listed)) of them are listed:"
  }

  static func fromShared(_ stations: [Formula]) -> Sentence {
    "All of them begin with \(list: stations), so the adjoint found there is enough."
  }
  static let pathColumn: Sentence = "Path through"
  static let productColumn: Sentence = "Product of its slopes"

  static func furtherPaths(_ count: Int) -> Sentence {
    count > 1_000_000_000 ? "all others together" : "\(counted(count, "further path")), together"
  }

  static func nodeHeading(_ name: Formula) -> Sentence { "The adjoint of \(name)" }

  static func seed(_ objective: Formula) -> Sentence {
    "The pass starts at \(objective) itself, which changes with itself one to one."
  }

  static func feeds(_ name: Formula, _ results: [Formula]) -> Sentence {
    results.count <= 12
      ? "\(name) feeds \(list: results)."
      : "\(name) feeds \(String(results.count)) quantities."
  }

  static let chainRule: Sentence = "With the chain rule:"

  static func contributions(_ count: Int) -> Sentence {
    "The \(counted(count, "contribution")) add up:"
  }
}
