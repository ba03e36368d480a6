import Numerals
import WalkthroughLanguage

extension Matrix {
  /// What a generator of a file stands for; the same entries on every machine.
  init(_ generator: Generator) {
    let shape = generator.shape
    switch generator.rule {
    case .zeros: self.init(shape, repeating: 0)
    case .ones: self.init(shape, repeating: 1)
    case .identity: self = Matrix(Shape(rows: 1, columns: shape.rows), repeating: 1).apply(.diagonal)
    case .random(let distribution, let seed):
      var source = UniformNumbers(seed: seed)
      self.init(shape, (0..<shape.count).map { _ in source.next(distribution, shape) })
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014), its top 53 bits as a number from 0 up to 1.
private struct UniformNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) / Double(1 << 53 as UInt64)
  }

  mutating func next(_ distribution: Generator.Distribution, _ shape: Shape) -> Double {
    switch distribution {
    case .uniform: return next()
    case .normal: return normal()
    case .he: return normal() * Elementary.squareRoot(2 / Double(shape.rows))
    case .xavier: return (2 * next() - 1) * Elementary.squareRoot(6 / Double(shape.rows + shape.columns))
    }
  }

  /// Box and Muller (1958), the cosine's branch only.
  private mutating func normal() -> Double {
    let radius = Elementary.squareRoot(-2 * Elementary.ln(1 - next()))
    return radius * Elementary.cos(2 * Double.pi * next())
  }
}
