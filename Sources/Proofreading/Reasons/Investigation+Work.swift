import WalkthroughLanguage

extension Investigation {
  /// Numbers of an update, as far as they are counted, and numbers times updates of all lines and suppositions together.
  static let (mostWorkOfAnUpdate, mostWorkInAll) = (1_000_000, 60_000_000)
  /// About how many suppositions there are.
  private static let suppositions = 80

  /// How much it takes to work a line: numbers of all quantities, once for each update and example.
  func work(_ context: ClaimContext) -> Int {
    let updates = context.countsEpochs ? context.steps * walkthrough.updatesPerEpoch : context.steps
    return (updates + 1) * workOfUpdate
  }

  /// Whether a line is worked again under each supposition.
  func isAffordable(_ context: ClaimContext) -> Bool { work(context) <= dearest }

  /// How much a line may take for that: lines are worked from the cheapest on, those that take the same all or none.
  func dearestWork(_ contexts: Set<ClaimContext>) -> Int {
    var (left, dearest) = (Self.mostWorkInAll / Self.suppositions, 0)
    for (work, count) in Dictionary(contexts.map { (work($0), 1) }, uniquingKeysWith: +).sorted(by: { $0.key < $1.key })
    {
      left -= work * count
      guard left >= 0 else { break }
      dearest = work
    }
    return dearest
  }
}
