import DocumentModel

/// The figures of a document by the place where they stand, made before its first step is told.
struct Illustrations {
  /// What is computed from what: with the network in words.
  var structure: [Figure] = []
  /// Behind the forward pass, the backward pass (of the first example, where there are examples), the update, and what repeated updates come to.
  var forward: [Figure] = []
  var backward: [Figure] = []
  var update: [Figure] = []
  var training: [Figure] = []

  private var all: [Figure] { structure + forward + backward + update + training }

  /// Marks what a format has to be ready for.
  func announce(in document: inout Document) {
    for panel in all.flatMap(\.panels) {
      switch panel.picture {
      case .diagram: document.hasDiagrams = true
      case .plot: document.hasPlots = true
      }
    }
  }
}

extension Narrator {
  /// Which figures the whole document has: the one place that chooses them.
  func illustrations() -> Illustrations {
    var illustrations = Illustrations()
    guard hasFigures else { return illustrations }
    let network = networkFigures()
    illustrations.forward += [network.forward].compactMap(\.self)
    illustrations.backward += [network.backward].compactMap(\.self)
    illustrations.update += [network.update].compactMap(\.self)
    addGraphs(to: &illustrations, hasNetwork: network.forward != nil)
    addPlots(to: &illustrations)
    return illustrations
  }

  /// Which figures the story of one quantity has.
  func illustrations(of quantity: Int) -> Illustrations {
    var illustrations = Illustrations()
    guard hasFigures else { return illustrations }
    illustrations.structure += [pathFigure(of: quantity)].compactMap(\.self)
    illustrations.update += [lossByWeight(quantity)].compactMap(\.self)
    return illustrations
  }

  func step(_ figure: Figure) -> Step { Step(id: "figure-\(figure.id)", blocks: [.figure(figure)]) }
}
