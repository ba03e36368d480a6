import WalkthroughLanguage

/// Walkthroughs of matrices made up from a seed: sides from 1 to 5, every operation of the language, values kept small.
struct RandomMatrixProgram {
  private var state: UInt64
  private var weights: [String] = []
  private var lines: [String] = []
  private var matrices: [Named] = []

  private struct Named {
    let name: String
    let rows: Int
    let columns: Int
  }

  init(seed: UInt64, lines count: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<3 { _ = weight(side(), side()) }
    for _ in 0..<count { addLine() }
  }

  var text: String {
    let total = matrices.suffix(4).map { "mean(\($0.name).^2)" }.joined(separator: " + ")
    return "weights: " + weights.joined(separator: ", ") + "\n" + lines.map { $0 + "\n" }.joined()
      + "total = \(total) + sum(\(matrices[matrices.count - 1].name))/5\nminimize: total\nrate: 0.1\n"
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func side() -> Int { next(5) + 1 }

  /// A new weight, all entries different.
  private mutating func weight(_ rows: Int, _ columns: Int) -> String {
    let name = "w\(weights.count)"
    let text = (0..<rows).map { _ in
      (0..<columns).map { _ in "\(Double(next(200) - 100) / 100 + 0.003)" }.joined(separator: ", ")
    }.joined(separator: "; ")
    weights.append("\(name) = [\(text)]")
    matrices.insert(Named(name: name, rows: rows, columns: columns), at: 0)
    return name
  }

  /// What is there in that shape, else a new weight.
  private mutating func operand(_ rows: Int, _ columns: Int) -> String {
    let fitting = matrices.filter { $0.rows == rows && $0.columns == columns }
    return fitting.isEmpty || next(3) == 0 ? weight(rows, columns) : fitting[next(fitting.count)].name
  }

  private mutating func addLine() {
    let a = matrices[next(matrices.count)]
    guard let (formula, rows, columns) = formula(a.name, a.rows, a.columns), rows < 6, columns < 6 else { return }
    let name = "q\(lines.count)"
    lines.append("\(name) = \(formula)")
    matrices.append(Named(name: name, rows: rows, columns: columns))
  }

  private mutating func formula(_ a: String, _ r: Int, _ c: Int) -> (String, Int, Int)? {
    switch next(30) {
    case 0, 1, 2:
      let k = side()
      return ("\(a)*\(operand(c, k))", r, k)
    case 3: return ("\(a).*\(operand(r, c))", r, c)
    case 4: return ("\(a)./(2 + \(operand(1, c)).^2)", r, c)
    case 5: return ("\(a) + \(operand(r, 1)) - \(operand(1, 1))", r, c)
    case 6: return ("2\(a) - \(operand(r, c))/3", r, c)
    case 7: return ("\(operand(1, 1))*\(a) + \(operand(1, c))", r, c)
    case 8: return ("\(a)'", c, r)
    case 9: return ("sum(tanh(\(a)))", 1, 1)
    case 10: return ("sum(\(a).^2, rows)", r, 1)
    case 11: return ("mean(\(a), columns)", 1, c)
    case 12: return r * c > 1 ? ("max(\(a), rows)", r, 1) : nil
    case 13: return r * c > 1 ? ("min(\(a), columns) + max(\(a))", 1, c) : nil
    case 14, 15: return ("softmax(\(a))", r, c)
    case 16: return r == 1 || c == 1 ? ("diag(\(a))", r * c, r * c) : nil
    case 17: return ("\(a)[\(next(r) + 1), :]", 1, c)
    case 18: return slice(a, r, c)
    case 19: return ("[\(a); \(operand(1, c))]", r + 1, c)
    case 20: return ("[1 + \(a), \(operand(r, 2))]", r, c + 2)
    case 21: return ("sigmoid(\(a)*\(operand(c, 2)) + \(operand(1, 2)))", r, 2)
    case 22: return ("softplus(\(a)) - sin(\(operand(r, c)))", r, c)
    case 23: return ("relu(\(a)) + abs(\(operand(r, c)) - 0.1)", r, c)
    case 24: return ("sqrt(1 + \(a).^2).*exp(-\(a).^2)", r, c)
    case 25: return ("max(\(a), \(operand(1, c)), 0.1)", r, c)
    case 26: return ("eye(\(r))*\(a) - \(a)*eye(\(c))/2", r, c)
    case 27: return ("ones(2, \(r))*ln(2 + tanh(\(a)))", 2, c)
    case 28: return ("diag(\(operand(1, r)))*\(a)", r, c)
    default: return ("-\(a).^3/4 + random(\(r), \(c), seed \(next(99)))", r, c)
    }
  }

  private mutating func slice(_ a: String, _ r: Int, _ c: Int) -> (String, Int, Int) {
    let last = next(c) + 1
    return ("\(a)[:, 1:\(last)]'*\(operand(r, 2))", last, 2)
  }
}
