import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The plots of the whole document: what says something here, each where it is spoken of.
  func addPlots(to illustrations: inout Illustrations) {
    guard !walkthrough.isSymbolic, walkthrough.objective != nil else { return }
    if let plot = adjointsByLayer() {
      if trace.examples.isEmpty { illustrations.backward.append(plot) } else { illustrations.update.append(plot) }
    }
    if let plot = contours() ?? lossByWeight() {
      if trace.updates.isEmpty { illustrations.backward.append(plot) } else { illustrations.update.append(plot) }
    }
    if let plot = lossByEpoch() { illustrations.training.append(plot) }
  }
}
