extension DocumentReader {
  /// What stands between double tildes of one paragraph.
  static func strikes(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var (strikes, start, place): ([Range<Int>], Int?, Int) = ([], nil, 0)
    while place + 1 < scalars.count {
      let pair = (scalars[place], scalars[place + 1])
      if pair == ("\n", "\n") { start = nil }
      guard pair == ("~", "~") else {
        place += 1
        continue
      }
      var end = place
      while end < scalars.count, scalars[end] == "~" { end += 1 }
      if end - place == 2 {
        if let opened = start { strikes.append(opened..<place) }
        start = start == nil ? end : nil
      }
      place = end
    }
    return strikes
  }

  /// Whether a place is struck out.
  func isStruckOut(_ place: Int) -> Bool {
    var (low, high) = (0, strikes.count)
    while low < high {
      let middle = (low + high) / 2
      if strikes[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < strikes.count && strikes[low].contains(place)
  }
}
