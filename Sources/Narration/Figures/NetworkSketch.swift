import DocumentModel

/// What a drawing of a network shows, before anything has its place: columns of units, from left to right.
struct NetworkSketch {
  var columns: [Column]
  /// Where the arrows point: to the right forward, to the left backward.
  var head = Diagram.Head.end

  typealias Column = [Unit]

  /// A line of text in a unit, or above a wire.
  struct Line {
    let content: [Inline]
    let tone: Tone
    /// Kept, because several layouts ask for it.
    let width: Double

    init(content: [Inline], tone: Tone = .plain) {
      self.content = content
      self.tone = tone
      width = content.labelWidth
    }

    /// Whether it is a name whose subscript stands under a superscript, which sets it lower.
    var isDeep: Bool {
      guard case .formula(.symbol(let symbol))? = content.first else { return false }
      return !symbol.subscripts.isEmpty && !symbol.superscripts.isEmpty
    }
  }

  /// A unit, or the dots that stand for those left out.
  struct Unit {
    var lines: [Line]
    var quantity: Int?
    /// The sum that stands in it besides.
    var sum: Int?
    var tone = Tone.plain
    var ports: [Port] = []
    /// What comes from the neighbours above and below in the same column.
    var fromNeighbours: (above: Port, below: Port)?
    var isEllipsis = false
  }

  /// Where something flows into a unit.
  struct Port {
    /// The number of a unit in the column before; nothing for a bias, which comes from nowhere.
    var source: Int?
    var label: Line?
    var tone = Tone.plain
    var edge: Int?
    /// The weight, or the bias.
    var quantity: Int?
  }
}
