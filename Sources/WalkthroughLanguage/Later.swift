/// Words of the language that this version knows of and does not understand yet.
enum Later {
  static let functions = ["softmax", "sum", "mean"]
  static let tellings = ["matrices"]
}

extension Diagnostic {
  /// For what a file may say once a later version reads it.
  static func notYet(_ place: Range<Int>, _ what: String) -> Diagnostic {
    Diagnostic(at: place, "\(what) is not in this version of Longhand", remedy: "leave it out for now")
  }
}
