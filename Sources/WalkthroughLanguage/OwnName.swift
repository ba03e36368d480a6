/// What a name of the language means.
enum OwnName {
  /// A file cannot define a quantity of this name.
  case function(Primitive)
  /// A function of a later version, kept free for it.
  case laterFunction
  /// A number, unless the file defines the name.
  case constant(Constant)

  /// All of them, functions first.
  static let all: [(name: String, meaning: OwnName)] =
    Primitive.allCases.flatMap { primitive in primitive.functionNames.map { ($0, .function(primitive)) } }
    + Later.functions.map { ($0, .laterFunction) }
    + Constant.allCases.map { ($0.rawValue, .constant($0)) }

  /// Functions that can be called, by name.
  static let functionNames = Primitive.allCases.flatMap(\.functionNames)
}
