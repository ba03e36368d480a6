import Narration
import Renderers

/// Pages of the documentation that are made from the tables of the program, and kept up to date by the tests.
package enum ReferencePage {
  /// `docs/derivative-rules.md`, from the derivative table.
  package static var derivativeRules: String {
    MarkdownRenderer(flavour: .github).render(DerivativeRulesPage().document)
  }
}
