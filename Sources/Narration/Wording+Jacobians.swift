import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func jacobiansOpening(_ objective: Formula, isEveryStep: Bool) -> Sentence {
    let rows: Sentence =
      isEveryStep
      ? "Every step of the network turns one row of numbers into another. How all entries of a row change with all entries of the row before is a matrix"
      : "Where a step turns one row of numbers into another, how all entries of the row change with all entries of the row before is a matrix"
    return
      "\(rows), the Jacobian of the step: one row for each entry of the result, one column for each entry of the operand. The chain rule multiplies these matrices along the way back from \(objective), and neighbours always fit."
  }

  static func jacobian(_ result: Formula, by operand: Formula, _ shape: Shape) -> Sentence {
    shape.isScalar
      ? factorHeading(result, operand) + "A single number:"
      : factorHeading(result, operand) + "A matrix, \(shape.text):"
  }

  static func outer(_ operand: Formula, in result: Formula, _ factor: Formula) -> Sentence {
    "\(operand) is a matrix itself, the right factor of the product in \(result). Each of its entries meets one entry of the left factor, so the whole row that comes back is multiplied by \(factor) from the left."
  }

  static func chained(_ paths: Int) -> Sentence {
    paths == 1 ? "Chained together:" : "Chained together, one product for each path:"
  }

  /// What a number changes by with each entry of a matrix, which is no row to have columns for.
  static func slopes(of result: Formula, by operand: Formula, _ shape: Shape) -> Sentence {
    factorHeading(result, operand)
      + "\(operand) is a matrix itself, so the slopes stand as its entries do, \(shape.text):"
  }

  static func noJacobian(_ result: Formula, by operand: Formula, rows: Int) -> Sentence {
    "Jacobians lead from one row to another, and \(result) has \(counted(rows, "row")), so there is none for the step from \(operand) to \(result)."
  }

  static func noJacobian(_ result: Formula, by operand: Formula, isOfManyRules: Bool) -> Sentence {
    isOfManyRules
      ? "The step from \(operand) to \(result) takes more than one rule, so no Jacobian of it is written."
      : "Of the step from \(operand) to \(result) no Jacobian is written here."
  }

  static func tooManyProducts(_ name: Formula, to objective: Formula, _ most: Int) -> Sentence {
    "More than \(number(most)) paths lead from \(name) to \(objective), too many to write a product of Jacobians for each."
      + adjointInstead(name)
  }

  static func adjointInstead(_ name: Formula) -> Sentence {
    "The adjoint of \(name) is worked instead, from the adjoints on the way back to it."
  }

  static func nudgeOpening(_ objective: Formula) -> Sentence {
    "No rules yet: to see how much \(objective) changes with a number, move that number a little, keep all others, and work \(objective) again. The change of \(objective) divided by the nudge is nearly the derivative, the nearer the smaller the nudge."
  }

  static func nudgeHeading(_ name: Formula) -> Sentence { "Nudging \(name)" }
  static let nudgedWord = "nudged"

  static func nudged(_ name: Formula, by step: Formula) -> Sentence {
    "With \(step) more of \(name):"
  }

  static let smallerNudges: Sentence =
    "Smaller and smaller nudges, once forward only, once to both sides (the difference over twice the nudge):"
  static let forwardColumn: Sentence = "Forward"
  static let centralColumn: Sentence = "Both sides"

  static func ruleBeside(_ derivative: Equation) -> Sentence {
    "The rules give \(derivative): that is where both columns lead."
  }
  /// - Parameter columns: those that lead away again, one or both.
  static func ruleBesideLostDigits(
    _ derivative: Equation, _ objective: Formula, in columns: [Sentence]
  ) -> Sentence {
    let place: Sentence = columns.count == 1 ? "In the column \(emphasis: columns[0])" : "In both columns"
    return """
      The rules give \(derivative). \(place) a larger nudge comes nearer to it than the smallest, which changes \
      \(objective) so little that leading digits cancel in the subtraction; rounding shows in what is left.
      """
  }
  static func ruleAtAKink(_ derivative: Equation) -> Sentence {
    """
    The rules give \(derivative). At a kink the slopes to its two sides differ and the rules choose one, so the columns \
    need not lead there.
    """
  }
  static func ruleBesideRounding(_ derivative: Equation) -> Sentence {
    """
    The rules give \(derivative). Rounding on the way can hide what the smallest nudges change, so the columns need not \
    lead there.
    """
  }
  static func ruleBesideTheUnclear(_ derivative: Equation) -> Sentence {
    """
    The rules give \(derivative). The columns cannot tell: they meet an edge, or rounding hides what the smallest nudges \
    change.
    """
  }
}
