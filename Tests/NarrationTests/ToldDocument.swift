import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// The document of a walkthrough, or the story of one of its quantities.
func document(_ text: String, _ telling: Telling? = nil, of name: String? = nil) throws -> Document {
  let trace = try SourceText(name: "t", text: text).walkthrough().trace()
  let narrator = Narrator(trace, telling: telling)
  guard let name else { return narrator.document }
  let quantity = try #require(trace.walkthrough.quantities.firstIndex { $0.name == name })
  let story = narrator.document(of: quantity)
  return try #require(story)
}

extension Document {
  var ids: [String] { steps.map(\.id) }

  var equations: [Equation] {
    steps.flatMap(\.blocks).compactMap { if case .equation(let equation) = $0 { equation } else { nil } }
  }

  /// All running text, formulas left out.
  var prose: String {
    func words(_ inlines: [Inline]) -> String {
      inlines.map { inline in
        switch inline {
        case .text(let text), .code(let text): text
        case .emphasis(let inner), .strong(let inner): words(inner)
        case .formula, .equation: "_"
        }
      }.joined()
    }
    return text(words)
  }

  /// The same with names and derivatives as `say` spells them.
  var spoken: String { text(say) }

  private func text(_ words: ([Inline]) -> String) -> String {
    steps.flatMap(\.blocks).map { block in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): words(inlines)
      case .list(let items): items.map(words).joined(separator: "\n")
      case .figure(let figure): words(figure.caption)
      case .equation, .table: ""
      }
    }.joined(separator: "\n")
  }
}

/// Two paths to the objective, and a bias that stays.
let network = """
  inputs: x = 1
  weights: u = 0.5, w = 2
  fixed: b = 0.1
  targets: t = 1
  h = u*x + b
  y = w*h
  z = w*x
  E1 = (t - y)^2
  E2 = (t - z)^2
  E = E1 + E2
  minimize: E
  rate: 0.1

  """

/// A caption or a label in plain text.
func say(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner): say(inner)
    case .formula(let formula): say(formula)
    case .equation(let equation):
      say(equation.left) + equation.links.map { ($0.relation == .equal ? " = " : " ≈ ") + say($0.formula) }.joined()
    }
  }.joined()
}

private func say(_ formula: Formula) -> String {
  switch formula {
  case .symbol(let symbol): symbol.name
  case .number(let number): number.plainText
  case .updated(let symbol): "new " + symbol.name
  case .derivative(let result, let operand): "∂\(say(result))/∂\(say(operand))"
  case .power(let base, let exponent): "\(say(base))^\(say(exponent))"
  default: "_"
  }
}
