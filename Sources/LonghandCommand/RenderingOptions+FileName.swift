import Longhand
import Renderers

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

  /// The options that a document may have been rendered with: several where a quantity is called like a telling.
  ///
  /// - Parameter suffix: what its name has behind the stem.
  static func readings(of suffix: String, _ format: Format, _ workbook: Workbook) -> [RenderingOptions] {
    if suffix.isEmpty { return [RenderingOptions()] }
    if format == .json { return [] }
    var options = RenderingOptions()
    var rest = suffix[...]
    if rest.hasSuffix(withoutFigures) {
      options.figures = .none
      rest = rest.dropLast(withoutFigures.count)
    }
    let flavours = format == .markdown ? MarkdownFlavour.allCases : []
    if let other = flavours.first(where: { $0 != options.flavour && rest.hasSuffix("-" + $0.rawValue) }) {
      options.flavour = other
      rest = rest.dropLast(other.rawValue.count + 1)
    }
    let tellings = Telling.allCases.map(\.rawValue).filter { (rest + "-").hasPrefix("-\($0)-") }
    return ([nil] + tellings).compactMap { telling in
      var reading = options
      reading.telling = telling
      reading.quantity = workbook.quantity(inFileName: rest.dropFirst(telling.map { $0.utf8.count + 1 } ?? 0))
      return reading.name(behind: "") == suffix ? reading : nil
    }
  }

  /// The options on the command line.
  var words: String {
    let pairs = [
      ("--telling", telling), ("--of", quantity?.asShellWord),
      ("--flavour", flavour == .github ? nil : flavour.rawValue),
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

extension Workbook {
  /// `W[1,2]` for `-W-1-2`, and `w` for `-w`; nothing where there is no such quantity.
  fileprivate func quantity(inFileName part: Substring) -> String? {
    let words = part.split(separator: "-")
    guard let name = words.first, walkthrough.quantities.contains(where: { $0.name == name }) else { return nil }
    let indices = words.dropFirst()
    guard indices.allSatisfy({ Int($0) != nil }) else { return nil }
    return indices.isEmpty ? String(name) : "\(name)[\(indices.joined(separator: ","))]"
  }
}
