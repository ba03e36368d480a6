import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// Why that comes back along these edges, each reason once.
  func pullbackReasons(_ edges: [Int]) -> [Sentence] {
    // What comes back as a number has no sides to multiply it from.
    let areNumbers = edges.allSatisfy { quantities[trace.edges[$0].result].shape.isScalar }
    return edges.reduce(into: []) { $0.add(pullbackReasons($1, ofNumber: areNumbers)) }
  }

  /// What the operand of an edge goes through on its way, from the outside in.
  private func pullbackReasons(_ edge: Int, ofNumber: Bool) -> [Sentence] {
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    let ways = expressions[result].ways(of: operand) { quantities[$0].shape }
    var sentences: [Sentence] = []
    if ways.count > 1 {
      sentences.append(Wording.severalUses(symbol(operand), in: symbol(result)))
    } else if let way = ways.first, way.allSatisfy(\.isPlain) {
      if way.contains(where: \.isConstantFactor) {
        sentences.append(Wording.constantSlope(symbol(operand), in: symbol(result)))
      } else if !way.count(where: { $0 == .negated }).isMultiple(of: 2) {
        sentences.append(Wording.takenAway(symbol(operand), from: symbol(result)))
      }
    }
    let tellsNumbers = sentences.isEmpty || ways.count > 1
    for way in ways {
      let (function, half) = (way.firstIndex(where: \.isFunction) ?? way.count, way.cancelledHalf)
      for index in way.indices where !way.isTold(with: index - 1) {
        if way[index].isConstantFactor, !tellsNumbers || ways.count == 1 && index > function || index == half {
          continue
        }
        sentences.add(sentence(for: index, of: way, operand, ofNumber: ofNumber))
      }
      if tellsNumbers, ways.count > 1 || function == way.count, way.endsBehindMinus {
        sentences.add([Wording.minusBefore(symbol(operand))])
      }
    }
    if ways.count == 1,
      ways[0].drop(while: { !$0.isFunction }).contains(where: { $0 == .negated || $0.isConstantFactor })
    {
      sentences.append(Wording.chain)
    }
    for way in ways {
      for (index, passage) in way.enumerated() {
        guard case .repeated(let shape) = passage else { continue }
        let name = Wording.subject(symbol(operand), isItself: way[(index + 1)...].allSatisfy(\.keepsName))
        sentences.add([Wording.repeated(name, isNumber: shape.isScalar)])
      }
    }
    return sentences.isEmpty ? [Wording.takenAsItIs(symbol(operand), in: symbol(result))] : sentences
  }

  /// - Parameter ofNumber: whether the result of the way is one number.
  private func sentence(for index: Int, of way: [Passage], _ operand: Int, ofNumber: Bool) -> [Sentence] {
    let name = Wording.subject(symbol(operand), isItself: way[(index + 1)...].allSatisfy(\.keepsName))
    let isNumber = ofNumber && way[..<index].allSatisfy(\.keepsEntries)
    switch way[index] {
    case .added, .negated, .repeated: return []
    case .constantFactor(let number, let isDivisor):
      let factor = FormulaWriter(leaves: symbols).formula(number)
      return [isDivisor ? Wording.dividend(name, by: factor) : Wording.scaled(name, by: factor)]
    case .leftFactor:
      return [
        way.isTransposed(behind: index)
          ? Wording.transposedLeftFactor(name, ofNumber: isNumber) : Wording.leftFactor(name, ofNumber: isNumber)
      ]
    case .rightFactor:
      return [
        way.isTransposed(behind: index)
          ? Wording.transposedRightFactor(name, ofNumber: isNumber) : Wording.rightFactor(name, ofNumber: isNumber)
      ]
    case .scaled(let factor): return [Wording.scaled(name, by: factor.map(symbol))]
    case .elementwiseFactor: return [Wording.elementwiseFactor]
    case .dividend(let divisor): return [Wording.dividend(name, by: divisor.map(symbol))]
    case .divisor: return [Wording.divisor(name, letter: UpdateLetters(walkthrough).anyNumber.name)]
    case .power(let exponent):
      return [Wording.power(exponent, isHalved: way.cancelledHalf != nil, of: quantities[operand].shape)]
    case .function(let primitive): return [primitive.notation.slope]
    case .operation(let operation): return [Wording.pullback(of: operation)]
    case .part: return [Wording.part(symbol(operand))]
    }
  }
}

extension [Passage] {
  /// Whether what stands next to the operand turns its sign.
  fileprivate var endsBehindMinus: Bool { !reversed().prefix { $0.isPlain }.count { $0 == .negated }.isMultiple(of: 2) }

  /// Whether what is a factor of a product at `index` stands there transposed.
  fileprivate func isTransposed(behind index: Int) -> Bool {
    index + 1 < count && self[index + 1] == .operation(.transpose)
  }

  /// Whether the sentence for the passage at `index` speaks of the next one too.
  fileprivate func isTold(with index: Int) -> Bool {
    index >= 0 && (self[index] == .leftFactor || self[index] == .rightFactor) && isTransposed(behind: index)
  }

  /// Where the ½ stands that the 2 of a square cancels, with nothing but sums between them.
  fileprivate var cancelledHalf: Int? {
    guard let square = firstIndex(of: .power(2)), count(where: \.isConstantFactor) == 1,
      let half = self[..<square].firstIndex(where: \.isHalf)
    else { return nil }
    let areSums = self[(half + 1)..<square].allSatisfy { passage in
      switch passage {
      case .operation(.sum), .operation(.mean), .added, .negated: true
      case .operation, .constantFactor, .leftFactor, .rightFactor, .scaled, .elementwiseFactor, .dividend, .divisor,
        .power, .function, .part, .repeated:
        false
      }
    }
    return areSums ? half : nil
  }
}

extension [Sentence] {
  /// Adds those that are not there yet, but for empty ones.
  fileprivate mutating func add(_ others: [Sentence]) {
    for other in others where !other.inlines.isEmpty && !contains(where: { $0.inlines == other.inlines }) {
      append(other)
    }
  }
}
