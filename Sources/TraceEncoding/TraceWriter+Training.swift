import Differentiation
import WalkthroughLanguage

extension TraceWriter {
  /// The most losses that are written; of more, so many are picked evenly.
  private static let mostLosses = 10_000

  /// What repeated updates come to.
  func encoded(_ training: Training) -> JSONValue {
    let isAscent = walkthrough.objective?.sense == .maximize
    var members: [(String, JSONValue)] = [
      ("epochs", .integer(training.epochs)), ("ending", .string(training.ending.word)),
      ("losses", losses(training)),
      ("samples", .array(training.samples.map(sample))),
      ("end", .array(training.valuesAtEnd.map { values in object { values.json($0) } })),
    ]
    if let divergence = training.divergence(isAscent: isAscent) {
      members.append(
        (
          "divergence",
          .object([
            ("start", .integer(divergence.start)), ("factor", divergence.factor.map(JSONValue.number) ?? .null),
          ])
        ))
    }
    if let curvature = trace.curvature {
      members.append(
        (
          "curvature",
          .object([
            ("largest", .number(curvature.largest)), ("largestStableRate", .number(curvature.largestStableRate)),
          ])
        ))
    }
    return .object(members)
  }

  /// The objective by epoch.
  private func losses(_ training: Training) -> JSONValue {
    let last = training.epochs
    let picked =
      last <= Self.mostLosses
      ? Array(0...last) : (0..<Self.mostLosses).map { $0 * last / (Self.mostLosses - 1) }
    return .object([
      ("epochs", .compact(.array(picked.map(JSONValue.integer)))),
      ("values", .compact(.array(picked.map { .number(training.losses[$0]) }))),
    ])
  }

  private func sample(_ sample: Training.Sample) -> JSONValue {
    .object([
      ("epoch", .integer(sample.epoch)),
      ("moved", .object(walkthrough.moved.map { (walkthrough.quantities[$0].name, sample.values.json($0)) })),
    ])
  }
}

extension Training.Ending {
  fileprivate var word: String {
    switch self {
    case .epochs: "epochs"
    case .rule: "rule"
    case .overflow: "overflow"
    case .undefined, .withoutSlope: "undefined"
    }
  }
}
