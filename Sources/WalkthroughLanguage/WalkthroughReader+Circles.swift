/// Definitions of which each needs the others, so that no order of the lines would help.
struct CircularDefinitions {
  /// Where the first of them uses the next.
  let place: Range<Int>
  /// Each is computed from the next, and the last from the first.
  let members: [Int]

  func has(_ user: Int, _ used: Int) -> Bool { members.contains(user) && members.contains(used) }
}

extension WalkthroughReader {
  /// The circles of definitions, where a name was used before its own.
  var circularDefinitions: [CircularDefinitions] {
    let early = unresolved.prefix(Limits.diagnostics).compactMap { use -> (user: Int, used: Int, place: Range<Int>)? in
      let used = Int(quantityByName[use.name])
      guard used >= 0, let user = statement(at: use.place), user != used else { return nil }
      return (user, used, use.place)
    }
    var circles: [CircularDefinitions] = []
    for (user, used, place) in early where !circles.contains(where: { $0.has(user, used) }) {
      let needs = { quantity in self.used(in: quantity) + early.filter { $0.user == quantity }.map(\.used) }
      guard let way = way(from: used, to: user, needs) else { continue }
      circles.append(CircularDefinitions(place: place, members: [user] + way))
    }
    return circles
  }

  /// The quantity that the line of a place defines.
  private func statement(at place: Range<Int>) -> Int? {
    let start = bytes[..<place.lowerBound].lastIndex(of: Ascii.newline) ?? 0
    return walkthrough.quantities.indices.first {
      let quantity = walkthrough.quantities[$0]
      return quantity.role == .computed && (start..<place.lowerBound).contains(quantity.place.lowerBound)
    }
  }

  private func used(in quantity: Int) -> [Int] {
    walkthrough.nodes[walkthrough.quantities[quantity].formula].compactMap { node in
      if case .quantity(let used) = node.kind, used >= 0 { Int(used) } else { nil }
    }
  }

  /// The quantities on a way from one to another, the other left out.
  private func way(from start: Int, to end: Int, _ needs: (Int) -> [Int]) -> [Int]? {
    var cameFrom = [start: start]
    var waiting = [start]
    while let quantity = waiting.popLast() {
      if quantity == end { break }
      for needed in needs(quantity) where cameFrom[needed] == nil {
        cameFrom[needed] = quantity
        waiting.append(needed)
      }
    }
    guard var place = cameFrom[end] else { return nil }
    var way = [place]
    while place != start, let before = cameFrom[place] {
      place = before
      way.append(place)
    }
    return way.reversed()
  }
}

extension Diagnostic {
  static func circle(_ place: Range<Int>, _ names: [String]) -> Diagnostic {
    let links = zip(names, names.dropFirst() + names.prefix(1)).map { "`\($0)` needs `\($1)`" }
    let rest = links.count > 6 ? ["and so on"] : []
    return Diagnostic(
      at: place, "these definitions go round in a circle: \((links.prefix(6) + rest).joined(separator: ", "))",
      remedy: "compute one of them from givens alone, or give its earlier value a name of its own")
  }
}
