/// A type size for what is too wide for its line and cannot be broken further: a wide matrix, say.
struct LaTeXTypeSize: Equatable {
  /// The type of the text.
  static let text = LaTeXTypeSize(points: 10.95, em: 10.95)
  /// Latin Modern's sizes below it; in the small ones an em has more points than the size.
  private static let smaller = [
    LaTeXTypeSize(points: 10, em: 10), LaTeXTypeSize(points: 9, em: 9.25), LaTeXTypeSize(points: 8, em: 8.5),
    LaTeXTypeSize(points: 7, em: 7.97), LaTeXTypeSize(points: 6, em: 7.2),
  ]

  private let points: Double
  private let em: Double

  /// How many of its em fill a line of `width` em of the text.
  func ems(in width: Double) -> Double { width * Self.text.em / em }

  /// The largest one in which `fits` holds, asked with the size; the smallest where it never does.
  static func largest(where fits: (LaTeXTypeSize) -> Bool) -> LaTeXTypeSize {
    if fits(text) { return text }
    return smaller.first(where: fits) ?? smaller[smaller.count - 1]
  }

  /// Begins a group in this size. The lines of the paragraph around it keep their distance, and matrices come closer.
  func begin(in text: inout ByteBuffer) {
    guard self != .text else { return }
    text += "{\\fontsize{"
    text.append(number: Int(points))
    text += "}{\\baselineskip}\\selectfont\\setlength{\\arraycolsep}{0.45em}%\n"
  }

  /// Ends the line and the group; a space behind a display would begin a line that stays empty.
  func end(in text: inout ByteBuffer) {
    text += self == .text ? "\n" : "%\n}%\n"
  }
}
