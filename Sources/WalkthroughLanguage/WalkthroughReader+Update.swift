import Numerals

/// What `update:` says, part by part, with places for what does not fit together.
struct UpdateReading {
  var order: Range<Int>?
  var schedule: Range<Int>?
  var method: Range<Int>?
  var constants: [(setting: UpdateSetting, place: Range<Int>)] = []
}

extension WalkthroughReader {
  /// `reusing new weights`, `adam, beta1 = 0.9`, `after each example`: parts in any order.
  mutating func readUpdate(_ scanner: inout Scanner) throws(Diagnostic) {
    var update = UpdateReading()
    repeat { try readUpdatePart(scanner.takePhrase(), &update) } while scanner.take(Ascii.comma)
    walkthrough.updateSettings = try settings(of: walkthrough.updateMethod, update)
    updateReading = update
  }

  private mutating func readUpdatePart(_ place: Range<Int>, _ update: inout UpdateReading) throws(Diagnostic) {
    let words = source.phrase(place)
    if let name = constantInside(place) {
      throw .commaMissing(name, source.quoted(name), between: "the parts of `update:`")
    }
    if bytes[place].contains(Ascii.equals) {
      try readConstant(place, &update)
    } else if let order = UpdateOrder.allCases.first(where: { $0.words.contains(words) }) {
      try note(&update.order, place)
      walkthrough.updateOrder = order
    } else if let schedule = try schedule(words, place) {
      try note(&update.schedule, place)
      walkthrough.updateSchedule = schedule
    } else {
      guard let method = UpdateMethod(rawValue: words), method != .gradient else {
        throw .unknownWord(place, source.quoted(place), among: Self.updateWords)
      }
      try note(&update.method, place)
      walkthrough.updateMethod = method
    }
  }

  /// The name of a constant with something else before it: `beta` in `momentum beta = 0.9`.
  private func constantInside(_ place: Range<Int>) -> Range<Int>? {
    let names = bytes[place].split(whereSeparator: Ascii.isBlank).dropFirst().map { word in
      var scanner = Scanner(bytes, word.indices)
      return scanner.takeName()
    }
    return names.first { UpdateConstant(rawValue: source.text($0)) != nil }
  }

  private func note(_ seen: inout Range<Int>?, _ place: Range<Int>) throws(Diagnostic) {
    if seen != nil { throw .saidBefore(place, source.quoted(place)) }
    seen = place
  }

  private static let updateWords =
    UpdateOrder.allCases.map(\.rawValue) + [afterAll, afterEach, "after every 2 examples"]
    + UpdateMethod.allCases.filter { $0 != .gradient }.map(\.rawValue)
  private static let (afterAll, afterEach) = ("after all examples", "after each example")
  private static let (afterEvery, examples) = ("after every ", " examples")

  /// `after every 2 examples`; nothing for words that are no schedule.
  private func schedule(_ words: String, _ place: Range<Int>) throws(Diagnostic) -> UpdateSchedule? {
    if words == Self.afterAll { return .afterAllExamples }
    if words == Self.afterEach { return .afterEvery(1) }
    guard words.hasPrefix(Self.afterEvery), words.hasSuffix(Self.examples) else { return nil }
    let count = Int(words.dropFirst(Self.afterEvery.utf8.count).dropLast(Self.examples.utf8.count))
    guard let count, count > 0 else { throw .scheduleExpected(place) }
    return .afterEvery(count)
  }

  /// `beta1 = 0.9`
  private func readConstant(_ place: Range<Int>, _ update: inout UpdateReading) throws(Diagnostic) {
    var scanner = Scanner(bytes, place)
    let name = scanner.takeName()
    guard let constant = UpdateConstant(rawValue: source.text(name)), scanner.take(Ascii.equals) else {
      let word = name.isEmpty ? scanner.stretchHere() : name
      throw .unknownWord(word, source.quoted(word), among: UpdateConstant.allCases.map(\.rawValue))
    }
    let number = scanner.rest
    guard let value = takeSignedDecimal(&scanner), scanner.isAtEnd, constant.allows(value) else {
      throw .constantOutOfRange(source.trimmed(number), constant)
    }
    if update.constants.contains(where: { $0.setting.constant == constant }) {
      throw .saidBefore(place, source.quoted(name))
    }
    update.constants.append((UpdateSetting(constant: constant, value: value), place))
  }

