/// Finds the name that somebody probably meant.
public enum Suggestion {
  /// The candidate that one or two neighbouring slips of the pen turn into `word`, the closest and earliest one.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.utf8)
    var best: (distance: Int, name: String)?
    for candidate in candidates where abs(candidate.utf8.count - wanted.count) <= 2 {
      guard let distance = slips(wanted, Array(candidate.utf8)), distance < best?.distance ?? 3 else {
        continue
      }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// How many letters differ where the two names differ, which must be one short stretch; 0 when only case differs.
  ///
  /// Something of the name must stay, and not more be added than was there: `q` is no slip for `x`, nor `g` for `log`.
  private static func slips(_ one: [UInt8], _ other: [UInt8]) -> Int? {
    var start = 0
    while start < one.count, start < other.count, isAlike(one[start], other[start]) { start += 1 }
    var (oneEnd, otherEnd) = (one.count, other.count)
    while oneEnd > start, otherEnd > start, isAlike(one[oneEnd - 1], other[otherEnd - 1]) {
      oneEnd -= 1
      otherEnd -= 1
    }
    let (oneLeft, otherLeft) = (oneEnd - start, otherEnd - start)
    let isSwap =
      oneLeft == 2 && otherLeft == 2 && one[start] == other[start + 1] && one[start + 1] == other[start]
    let distance = isSwap ? 1 : max(oneLeft, otherLeft)
    return distance <= min(2, one.count) && distance < max(one.count, other.count) ? distance : nil
  }

  private static func isAlike(_ one: UInt8, _ other: UInt8) -> Bool {
    one == other || Ascii.isLetter(one) && one | 0x20 == other | 0x20
  }
}
