import DocumentModel

/// Text of a picture.
enum SVGLabel {
  /// On which side of its place a text stands.
  enum Anchor { case start, middle, end }

  /// One line of text; its place is on the middle of its height.
  ///
  /// - Parameter kind: what it is besides a label of its tone, as a class.
  static func draw(
    _ content: [Inline], at place: Point, _ anchor: Anchor = .middle, tone: Tone = .plain, kind: StaticString? = nil,
    on canvas: inout SVGCanvas
  ) {
    canvas.add(.text) { text in
      text.set(.x, place.x)
      text.set(.y, place.y + baseline)
      text.set(class: kind, tone)
      switch anchor {
      case .start: text.set(.anchor, "start")
      case .middle: break  // as of the whole picture
      case .end: text.set(.anchor, "end")
      }
    } around: { text in
      var line = Line(isSlanted: tone.isSlanted)
      for piece in SVGFormula(content).pieces { line.add(piece, to: &text) }
    }
  }

  /// The size of type in the unit of the picture; a little less than an em of the layout, for fonts that run wide.
  static let fontSize = 15.0
  /// What faded type is of that, as the style of pictures has it.
  static let fadedSize = 0.87
  /// How far the baseline lies below the middle of digits.
  private static let baseline = 0.33 * fontSize

  /// The pieces of a line, each shifted from where the one before stands.
  private struct Line {
    /// Whether what is upright in formulas has to be set so here.
    let isSlanted: Bool
    private var shift = 0.0

    init(isSlanted: Bool) { self.isSlanted = isSlanted }

    mutating func add(_ piece: SVGFormula.Piece, to text: inout SVGCanvas) {
      switch piece {
      case .run(let run): add(run, to: &text)
      case .number(let slot, let typed, let runs):
        let start = shift
        text.add(.tspan) {
          $0.set(.slot, slot)
          $0.set(.typed, typed)
        } around: { number in
          for run in runs { add(run, to: &number) }
          // A page that changes the number need not know how high it ended.
          if shift != start { add(SVGFormula.Run(text: "\u{200B}", face: runs[0].face), to: &number) }
        }
      }
    }

    private mutating func add(_ run: SVGFormula.Run, to text: inout SVGCanvas) {
      let drop = (run.face.shift - shift) * SVGLabel.fontSize
      shift = run.face.shift
      var hasClass = false
      run.face.forEachClass(isSlanted: isSlanted) { _ in hasClass = true }
      if drop == 0, !hasClass { return text.write(run.text) }
      text.add(.tspan) { span in
        if hasClass { span.set(.class) { run.face.writeClasses(isSlanted: isSlanted, to: &$0) } }
        if !FigureNumber.isZero(drop) { span.set(.dy, drop) }
      } around: {
        $0.write(run.text)
      }
    }
  }
}

extension SVGFormula.Face {
  /// Its classes in the style of pictures.
  fileprivate func forEachClass(isSlanted: Bool, _ use: (StaticString) -> Void) {
    if isSlanted, isName, !isItalic { use("upright") }
    if isItalic { use("italic") }
    if isBold { use("bold") }
    if isCode { use("code") }
    if scripts == 1 { use("script") }
    if scripts > 1 { use("small-script") }
  }

  fileprivate func writeClasses(isSlanted: Bool, to value: inout ByteBuffer) {
    let start = value.count
    forEachClass(isSlanted: isSlanted) { name in
      if value.count > start { value += " " }
      value += name
    }
  }
}
