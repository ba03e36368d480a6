import Narration
import Renderers

/// Pages of the documentation that the program writes itself.
public enum ReferencePage {
  /// `docs/derivative-rules.md`, from the derivative table.
  public static var derivativeRules: String {
    MarkdownRenderer(flavour: .github).render(DerivativeRulesPage().document)
  }
}
