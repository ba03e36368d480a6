import DocumentModel

/// A figure on a page: its picture, and its caption below.
enum PageFigure {
  static func element(_ figure: Figure) -> HTMLElement {
    let drawing = SVGFigure(figure)
    let picture = HTMLElement.element(.div, [.class: "picture"], [.drawing(drawing)])
    let caption = HTMLElement.element(.figcaption, [:], PageBlocks.inlines(figure.caption))
    let attributes: HTMLElement.Attributes = [.style: style(figure, drawing.width), .recipe: recipe(of: figure)]
    let note: [HTMLElement] =
      isPrinted(figure) ? [.element(.p, [.class: "of-printed"], [.text(PageWords.ofPrinted)])] : []
    return .element(.figure, attributes, [picture] + note + (figure.caption.isEmpty ? [] : [caption]))
  }

  /// Whether it is a plot that does not follow other givens.
  private static func isPrinted(_ figure: Figure) -> Bool {
    figure.panels.contains { panel in
      switch panel.picture {
      case .diagram: false
      case .plot(let plot): plot.recipe == nil
      }
    }
  }

  /// How the page's script draws all plots of a figure anew, in JSON.
  private static func recipe(of figure: Figure) -> String? {
    let recipes = figure.panels.compactMap { panel -> Plot.Recipe? in
      if case .plot(let plot) = panel.picture { plot.recipe } else { nil }
    }
    guard !recipes.isEmpty, recipes.count == figure.panels.count else { return nil }
    return "[" + recipes.map(object).joined(separator: ",") + "]"
  }

  private static func object(_ recipe: Plot.Recipe) -> String {
    switch recipe {
    case .epochs: return #"{"kind":"epochs"}"#
    case .curve(let input, let objective, let slope, let after):
      let end = after.map { #","after":\#($0)"# } ?? ""
      return #"{"kind":"curve","input":\#(input),"objective":\#(objective),"slope":\#(slope)\#(end)}"#
    case .closeUp(let input, let objective, let slope, let after):
      return
        #"{"kind":"closeUp","input":\#(input),"objective":\#(objective),"slope":\#(slope),"after":\#(after)}"#
    case .sizes(let slots):
      return #"{"kind":"sizes","slots":\#(list(slots))}"#
    case .contours(let inputs, let objective, let way):
      return #"{"kind":"contours","inputs":\#(list(inputs)),"objective":\#(objective),\#(member(way))}"#
    }
  }

  private static func member(_ way: Plot.Way) -> String {
    switch way {
    case .gradient(let slopes): #""gradient":\#(list(slopes))"#
    case .update(let places, let objective): #""after":\#(list(places + [objective]))"#
    case .epochs(let isEveryUpdate): #""isEveryUpdate":\#(isEveryUpdate)"#
    }
  }

  private static func list(_ slots: [Int]) -> String { "[" + slots.map(String.init).joined(separator: ",") + "]" }
}
