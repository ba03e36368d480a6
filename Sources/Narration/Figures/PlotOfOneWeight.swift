import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The objective as a function of one number, with the tangent and the step of the update.
  ///
  /// - Parameter quantity: whose; without one, of all that are asked for the one with the steepest slope, or the next
  ///   one where that has no tangent.
  func lossByWeight(_ quantity: Int? = nil) -> Figure? {
    guard isSmall(Self.mostGatesOfCurve), walkthrough.updatesPerEpoch == 1,
      let laboratory = try? Laboratory(walkthrough)
    else { return nil }
    let choices = choices(among: quantity.map { [$0] } ?? trace.asked)
    var obstacle: WeightCurve.Obstacle?
    for (number, choice) in choices.enumerated() {
      guard var landscape = Landscape(laboratory, moving: [choice.place]) else { return nil }
      do {
        let objective = { landscape.value([$0]) }
        let curve = try WeightCurve(at: choice.before, slope: choice.slope, after: choice.after, objective)
        guard let vertical = curve.vertical else { continue }
        let isShort = PlotSpace(curve.scale, vertical).hides(curve.step)
        let closeUp = isShort ? StepCloseUp(curve, objective) : nil
        let reason = quantity == nil && choice.count > 1 ? self.reason(among: choices, number, obstacle) : nil
        return figure(
          of: curve, WeightPanels(vertical: vertical, isStepSeen: !isShort, closeUp: closeUp), choice, reason)
      } catch {
        if number == 0 { obstacle = error }
      }
    }
    return nil
  }

  /// Why this number is drawn and not another.
  private func reason(
    among choices: [WeightChoice], _ number: Int, _ obstacle: WeightCurve.Obstacle?
  ) -> Wording.CurveChoice? {
    let slopes = choices.map { writer.style.shown($0.slope.magnitude) }
    let others = slopes.indices.filter { $0 != number && slopes[$0] == slopes[number] }
    if number == 0 { return .steepest(of: choices[0].count, isAlone: others.isEmpty) }
    let rank: Wording.CurveRank = others.contains(0) ? .equal : number == 1 && others.isEmpty ? .second : .later
    return obstacle.map {
      .instead(of: symbol(choices[0].place.quantity, entry: choices[0].place.entry), $0, rank)
    }
  }

  /// Operations that may be worked again for each point.
  private static let mostGatesOfCurve = 2_000

  /// Whether no more than so many operations on numbers are behind the objective, all examples counted.
  func isSmall(_ limit: Int) -> Bool {
    guard !walkthrough.isSymbolic, trace.backward != nil, walkthrough.nodes.count <= 4 * limit else { return false }
    let examples = max(walkthrough.examples?.rows.count ?? 1, 1)
    let entries = hasMatrices ? quantities.reduce(0) { $0 + $1.shape.count } : walkthrough.nodes.count
    return entries * examples <= 2 * limit
  }

  /// One number that the objective is drawn over.
  struct WeightChoice {
    let place: Landscape.Place
    let before: Double
    let slope: Double
    let after: Double?
    /// Among how many it has the steepest slope.
    let count: Int
  }

  /// The three with the steepest slopes, the steepest first.
  private func choices(among quantities: [Int]) -> [WeightChoice] {
    var best: [WeightChoice] = []
    let count = quantities.reduce(0) { $0 + self.quantities[$1].shape.count }
    for quantity in quantities {
      guard let slopes = slopes(by: quantity) else { return [] }
      for (entry, slope) in slopes.entries.enumerated() where slope != 0 {
        let place = best.firstIndex { $0.slope.magnitude < slope.magnitude } ?? best.count
        guard place < 3 else { continue }
        let choice = WeightChoice(
          place: Landscape.Place(quantity: quantity, entry: entry),
          before: trace.values.entry(of: quantity, at: entry), slope: slope,
          after: updates[quantity]?.matrixAfter.entries[entry], count: count)
        best.insert(choice, at: place)
        if best.count > 3 { best.removeLast() }
      }
    }
    return best
  }

  /// The derivatives of the whole objective by one quantity.
  private func slopes(by quantity: Int) -> Matrix? {
    if let update = updates[quantity] { return update.gradient }
    return trace.examples.isEmpty ? trace.backward?.adjoints.matrix(quantity) : nil
  }

  private func figure(
    of curve: WeightCurve, _ panels: WeightPanels, _ choice: WeightChoice, _ reason: Wording.CurveChoice?
  ) -> Figure {
    let symbol = plainSymbol(choice.place.quantity, entry: choice.place.entry)
    let labels = curveLabels(curve, symbol, curveSlots(choice.place))
    let whole = plot(of: curve, panels, labels)
    let id = "loss-by-\(Self.fileName(quantities[choice.place.quantity].entryName(choice.place.entry)))"
    let caption = caption(of: curve, panels, choice, symbol, reason).inlines
    let description = description(of: curve, panels, symbol)
    guard let closeUp = panels.closeUp else {
      return Figure(id: id, .plot(whole), caption: caption, description: description)
    }
    return Figure(
      id: id,
      panels: [
        Figure.Panel(.plot(whole), title: Wording.fromAfar.inlines),
        Figure.Panel(.plot(plot(of: closeUp, curve, labels)), title: Wording.closeUp.inlines),
      ], caption: caption, description: description)
  }

  private func caption(
    of curve: WeightCurve, _ panels: WeightPanels, _ choice: WeightChoice, _ symbol: Symbol,
    _ reason: Wording.CurveChoice?
  ) -> Sentence {
    let objective = objectiveSymbol
    let opening = Wording.weightCurve(
      objective, .symbol(symbol), reason,
      isOnly: choice.count == 1
        && !quantities.indices.contains {
          $0 != choice.place.quantity && $0 != walkthrough.rate && quantities[$0].role.isGiven
        })
    let isMeasured = walkthrough.derivatives.reach != nil
    var slope = Formula.derivative(of: objective, by: .symbol(symbol))
    if isMeasured, case .symbol(let whole) = objective {
      slope = .fraction(.symbol(whole.difference), .symbol(symbol.difference))
    }
    let tangent = Wording.tangent(
      writer.statement(slope, writer.shown(curve.slope, curveSlots(choice.place)?.slope)), isMeasured: isMeasured)
    let step = curve.after.map { after in
      Wording.step(
        .updated(symbol), panels.view, change(from: curve.here.y, to: after.y),
        curve.way(isAscent: walkthrough.objective?.sense == .maximize), moving: companions(of: choice.place))
    }
    return opening + tangent + (step ?? "")
  }

  /// What the same update moves besides.
  private func companions(of place: Landscape.Place) -> Wording.Companions {
    var moving: [Formula] = []
    for update in trace.updates {
      for (entry, (before, after)) in zip(update.matrixBefore.entries, update.matrixAfter.entries).enumerated()
      where before != after && (update.quantity, entry) != (place.quantity, place.entry) {
        moving.append(symbol(update.quantity, entry: entry))
      }
    }
    if moving.count <= 1 { return moving.first.map { .one($0) } ?? .none }
    return moving.count + 1 == trace.updates.reduce(0) { $0 + $1.matrixAfter.entries.count } ? .allOthers : .others
  }

  private func description(of curve: WeightCurve, _ panels: WeightPanels, _ symbol: Symbol) -> String {
    let points = curve.points
    return Wording.weightDescription(
      plainName(of: objectiveSymbol), symbol.name, from: (rough(points[0].x), rough(points[0].y)),
      to: (rough(points[points.count - 1].x), rough(points[points.count - 1].y)),
      valley: curve.valley.map(rough), hill: curve.hill.map(rough),
      here: (plain(curve.here.x), plain(curve.here.y)), slope: plain(curve.slope),
      after: curve.after.map { plain($0.x) }, panels.view)
  }

  /// Enough of a number to see where on the plot it is, of one that the plot does not write.
  func rough(_ value: Double) -> String { NumberStyle(.figures(3)).shown(value).spoken }

  private func rough(_ turn: WeightCurve.Turn) -> (x: String, y: String) {
    (rough(turn.point.x, within: turn.reach.x), rough(turn.point.y, within: turn.reach.y))
  }

  /// The digits of a number that is known up to a distance, and at most those of any other.
  private func rough(_ value: Double, within distance: Double) -> String {
    guard value.magnitude > distance else { return rough(0) }
    guard distance > 0 else { return rough(value) }
    let figures = Decimal.magnitude(of: value) - Decimal.magnitude(of: distance)
    return NumberStyle(.figures(min(max(figures, 1), 3))).shown(value).spoken
  }

  /// Letters, digits and hyphens of a name: `W[1,2]` is `W-1-2`.
  static func fileName(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isLetter || character.isNumber || character == "_" {
        result.append(character)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }
}
