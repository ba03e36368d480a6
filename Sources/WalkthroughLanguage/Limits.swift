/// Stated bounds on what a file may ask for; past one, a diagnostic says so.
public enum Limits {
  /// Parentheses, calls and signs inside one another.
  static let nesting = 64
  /// Operations in one formula.
  public static let operations = 4_000
  /// Rows, or columns, of a generated matrix.
  public static let side = 100_000
  /// Entries of one matrix.
  public static let entries = 10_000_000
  /// Entries of all matrices that the formulas of a file work out, parts of formulas among them.
  static let allEntries = 50_000_000
  /// Multiplications of numbers that all matrix products of a file take, for one forward pass.
  static let multiplications = 10_000_000_000
  /// Bytes in one name.
  static let nameLength = 64
  /// Bytes in one file: 64 MiB.
  static let fileSize = 64 << 20
  /// Steps that `after K steps` may run.
  public static let steps = 1_000_000
  /// Epochs that a file may ask for, and that `until:` waits for; a command can raise it.
  public static let epochs = 1_000_000
  /// Epochs up to which a command can raise that.
  public static let mostEpochs = 100_000_000
  /// Steps times quantities that all headings of a file may run together.
  static let quantitySteps = 20_000_000
  /// The power of ten of the leading digit of a number, up or down.
  public static let magnitude = 300
  /// Diagnostics that are reported; more are counted.
  public static let diagnostics = 20
  /// Diagnostics after which the rest of a file is not read.
  static let keptDiagnostics = 100_000
  /// Decimals or figures that can be asked for: what a double can mean.
  public static let digits = 15
  /// Numbers, names and operations of a formula that is told gate by gate.
  static let gates = 1_000
  /// Quantities of a matrix walkthrough that is told entry by entry.
  static let entryQuantities = 400
  /// Quantities that the story of one entry may need.
  static let entryStoryQuantities = 5_000
  /// Numbers, names and operations of all formulas of a walkthrough that is told entry by entry.
  static let entryNodes = 40_000
  /// Steps that the expansion of a walkthrough into entries may take.
  static let entryWork = 4_000_000
  /// Terms of a sum in the story of one entry; of more, those that do not depend on it are gathered.
  static let entryTerms = 12
}
