/// Stated bounds on what a file may ask for; past one, a diagnostic says so.
public enum Limits {
  /// Parentheses, calls and signs inside one another.
  public static let nesting = 64
  /// Operations in one formula.
  public static let operations = 4_000
  /// Bytes in one file: 64 MiB.
  public static let fileSize = 64 << 20
  /// Steps that `after K steps` may run.
  public static let steps = 1_000_000
  /// Diagnostics that are reported; more are counted.
  public static let diagnostics = 20
  /// Decimals or figures that can be asked for: what a double can mean.
  public static let digits = 15
}
