import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func gatesOpening(_ objective: Formula) -> Sentence {
    "Every formula is taken apart into gates, one for each operation. From \(objective) backwards, each gate takes the adjoint of its result and sends it to its operands, times the local derivative."
  }

  static func gatesHeading(_ name: Formula) -> Sentence { "The gates of \(name)" }

  static func returned(_ name: Formula, count: Int) -> Sentence {
    "\(name) is used \(count == 2 ? "twice" : "\(number(count)) times"); what comes back adds up:"
  }

  static func oneUse(_ name: Formula, _ index: Int, of count: Int) -> Sentence {
    "For \(name), the \(ordinal(index)) of its \(number(count)) uses:"
  }

  private static func ordinal(_ index: Int) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    return words.indices.contains(index - 1) ? words[index - 1] : "next"
  }

  /// - Parameter count: how many of its terms are sent something.
  static func sumGate(_ name: Formula, _ count: Int, hasSubtracted: Bool) -> Sentence {
    switch (count, hasSubtracted) {
    case (1, false): "\(name) hands its adjoint on as it is."
    case (1, true): "What \(name) takes away gets its adjoint with a minus."
    case (_, false): "The sum \(name) hands its adjoint to each of its terms as it is."
    case (_, true):
      "In \(name), a term that is added gets the adjoint as it is, and one that is taken away gets it with a minus."
    }
  }

  static func powerGate(_ name: Formula, hasVaryingBase: Bool, hasVaryingExponent: Bool) -> Sentence {
    let down: Sentence = hasVaryingBase ? "The power \(name) brings its exponent down." : ""
    let growth: Sentence =
      hasVaryingExponent ? "With its exponent, \(name) changes by its own value times the logarithm of its base." : ""
    return down + growth
  }

  /// What another gate does with its adjoint.
  static func gate(_ name: Formula, _ primitive: Primitive, _ count: Int) -> Sentence {
    switch primitive.form {
    case .sign(.plus), .sign(.minus), .sign(.power), .unwritten: "\(name) hands its adjoint on as it is."
    case .sign(.times):
      count == 1
        ? "The product \(name) sends on its adjoint times the other factor."
        : "The product \(name) sends to each factor its adjoint times the other factor."
    case .sign(.over):
      "The quotient \(name) changes with its upper part by one over the lower, with its lower part by minus the upper over the square of the lower."
    case .sign(.negation): "The minus of \(name) turns its adjoint round."
    case .function: "The gate \(name) multiplies its adjoint by its slope. \(primitive.notation.slope)"
    }
  }
}
