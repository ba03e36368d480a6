import Longhand
import Renderers

extension RenderingOptions {
  /// What was typed behind a command; what it does not take stays as it is without it.
  init(_ invocation: Invocation) {
    self.init()
    telling = invocation.value("--telling")
    quantity = invocation.value("--of")
    figures = invocation.value("--figures").flatMap(FigureChoice.init) ?? figures
    flavour = invocation.value("--flavour").flatMap(MarkdownFlavour.init) ?? flavour
  }
}
