import TraceEncoding

/// Reports for programs; `docs/report-json.md` says what each field means.
extension ProofReport {
  /// Raised whenever a field changes its meaning or goes away.
  static let jsonVersion = 1

  /// All reports in one object, in UTF-8, with a line end behind it.
  public static func json(_ reports: [ProofReport]) -> [UInt8] {
    let program = JSONValue.object([
      ("version", .string(LonghandVersion.number)), ("report", .integer(jsonVersion)),
    ])
    var bytes: [UInt8] = []
    JSONValue.object([("longhand", program), ("reports", .array(reports.map(\.json)))]).write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var json: JSONValue {
    .object([
      ("name", .string(name)), ("title", title.map(JSONValue.string) ?? .null),
      ("summary", .array(summary.map(JSONValue.string))), ("claims", .array(rows.map(\.json))),
      ("asides", .array(asides.map(\.json))),
    ])
  }
}

extension ProofReport.Row {
  fileprivate var json: JSONValue {
    .object([
      ("line", .integer(line)), ("context", .string(context)), ("expression", .string(expression)),
      ("printed", .string(printed)), ("right", right.map(JSONValue.string) ?? .null), ("verdict", .string(verdict)),
      ("fault", .boolean(isFault)), ("erratum", .boolean(isErratum)), ("reason", reason?.json ?? .null),
    ])
  }
}

extension ProofReport.Reason {
  fileprivate var json: JSONValue {
    .object([
      ("kind", .string(kind)), ("text", .string(text)), ("certain", .boolean(isCertain)),
      ("explains", .array(explains.map(JSONValue.integer))),
      ("contradicts", .array(contradicts.map(JSONValue.integer))),
    ])
  }
}

extension ProofReport.Aside {
  fileprivate var json: JSONValue {
    .object([("line", .integer(line)), ("text", .string(text)), ("explanation", .string(explanation))])
  }
}
