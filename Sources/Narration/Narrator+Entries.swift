import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// In the story of one entry: that the rest stands still, and what was gathered of long sums.
  func whatIsLeftOut(_ used: Set<Int>) -> [Block] {
    guard let entry = walkthrough.askedEntry else { return [] }
    let gathered = walkthrough.gatherings.filter { used.contains($0.quantity) }.map { gathering in
      Wording.gathered(statement(gathering.quantity), terms: gathering.terms, in: symbol(gathering.result))
    }
    return [gathered.reduce(Wording.oneEntry(symbol(entry))) { $0 + $1 }.paragraph]
  }

  /// What the names mean that the file does not give, if there are any among these quantities.
  func softmaxInputs(_ quantities: [Int]) -> [Block] {
    guard !walkthrough.isSymbolic else { return [] }
    var firsts: [Int] = []
    for quantity in Set(quantities).sorted() where isUnnamed(quantity) {
      let isKnown = firsts.contains { self.quantities[$0].hasName(like: self.quantities[quantity]) }
      if !isKnown { firsts.append(quantity) }
    }
    return firsts.isEmpty ? [] : [Wording.softmaxInputs(firsts.map(symbol)).paragraph]
  }
}

extension Quantity {
  /// Whether both names differ in their indices alone.
  func hasName(like other: Quantity) -> Bool {
    name.prefix { $0 != "[" } == other.name.prefix { $0 != "[" }
  }
}
