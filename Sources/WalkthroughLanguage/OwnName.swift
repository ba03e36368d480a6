/// What a name of the language means.
enum OwnName {
  /// A file cannot define a quantity of this name.
  case function(Primitive)
  /// A function of a later version, kept free for it.
  case laterFunction
  /// A number, unless the file defines the name.
  case constant(Constant)

  /// All of them, functions first.
  static let all: [Row] =
    Primitive.allCases.flatMap { primitive in primitive.functionNames.map { Row($0, .function(primitive)) } }
    + Later.functions.map { Row($0, .laterFunction) }
    + Constant.allCases.map { Row($0.rawValue, .constant($0)) }

  struct Row: Sendable {
    let name: String
    let meaning: OwnName

    init(_ name: String, _ meaning: OwnName) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// Functions that can be called, by name.
  static let functionNames = Primitive.allCases.flatMap(\.functionNames)
}
