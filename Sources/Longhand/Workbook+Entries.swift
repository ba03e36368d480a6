import Differentiation
import DocumentModel
import Narration
import WalkthroughLanguage

/// One entry of a matrix, by its place row by row from 0.
struct AskedEntry {
  let quantity: Int
  let place: Int
  let name: String
}

/// Files with matrices that are told number by number.
extension Workbook {
  /// Tells the walkthrough as it stands, or its entries where the telling is for numbers.
  func narrator(_ telling: Telling?, _ options: RenderingOptions, isLive: Bool) throws(RenderingProblem) -> Narrator {
    let hasFigures = options.figures == .all
    let telling = telling ?? walkthrough.telling
    guard walkthrough.hasMatrices, let telling, !telling.isOfWholes, let entries = laboratory.entries else {
      return Narrator(trace, telling: telling, isLive: isLive, hasFigures: hasFigures)
    }
    return Narrator(try worked(entries), telling: telling, isLive: isLive, hasFigures: hasFigures)
  }

  /// The entry that is asked for; nothing where a whole quantity is, or everything.
  func entry(_ words: String?, _ telling: Telling?) throws(RenderingProblem) -> AskedEntry? {
    guard let words, walkthrough.quantities.allSatisfy({ $0.name != words }) else {
      return try entryOfNumber(words, telling)
    }
    let parts = words.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let quantity = walkthrough.quantities.firstIndex(where: { $0.name == parts[0] }) else {
      return nil
    }
    let original = walkthrough.quantities[quantity]
    guard !original.shape.isScalar, let place = original.shape.place(parts[1]) else {
      throw .noSuchEntry(original.name, words, original.shape)
    }
    if let telling, telling.isOfWholes { throw .tellingIsOfWholes(telling, words) }
    return AskedEntry(quantity: quantity, place: place, name: original.entryName(place))
  }

  /// A number among matrices, where the telling is for numbers.
  private func entryOfNumber(_ name: String?, _ telling: Telling?) throws(RenderingProblem) -> AskedEntry? {
    let telling = telling ?? walkthrough.telling
    guard walkthrough.hasMatrices, let telling, !telling.isOfWholes,
      let quantity = walkthrough.quantities.firstIndex(where: { $0.name == name })
    else { return nil }
    let original = walkthrough.quantities[quantity]
    guard original.shape.isScalar else { throw .entryExpected(original.name, original.shape) }
    return AskedEntry(quantity: quantity, place: 0, name: original.name)
  }

  /// The story of one entry; in a short file among all others, in a long one with everything else as numbers.
  func story(
    of entry: AskedEntry, _ telling: Telling?, _ options: RenderingOptions, isLive: Bool
  ) throws(RenderingProblem) -> (document: Document, narrator: Narrator) {
    if walkthrough.objective?.quantity == entry.quantity { throw .isObjective(entry.name) }
    if walkthrough.updateOrder == .reusing, let obstacle = walkthrough.entryObstacle {
      throw .tellingDoesNotFit(obstacle, remedy: Telling.matricesRemedy)
    }
    let own = walkthrough.telling?.isOfWholes ?? false ? nil : walkthrough.telling
    let telling = telling ?? own ?? .weights
    let trace = try worked(try expansion(for: entry))
    if let obstacle = telling.obstacle(in: trace.walkthrough) {
      throw .tellingDoesNotFit(obstacle, remedy: Telling.remedy(for: trace.walkthrough))
    }
    let narrator = Narrator(trace, telling: telling, isLive: isLive, hasFigures: options.figures == .all)
    guard let quantity = trace.walkthrough.quantities.firstIndex(where: { $0.name == entry.name }) else {
      throw .noPath(entry.name)
    }
    return (try self.story(of: quantity, entry.name, narrator), narrator)
  }

  private func expansion(for entry: AskedEntry) throws(RenderingProblem) -> Walkthrough {
    if let entries = laboratory.entries { return entries }
    do throws(Diagnostics) {
      if let entries = try laboratory.entries(around: entry.quantity, place: entry.place) { return entries }
    } catch {
      throw .cannotBeWorked(error.all[0].message)
    }
    throw .entryTooLong(entry.name)
  }

  private func worked(_ entries: Walkthrough) throws(RenderingProblem) -> Trace {
    do throws(Diagnostics) {
      return try entries.trace()
    } catch {
      throw .cannotBeWorked(error.all[0].message)
    }
  }
}

extension Shape {
  /// The place of `1,2]`, or of `2]` in a row or a column; nothing where there is none.
  fileprivate func place(_ indices: Substring) -> Int? {
    guard indices.last == "]" else { return nil }
    let words = indices.dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Int(String($0.filter { $0 != " " })) }
    guard numbers.count == words.count, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    if numbers.count == 1, rows == 1 || columns == 1 { return numbers[0] <= count ? numbers[0] - 1 : nil }
    guard numbers.count == 2, numbers[0] <= rows, numbers[1] <= columns else { return nil }
    return (numbers[0] - 1) * columns + numbers[1] - 1
  }
}
