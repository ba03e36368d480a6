import Testing
import WalkthroughLanguage

/// Formulas at random, of numbers a and b and of 2 × 2 matrices A and B, so that all shapes fit.
@Suite struct RoundTripTests {
  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func number(_ depth: Int) -> String {
      switch roll(depth > 0 ? 12 : 3) {
      case 0: "a"
      case 1: "2.5"
      case 2: "b"
      case 3: "(\(number(depth - 1)) - \(number(depth - 1)))"
      case 4: "\(number(depth - 1))*(\(number(depth - 1)))"
      case 5: "(\(number(depth - 1)))/(\(number(depth - 1)))"
      case 6: "(\(number(depth - 1)))^(\(number(depth - 1)))"
      case 7: "(-\(number(depth - 1)))"
      case 8: "3(\(number(depth - 1)))"
      case 9: "sum(\(matrix(depth - 1)))"
      case 10: "(\(matrix(depth - 1)))[1, 2]"
      default: "(\(matrix(depth - 1)))[:, 1]'[2]"
      }
    }

    mutating func matrix(_ depth: Int) -> String {
      let inner = depth - 1
      guard depth > 0 else { return roll(2) == 0 ? "A" : "B" }
      switch roll(20) {
      case 0: return "(\(matrix(inner)) + \(matrix(inner)))"
      case 1: return "(\(matrix(inner)) - \(number(inner)))"
      case 2: return "(\(matrix(inner)))*(\(matrix(inner)))"
      case 3: return "\(matrix(inner)).*\(matrix(inner))"
      case 4: return "(\(number(inner)))./(\(matrix(inner)))"
      case 5: return "(\(matrix(inner)))/(\(number(inner)))"
      case 6: return "(\(matrix(inner))).^(\(number(inner)))"
      case 7: return "(\(number(inner))).^(\(matrix(inner)))"
      case 8: return "(\(matrix(inner)))'"
      case 9: return "(-\(matrix(inner)))"
      case 10: return "2(\(matrix(inner)))"
      case 11: return "[\(number(inner)), \(number(inner)); \(number(inner)), \(number(inner))]"
      case 12: return "[(\(matrix(inner)))[:, 1], (\(matrix(inner)))[:, 2]]"
      case 13: return "[(\(matrix(inner)))[1, :]; (\(matrix(inner)))[2, :]]"
      case 14: return "softmax(\(matrix(inner)))"
      case 15: return "max(\(number(inner)), \(matrix(inner)), \(matrix(inner)))"
      case 16: return "(\(matrix(inner)) + mean(\(matrix(inner)), columns))"
      case 17: return "diag(max(\(matrix(inner)), rows))"
      case 18: return "(\(matrix(inner)) - random(2, 2, seed \(roll(9)), he))"
      default: return "relu(\(matrix(inner)))"
      }
    }
  }

  private static func expression(_ formula: String) throws -> (Expression, String) {
    let walkthrough = try read("inputs: a = 2, b = 3, A = [1, 2; 3, 4], B = eye(2)\ny = \(formula)\n")
    let tree = walkthrough.expression(of: 4)
    return (tree, tree.text { walkthrough.quantities[$0].name })
  }

  @Test func theTextOfAFormulaReadsBackAsTheSameTree() throws {
    var dice = Dice(state: 7)
    for round in 0..<400 {
      let formula = round.isMultiple(of: 2) ? dice.matrix(4) : dice.number(4)
      let (tree, text) = try Self.expression(formula)
      let (again, _) = try Self.expression(text)
      #expect(again == tree, "\(formula) is written \(text)")
    }
  }
}
