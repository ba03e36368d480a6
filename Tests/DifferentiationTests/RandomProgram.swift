import WalkthroughLanguage

/// Walkthroughs made up from a seed: every operation, reused names, values kept small.
struct RandomProgram {
  private var state: UInt64
  private(set) var text = ""
  private var names: [String] = []

  init(seed: UInt64, lines: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let values = (0..<4).map { "x\($0) = \(Double(Int(next(200)) - 100) / 100 + 0.003)" }
    text = "unknowns: " + values.joined(separator: ", ") + "\n"
    names = (0..<4).map { "x\($0)" }
    for line in 0..<lines {
      text += "y\(line) = \(formula())\n"
      names.append("y\(line)")
    }
    text += "total = \(names.suffix(3).joined(separator: " + "))\nminimize: total\nrate: 0.1\n"
  }

  private mutating func next(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }

  private mutating func name() -> String { names[Int(next(UInt64(names.count)))] }

  private mutating func formula() -> String {
    let (a, b, c) = (name(), name(), name())
    let forms = [
      "\(a)*\(b) - \(c)/2", "tanh(\(a) + \(b))", "sigmoid(\(a) - 2\(b))*\(c)", "sin(\(a))*cos(\(b))",
      "\(a)/(1 + \(b)^2) - \(a)*\(a)", "ln(1.5 + sigmoid(\(a)))*\(b)", "exp(-\(a)^2) + \(b)",
      "sqrt(1 + \(a)^2)/(2 + cos(\(b)))", "relu(\(a)) - relu(-\(b))", "max(\(a), \(b), 0.1)*\(c)",
      "softplus(\(a))*tanh(\(a))", "1/2*(\(a) - \(b))^2", "abs(\(a) - \(b))/3", "(\(a) + \(b))/(3 + \(c)*\(c))",
      "\(a)*(-\(b))^3/(1 + \(b)^4)", "(-\(a))^2/(-(1 + \(b)^2)) + \(c)", "\(a)/(-(2 + \(b)^2))^3",
      "cosh(sin(\(a)))*sinh(cos(\(b)))/4", "(1 + \(a)^2)^(\(b)/4)", "min(\(a), \(b)) + tan(sin(\(c))/2)",
    ]
    return forms[Int(next(UInt64(forms.count)))]
  }
}
