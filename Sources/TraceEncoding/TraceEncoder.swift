import Differentiation
import Numerals
import WalkthroughLanguage

/// Writes a trace as JSON, in full precision; `docs/trace-json.md` says what each field means.
public struct TraceEncoder: Sendable {
  /// Raised whenever a field changes its meaning or goes away.
  public static let version = 1

  /// What the field `format` says.
  static let format = "longhand-trace"

  /// What every trace begins with, whatever its version.
  public static let start = "{\n \"format\": \"\(format)\""

  public init() {}

  /// The trace as JSON text in UTF-8, with a line end behind it.
  public func encode(_ trace: Trace) -> [UInt8] {
    let writer = TraceWriter(trace)
    var bytes: [UInt8] = []
    writer.document.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
