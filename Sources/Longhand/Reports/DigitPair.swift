import Renderers

/// Two numbers to be compared digit by digit, the first place where they differ marked in both.
struct DigitPair {
  let printed: HTMLElement
  let right: HTMLElement
  let width: Int

  init(_ printed: String, _ right: String?) {
    let column = NumberColumn([printed] + (right.map { [$0] } ?? []))
    let first = Array(column.cell(printed).text)
    let second = right.map { Array(column.cell($0).text) }
    let place = second.flatMap { Self.difference(first, $0) }
    width = column.width
    self.printed = Self.element(first, marking: place)
    self.right = second.map { Self.element($0, marking: place) } ?? .text(ProofWords.nothing)
  }

  /// The first place where one has another character than the other, or none; a sign that both have is no difference.
  private static func difference(_ one: [Character], _ other: [Character]) -> Int? {
    let (one, other) = sign(one) == sign(other) ? (withoutSign(one), withoutSign(other)) : (one, other)
    if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset { return place }
    return one.count == other.count ? nil : min(one.count, other.count)
  }

  private static func sign(_ text: [Character]) -> Character? {
    text.first { $0 != " " }.flatMap { NumberColumn.signs.contains($0) ? $0 : nil }
  }

  private static func withoutSign(_ text: [Character]) -> [Character] {
    guard let sign = sign(text), let place = text.firstIndex(of: sign) else { return text }
    return text[..<place] + [" "] + text[(place + 1)...]
  }

  private static func element(_ text: [Character], marking place: Int?) -> HTMLElement {
    guard let place, place < text.count, text[place] != " ", text[place] != sign(text) || place == 0 else {
      return .element(.code, [:], [.text(String(text))])
    }
    return .element(
      .code, [:],
      [
        .text(String(text[..<place])), .element(.mark, [:], [.text(String(text[place]))]),
        .text(String(text[(place + 1)...])),
      ])
  }
}
