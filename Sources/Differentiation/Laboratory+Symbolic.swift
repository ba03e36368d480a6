import WalkthroughLanguage

extension Laboratory {
  /// What stands in the way of working a file without numbers.
  static func problem(withSymbols walkthrough: Walkthrough) -> Diagnostic? {
    guard walkthrough.isSymbolic, walkthrough.hasMatrices else { return nil }
    for quantity in walkthrough.quantities {
      for node in walkthrough.nodes[quantity.formula] where node.kind.isOfMatrices {
        return .symbolicMatrix(Int(node.place))
      }
    }
    return .symbolicMatrix(walkthrough.quantities[0].place.lowerBound)
  }

  /// What happens without numbers: edges and paths, and derivatives as formulas.
  ///
  /// - Throws: a diagnostic that names a derivative whose formula disagrees with its measured slope, which is a fault
  ///   of this program.
  func symbolicTrace() throws(Diagnostics) -> Trace {
    let unknown = Values([Double](repeating: .nan, count: givens.count))
    guard let objective = walkthrough.objective else { return trace(unknown, nil, checks: []) }
    var reaches = [Bool](repeating: false, count: givens.count)
    reaches[objective.quantity] = true
    for edge in edges.reversed() where reaches[edge.result] { reaches[edge.operand] = true }
    let none = [Double](repeating: .nan, count: edges.count)
    let backward = Trace.Backward(
      seed: objective.quantity, adjoints: unknown, reaches: reaches, localDerivatives: none, contributions: none)
    let told = toldDerivatives(trace(unknown, backward, checks: []))
    return trace(unknown, backward, checks: told.isEmpty ? [] : [try pointCheck(of: told)])
  }

  /// Derivatives along all paths that are measured, each with several passes; more are left to their edges.
  private static let mostAdjoints = 200

  /// A derivative as a formula, in one of the forms that a page shows.
  struct ToldDerivative {
    let result: Int
    let operand: Int
    /// The edge that it belongs to; nothing for one along all paths.
    let edge: Int?
    let formula: Expression
  }

  /// The local derivatives as the rules produce them and simplified, and those of the objective by what is asked for.
  func toldDerivatives(_ trace: Trace) -> [ToldDerivative] {
    guard let backward = trace.backward else { return [] }
    var told: [ToldDerivative] = []
    for (number, edge) in edges.enumerated() where backward.reaches[edge.result] {
      let derivation = walkthrough.derivation(of: edge.result, by: edge.operand)
      // A slope that stays a symbol says nothing that could be wrong.
      if case .slope = derivation.raw { continue }
      for formula in [derivation.raw, derivation.simplified] {
        told.append(ToldDerivative(result: edge.result, operand: edge.operand, edge: number, formula: formula))
      }
    }
    let adjoints = trace.adjointFormulas
    for quantity in walkthrough.asked.prefix(Self.mostAdjoints) where backward.reaches[quantity] {
      guard quantity != backward.seed, let formula = adjoints[quantity] else { continue }
      for formula in [formula, walkthrough.puttingIn(formula)] {
        told.append(ToldDerivative(result: backward.seed, operand: quantity, edge: nil, formula: formula))
      }
    }
    return told
  }

  /// Compares derivatives as they are told with slopes that are measured at the points.
  func pointCheck(of told: [ToldDerivative]) throws(Diagnostics) -> SelfCheck {
    var isCompared = [Bool](repeating: false, count: told.count)
    let measuring = measuring
    for laboratory in measuring {
      for (number, derivative) in told.enumerated() {
        guard let agrees = laboratory.agrees(derivative) else { continue }
        guard agrees else {
          let (result, operand) = (
            walkthrough.quantities[derivative.result], walkthrough.quantities[derivative.operand]
          )
          throw Diagnostics([.ownCheckOfFormula(result, operand)], in: walkthrough.source)
        }
        isCompared[number] = true
      }
    }
    // Every derivative is there in two forms.
    let pairs = stride(from: 0, to: told.count, by: 2)
    let compared = pairs.count { isCompared[$0] && isCompared[$0 + 1] }
    return .points(measuring.count, derivatives: compared, unclear: told.count / 2 - compared)
  }

  /// Whether the formula gives the measured slope; nothing where that cannot be said.
  private func agrees(_ derivative: ToldDerivative) -> Bool? {
    guard let plain else { return nil }
    let told = derivative.formula.value(slopes: measuredSlope) { plain.value(of: $0, list) }
    guard told.isFinite else { return nil }
    let measured =
      derivative.edge.map { slope(ofEdge: $0, against: told) }
      ?? slope(ofObjective: derivative.result, by: derivative.operand, against: told)
    return measured.agrees(with: told)
  }

  /// The slope of what stands in for a function.
  private func measuredSlope(of result: Int, by operand: Int) -> Double {
    guard let edge = edge(from: operand, to: result), case .measured(let slope, _) = slope(ofEdge: edge) else {
      return .nan
    }
    return slope
  }
}

extension FormulaNode.Kind {
  fileprivate var isOfMatrices: Bool {
    switch self {
    case .elementwise, .matrix, .stack, .selection, .generated: true
    case .number, .constant, .quantity, .operation, .juxtaposition, .declared, .updated, .derivative, .localDerivative,
      .state:
      false
    }
  }
}

extension Diagnostic {
  fileprivate static func symbolicMatrix(_ place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<place + 1, "a symbolic walkthrough has no matrices",
      remedy: "write each entry as a quantity of its own, or give every given a value")
  }
  fileprivate static func ownCheckOfFormula(_ result: Quantity, _ operand: Quantity) -> Diagnostic {
    ownCheck(result, "the formula found for `d\(result.name)/d\(operand.name)` disagrees with the measured slope")
  }
}
