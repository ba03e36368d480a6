import Longhand

/// What documents are called that are not what the file alone gives: `net-nodes`, `net-w5-pandoc`.
extension RenderingOptions {
  /// `stem` with what sets the document apart from the one that the file alone gives.
  func name(behind stem: String) -> String {
    var name = stem
    if let telling { name += "-\(telling)" }
    if let quantity { name += "-\(quantity.asPartOfFileName)" }
    if flavour != .github { name += "-\(flavour.rawValue)" }
    if figures == .none { name += Self.withoutFigures }
    return name
  }

  /// The options that a document was rendered with.
  ///
  /// - Parameter suffix: what its name has behind the stem.
  /// - Returns: nothing where no document of the walkthrough is called so.
  init?(named suffix: String, of workbook: Workbook) {
    self.init()
    var rest = suffix[...]
    if rest.hasSuffix(Self.withoutFigures) {
      figures = .none
      rest = rest.dropLast(Self.withoutFigures.count)
    }
    for other in MarkdownFlavour.allCases where other != flavour && rest.hasSuffix("-" + other.rawValue) {
      flavour = other
      rest = rest.dropLast(other.rawValue.count + 1)
    }
    for other in Telling.allCases.map(\.rawValue) where (rest + "-").hasPrefix("-\(other)-") {
      telling = other
      rest = rest.dropFirst(other.count + 1)
    }
    let words = rest.split(separator: "-")
    if let name = words.first {
      guard workbook.walkthrough.quantities.contains(where: { $0.name == name }) else { return nil }
      quantity = words.count > 1 ? "\(name)[\(words.dropFirst().joined(separator: ","))]" : String(name)
    }
    guard name(behind: "") == suffix else { return nil }
  }

  /// The options on the command line.
  var words: String {
    let pairs = [
      ("--telling", telling), ("--of", quantity), ("--flavour", flavour == .github ? nil : flavour.rawValue),
    ]
    let words = pairs.compactMap { option, value in value.map { " \(option) \($0)" } }
    return words.joined() + (figures == .none ? " --figures none" : "")
  }

  private static let withoutFigures = "-no-figures"
}

extension String {
  /// `W-1-2` for `W[1,2]`.
  fileprivate var asPartOfFileName: String {
    split { "[], :".contains($0) }.joined(separator: "-")
  }
}
