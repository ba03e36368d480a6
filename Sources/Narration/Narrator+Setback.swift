import Differentiation
import DocumentModel
import WalkthroughLanguage

/// Why an update made the objective worse.
enum Setback {
  /// It went by some of the examples, and these are better off.
  case otherExamples
  /// A smaller rate makes it better.
  case rate
  /// It went by a measured slope; a smaller rate may make it better all the same.
  case measuredSlope(orRate: Bool)
  /// No smaller rate helps: the update rule starts with something gathered, or values are rounded, or the slope is that
  /// at a kink.
  case memory
  case rounding
  case kink
  case unknown
}

extension Narrator {
  /// What the update made of the objective, and why, where it made it worse.
  ///
  /// - Parameter helpedItsPart: whether the update went by some of the examples only, and made these better.
  func verdict(
    _ objective: Formula, old: (value: Double, slot: Int32?), new: (value: Double, slot: Int32?), helpedItsPart: Bool
  ) -> Sentence {
    let change = change(from: old.value, to: new.value)
    let isWorse =
      switch change {
      case .fell: isAscent
      case .rose: !isAscent
      case .unchanged, .rounding: false
      }
    return Wording.verdict(
      objective, change, from: writer.number(old.value, old.slot), to: writer.number(new.value, new.slot),
      isZero: isZeroAfter,
      by: writer.number((new.value - old.value).magnitude, distanceSlot(new.slot, old.slot)),
      isWorse ? setback(helpedItsPart: helpedItsPart) : nil)
  }

  private var isAscent: Bool { walkthrough.objective?.sense == .maximize }

  private func setback(helpedItsPart: Bool) -> Setback {
    if helpedItsPart { return .otherExamples }
    let isRateToBlame = doesSmallerRateHelp
    if walkthrough.derivatives != .rules { return .measuredSlope(orRate: isRateToBlame) }
    if isRateToBlame { return .rate }
    if !walkthrough.updateStarts.isEmpty { return .memory }
    if walkthrough.carry != nil { return .rounding }
    return ([trace] + trace.examples).allSatisfy(\.kinks.isEmpty) ? .unknown : .kink
  }

  /// Whether the same update by a half of the rate, or a quarter, and so on, makes the objective better.
  private var doesSmallerRateHelp: Bool {
    guard let rate = walkthrough.rate, let laboratory = try? Laboratory(walkthrough),
      let before = try? laboratory.objectiveValue(under: laboratory.ownConditions)
    else { return false }
    return Self.shares.contains { share in
      var conditions = laboratory.ownConditions
      conditions.givens.set(rate, to: Matrix(share * conditions.givens[rate]))
      guard let next = try? laboratory.conditions(after: 1, from: conditions),
        let after = try? laboratory.objectiveValue(under: next)
      else { return false }
      return isAscent ? after > before : after < before
    }
  }

  /// Parts of a step that are tried for it: a half, a quarter, down to about a millionth.
  static let shares = (1...20).map { 1 / Double(1 << $0) }
}
