extension Elementary {
  /// The tables of the elementary functions as bytes, for others who work as this file does: doubles, the low byte
  /// first, and behind them the digits of 2/π, eight bytes each.
  ///
  /// In this order: both tables of powers (high and low parts), both of logarithms (factor, high, low), sines, cosines.
  public static var tableBytes: [UInt8] {
    var words: [UInt64] = []
    func append(_ pairs: [DoubleDouble]) {
      for pair in pairs { words += [pair.high.bitPattern, pair.low.bitPattern] }
    }
    append(powersOfTwoByCoarseStep)
    append(powersOfTwoByFineStep)
    for entry in coarseLogarithms + fineLogarithms {
      words += [entry.factor.bitPattern, entry.high.bitPattern, entry.low.bitPattern]
    }
    append(sines)
    append(cosines)
    words += digitsOfTwoOverPi
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
  }
}
