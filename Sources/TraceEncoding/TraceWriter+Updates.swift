import Differentiation
import Numerals
import WalkthroughLanguage

extension TraceWriter {
  /// The update rule of the file.
  var update: JSONValue {
    guard let rate = walkthrough.rate else { return .null }
    let method = walkthrough.updateMethod
    let isAscent = walkthrough.objective?.sense == .maximize
    let plain = isAscent ? "gradient ascent" : "gradient descent"
    var members: [(String, JSONValue)] = [
      ("rule", .string(method == .gradient ? plain : method.rawValue)), ("rate", name(rate)),
      ("order", .string(walkthrough.updateOrder.rawValue)),
    ]
    if method != .gradient {
      members.append(("direction", .string(isAscent ? "up" : "down")))
      let constants = walkthrough.updateSettings.map { ($0.constant.rawValue, JSONValue.number($0.value.value)) }
      members.append(("constants", .compact(.object(constants))))
    }
    if walkthrough.examples != nil {
      members += [
        ("examplesInUpdate", .integer(trace.examples.count)), ("updatesInEpoch", .integer(walkthrough.updatesPerEpoch)),
      ]
    }
    return .object(members)
  }

  /// How one quantity moved.
  func update(_ update: Trace.Update) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("quantity", name(update.quantity)), ("before", update.matrixBefore.json), ("adjoint", update.gradient.json),
    ]
    if let detail = update.detail, walkthrough.updateMethod != .gradient { members += states(detail) }
    members.append(("after", update.matrixAfter.json))
    return .object(members)
  }

  private func states(_ detail: Trace.Update.Detail) -> [(String, JSONValue)] {
    let method = walkthrough.updateMethod
    let rate = walkthrough.rate.map { trace.values.matrix($0) } ?? Matrix(0)
    func value(_ state: UpdateState) -> JSONValue {
      switch state {
      case .m: detail.states.m.json
      case .v: detail.states.v.json
      case .mhat: detail.states.mhat.json
      case .vhat: detail.states.vhat.json
      case .step: (rate * detail.states.direction).json
      }
    }
    func kept(_ state: UpdateState) -> JSONValue { state == .m ? detail.keptM.json : detail.keptV.json }
    return [
      ("count", .integer(detail.count)), ("kept", .object(method.keptStates.map { ($0.rawValue, kept($0)) })),
      ("states", .object(method.states.map { ($0.rawValue, value($0)) })),
    ]
  }

  /// How slopes are found; nothing where it is by the rules.
  var derivatives: JSONValue? {
    switch walkthrough.derivatives {
    case .rules: nil
    case .forwardDifferences(let h): .object([("method", .string("forward differences")), ("h", .number(h.value))])
    case .centralDifferences(let h): .object([("method", .string("central differences")), ("h", .number(h.value))])
    }
  }

  func encoded(_ quotient: DifferenceQuotient) -> JSONValue {
    .object([("ahead", quotient.ahead.json), ("behind", quotient.behind.json), ("slope", quotient.slope.json)])
  }
}
