import Differentiation
import DocumentModel
import Numerals

/// What stands beside points of a curve.
struct CurveLabels {
  let symbol: Symbol
  let objective: Formula
  let here: Sentence
  let after: Sentence?
  let slope: Sentence
  let slots: Narrator.CurveSlots?
}

extension Narrator {
  func curveLabels(_ curve: WeightCurve, _ symbol: Symbol, _ slots: CurveSlots?) -> CurveLabels {
    CurveLabels(
      symbol: symbol, objective: objectiveSymbol,
      here: "\(writer.statement(.symbol(symbol), writer.shown(curve.here.x, slots?.input)))",
      after: curve.after.map { "\(writer.statement(.updated(symbol), writer.shown($0.x, slots?.after)))" },
      slope: Wording.slopeMark(writer.number(curve.slope, slots?.slope)), slots: slots)
  }

  /// All of the curve, with the tangent, and the step where it is long enough.
  func plot(of curve: WeightCurve, _ panels: WeightPanels, _ labels: CurveLabels) -> Plot {
    let step = panels.isStepSeen ? curve.step : nil
    let tangent = curve.tangent(panels.vertical)
    let series =
      [Plot.Series(.line, curve.points, .value), Plot.Series(.dashedLine, tangent, .adjoint)]
      + [step.map { Plot.Series(.path, [$0.from, $0.to], .changed) } ?? Plot.Series(.dots, [curve.here], .emphasized)]
    var frame = PlotSpace(curve.scale, panels.vertical)
    frame.draw(series)
    // Where the step is not drawn, the new number is told here, unless there is a panel for it.
    frame.mark(curve, labels, hasAfter: panels.closeUp == nil)
    let (left, right) = (tangent[0], tangent[1])
    frame.mark(
      right, left, right.between(left, 0.2), left.between(right, 0.2), label: labels.slope, tone: .adjoint)
    var plot = Plot(
      horizontal: curve.scale.axis("\(.symbol(labels.symbol))"), vertical: panels.vertical.axis("\(labels.objective)"),
      series: series, marks: frame.marks)
    plot.recipe = labels.slots?.recipe
    return plot
  }

  /// The step with its neighbourhood.
  func plot(of closeUp: StepCloseUp, _ curve: WeightCurve, _ labels: CurveLabels) -> Plot {
    var series = [
      Plot.Series(.line, closeUp.points, .value), Plot.Series(.dashedLine, closeUp.tangent, .adjoint),
    ]
    if let step = curve.step { series.append(Plot.Series(.path, [step.from, step.to], .changed)) }
    var frame = PlotSpace(closeUp.horizontal, closeUp.vertical)
    frame.draw(series)
    frame.mark(curve, labels, hasAfter: true)
    var plot = Plot(
      horizontal: closeUp.horizontal.axis("\(.symbol(labels.symbol))"),
      vertical: closeUp.vertical.axis("\(labels.objective)"), series: series, marks: frame.marks)
    plot.recipe = labels.slots?.closeUp
    return plot
  }
}

extension PlotSpace {
  /// The old number and the new one; beside a short step they stand in the order of the axis.
  fileprivate mutating func mark(_ curve: WeightCurve, _ labels: CurveLabels, hasAfter: Bool) {
    let isBack = curve.after.map { $0.x < curve.here.x } ?? false
    let sides: (here: [Plot.Side], after: [Plot.Side]) =
      isBack
      ? ([.above, .below, .right], [.left, .above, .below]) : ([.above, .below, .left], [.right, .above, .below])
    mark(curve.here, label: labels.here, first: sides.here, tone: .emphasized)
    if hasAfter, let after = curve.after, let label = labels.after {
      mark(after, label: label, first: sides.after, tone: .changed)
    }
  }
}
