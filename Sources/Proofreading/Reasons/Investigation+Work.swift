import WalkthroughLanguage

extension Investigation {
  /// Numbers times updates, for a line that is worked again under each supposition, and in all.
  static let (mostWorkOfALine, mostWorkInAll) = (1_000_000, 60_000_000)
  /// About how many suppositions there are.
  private static let suppositions = 80

  /// How much it takes to work a line: numbers of all quantities, once for each update and example.
  func work(_ context: ClaimContext) -> Int {
    let updates = context.countsEpochs ? context.steps * walkthrough.updatesPerEpoch : context.steps
    return (updates + 1) * workOfUpdate
  }

  /// Whether a line is worked again under each supposition.
  func isAffordable(_ context: ClaimContext) -> Bool { work(context) <= dearest }

  /// How much a line may take for that: the cheapest are worked, as many as there is time for.
  func dearestWork(_ contexts: Set<ClaimContext>) -> Int {
    var (left, dearest) = (Self.mostWorkInAll / Self.suppositions, 0)
    for (work, count) in Dictionary(contexts.map { (work($0), 1) }, uniquingKeysWith: +).sorted(by: { $0.key < $1.key })
    {
      left -= work * count
      guard work <= Self.mostWorkOfALine, left >= 0 else { break }
      dearest = work
    }
    return dearest
  }
}
