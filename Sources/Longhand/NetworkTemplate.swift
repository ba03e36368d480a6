/// A fully connected network to start from: its shape, its functions and how its quantities are called.
public struct NetworkTemplate: Sendable {
  public enum Activation: String, Sendable, CaseIterable {
    case sigmoid, tanh, relu, softplus, linear
  }

  public enum Output: String, Sendable, CaseIterable {
    case sigmoid, tanh, relu, softplus, linear, softmax
  }

  public enum Loss: String, Sendable, CaseIterable {
    /// Half the squared difference.
    case squared
    case crossEntropy = "cross-entropy"
  }

  public enum Names: String, Sendable, CaseIterable {
    /// As many lessons print them: `sum_h1`, `output_h1`, `w5`; one fixed bias for each layer. In matrices `sum_H`,
    /// `output_H`, `W1`.
    case published
    /// As on the board: `x1`, `h1`, `w12`; a bias for each unit, which learns. In matrices `X`, `H`, `W1`.
    case short
  }

  /// Units by layer, inputs first.
  public let layers: [Int]
  /// Whether the units of a layer stand in a row, and its weights in a matrix.
  public let isInMatrices: Bool
  public var activation = Activation.sigmoid
  public var output = Output.sigmoid
  public var loss = Loss.squared
  public var names = Names.published

  static let mostLayers = 5
  /// Units of a layer whose numbers are all written out.
  static let mostUnits = 9
  public static let mostUnitsInMatrices = 99

  /// - Parameters:
  ///   - shape: the sizes of the layers with minus signs between, as in `2-3-2`.
  ///   - isInMatrices: whether the units of a layer stand in a row, and its weights in a matrix.
  public init(shape: String, isInMatrices: Bool = false) throws(Problem) {
    let most = isInMatrices ? Self.mostUnitsInMatrices : Self.mostUnits
    var layers: [Int] = []
    for word in shape.split(separator: "-", omittingEmptySubsequences: false) {
      guard let units = Int(word), word.utf8.first != UInt8(ascii: "+") else { throw .notAShape(shape) }
      guard (1...most).contains(units) else { throw .unitsOutOfRange(units, isInMatrices: isInMatrices) }
      layers.append(units)
    }
    guard layers.count > 1 else { throw .notAShape(shape) }
    guard layers.count <= Self.mostLayers else { throw .tooManyLayers(layers.count) }
    (self.layers, self.isInMatrices) = (layers, isInMatrices)
  }

  /// The walkthrough, with stated numbers.
  ///
  /// - Throws: where the parts do not go together.
  public func walkthrough() throws(Problem) -> String {
    if output == .softmax, layers[layers.count - 1] < 2 { throw .softmaxOfOne }
    if loss == .crossEntropy, output != .sigmoid, output != .softmax { throw .lossWithoutProbabilities(output) }
    return isInMatrices ? textInMatrices : text
  }

  /// Why there is no such network.
  public enum Problem: Error, Sendable, Equatable {
    case notAShape(String)
    case unitsOutOfRange(Int, isInMatrices: Bool)
    case tooManyLayers(Int)
    case softmaxOfOne
    case lossWithoutProbabilities(Output)

    public var message: String {
      switch self {
      case .notAShape(let text):
        "`\(text)` is no shape; write the sizes of the layers with minus signs between, as in 2-3-2"
      case .unitsOutOfRange(let units, isInMatrices: false):
        "a layer of \(units) is not written out; a layer has 1 to \(NetworkTemplate.mostUnits) units, or in matrices "
          + "up to \(NetworkTemplate.mostUnitsInMatrices)"
      case .unitsOutOfRange(let units, isInMatrices: true):
        "a layer of \(units) is not written; in matrices a layer has 1 to \(NetworkTemplate.mostUnitsInMatrices) units"
      case .tooManyLayers(let count):
        "\(count) layers are not written out; a network has 2 to \(NetworkTemplate.mostLayers), inputs and outputs counted"
      case .softmaxOfOne: "softmax of one output is always 1; give the last layer two units or more"
      case .lossWithoutProbabilities(let output):
        "cross-entropy needs outputs between 0 and 1, and \(output.rawValue) gives others; choose sigmoid or softmax"
      }
    }
  }
}
