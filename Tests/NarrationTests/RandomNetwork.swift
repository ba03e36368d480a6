import WalkthroughLanguage

/// Networks made up from a seed: any layers, names short or long, numbers small or large.
struct RandomNetwork {
  private var dice: Dice
  private let layers: [Int]
  private let prefix: String
  private let scale: Double
  /// Whether sums have lines of their own.
  private let namesSums: Bool
  private let hasBiases: Bool

  private struct Dice {
    var state: UInt64

    mutating func roll(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
  }

  /// - Parameter layers: how many units each has; made up where nothing is said.
  init(seed: UInt64, layers: [Int]? = nil) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    self.layers = layers ?? (0..<2 + dice.roll(4)).map { _ in 1 + dice.roll(6) }
    prefix = dice.roll(4) == 0 ? "a_name_that_goes_on_and_on_" : ""
    scale = dice.roll(4) == 0 ? 123_456 : 1
    namesSums = dice.roll(2) == 0
    hasBiases = dice.roll(3) > 0
    self.dice = dice
  }

  private mutating func number() -> String { String(Double(dice.roll(2_001) - 1_000) / 1_000 * scale) }

  var text: String {
    mutating get {
      var statements: [String] = []
      var weights: [String] = []
      var biases: [String] = []
      var before = (1...layers[0]).map { "\(prefix)x\($0)" }
      let inputs = before.map { "\($0) = \(number())" }
      for layer in layers.indices.dropFirst() {
        let units = (1...layers[layer]).map { "\(prefix)h\(layer)_\($0)" }
        for (number, unit) in units.enumerated() {
          let names = before.indices.map { "\(prefix)w\(layer)_\(number + 1)_\($0 + 1)" }
          weights += names.map { "\($0) = \(self.number())" }
          var terms = zip(names, before).map { "\($0)*\($1)" }
          if hasBiases {
            biases.append("\(prefix)b\(layer)_\(number + 1) = \(self.number())")
            terms.append("\(prefix)b\(layer)_\(number + 1)")
          }
          let sum = terms.joined(separator: " + ")
          statements += namesSums ? ["s\(unit) = \(sum)", "\(unit) = tanh(s\(unit))"] : ["\(unit) = tanh(\(sum))"]
        }
        before = units
      }
      statements += before.enumerated().map { "E\($0 + 1) = 1/2*(t\($0 + 1) - \($1))^2" }
      statements.append("E = " + before.indices.map { "E\($0 + 1)" }.joined(separator: " + "))
      return """
        inputs: \(inputs.joined(separator: ", "))
        weights: \(weights.joined(separator: "\n  "))
        \(biases.isEmpty ? "" : "biases: \(biases.joined(separator: ", "))")
        targets: \(before.indices.map { "t\($0 + 1) = \(Double($0) / 10)" }.joined(separator: ", "))
        \(statements.joined(separator: "\n"))
        minimize: E
        rate: eta = 0.1
        telling: nodes

        """
    }
  }
}
