/// Where a document stands, and what the names of its figures begin with.
struct DocumentPlace {
  /// The folder with the slash behind it; empty where the path has none.
  let folder: String
  /// The name of the file, and that without its extension.
  let name: String
  let stem: String

  init(_ path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    self.name = String(name)
    folder = String(path.dropLast(name.count))
    let point = name.lastIndex(of: ".")
    stem = String(point.map { $0 > name.startIndex ? name[..<$0] : name } ?? name)
  }

  func path(beside name: String) -> String { folder + name }
}
