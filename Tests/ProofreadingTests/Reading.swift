import Differentiation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

/// A document, and what is read in it: `net_h1 = 0.85` for a match, `? …` where it is uncertain, `- 0.85` where it
/// is none; `*` before numbers that were given to the names that stood in their places.
struct Reading: CustomTestStringConvertible, Sendable {
  let document: String
  let expected: [String]

  init(_ document: String, _ expected: String...) { (self.document, self.expected) = (document, expected) }

  var testDescription: String { document }

  static let lesson = """
    inputs: x1 = 2, x2 = -1
    weights: w1 = 0.5, w2 = 0.25
    biases: b = 0.1
    fixed: alpha_1 = 3
    targets: t = 1
    net_h1 = x1*w1 + x2*w2 + b
    out_h1 = sigmoid(net_h1)
    E = 1/2*(t - out_h1)^2
    k_12 = 2*b
    k1_2 = 3*b
    scale = alpha_1 + b + k_12 + k1_2
    minimize: E
    rate: eta = 0.5

    """

  static func readings(_ document: String, _ walkthrough: String = lesson) throws -> [String] {
    let names = QuantityNames(try SourceText(name: "test", text: walkthrough).walkthrough())
    let document = HandwrittenDocument(Array(document.utf8))
    return zip(document.equalities, try document.matches(in: names.walkthrough.trace())).map { equality, match in
      let number = (equality.printed.decimal.isNegative ? "-" : "") + equality.printed.decimal.digits
      let mark = equality.calculation != nil ? "*" : ""
      switch match {
      case .certain(let kind): return "\(mark)\(names.walkthrough.text(of: kind)) = \(number)"
      case .uncertain(_, let candidates): return "\(mark)? \(candidates.joined(separator: ", ")) = \(number)"
      case .none: return "\(mark)- \(number)"
      }
    }
  }

  func check() throws {
    let read = try Self.readings(document)
    #expect(read == expected, "\(document) is read as \(read)")
  }
}
