import DocumentModel

/// How lines of a tone look in characters.
struct TextStroke {
  private let tone: Tone

  init(_ tone: Tone) { self.tone = tone }

  /// The sign for a line that goes these ways: left 1, right 2, up 4, down 8.
  func sign(_ ways: UInt8) -> String {
    switch ways {
    case 1, 2, 3: level
    case 4, 8, 12: upright
    case 10: isHeavy ? "┏" : "╭"
    case 9: isHeavy ? "┓" : "╮"
    case 6: isHeavy ? "┗" : "╰"
    case 5: isHeavy ? "┛" : "╯"
    case 14: isHeavy ? "┣" : "├"
    case 13: isHeavy ? "┫" : "┤"
    case 11: isHeavy ? "┳" : "┬"
    case 7: isHeavy ? "┻" : "┴"
    default: isHeavy ? "╋" : "┼"
    }
  }

  var level: String {
    switch tone {
    case .plain: "─"
    case .value: "─"
    case .adjoint: "╌"
    case .changed: "┄"
    case .emphasized: "━"
    case .faded: "┈"
    }
  }

  var upright: String {
    switch tone {
    case .plain: "│"
    case .value: "│"
    case .adjoint: "╎"
    case .changed: "┆"
    case .emphasized: "┃"
    case .faded: "┊"
    }
  }

  /// Whether curves are two dots wide.
  var isHeavy: Bool { tone == .emphasized }

  /// How many dots of a curve are drawn, and how many left out behind them.
  var dashes: (on: Int, off: Int) {
    switch tone {
    case .plain, .value, .emphasized: (1, 0)
    case .adjoint: (3, 2)
    case .changed: (5, 2)
    case .faded: (1, 2)
    }
  }

  /// What stands beside the name of a series: three columns.
  func sample(_ kind: Plot.Kind) -> String {
    switch kind {
    case .line: dashes.off == 0 ? "⠒⠒⠒" : "⠒⠂⠒"
    case .dashedLine: "⠒⠂⠒"
    case .dots: " \(dot) "
    case .path: "\(dot)⠒▶"
    }
  }

  /// A dot of a plot.
  var dot: String {
    switch tone {
    case .plain: "•"
    case .value: "●"
    case .adjoint: "◆"
    case .changed: "▲"
    case .emphasized: "■"
    case .faded: "·"
    }
  }
}
