import Differentiation
import Numerals
import Proofreading
import WalkthroughLanguage

/// The sentences of a proofreading report.
extension Proof {
  static let holdsWord = "holds"
  static let erratumHoldsWord = "holds, though marked"

  /// What became of a number, in as few words as stand in a table.
  static func word(_ verdict: Verdict, _ finding: Finding?) -> String {
    if let comparison = verdict.comparison {
      switch comparison {
      case .equal: return holdsWord
      case .different: return "not equal"
      case .withoutValue: return "no value"
      }
    }
    if verdict.values == nil { return "no value" }
    switch finding?.convention {
    case nil: return "wrong"
    case .reduced(let reduction): return reduction.rawValue
    case .halfEven: return "rounded half to even"
    case .carried(let style): return "from intermediates \(digits(style))"
    case .singlePrecision: return "in single precision"
    case .lastDigit: return "last digit off by one"
    }
  }

  static func kind(of convention: Convention) -> String {
    switch convention {
    case .reduced(let reduction): reduction.rawValue
    case .halfEven: "half-even"
    case .carried: "rounded-intermediates"
    case .singlePrecision: "single-precision"
    case .lastDigit: "last-digit"
    }
  }

  static func sentence(_ convention: Convention, or other: Convention?) -> String {
    ([sentence(convention)] + (other.map { [sentence($0)] } ?? [])).joined(separator: ", or ")
  }

  private static func sentence(_ convention: Convention) -> String {
    switch convention {
    case .reduced(let reduction): "the printed number is what the value gives \(reduction.rawValue)"
    case .halfEven: "the printed number is what the value gives rounded half to even"
    case .carried(let style): "it follows when every number before it is \(digits(style))"
    case .singlePrecision: "it follows in single precision"
    case .lastDigit: "only its last digit is off, by one"
    }
  }

  private static func digits(_ style: NumberStyle) -> String {
    guard case .decimals(let count) = style.precision else { return style.reduction.rawValue }
    return
      "\(style.reduction.rawValue) \(style.reduction == .cut ? "at" : "to") \(count) decimal\(count == 1 ? "" : "s")"
  }

  func sentence(_ cause: Cause, _ claim: Claim) -> String {
    switch cause {
    case .variant(let variant): return sentence(variant)
    case .signOfDelta: return "it follows when the derivatives of the error have the opposite sign"
    case .slopesDoubled: return "it follows when the derivatives of the error come out twice as large"
    case .slopesHalved: return "it follows when the derivatives of the error come out half as large"
    case .exchanged(let first, let second):
      return
        "it follows when \(walkthrough.quantities[first].name) and \(walkthrough.quantities[second].name) change places"
    case .given(let quantity, let entry, let value):
      let given = walkthrough.quantities[quantity]
      let own = NumberStyle(.allDigits).shown(givens.entry(of: quantity, at: entry)).plainText
      return "it follows from \(given.name)\(given.shape.index(ofEntry: entry)) = \(value.printed), not \(own)"
    case .example(let example): return "it is the number of example \(example)"
    case .updatesEarlier(let count):
      let (own, other) = (claim.context.steps, claim.context.steps - count)
      let unit = claim.context.countsEpochs ? "epoch" : "update"
      return "it is the number after \(other) \(unit)\(other == 1 ? "" : "s"), not \(own)"
    case .neighbour(let name): return "it is the number of \(name)"
    case .slip(let slip): return Self.sentence(slip)
    }
  }

  private func sentence(_ variant: Variant) -> String {
    switch variant {
    case .reusedWeights: "it follows when weights that are updated already are used in the rest of the backward pass"
    case .oppositeSense:
      "it follows from \(walkthrough.objective?.sense == .maximize ? "descent" : "ascent"), the step taken the other way"
    case .halfMissing: "it follows when the factor 1/2 is left out"
    case .halfDoubled: "it follows when the factor 1/2 is applied twice"
    case .halfAdded: "it follows when the objective has a factor 1/2, which this file does not have"
    case .sumForMean: "it follows from a sum in the place of the mean"
    case .meanForSum: "it follows from a mean in the place of the sum"
    case .biasesUpdated: "it follows when what is fixed here is updated, as biases are"
    case .biasesKept: "it follows when the biases are left as they are"
    case .decimalLogarithm: "it follows from logarithms to base 10"
    case .naturalLogarithm: "it follows from natural logarithms, not to base 10"
    case .withoutExp: "it follows when exp is left out"
    case .squaresLeftOut: "it follows from an objective without its squares, and without their 1/2"
    }
  }

