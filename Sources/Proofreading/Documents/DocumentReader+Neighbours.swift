extension DocumentReader {
  /// What the words around an equality make doubtful: its sentence, the words before its left side, and what stands
  /// behind its number.
  func surroundings(of left: DocumentTerm, from start: Int, _ number: Range<Int>) -> PrintedEquality.Doubt? {
    if let doubt = context.doubts[number.lowerBound], doubt != .newValue || !left.isUpdated { return doubt }
    if isStruckOut(tokens[number.lowerBound].range.lowerBound) { return .struckOut }
    if !left.isUpdated, hasNewValue(in: start..<max(start, number.lowerBound)) { return .newValue }
    if isIntroducedStrangely(left, start) { return .introduction }
    return hasUnit(behind: number.upperBound) ? .unit : nil
  }

  /// Whether a new value stands in a range of marks.
  private func hasNewValue(in range: Range<Int>) -> Bool {
    var (low, high) = (0, newValues.count)
    while low < high {
      let middle = (low + high) / 2
      if newValues[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < newValues.count && range.contains(newValues[low])
  }

  /// Whether words before a left side may say that not its own value is meant: `half of w`.
  private func isIntroducedStrangely(_ left: DocumentTerm, _ start: Int) -> Bool {
    var place = start
    let mostWords = 8
    for _ in 0..<mostWords {
      guard let index = wordBefore(place), case .word(let spelled) = tokens[index].kind else { return false }
      let word = spelled.lowercased()
      switch left {
      case .name: break
      case .updated, .derivative, .notUnderstood: return Self.operations.contains(word)
      }
      if Self.introductions.contains(word) { return false }
      if word == "and" || word == "or" { return !isBehindNumber(index) }
      guard Self.attributes.contains(word) || (word == "of" && isBehindValue(index)) else { return true }
      place = index
    }
    return true
  }

  /// The ordinary word right before a mark, whatever fonts and formulas begin between them.
  private func wordBefore(_ start: Int) -> Int? {
    var index = start - 1
    let mostMarks = 8
    while index >= 0, index >= start - mostMarks, isTransparent(index) { index -= 1 }
    guard index >= 0, tokens[index].isProse, index == 0 || !tokens[index - 1].kind.isScript else { return nil }
    return isApart(index, before: start) ? nil : index
  }

  /// Whether a word ends a group that no font opens, or a remark at the end of another line.
  private func isApart(_ index: Int, before start: Int) -> Bool {
    let mostMarks = 8
    let between = Set(tokens[index..<start].map(\.kind))
    let before = (max(0, index - mostMarks)..<index).reversed()
    if between.contains(.closeBrace), let brace = before.first(where: { tokens[$0].kind == .openBrace }) {
      return kind(brace - 1) != .font
    }
    guard between.contains(.newline) else { return false }
    let line = before.prefix { tokens[$0].kind != .newline }
    return line.contains { tokens[$0].kind == .stop && !tokens[$0].range.isEmpty && scalar(of: $0) == "#" }
  }

  /// The first scalar of a mark.
  func scalar(of index: Int) -> Unicode.Scalar? {
    tokens[index].range.isEmpty ? nil : scalars[tokens[index].range.lowerBound]
  }

  private func isTransparent(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .openBrace, .closeBrace, .font, .newline, .open(.math), .open(.code): true
    case .word, .greek, .number, .lowered, .raised, .prime, .open(.round), .open(.table), .close, .sign, .relation,
      .fraction, .partial, .comma, .stop, .ellipsis, .row, .paragraph, .opaque:
      false
    }
  }

  private func isBehindNumber(_ index: Int) -> Bool {
    var place = index - 1
    let mostMarks = 6
    while place >= 0, place >= index - mostMarks {
      switch tokens[place].kind {
      case .number, .comma, .stop, .paragraph: return true
      case .close, .closeBrace, .openBrace, .font, .newline: place -= 1
      case .word(let word): return Self.introductions.contains(word)
      case .greek, .lowered, .raised, .prime, .open, .sign, .relation, .fraction, .partial, .ellipsis, .row:
        return false
      case .opaque: return scalar(of: place) == "%"
      }
    }
    return place < 0
  }

  /// `value of`
  private func isBehindValue(_ index: Int) -> Bool {
    guard index > 0, case .word(let word) = tokens[index - 1].kind else { return false }
    return word.lowercased() == "value"
  }

  /// Whether a unit of measure stands behind a number, or behind the formula that it ends.
  private func hasUnit(behind index: Int) -> Bool {
    let mostMarks = 8
    let closings: Set<DocumentToken.Kind> = [.close(.math), .close(.code), .closeBrace]
    let skipped = tokens[min(index, tokens.count)...].prefix(mostMarks).prefix { closings.contains($0.kind) }
    return isUnit(at: index + skipped.count) || isPercent(index + skipped.count)
  }

  /// Whether a mark is a unit, in a font of its own or not.
  func isUnit(at index: Int) -> Bool {
    let mostMarks = 4
    let skipped = tokens[min(index, tokens.count)...].prefix(mostMarks).prefix {
      $0.kind == .font || $0.kind == .openBrace
    }
    let place = index + skipped.count
    guard case .word(let word) = kind(place) else { return false }
    if kind(place + 1) == .relation || kind(place + 1)?.isScript == true { return false }
    return Self.units.contains(word)
  }
}

extension DocumentReader {
  /// Words behind which something begins.
  private static let introductions: Set<String> = [
    "let", "given", "with", "where", "is", "are", "so", "then", "thus", "hence", "get", "gets", "got", "give", "gives",
    "have",
    "has", "for", "that", "obtain", "obtains", "find", "finds", "compute", "computes", "calculate", "take", "set", "as",
    "therefore", "namely", "outputs", "equals", "here", "now", "so-called", "because", "since", "but", "which", "using",
    "use", "means",
    "first", "finally", "also", "becomes", "yields", "yield", "see", "at", "consequently", "say", "note", "now",
  ]
  /// Words between such a word and a name that only say what the name is.
  private static let attributes: Set<String> = [
    "the", "a", "an", "our", "its", "this", "weight", "weights", "bias", "biases", "input", "inputs", "target",
    "targets",
    "output", "value", "error", "loss", "rate", "learning", "number", "parameter", "prediction", "activation",
    "quantity",
    "result", "desired", "wanted", "predicted", "corresponding", "new", "resulting", "computed", "called", "again",
  ]
  /// Words that compute.
  private static let operations: Set<String> = [
    "times", "plus", "minus", "twice", "half", "sum", "product", "square", "negative", "of", "mean", "average", "not",
    "to", "over", "by", "from", "than",
  ]
  private static let units: Set<String> = [
    "J", "kJ", "mJ", "MJ", "eV", "W", "kW", "mW", "MW", "V", "mV", "kV", "A", "mA", "K", "C", "F", "m", "cm", "mm",
    "km",
    "s", "ms", "ns", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour",
    "hours", "day", "days", "year", "years", "g", "kg", "mg", "N", "kN", "Pa", "kPa", "Hz", "kHz", "MHz", "GHz", "bit",
    "bits", "nat", "nats", "byte", "bytes", "dB", "units", "unit", "volt", "volts", "watt", "watts", "joule", "joules",
    "amperes", "ohm", "ohms", "meter", "meters", "metre", "metres", "gram", "grams", "degrees", "rad", "radians",
    "dollars", "euros", "cents", "points", "mol", "L", "l", "ml", "ft", "in.", "inch", "inches", "lb", "lbs",
  ]
}
