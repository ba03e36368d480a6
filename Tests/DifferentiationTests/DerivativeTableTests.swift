import Testing
import WalkthroughLanguage

@testable import Differentiation

@Suite struct DerivativeTableTests {
  /// Points inside the domain of each primitive, away from its kinks: operand and second operand.
  private static func points(of primitive: Primitive) -> [(Double, Double)] {
    switch primitive {
    case .identity, .add, .subtract, .multiply, .negate, .exp, .sin, .cos, .sinh, .cosh, .tanh, .sigmoid,
      .softplus:
      [(0.7, 1.3), (-1.2, 0.4), (2.5, -0.8), (0, 1)]
    case .divide: [(0.7, 1.3), (-1.2, 0.4), (2.5, -0.8), (0, 3)]
    case .power: [(0.7, 2), (1.9, -1.5), (3, 0.5), (0.2, 3)]
    case .ln, .sqrt: [(0.7, 0), (3.2, 0), (0.05, 0)]
    case .tan: [(0.7, 0), (-1.2, 0), (0, 0)]
    case .abs, .relu: [(0.7, 0), (-1.2, 0)]
    case .max, .min: [(0.7, 1.3), (2, -1), (-0.5, -0.6)]
    case .greater, .greaterOrEqual: [(0.7, 1.3), (2, -1)]
    }
  }

  @Test(arguments: Primitive.allCases)
  func everyRowAgreesWithCentralDifferences(primitive: Primitive) {
    for (u, v) in Self.points(of: primitive) {
      for operand in Operand.allCases where operand == .first || primitive.arity == 2 {
        func value(_ step: Double) -> Double {
          operand == .first ? primitive.value(u + step, v) : primitive.value(u, v + step)
        }
        let step = 1e-4
        let wide = (value(step) - value(-step)) / (2 * step)
        let narrow = (value(step / 2) - value(-step / 2)) / step
        let measured = (4 * narrow - wide) / 3
        let stated = primitive.derivative(by: operand, u: u, v: v, y: primitive.value(u, v))
        #expect(
          abs(stated - measured) <= 1e-9 * max(1, abs(stated)),
          "\(primitive) by \(operand) at (\(u), \(v)): \(stated), measured \(measured)")
      }
    }
  }

  @Test func slopesAtKinksAreTheStatedOnes() {
    #expect(Primitive.relu.derivative(by: .first, u: 0, v: 0, y: 0.0) == 0)
    #expect(Primitive.abs.derivative(by: .first, u: 0, v: 0, y: 0.0) == 0)
    for primitive in [Primitive.max, .min] {
      #expect(primitive.derivative(by: .first, u: 2, v: 2, y: 2.0) == 1)
      #expect(primitive.derivative(by: .second, u: 2, v: 2, y: 2.0) == 0)
    }
  }
}