  private static func sentence(_ slip: Slip) -> String {
    switch slip {
    case .sign: "only its sign is wrong"
    case .exponent: "its digits are right, and its power of ten is not"
    case .transposed: "two neighbouring digits have changed places"
    case .dropped: "a digit is missing"
    }
  }

  /// What stands in one line with it and comes from the same.
  static func likeEntries(_ count: Int) -> String {
    count == 0 ? "" : ", like \(count) other \(count == 1 ? "entry" : "entries") of this line"
  }

  static func held(_ count: Int, of all: Int) -> String { "\(count) of \(all) hold" }

  /// - Parameter reduction: nothing where headings name several.
  static func held(_ count: Int, of all: Int, _ reduction: Reduction?) -> String {
    "\(held(count, of: all)), \(reduction?.rawValue ?? "rounded or cut as their headings say")"
  }

  static let nothingFound = "no equality that ends in a number was matched"
  static let nothingToCompare = "the file has neither published lines nor derivatives to compare"
  static let notSearched =
    "not all reasons were looked for: the file, what is wrong in it, or the number of its updates is too large"

  static func wouldHold(_ count: Int, _ reduction: Reduction) -> String { "\(count) would hold \(reduction.rawValue)" }

  static func economical(_ best: (Convention, Int), _ others: [(Convention, Int)], of all: Int) -> String {
    let rest = others.map { "\(throughout($0.0)): \($0.1) of \(all)" }
    return (["\(throughout(best.0)) explains most: \(best.1) of \(all)"] + rest).joined(separator: "; ")
  }

  private static func throughout(_ convention: Convention) -> String {
    switch convention {
    case .reduced(let reduction): "\(reduction.rawValue) throughout"
    case .halfEven: "rounded half to even throughout"
    case .carried(let style): "every number \(digits(style)) before it is used on"
    case .singlePrecision: "single precision throughout"
    case .lastDigit: ""
    }
  }

  static func tally(_ tallies: [(word: String, count: Int)]) -> String {
    let all = tallies.reduce(0) { $0 + $1.count }
    let parts = tallies.map { "\($0.count) \($0.word)" }
    return "\(all) printed number\(all == 1 ? " does" : "s do") not hold: \(parts.joined(separator: ", "))"
  }

  static func rightErrata(_ count: Int) -> String {
    "\(count) number\(count == 1 ? " is" : "s are") marked as an erratum, and \(count == 1 ? "holds" : "hold")"
  }

  static func agreeing(_ count: Int, unclear: Int, points: Int?) -> String {
    let unchecked = unclear > 0 ? ", \(unclear) at a kink, at an edge or lost in rounding not checked" : ""
    return
      "\(count) derivative\(count == 1 ? " agrees" : "s agree") with central differences\(points.map { " at \($0) points" } ?? "")\(unchecked)"
  }
}

extension Cause {
  /// One word for programs.
  var kind: String {
    switch self {
    case .variant(let variant): variant.rawValue
    case .signOfDelta: "sign-of-delta"
    case .slopesDoubled: "slopes-doubled"
    case .slopesHalved: "slopes-halved"
    case .given: "given"
    case .exchanged: "exchanged"
    case .example: "another-example"
    case .updatesEarlier: "another-epoch"
    case .neighbour: "neighbour"
    case .slip(.sign): "sign-lost"
    case .slip(.exponent): "exponent-lost"
    case .slip(.transposed): "digits-transposed"
    case .slip(.dropped): "digit-dropped"
    }
  }
}
