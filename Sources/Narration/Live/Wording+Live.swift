import DocumentModel
import WalkthroughLanguage

/// What a page says while its numbers follow other givens.
extension Wording {
  static func liveHeading(_ role: Role, isOne: Bool) -> Sentence {
    Sentence(stringLiteral: noun(role, isOne: isOne).capitalizedSentence)
  }

  static let nudgesStand: Sentence =
    "The nudged numbers here stay as they are printed when the givens are changed, because so many passes are too long for a page."

  static let live = LiveCalculation.Wording(
    complaints: [
      (.ln, "{name} has no value: the logarithm of {u} does not exist"),
      (.sqrt, "{name} has no value: the square root of {u} does not exist"),
      (.divide, "{name} has no value: {u} is divided by {v}"),
      (.power, "{name} has no value: {u} cannot be raised to the power {v}"),
    ],
    tooLarge: "{name} has no value: a number in it becomes too large",
    noSlope: "the slope by {name} does not exist here, or is too large")
}
