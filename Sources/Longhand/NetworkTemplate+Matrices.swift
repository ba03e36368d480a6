/// How the walkthrough of a network is written in matrices: a layer is a row, its weights go from row to column.
extension NetworkTemplate {
  var textInMatrices: String {
    let last = layers.count - 1
    var lines = ["title: A \(layers.map(String.init).joined(separator: "-")) network in matrices", ""]
    lines.append("inputs: X = \(inputRow)")
    for layer in 1...last { lines += weightLines(layer) }
    let biases = (1...last).map { "b\($0) = \(biasRow($0))" }
    lines.append("\(names == .published ? "fixed" : "biases"): \(biases.joined(separator: ", "))")
    lines.append("targets: T = \(targetRow)")
    for layer in 1...last { lines += ["", "section: \(heading(layer))"] + statements(layer) }
    lines += ["", "section: The error", "\(total) = \(error)"] + directives
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Names

  /// The name of a layer's results.
  private func results(_ layer: Int) -> String {
    if layer == 0 { return "X" }
    let letter = place(layer).uppercased()
    return names == .published ? "output_\(letter)" : letter
  }

  /// The name of the weighted sums; in short names only softmax needs one.
  private func sums(_ layer: Int) -> String { names == .published ? "sum_\(place(layer).uppercased())" : "Z" }

  // MARK: - Givens

  private var inputRow: String {
    isLarge(layers[0]) ? "random(1, \(layers[0]), seed 1)" : row(Self.inputValues.prefix(layers[0]))
  }

  /// The first output is the right one.
  private var targetRow: String {
    let (high, low) = Self.targetLevels(loss)
    let others = layers[layers.count - 1] - 1
    guard isLarge(others + 1) else { return row([high] + Array(repeating: low, count: others)) }
    return "[\(high), \(loss == .crossEntropy ? "zeros(1, \(others))" : "\(low)*ones(1, \(others))")]"
  }

  /// The same numbers as in the file without matrices; a fixed bias is one number for the whole layer.
  private func biasRow(_ layer: Int) -> String {
    if names == .published { return Self.biasValues[(layer - 1) % Self.biasValues.count] }
    if isLarge(layers[layer]) { return "zeros(1, \(layers[layer]))" }
    let before = layers[1..<layer].reduce(0, +)
    return row((0..<layers[layer]).map { Self.biasValues[(before + $0) % Self.biasValues.count] })
  }

  private func weightLines(_ layer: Int) -> [String] {
    let start = (layer == 1 ? "weights: " : "         ") + "W\(layer) = "
    let (rows, columns) = (layers[layer - 1], layers[layer])
    if isLarge(max(rows, columns)) {
      let rule = activation == .relu ? "he" : "xavier"
      return ["\(start)random(\(rows), \(columns), seed \(layer + 1), \(rule))"]
    }
    let before = (1..<layer).reduce(0) { $0 + layers[$1] * layers[$1 - 1] }
    let values = (0..<rows).map { from in
      (0..<columns).map { Self.weightValues[(before + $0 * rows + from) % Self.weightValues.count] }
    }
    if rows <= 2, columns <= 3 || rows == 1 {
      return ["\(start)[\(values.map { $0.joined(separator: ", ") }.joined(separator: "; "))]"]
    }
    return aligned(values, behind: start)
  }

  /// One row in each line, column below column.
  private func aligned(_ rows: [[String]], behind start: String) -> [String] {
    let indentation = String(repeating: " ", count: start.count + 1)
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    let hasSign = columns.map { column in column.contains { $0.hasPrefix("-") } }
    let cells = rows.map { row in
      row.enumerated().map { hasSign[$0] && !$1.hasPrefix("-") ? " \($1)" : $1 }
    }
    let widths = columns.indices.map { column in cells.map(\.[column].count).max() ?? 0 }
    return cells.enumerated().map { number, row in
      let padded = row.enumerated().map { column, cell in
        let isLast = column == row.count - 1
        return cell + (isLast ? "" : "," + String(repeating: " ", count: widths[column] - cell.count + 1))
      }
      return (number == 0 ? "\(start)[" : indentation) + padded.joined() + (number == cells.count - 1 ? "]" : "")
    }
  }

  private func row(_ values: some Sequence<String>) -> String { "[\(values.joined(separator: ", "))]" }

  /// Whether a layer has more numbers than anybody wants to write.
  private func isLarge(_ units: Int) -> Bool { units > Self.mostUnits }

  // MARK: - Statements

  private func statements(_ layer: Int) -> [String] {
    let function = layer == layers.count - 1 ? output.rawValue : activation.rawValue
    let sum = "\(results(layer - 1))*W\(layer) + b\(layer)"
    let isLinear = function == Activation.linear.rawValue
    func result(_ operand: String) -> String {
      "\(results(layer)) = \(isLinear ? operand : "\(function)(\(operand))")"
    }
    guard names == .published || function == Output.softmax.rawValue else { return [result(sum)] }
    return ["\(sums(layer)) = \(sum)", result(sums(layer))]
  }

  private var error: String {
    let result = results(layers.count - 1)
    let isOne = layers[layers.count - 1] == 1
    switch loss {
    case .squared: return isOne ? "1/2*(T - \(result))^2" : "1/2*sum((T - \(result)).^2)"
    case .crossEntropy where output == .softmax: return "-sum(T.*ln(\(result)))"
    case .crossEntropy where isOne: return "-T*ln(\(result)) - (1 - T)*ln(1 - \(result))"
    case .crossEntropy: return "-sum(T.*ln(\(result)) + (1 - T).*ln(1 - \(result)))"
    }
  }
}
