import Differentiation
import WalkthroughLanguage

extension Workbook {
  /// The same walkthrough worked with another given: `w5=0.6`, `W[1,2] = 1/3`, `x = [1, 2]`.
  ///
  /// - Throws: `GivenProblem` where that is no given with a value of its shape, or where something has no value then.
  public func changing(_ words: String) throws(GivenProblem) -> Workbook {
    let sides = GreekLetter.spelledOut(words).split(separator: "=", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { throw .form }
    let (quantity, entry) = try given(String(sides[0]))
    let shape = walkthrough.quantities[quantity].shape
    var entries = trace.values.matrix(quantity).entries
    let value = try Self.constant(String(sides[1]))
    if let entry, value.shape.isScalar {
      entries[entry] = value.entries[0]
    } else if entry == nil, value.shape == shape {
      entries = value.entries
    } else {
      throw .shape(String(sides[0]), entry == nil ? shape : .scalar)
    }
    do throws(Diagnostics) {
      return try Workbook(walkthrough.giving(quantity, entries))
    } catch {
      throw .cannotBeWorked(error.all[0].message)
    }
  }

  /// A given by its name, and which entry of it.
  private func given(_ name: String) throws(GivenProblem) -> (quantity: Int, entry: Int?) {
    let asked: AskedEntry?
    do throws(RenderingProblem) { asked = try entry(name, nil) } catch { throw .none(error.message) }
    let whole = walkthrough.quantities.firstIndex { $0.name == name }
    guard let quantity = asked?.quantity ?? whole else {
      let names = walkthrough.quantities.filter { $0.role.isGiven && $0.role != .example }.map(\.name)
      throw .unknown(name, among: names)
    }
    switch walkthrough.quantities[quantity].role {
    case .computed: throw .computed(name)
    case .example: throw .ofExamples(name)
    case .input, .weight, .bias, .unknown, .fixed, .target, .rate:
      if walkthrough.isSymbolic { throw .symbolic }
      if walkthrough.quantities[quantity].formula.isEmpty { throw .ofExamples(name) }
      return (quantity, asked?.place)
    }
  }

  /// A number or a matrix, by the rules of the language.
  private static func constant(_ words: String) throws(GivenProblem) -> Matrix {
    guard !words.contains(where: { $0.isNewline || $0 == ":" || $0 == "#" }) else { throw .form }
    do {
      let walkthrough = try SourceText(name: "", text: "fixed: value = \(words)\nresult = value\n").walkthrough()
      return try walkthrough.constantMatrix(at: walkthrough.quantities[0].formula)
    } catch let diagnostics as Diagnostics {
      throw .value(diagnostics.all[0].message)
    } catch let diagnostic as Diagnostic {
      throw .value(diagnostic.message)
    } catch {
      throw .form
    }
  }
}

/// Why a given cannot be changed so.
public enum GivenProblem: Error, Sendable, Equatable {
  case form
  case unknown(String, among: [String])
  case none(String)
  case computed(String)
  case ofExamples(String)
  case symbolic
  case shape(String, Shape)
  case value(String)
  case cannotBeWorked(String)

  public var message: String {
    switch self {
    case .form: "write a given, =, and a number: w5=0.6"
    case .unknown(let name, let names):
      "there is no `\(name)`; the givens are \(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? ", …" : "")"
    case .none(let reason), .value(let reason): reason
    case .computed(let name): "`\(name)` is computed; change the givens that it follows from"
    case .ofExamples(let name): "`\(name)` has a value in every example; change it in the file"
    case .symbolic: "this file has no numbers that could be changed"
    case .shape(let name, let shape):
      shape.isScalar
        ? "`\(name)` is a number" : "`\(name)` is \(shape.text): give all entries, or one: \(name)[1,1]=0.6"
    case .cannotBeWorked(let reason): "not changed: \(reason)"
    }
  }
}
