import Differentiation
import DocumentModel
import Narration
import Renderers
import TraceEncoding
import WalkthroughLanguage

/// A walkthrough that was read and worked, ready to be rendered and proofread.
public struct Workbook: Sendable {
  public let walkthrough: Walkthrough
  public let laboratory: Laboratory
  public let trace: Trace

  /// Reads and works a file.
  ///
  /// - Parameters:
  ///   - maximumEpochs: more than that a file may not ask for.
  ///   - progress: called after each epoch of repeated updates.
  /// - Throws: everything that is wrong in the first phase that finds something, with places and remedies.
  public init(
    _ source: SourceText, maximumEpochs: Int = Limits.epochs, progress: ((TrainingProgress) -> Void)? = nil
  ) throws(Diagnostics) {
    try self.init(try source.walkthrough(maximumEpochs: maximumEpochs), progress: progress)
  }

  /// Works a file that was read.
  init(_ walkthrough: Walkthrough, progress: ((TrainingProgress) -> Void)? = nil) throws(Diagnostics) {
    self.walkthrough = walkthrough
    laboratory = try Laboratory(walkthrough)
    trace = try laboratory.trace(progress: progress)
  }

  /// The worked example in one format.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  public func rendered(as format: Format, _ options: RenderingOptions = RenderingOptions()) throws(RenderingProblem)
    -> [UInt8]
  {
    if options.flavour != .github, format != .markdown { throw .flavourIsForMarkdown }
    guard let render = format.renderer(options) else {
      if options.quantity != nil { throw .traceIsWhole(format, option: "--of") }
      if options.telling != nil { throw .traceIsWhole(format, option: "--telling") }
      if options.figures == .none { throw .figuresAreOfDocuments(format) }
      return TraceEncoder().encode(trace)
    }
    return render(try document(options, isLive: format == .html))
  }

  /// The worked example as pieces of one file that follow each other; nothing where the format has it in one piece.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  public func pieces(
    as format: Format, _ options: RenderingOptions = RenderingOptions()
  ) throws(RenderingProblem) -> ((([UInt8]) -> Void) -> Void)? {
    guard let render = format.piecewiseRenderer else { return nil }
    if options.flavour != .github { throw .flavourIsForMarkdown }
    let document = try document(options, isLive: format == .html)
    return { render(document, $0) }
  }

  func document(_ options: RenderingOptions, isLive: Bool = false) throws(RenderingProblem) -> Document {
    try told(options, isLive: isLive).document
  }

  /// The worked example with who tells it.
  ///
  /// - Throws: `RenderingProblem` where the options ask for what the file does not have.
  package func told(
    _ options: RenderingOptions, isLive: Bool = false
  ) throws(RenderingProblem) -> (document: Document, narrator: Narrator) {
    let telling = try telling(options)
    if let entry = try entry(options.quantity, telling) {
      return try story(of: entry, telling, options, isLive: isLive)
    }
    let narrator = try narrator(telling, options, isLive: isLive)
    guard let name = options.quantity else { return (narrator.document, narrator) }
    guard let quantity = walkthrough.quantities.firstIndex(where: { $0.name == name }) else {
      throw .noSuchQuantity(name, among: trace.asked.map { walkthrough.quantities[$0].name })
    }
    if quantity == walkthrough.objective?.quantity { throw .isObjective(name) }
    return (try story(of: quantity, name, narrator), narrator)
  }

  /// How the objective changes with one quantity of the trace that is told.
  func story(of quantity: Int, _ name: String, _ narrator: Narrator) throws(RenderingProblem) -> Document {
    // Formulas alone have no values that a slope could be missing at.
    if !walkthrough.isSymbolic, !narrator.trace.hasSlope(by: quantity) { throw .noSlope(name) }
    guard let story = narrator.document(of: quantity) else { throw .noPath(name) }
    return story
  }

  private func telling(_ options: RenderingOptions) throws(RenderingProblem) -> Telling? {
    guard let word = options.telling else { return nil }
    guard let telling = Telling(rawValue: word) else { throw .noSuchTelling(word) }
    // The story of one entry is short where that of all is not.
    let isOfEntry = walkthrough.hasMatrices && options.quantity != nil && !telling.isOfWholes
    if !isOfEntry, let obstacle = telling.obstacle(in: walkthrough) {
      throw .tellingDoesNotFit(obstacle, remedy: Telling.remedy(for: walkthrough))
    }
    return telling
  }
}

public typealias TrainingProgress = Differentiation.TrainingProgress

/// What was asked of a walkthrough that it cannot give.
public enum RenderingProblem: Error, Sendable, Equatable {
  case noSuchQuantity(String, among: [String])
  case noPath(String)
  case noSlope(String)
  case isObjective(String)
  case traceIsWhole(Format, option: String)
  case flavourIsForMarkdown
  case figuresAreOfDocuments(Format)
  case noSuchTelling(String)
  case tellingDoesNotFit(String, remedy: String)
  case noSuchEntry(String, String, Shape)
  case entryExpected(String, Shape)
  case tellingIsOfWholes(Telling, String)
  case entryTooLong(String)
  case cannotBeWorked(String)

  public var message: String {
    switch self {
    case .noSuchQuantity(let name, let names):
      "there is no quantity `\(name)`; for example \(names.prefix(8).joined(separator: ", "))"
    case .noPath(let name): "`\(name)` has no story: no path leads from it to an objective"
    case .noSlope(let name):
      "`\(name)` has no story: at these values the objective has no finite derivative by it"
    case .isObjective(let name): "`\(name)` is the objective; ask for a quantity that it depends on"
    case .traceIsWhole(let format, let option):
      "\(format.rawValue) always holds the whole trace, however it is told; leave out \(option)"
    case .figuresAreOfDocuments(let format): "\(format.rawValue) never has figures; leave out --figures"
    case .flavourIsForMarkdown: "only Markdown has flavours; leave out --flavour"
    case .tellingDoesNotFit(let reason, let remedy): "\(reason); \(remedy)"
    case .noSuchEntry(let name, let entry, let shape):
      shape.isScalar
        ? "`\(name)` is a number, so there is no `\(entry)`; ask for `\(name)`"
        : "`\(name)` is \(shape.text), so there is no `\(entry)`; its entries are `\(name)[1,1]` to "
          + "`\(name)[\(String(shape.rows)),\(String(shape.columns))]`"
    case .entryExpected(let name, let shape):
      "`\(name)` is \(shape.text), and this telling works with its entries; ask for one, such as `\(name)[1,1]`"
    case .tellingIsOfWholes(let telling, let entry):
      "the telling `\(telling.rawValue)` tells of whole matrices; leave out --telling for the story of `\(entry)`"
    case .entryTooLong(let entry): "the story of `\(entry)` would be too long to read: too much depends on it"
    case .cannotBeWorked(let reason): "worked number by number, \(reason)"
    case .noSuchTelling(let word):
      "there is no telling `\(word)`; choose \(Telling.allCases.map(\.rawValue).joined(separator: " or "))"
    }
  }
}
