extension ProofReport {
  /// For the terminal.
  public var listing: String {
    var lines = rows.map { row in
      let mark = row.isFault ? "WRONG" : "holds"
      return
        "\(name):\(row.line): \(mark)  \(row.expression) = \(row.printed) \(row.right ?? "") \(row.verdict) \(row.isErratum ? "(erratum)" : "") \(row.reason?.kind ?? "") \(row.reason?.text ?? "") \(row.reason.map { Proof.others($0) } ?? "")"
    }
    lines += summary.map { "\(name): \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }
}
