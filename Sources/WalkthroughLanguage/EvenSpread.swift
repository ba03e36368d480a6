/// Numbers that fill an interval evenly, whatever their number: multiples of an irrational one, without their whole part
/// (Weyl, 1916). One series by the golden ratio, and one for each step in another direction by the plastic number.
public enum EvenSpread {
  private static let golden = 0.618_033_988_749_895
  private static let plastic = 0.754_877_666_246_693

  /// So many steps in the two directions.
  public static func turns(_ first: Double, _ second: Double) -> Double { first * golden + second * plastic }

  /// The same without its whole part: between 0 and 1.
  public static func share(_ first: Double, _ second: Double) -> Double {
    let turns = turns(first, second)
    return turns - turns.rounded(.down)
  }
}
