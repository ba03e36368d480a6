import DocumentModel

/// Text of a picture.
enum SVGLabel {
  /// On which side of its place a text stands.
  enum Anchor: String { case start, middle, end }

  /// One line of text; its place is on the middle of its height.
  ///
  /// - Parameter kind: what it is besides a label of its tone, as a class.
  static func element(
    _ content: [Inline], at place: Point, _ anchor: Anchor = .middle, _ tone: Tone = .plain, kind: String? = nil
  ) -> HTMLElement {
    let attributes: HTMLElement.Attributes = [
      .x: FigureNumber.spell(place.x), .y: FigureNumber.spell(place.y + baseline),
    ]
    var line = Line(isSlanted: tone.isSlanted)
    for piece in SVGFormula(content).pieces { line.add(piece) }
    return .element(
      .text,
      attributes.adding(.class, kind.map(tone.classes) ?? tone.className)
        .adding(.anchor, anchor == .middle ? nil : anchor.rawValue), line.elements)
  }

  /// The size of type in the unit of the picture; a little less than an em of the layout, for fonts that run wide.
  static let fontSize = 15.0
  /// What faded type is of that, as the style of pictures has it.
  static let fadedSize = 0.87
  /// How far the baseline lies below the middle of digits.
  private static let baseline = 0.33 * fontSize

  /// The pieces of a line, each shifted from where the one before stands.
  private struct Line {
    var elements: [HTMLElement] = []
    /// Whether what is upright in formulas has to be set so here.
    private let isSlanted: Bool
    private var shift = 0.0

    init(isSlanted: Bool) { self.isSlanted = isSlanted }

    mutating func add(_ piece: SVGFormula.Piece) {
      switch piece {
      case .run(let run): elements.append(element(run))
      case .number(let slot, let runs):
        let outside = elements
        elements = []
        let start = shift
        for run in runs { elements.append(element(run)) }
        // A page that changes the number need not know how high it ended.
        if shift != start { elements.append(element(SVGFormula.Run(text: "\u{200B}", face: runs[0].face))) }
        elements = outside + [.element(.tspan, [.slot: String(slot)], elements)]
      }
    }

    private mutating func element(_ run: SVGFormula.Run) -> HTMLElement {
      let step = run.face.shift - shift
      shift = run.face.shift
      let classes = run.face.classes(isSlanted: isSlanted)
      if step == 0, classes == nil { return .text(run.text) }
      let attributes = HTMLElement.Attributes().adding(.class, classes)
      let drop = FigureNumber.spell(step * SVGLabel.fontSize)
      return .element(.tspan, attributes.adding(.dy, drop == "0" ? nil : drop), [.text(run.text)])
    }
  }
}

extension SVGFormula.Face {
  /// Its classes in the style of pictures.
  fileprivate func classes(isSlanted: Bool) -> String? {
    var names = ByteBuffer(capacity: 64)
    if isSlanted, isName, !isItalic { names += " upright" }
    if isItalic { names += " italic" }
    if isBold { names += " bold" }
    if isCode { names += " code" }
    if scripts == 1 { names += " script" }
    if scripts > 1 { names += " small-script" }
    return names.isEmpty ? nil : names.text(in: 1..<names.count)
  }
}
