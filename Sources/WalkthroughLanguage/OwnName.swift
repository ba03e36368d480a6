/// What a name of the language means.
enum OwnName {
  /// A file cannot define a quantity of this name.
  case function(Primitive)
  case matrixFunction(MatrixFunction)
  case generator(GeneratorName)
  /// A number, unless the file defines the name.
  case constant(Constant)

  /// All of them, functions first.
  static let all: [Row] =
    Primitive.allCases.flatMap { primitive in primitive.functionNames.map { Row($0, .function(primitive)) } }
    + MatrixFunction.allCases.map { Row($0.rawValue, .matrixFunction($0)) }
    + GeneratorName.allCases.map { Row($0.rawValue, .generator($0)) }
    + Constant.allCases.map { Row($0.rawValue, .constant($0)) }

  struct Row: Sendable {
    let name: String
    let meaning: OwnName

    init(_ name: String, _ meaning: OwnName) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// How a function is written that other books and programs have, and that has no name here.
  static func spelledElsewhere(_ name: String) -> String? {
    switch name {
    case "log10", "lg": "ln(…)/ln(10)"
    case "log2", "ld", "lb": "ln(…)/ln(2)"
    case "log1p": "ln(1 + …)"
    case "pow", "power": "a^b"
    case "square", "sqr": "…^2"
    case "cbrt": "…^(1/3)"
    case "cot", "sec", "csc": "1/\(name == "cot" ? "tan" : name == "sec" ? "cos" : "sin")(…)"
    case "tg": "tan(…)"
    case "σ", "sigma", "logistic", "expit": "sigmoid(…)"
    case "ReLU": "relu(…)"
    default: nil
    }
  }

  /// Functions that can be called, by name.
  static let functionNames =
    Primitive.allCases.flatMap(\.functionNames) + MatrixFunction.allCases.map(\.rawValue)
    + GeneratorName.allCases.map(\.rawValue)
}

/// Functions of a matrix as a whole; `max` and `min` of one operand are such, too.
enum MatrixFunction: String, CaseIterable {
  case sum, mean, softmax, diag

  func operation(over axis: MatrixOperation.Axis) -> MatrixOperation {
    switch self {
    case .sum: .sum(axis)
    case .mean: .mean(axis)
    case .softmax: .softmax
    case .diag: .diagonal
    }
  }

  /// Whether `rows` or `columns` may stand behind its operand.
  var takesAxis: Bool {
    switch self {
    case .sum, .mean: true
    case .softmax, .diag: false
    }
  }
}

/// What makes a matrix by a rule.
enum GeneratorName: String, CaseIterable {
  case eye, zeros, ones, random
}
