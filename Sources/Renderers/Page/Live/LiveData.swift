import DocumentModel
import Numerals

/// A calculation in JSON, as the page's script reads it.
struct LiveData {
  let calculation: LiveCalculation

  var json: String {
    let operations = LiveCalculation.Operation.allCases
    let instructions = calculation.instructions.map { instruction in
      let operation = operations.firstIndex(of: instruction.operation) ?? 0
      return "\(operation),\(instruction.first),\(instruction.second)"
    }
    let names = names
    func name(_ text: String) -> Int { names.firstIndex(of: text) ?? 0 }
    let members = [
      ("operations", list(operations.map { quoted($0.rawValue) })), ("instructions", list(instructions)),
      ("constants", list(calculation.constants.map { $0.description })),
      ("inputs", list(inputs)), ("names", list(names.map(quoted))),
      (
        "spans",
        list(
          calculation.spans.map { "\(name($0.name)),\($0.instructions.lowerBound),\($0.instructions.upperBound)" })
      ),
      ("slopes", list(calculation.slopes.map { "\(name($0.name)),\($0.slot)" })),
      ("repetition", calculation.repetition.map(object) ?? "null"), ("style", object(calculation.style)),
      ("carry", calculation.carry.map(object) ?? "null"), ("tables", quoted(Base64.text(Elementary.tableBytes))),
      (
        "complaints",
        object(calculation.wording.complaints.map { ($0.operation.rawValue, quoted($0.text)) })
      ),
      ("tooLarge", quoted(calculation.wording.tooLarge)), ("noSlope", quoted(calculation.wording.noSlope)),
      ("following", quoted(PageWords.following)), ("noNumber", quoted(PageWords.noNumber)),
      ("noPositive", quoted(PageWords.noPositive)),
      ("mark", quoted(Equation.mark)),
    ]
    return object(members)
  }

  /// Names of quantities, each once.
  private var names: [String] {
    var names: [String] = []
    for name in calculation.spans.map(\.name) + calculation.slopes.map(\.name) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private var inputs: [String] {
    calculation.inputs.map {
      object([("slot", "\($0.slot)"), ("value", $0.value.description), ("isPositive", "\($0.isPositive)")])
    }
  }

  private func object(_ style: NumberStyle) -> String {
    let (unit, count) =
      switch style.precision {
      case .decimals(let count): ("decimals", count)
      case .figures(let count): ("figures", count)
      case .allDigits: ("all", 0)
      }
    return object([
      ("unit", quoted(unit)), ("count", "\(count)"), ("isCut", "\(style.reduction == .cut)"),
      ("trusted", "\(style.trustedDigits)"), ("isAlwaysEqual", "\(style.writesEqualsAlways)"),
    ])
  }

  private func object(_ repetition: LiveCalculation.Repetition) -> String {
    object([
      ("start", "\(repetition.instructions.lowerBound)"), ("head", "\(repetition.head)"),
      ("end", "\(repetition.instructions.upperBound)"),
      ("states", list(repetition.states.map { "\($0.slot),\($0.start),\($0.next)" })),
      ("most", "\(repetition.most)"), ("objective", "\(repetition.objective)"),
      ("rule", repetition.rule.map(object) ?? "null"),
    ])
  }

  private func object(_ rule: LiveCalculation.Rule) -> String {
    switch rule {
    case .gain(let bound, let isAscent):
      object([("kind", quoted("gain")), ("bound", bound.description), ("isAscent", "\(isAscent)")])
    case .below(let slots, let bound): self.rule("below", slots, bound)
    case .above(let slots, let bound): self.rule("above", slots, bound)
    case .within(let pairs, let bound): self.rule("within", pairs.flatMap { [$0.0, $0.1] }, bound)
    }
  }

  private func rule(_ kind: String, _ slots: [Int], _ bound: Double) -> String {
    object([("kind", quoted(kind)), ("slots", list(slots.map { "\($0)" })), ("bound", bound.description)])
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20: result += " "
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Bytes as text (RFC 4648).
private enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let isFilled = place <= group.count
        text.append(isFilled ? letters[Int(bits >> UInt32(18 - 6 * place)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
