extension EvaluationList {
  /// Edges by the quantity that is their operand, each quantity's in the order of the file.
  var edgesByOperand: (order: [Int32], ranges: [Range<Int>]) {
    var ends = [Int](repeating: 0, count: gates.count)
    for operand in edgeOperands { ends[Int(operand)] += 1 }
    var total = 0
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(gates.count)
    for quantity in ends.indices {
      ranges.append(total..<total + ends[quantity])
      total += ends[quantity]
      ends[quantity] = ranges[quantity].lowerBound
    }
    var order = [Int32](repeating: 0, count: edgeOperands.count)
    for (edge, operand) in edgeOperands.enumerated() {
      order[ends[Int(operand)]] = Int32(edge)
      ends[Int(operand)] += 1
    }
    return (order, ranges)
  }

  /// By quantity: the givens whose first use in the file is its formula, so that their adjoints are complete there.
  var completionsByFirstUser: [[Int]] {
    var result = [[Int]](repeating: [], count: gates.count)
    var isSeen = [Bool](repeating: false, count: gates.count)
    for (edge, operand) in edgeOperands.enumerated() where gates[Int(operand)].isEmpty && !isSeen[Int(operand)] {
      isSeen[Int(operand)] = true
      result[Int(edgeResults[edge])].append(Int(operand))
    }
    return result
  }
}
