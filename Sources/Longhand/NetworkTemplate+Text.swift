/// How the walkthrough of a network is written.
extension NetworkTemplate {
  var text: String {
    let last = layers.count - 1
    var lines = ["title: A \(layers.map(String.init).joined(separator: "-")) network", ""]
    lines.append("inputs: " + givens(units(0), Self.inputValues))
    lines += weightLines()
    lines += biasLines()
    lines.append("targets: " + givens((1...layers[last]).map(target), Self.targetValues(loss)))
    for layer in 1...last {
      lines += ["", "section: \(heading(layer))"] + statements(of: layer)
    }
    lines += ["", "section: The error"] + errorLines()
    lines += directives
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is asked for.
  var directives: [String] {
    ["", "minimize: \(total)", "rate: \(names == .published ? "n" : "eta") = 0.5", "show: 5 decimals"]
  }

  // MARK: - Names

  /// The names of a layer's results.
  private func units(_ layer: Int) -> [String] {
    (1...layers[layer]).map { unit in
      switch (layer, names) {
      case (0, .published): "i\(unit)"
      case (0, .short): "x\(unit)"
      case (_, .published): "output_\(place(layer))\(unit)"
      case (_, .short): "\(place(layer))\(unit)"
      }
    }
  }

  /// The letter that stands for a layer: h for one hidden layer, g and h for two.
  func place(_ layer: Int) -> String {
    let hidden = ["f", "g", "h"].suffix(layers.count - 2)
    return layer == layers.count - 1 ? names == .published ? "o" : "y" : hidden[hidden.startIndex + layer - 1]
  }

  /// The name of the weighted sum; in short names only softmax needs one.
  private func sum(_ layer: Int, _ unit: Int) -> String {
    names == .published ? "sum_\(place(layer))\(unit)" : "z\(unit)"
  }

  private func weight(_ layer: Int, _ unit: Int, from input: Int) -> String {
    switch names {
    case .published:
      let before = (1..<layer).reduce(0) { $0 + layers[$1] * layers[$1 - 1] }
      return "w\(before + (unit - 1) * layers[layer - 1] + input)"
    case .short:
      let letters = ["q", "u", "v", "w"].suffix(layers.count - 1)
      return "\(letters[letters.startIndex + layer - 1])\(unit)\(input)"
    }
  }

  private func bias(_ layer: Int, _ unit: Int) -> String {
    names == .published ? "b\(layer)" : "b_\(place(layer))\(unit)"
  }

  private func target(_ unit: Int) -> String { (names == .published ? "target" : "t") + String(unit) }
  var total: String { names == .published ? "E_total" : "E" }

  func heading(_ layer: Int) -> String {
    if layer == layers.count - 1 { return "The output layer" }
    return layers.count == 3 ? "The hidden layer" : "The \(["first", "second", "third"][layer - 1]) hidden layer"
  }

  // MARK: - Givens

  private func weightLines() -> [String] {
    var (lines, count) = ([String](), 0)
    for layer in 1..<layers.count {
      for unit in 1...layers[layer] {
        let row = (1...layers[layer - 1]).map { weight(layer, unit, from: $0) }
        let values = row.indices.map { Self.weightValues[(count + $0) % Self.weightValues.count] }
        lines.append((lines.isEmpty ? "weights: " : "         ") + givens(row, values))
        count += row.count
      }
    }
    return lines
  }

  private func biasLines() -> [String] {
    let layered = (1..<layers.count).map { layer in
      (1...(names == .published ? 1 : layers[layer])).map { bias(layer, $0) }
    }
    return ["\(names == .published ? "fixed" : "biases"): " + givens(layered.flatMap(\.self), Self.biasValues)]
  }

  private func givens(_ names: [String], _ values: [String]) -> String {
    names.enumerated().map { "\($1) = \(values[$0 % values.count])" }.joined(separator: ", ")
  }

  static let inputValues = ["0.6", "-0.3", "0.8", "0.5", "-0.7", "0.2", "0.9", "-0.1", "0.4"]
  static let weightValues = [
    "0.15", "-0.4", "0.35", "0.2", "0.5", "-0.25", "0.3", "-0.2", "0.45", "-0.35", "0.6", "0.1", "0.4", "0.55", "-0.15",
  ]
  static let biasValues = ["0.25", "0.35", "-0.1", "0.05", "0.3", "-0.2", "0.15"]
  static func targetLevels(_ loss: Loss) -> (high: String, low: String) {
    loss == .crossEntropy ? ("1", "0") : ("0.95", "0.05")
  }
  /// The first output is the right one.
  private static func targetValues(_ loss: Loss) -> [String] {
    let (high, low) = targetLevels(loss)
    return [high] + Array(repeating: low, count: mostUnits - 1)
  }

  // MARK: - Statements

  private func statements(of layer: Int) -> [String] {
    let isOutput = layer == layers.count - 1
    let sums = (1...layers[layer]).map { unit in
      let terms = units(layer - 1).enumerated().map { "\($1)*\(weight(layer, unit, from: $0 + 1))" }
      return (terms + [bias(layer, unit)]).joined(separator: " + ")
    }
    let results = units(layer)
    if isOutput, output == .softmax { return softmax(sums, results, layer) }
    let function = isOutput ? output.rawValue : activation.rawValue
    let isLinear = function == Activation.linear.rawValue
    return sums.enumerated().flatMap { index, sum -> [String] in
      if names == .short { return ["\(results[index]) = \(isLinear ? sum : "\(function)(\(sum))")"] }
      let name = self.sum(layer, index + 1)
      return ["\(name) = \(sum)", "\(results[index]) = \(isLinear ? name : "\(function)(\(name))")"]
    }
  }

  private func softmax(_ sums: [String], _ results: [String], _ layer: Int) -> [String] {
    let powers = sums.indices.map { "exp(\(sum(layer, $0 + 1)))" }
    return sums.enumerated().map { "\(sum(layer, $0 + 1)) = \($1)" }
      + ["total = \(powers.joined(separator: " + "))"] + results.enumerated().map { "\($1) = \(powers[$0])/total" }
  }

  private func errorLines() -> [String] {
    let results = units(layers.count - 1)
    let errors = results.enumerated().map { index, result -> String in
      let target = target(index + 1)
      switch loss {
      case .squared: return "1/2*(\(target) - \(result))^2"
      case .crossEntropy:
        let taken = "-\(target)*ln(\(result))"
        return output == .softmax ? taken : "\(taken) - (1 - \(target))*ln(1 - \(result))"
      }
    }
    if errors.count == 1 { return ["\(total) = \(errors[0])"] }
    return errors.enumerated().map { "E\($0 + 1) = \($1)" }
      + ["\(total) = " + errors.indices.map { "E\($0 + 1)" }.joined(separator: " + ")]
  }
}
