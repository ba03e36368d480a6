extension WalkthroughReader {
  /// What does not fit together.
  mutating func settleUpdate() {
    guard let update = updateReading else { return }
    let hasExamples = firstPlace(of: .examples) != nil
    if let schedule = update.schedule, !hasExamples {
      diagnostics.append(.scheduleWithoutExamples(schedule, source.quoted(schedule)))
    }
    guard let order = update.order, walkthrough.updateOrder == .reusing else { return }
    if hasExamples {
      diagnostics.append(.reusing(order, .withExamples))
    } else if walkthrough.updateMethod != .gradient {
      diagnostics.append(.reusing(order, .withMethod(walkthrough.updateMethod)))
    } else if walkthrough.derivatives != .rules {
      diagnostics.append(.reusing(order, .withDifferences))
    }
  }
}

/// Why new weights cannot be taken into use while the pass backwards is still going on.
private enum ReusingObstacle {
  case withExamples, withDifferences
  case withMethod(UpdateMethod)

  var reason: String {
    switch self {
    case .withExamples: "the examples together make one update, after all of their passes"
    case .withDifferences: "differences need no backward pass in which a new weight could be used"
    case .withMethod(let method): "`\(method.rawValue)` is defined for whole updates"
    }
  }

  var remedy: String {
    switch self {
    case .withExamples: "drop `reusing new weights`, or the examples"
    case .withDifferences: "drop `reusing new weights`, or `derivatives:`"
    case .withMethod(let method): "drop `reusing new weights`, or `\(method.rawValue)`"
    }
  }
}

extension Diagnostic {
  fileprivate static func scheduleWithoutExamples(_ place: Range<Int>, _ words: String) -> Diagnostic {
    Diagnostic(
      at: place, "there are no examples to update after", remedy: "add `examples:`, or drop \(words)")
  }
  fileprivate static func reusing(_ place: Range<Int>, _ obstacle: ReusingObstacle) -> Diagnostic {
    Diagnostic(
      at: place, "new weights cannot be reused within an update here: \(obstacle.reason)", remedy: obstacle.remedy)
  }
}
