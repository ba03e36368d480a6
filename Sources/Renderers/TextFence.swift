/// A pair of signs around a formula, which grow with it.
enum TextFence {
  case parentheses, brackets, bars

  /// `content` between the pair.
  func around(_ content: TextBox) -> TextBox {
    var box = content.isFlat ? TextBox(flat.open) : side(left, besides: content)
    box.append(content)
    box.append(content.isFlat ? TextBox(flat.close) : side(right, besides: content))
    return box
  }

  private func side(_ signs: Side, besides content: TextBox) -> TextBox {
    let last = content.above.count + content.below.count
    return TextBox(
      column: { $0 == 0 ? signs.top : $0 == last ? signs.bottom : signs.middle }, besides: content)
  }

  private typealias Side = (top: String, middle: String, bottom: String)

  private var flat: (open: String, close: String) {
    switch self {
    case .parentheses: ("(", ")")
    case .brackets: ("[", "]")
    case .bars: ("|", "|")
    }
  }

  private var left: Side {
    switch self {
    case .parentheses: ("⎛", "⎜", "⎝")
    case .brackets: ("⎡", "⎢", "⎣")
    case .bars: ("│", "│", "│")
    }
  }

  private var right: Side {
    switch self {
    case .parentheses: ("⎞", "⎟", "⎠")
    case .brackets: ("⎤", "⎥", "⎦")
    case .bars: ("│", "│", "│")
    }
  }
}
