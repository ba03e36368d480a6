import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// The sentences of a document, each in one place; what they mean is decided by whoever asks for them.
enum Wording {
  static let untitled: Sentence = "A worked example"
  static let givenHeading: Sentence = "What is given"

  static let numbersUsedHeading: Sentence = "What is used here"
  static let numbersUsedOpening: Sentence = "From what is given and from the forward pass:"
  static func numbersUsed(_ values: Sentence) -> Sentence { "\(numbersUsedOpening) \(values)." }

  static func source(_ origin: String) -> Sentence { "\(emphasis: "Source: \(origin)")" }

  static func givens(_ role: Role, _ values: Sentence, isOne: Bool, areNumbers: Bool) -> Sentence {
    "\(strong: "\(noun(role, isOne: isOne, areNumbers: areNumbers).capitalizedSentence):") \(values)"
  }

  /// What givens of a role are called.
  ///
  /// - Parameter areNumbers: whether there is no matrix among them.
  static func noun(_ role: Role, isOne: Bool, areNumbers: Bool = true) -> String {
    switch role {
    case .input: isOne ? "input" : "inputs"
    case .weight: isOne ? "weight" : "weights"
    case .bias: isOne ? "bias" : "biases"
    case .unknown: isOne ? "unknown" : "unknowns"
    case .fixed: "fixed \(areNumbers ? "number" : "value")\(isOne ? "" : "s")"
    case .target: isOne ? "target" : "targets"
    case .rate: "rate"
    case .example: isOne ? "example" : "examples"
    case .computed: isOne ? "result" : "results"
    }
  }

  static func objective(_ sense: Objective.Sense, _ objective: Formula, steps: Sentence?) -> Sentence {
    let step: Sentence = steps.map { ", \($0)" } ?? ""
    switch sense {
    case .minimize: return "The aim is to make \(objective) small\(step)."
    case .maximize: return "The aim is to make \(objective) large\(step)."
    case .differentiate: return "The question is how \(objective) changes with what is given."
    }
  }

  static func updateOrder(_ order: UpdateOrder) -> Sentence {
    switch order {
    case .together: "Nothing moves before the backward pass is complete; then everything moves at once."
    case .reusing:
      "Each new value is used at once: the backward pass works the slopes of the weights in a line first; a weight whose slope is then known moves, and everything further back is worked with its new value."
    }
  }

  static func fixed(_ names: [Formula]) -> Sentence {
    "\(list: names) \(names.count == 1 ? "is" : "are") fixed: the update leaves \(names.count == 1 ? "it" : "them") alone."
  }

  static func shared(_ names: Sentence, by users: [Formula]) -> Sentence {
    "\(list: users) share \(names)."
  }

  static func sharedAlike(_ count: Int) -> Sentence { "The same goes for \(number(count)) more groups." }

  /// - Parameter isMatrix: whether it may be one entry of several.
  static func kink(_ quantity: Formula, _ kink: Trace.Kink, isMatrix: Bool) -> Sentence {
    let primitive = kink.primitive
    if kink.axis != nil {
      let which = primitive == .max ? "largest" : "smallest"
      return
        "In \(quantity) the \(which) of the entries that \(primitive.rawValue) compares are equal; the slope of the first of them is used."
    }
    let place: Sentence = isMatrix ? "In an entry of \(quantity)" : "In \(quantity)"
    return primitive.arity == 2
      ? "\(place) the operands of \(primitive.rawValue) are equal; the slope of the first of them is used."
      : "\(place) the operand of \(primitive.rawValue) is exactly 0, where it has a kink; the slope 0 is used."
  }

  static func kinksAlike(_ count: Int) -> Sentence {
    "At \(number(count)) more kinks a slope is chosen by the same rules."
  }

  /// How the numbers on the page come about.
  static func numbers(_ walkthrough: Walkthrough) -> Sentence {
    var sentence: Sentence
    if let carry = walkthrough.carry {
      sentence =
        "Every computed value is \(verb(carry.reduction)) to \(digits(carry.precision)) before it is used on, as with a calculator and a notepad."
      if carry.precision != walkthrough.style.precision || carry.reduction != walkthrough.style.reduction {
        sentence = sentence + shown(walkthrough)
      }
    } else {
      sentence = shown(walkthrough)
      switch (walkthrough.style.precision, walkthrough.floatingPoint) {
      case (.allDigits, _): break
      case (.decimals, .double), (.figures, .double):
        sentence = sentence + "No digit is dropped before: all calculations go on with unrounded values."
      case (.decimals, .single), (.figures, .single):
        sentence = sentence + "What is dropped there is still used on."
      }
    }
    if walkthrough.style.precision != .allDigits || walkthrough.carry != nil, !walkthrough.style.writesEqualsAlways {
      let exactness: Sentence =
        switch walkthrough.floatingPoint {
        case .double: ""
        case .single: ", as far as the six figures go that single precision always holds"
        }
      sentence = sentence + "An ≈ stands where digits were dropped, an = where the number is exact\(exactness)."
    }
    return sentence
  }

  private static func shown(_ walkthrough: Walkthrough) -> Sentence {
    let (style, precision) = (walkthrough.style, walkthrough.floatingPoint.rawValue)
    return switch style.precision {
    case .allDigits: "Numbers are written with all the digits that a computer's \(precision) precision holds."
    case .decimals, .figures:
      "Numbers are \(verb(style.reduction)) to \(digits(style.precision)) where they are written."
    }
  }

  private static func verb(_ reduction: Reduction) -> String {
    switch reduction {
    case .rounded: "rounded"
    case .cut: "cut"
    }
  }

  private static func digits(_ precision: NumberStyle.Precision) -> String {
    switch precision {
    case .decimals(let count): counted(count, "decimal")
    case .figures(let count): counted(count, "significant figure")
    case .allDigits: "all digits"
    }
  }

  static func mark(isCarried: Bool) -> Sentence {
    let reason: Sentence =
      isCarried ? "it was rounded on the way, and not only at the end" : "its result comes from the unrounded ones"
    return
      "A line marked \(Equation.mark) gives another last digit when its printed numbers are typed into a calculator; \(reason)."
  }

  /// What is said behind the first line of which the other sentence is not all.
  static let farMark: Sentence =
    "Where the printed numbers nearly cancel or have few digits, as here, more than the last digit can differ."

  static let quantityColumn: Sentence = "Quantity"
  static let valueColumn: Sentence = "Value"
  static let beforeColumn: Sentence = "Before"
  static let afterColumn: Sentence = "After"
}
