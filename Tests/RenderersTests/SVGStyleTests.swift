import DocumentModel
import Testing

@testable import Renderers

/// The style of figures, read rule by rule.
private struct Style {
  let css = String(describing: SVGStyle.css)

  /// What is set for `property` in the last rule whose selectors hold `selector`; nothing where no rule sets it.
  func value(_ property: String, _ selector: String) -> String? {
    var found: String?
    for rule in css.split(separator: "}") {
      let parts = rule.split(separator: "{")
      guard parts.count >= 2, parts[parts.count - 2].contains(selector) else { continue }
      for line in parts[parts.count - 1].split(separator: ";") {
        let pair = line.split(separator: ":", maxSplits: 1).map { String($0.drop { " \n".contains($0) }) }
        if pair.count == 2, pair[0] == property { found = pair[1] }
      }
    }
    return found
  }

  /// The colours of a scheme by their names.
  func colours(isDark: Bool) -> [String: String] {
    let halves = css.split(separator: "@media")
    var colours: [String: String] = [:]
    for part in halves[isDark ? 1 : 0].split(separator: "}")[0].split(separator: "--drawing-") {
      let pair = part.split(separator: ":")
      if pair.count > 1, pair[1].hasPrefix(" #") { colours[String(pair[0])] = String(pair[1].dropFirst(2).prefix(6)) }
    }
    return colours
  }
}

/// The contrast of two colours (WCAG 2.1, relative luminance).
private func contrast(_ first: String, _ second: String) -> Double {
  func luminance(_ colour: String) -> Double {
    let number = Int(colour, radix: 16)!
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      // The curve of sRGB, near enough by its usual stand-in of 2.2.
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let (a, b) = (luminance(first), luminance(second))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// x^2.4 by roots alone: x² · x^(2/5), the fifth root by Newton's method.
private func power(_ x: Double) -> Double {
  var root = 1.0
  for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
  return x * x * root
}

@Suite("SVG: style") struct SVGStyleTests {
  private let style = Style()

  @Test("Every tone differs from every other by its strokes, whatever the colours")
  func strokes() {
    let strokes = Tone.allCases.map { tone in
      let selector = ".\(tone.className ?? "none") .line"
      return [style.value("stroke-width", selector) ?? "1.2", style.value("stroke-dasharray", selector) ?? ""]
    }
    #expect(Set(strokes).count == Tone.allCases.count)
  }

  @Test("Every tone differs from every other by its type, whatever the colours")
  func type() {
    let types = Tone.allCases.map { tone in
      ["font-weight", "font-style", "text-decoration", "font-size"].map {
        style.value($0, "text.\(tone.className ?? "none") ") ?? ""
      }
    }
    #expect(Set(types).count == Tone.allCases.count)
  }

  @Test("Every tone can be read on the card, on a node, and on its own fill", arguments: [false, true])
  func readable(isDark: Bool) throws {
    #expect(abs(contrast("000000", "ffffff") - 21) < 0.01)
    #expect(abs(contrast("767676", "ffffff") - 4.54) < 0.01)
    let colours = style.colours(isDark: isDark)
    for tone in ["plain", "value", "adjoint", "changed", "emphasized", "faded"] {
      let ink = try #require(colours[tone])
      for fill in ["card", "node", "value-fill", "adjoint-fill", "changed-fill", "emphasized-fill"] {
        #expect(contrast(ink, try #require(colours[fill])) >= 4.5, "\(tone) on \(fill)")
      }
    }
  }
}