  /// A number with its sign, as directives take it.
  func takeSignedDecimal(_ scanner: inout Scanner) -> Decimal? {
    let isNegative = scanner.takeMinus()
    scanner.skipBlanks()
    guard let value = scanner.takeDecimal()?.value else { return nil }
    scanner.skipBlanks()
    return Decimal(isNegative: isNegative, coefficient: value.coefficient, places: value.places)
  }

  /// Every constant of the method, as the file says or as it is without a word.
  private func settings(
    of method: UpdateMethod, _ update: UpdateReading
  ) throws(Diagnostic) -> [UpdateSetting] {
    let own = method.constants
    for (setting, place) in update.constants where !own.contains(where: { $0.constant == setting.constant }) {
      throw .foreignConstant(place, setting.constant, method)
    }
    return own.map { standard in
      update.constants.first { $0.setting.constant == standard.constant }?.setting ?? standard
    }
  }
}

extension UpdateOrder {
  /// The ways to ask for it.
  fileprivate var words: [String] {
    switch self {
    case .together: [rawValue]
    case .reusing: [rawValue, "reusing"]
    }
  }
}

extension UpdateConstant {
  fileprivate func allows(_ value: Decimal) -> Bool {
    switch self {
    case .beta, .beta1, .beta2: !value.isNegative && value.value < 1
    case .epsilon: !value.isNegative && !value.isZero
    }
  }

  fileprivate var range: String {
    switch self {
    case .beta, .beta1, .beta2: "from 0 up to, and without, 1"
    case .epsilon: "above 0"
    }
  }
}

extension WalkthroughReader {
  /// What is asked for, such as `new w`, is there only for what an update moves.
  func rejectUnmoved(_ quantity: Int32, _ place: Range<Int>, _ asked: String) throws(Diagnostic) {
    guard quantity >= 0 else { return }
    let quantity = walkthrough.quantities[Int(quantity)]
    if walkthrough.isSymbolic { throw .movesNumbers(place, asked) }
    if !hasRate || !quantity.role.isMoved { throw .notMoved(place, quantity, asked, hasRate: hasRate) }
  }
}

extension Diagnostic {
  fileprivate static func notMoved(
    _ place: Range<Int>, _ quantity: Quantity, _ asked: String, hasRate: Bool
  ) -> Diagnostic {
    let declare = "declare it under `weights:`, `biases:` or `unknowns:`"
    let remedy =
      switch (quantity.role.isMoved, quantity.role.isGiven) {
      case (true, _): "add `rate:` to make an update"
      case (false, true): hasRate ? declare : "\(declare), and add `rate:` to make an update"
      case (false, false): "an update moves only what stands under `weights:`, `biases:` or `unknowns:`"
      }
    return Diagnostic(
      at: place, "`\(quantity.name)` is not moved by an update, so there is no `\(asked)`", remedy: remedy)
  }
  fileprivate static func movesNumbers(_ place: Range<Int>, _ asked: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(asked)` is about numbers, and a symbolic walkthrough has none",
      remedy: "drop this line")
  }
  fileprivate static func scheduleExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "after how many examples is not understood", remedy: "write a whole number: `after every 2 examples`")
  }
  fileprivate static func constantOutOfRange(_ place: Range<Int>, _ constant: UpdateConstant) -> Diagnostic {
    Diagnostic(
      at: place, "`\(constant.rawValue)` is a number \(constant.range)",
      remedy: "write it in digits, such as `\(constant == .epsilon ? "epsilon = 1e-8" : constant.rawValue + " = 0.9")`")
  }
  fileprivate static func foreignConstant(
    _ place: Range<Int>, _ constant: UpdateConstant, _ method: UpdateMethod
  ) -> Diagnostic {
    let own = method.constants.map { "`\($0.constant.rawValue)`" }
    return Diagnostic(
      at: place,
      method == .gradient
        ? "`\(constant.rawValue)` belongs to a way to update, and none is named"
        : "`\(method.rawValue)` has no constant `\(constant.rawValue)`",
      remedy: method == .gradient
        ? "name one, such as `adam`, before its constants"
        : "it has \(list(own))")
  }
}
