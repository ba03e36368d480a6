import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// A stretch of computed quantities under one heading of the file.
  struct Section {
    let title: String?
    let members: [Int]
  }

  /// The computed quantities by section; without headings in the file, the objective's part stands apart where
  /// targets come in.
  var sections: [Section] {
    let computed = quantities.indices.filter { !quantities[$0].role.isGiven }
    let headings = walkthrough.passages.filter { $0.kind == .section }
    guard !headings.isEmpty else { return unnamedSections(computed) }
    var sections: [Section] = []
    let starts = headings.map(\.before) + [quantities.count]
    let preface = computed.filter { $0 < starts[0] }
    if !preface.isEmpty { sections.append(Section(title: nil, members: preface)) }
    for (index, heading) in headings.enumerated() {
      let members = (starts[index]..<starts[index + 1]).filter { !quantities[$0].role.isGiven }
      sections.append(Section(title: heading.text, members: members))
    }
    return sections
  }

  private func unnamedSections(_ computed: [Int]) -> [Section] {
    let usesTarget = trace.edges.first { part(of: $0.operand) == .target }
    guard walkthrough.objective?.sense == .minimize, let start = usesTarget?.result, start != computed.first else {
      return [Section(title: nil, members: computed)]
    }
    return [
      Section(title: nil, members: computed.filter { $0 < start }),
      Section(title: Wording.errorHeading, members: computed.filter { $0 >= start }),
    ]
  }

  /// The computation in words: what goes in, what comes out, how many ways lead to the objective.
  func network() -> Step {
    let hasParameters = quantities.contains { $0.role == .weight || $0.role == .bias }
    var blocks: [Block] = [.heading(level: 1, Wording.networkHeading(hasParameters: hasParameters).inlines)]
    let items = sections.filter { !$0.members.isEmpty }.map { description(of: $0) }
    blocks.append(items.count == 1 ? items[0].paragraph : .list(items.map(\.inlines)))
    if trace.backward != nil { blocks += pathSentence.map { [$0.paragraph] } ?? [] }
    return Step(id: "network", blocks: blocks)
  }

  /// What a quantity is there for; a column of examples is a target where it is only ever compared with results.
  private func part(of quantity: Int) -> Role {
    guard quantities[quantity].role == .example else { return quantities[quantity].role }
    let users = trace.edges(outOf: quantity).map { trace.edges[$0].result }
    let isCompared = users.allSatisfy { user in
      trace.edgesIntoResult[user].contains { !quantities[trace.edges[$0].operand].role.isGiven }
    }
    return isCompared && !users.isEmpty ? .target : .input
  }

  /// What comes of inputs, and after it what does not, such as a penalty that is made of weights alone.
  private func description(of section: Section) -> Sentence {
    let traffic = Traffic(of: section.members, in: trace)
    let sources = traffic.outside.filter { [.input, .computed].contains(part(of: $0)) }
    let (fed, alone) = traffic.split(by: sources)
    let groups = fed.isEmpty || alone.isEmpty ? [traffic.results] : [fed, alone]
    let sentences = groups.map { results in
      let used = groups.count == 1 ? traffic.outside : traffic.ancestors(of: results)
      return description(of: results, from: used, title: results == groups[0] ? section.title : nil)
    }
    return sentences.dropFirst().reduce(sentences[0]) { "\($0) \($1)" }
  }

  private func description(of results: [Int], from outside: [Int], title: String?) -> Sentence {
    let sources = outside.filter { [.input, .computed].contains(part(of: $0)) }
    let parts = [Role.weight, .bias, .unknown, .fixed, .target].compactMap { role -> Sentence? in
      let group = outside.filter { part(of: $0) == role }
      return group.isEmpty
        ? nil : Wording.parameters(role, abridged(group), isOne: group.count == 1, areNumbers: areNumbers(group))
    }
    return Wording.section(
      title, from: (abridged(sources), sources.count == 1), to: (abridged(results), results.count == 1), with: parts)
  }

  /// Up to twelve names; of more, the first and the last.
  func abridged(_ group: [Int]) -> Sentence {
    group.count <= 12
      ? Sentence.list(group.map { "\(symbol($0))" })
      : Wording.rangeOfNames(symbol(group[0]), symbol(group[group.count - 1]), count: group.count)
  }

  /// Quantities from which equally many paths lead to the objective.
  private struct PathsAlike {
    let count: Int
    var members: [Int]
  }

  /// How many paths lead from the asked quantities to the objective, those with equally many together.
  private var pathSentence: Sentence? {
    guard let seed = trace.backward?.seed else { return nil }
    var groups: [PathsAlike] = []
    for quantity in trace.asked where pathCounts[quantity] > 0 {
      if let index = groups.firstIndex(where: { $0.count == pathCounts[quantity] }) {
        groups[index].members.append(quantity)
      } else {
        groups.append(PathsAlike(count: pathCounts[quantity], members: [quantity]))
      }
    }
    guard !groups.isEmpty, groups.count <= 12 else { return nil }
    groups.sort { $0.count < $1.count }
    return Wording.paths(
      groups.map { ($0.count, abridged($0.members), $0.members.count == 1) }, to: symbol(seed))
  }
}

/// What goes into a stretch of computed quantities, and what comes out of it.
private struct Traffic {
  /// What is used in it and comes from elsewhere.
  let outside: [Int]
  /// What is used elsewhere, or nowhere.
  let results: [Int]
  private let members: [Int]
  private let trace: Trace

  init(of members: [Int], in trace: Trace) {
    let none = [Bool](repeating: false, count: trace.walkthrough.quantities.count)
    var (isMember, isUsedInside, isUsedOutside) = (none, none, none)
    for member in members { isMember[member] = true }
    for edge in trace.edges {
      if isMember[edge.result] { isUsedInside[edge.operand] = true } else { isUsedOutside[edge.operand] = true }
    }
    (self.members, self.trace) = (members, trace)
    outside = none.indices.filter { isUsedInside[$0] && !isMember[$0] }
    results = members.filter { isUsedOutside[$0] || !isUsedInside[$0] }
  }

  /// The results that are reached from some of these, and the others.
  func split(by sources: [Int]) -> (fed: [Int], alone: [Int]) {
    var isReached = [Bool](repeating: false, count: trace.walkthrough.quantities.count)
    for source in sources { isReached[source] = true }
    for member in members {
      isReached[member] = trace.edgesIntoResult[member].contains { isReached[trace.edges[$0].operand] }
    }
    return (results.filter { isReached[$0] }, results.filter { !isReached[$0] })
  }

  /// What some results are made of and comes from elsewhere.
  func ancestors(of results: [Int]) -> [Int] {
    var isUsed = [Bool](repeating: false, count: trace.walkthrough.quantities.count)
    for result in results { isUsed[result] = true }
    for member in members.reversed() where isUsed[member] {
      for edge in trace.edgesIntoResult[member] { isUsed[trace.edges[edge].operand] = true }
    }
    return outside.filter { isUsed[$0] }
  }
}
