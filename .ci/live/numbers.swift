// Writes numbers as our own Swift code shows and carries them, one case per line: the style, the bits of the value, the
// digits, whether they are the value, the bits of what goes on. Compiled together with the sources of Numerals.
//
// usage: numbers <cases per style>

struct Style {
  let name: String
  let style: NumberStyle
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same cases on every machine.
struct Dice {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let hard: [Double] = [
  0, -0.0, 0.41, 100.1 - 100, 0.3375, 0.1 + 0.2, 0.5, 1, -1, 1e15, 1e16, 999_999.5, 99_999.5, 9.9996, 0.99996,
  0.000_049_99,
  0.00005, 0.000_05000001, 1e-3, 9.995e-4, 123_456.5, 1e22, 1e-22, 5e-324, 1.797_693_134_862_315_7e308, 2.5, 0.125,
  0.375,
  1.0 / 3, 2.0 / 3, 1e100, 1e-100, 0.45187449, 0.0802, 123_456_789_012_345.6, 0.1, 0.7, 2.675, 1.005, 4.35, 0.285,
]

/// Values of all sizes, short decimals, and ties a few bits beside.
func cases(_ count: Int) -> [Double] {
  var dice = Dice(state: 5)
  var values = hard + hard.map { -$0 }
  for turn in 0..<count {
    switch turn % 5 {
    case 0:
      let value = Double(bitPattern: dice.next())
      if value.isFinite { values.append(value) }
    case 1: values.append((Double(dice.next() >> 11) * 0x1p-53 - 0.5) * 20)
    case 2: values.append(Double(Int64(dice.next() % 2_000_001) - 1_000_000) / 1e5)
    case 3:
      let tie = Double(dice.next() % 100_000) / 1e4 + 5e-5
      values.append(Double(bitPattern: tie.bitPattern &+ dice.next() % 5 &- 2))
    default: values.append((Double(dice.next() >> 11) * 0x1p-53 - 0.5) * 1e-4)
    }
  }
  return values
}

@main enum Numbers {
  static func main() {
    var styles: [Style] = []
    for reduction in Reduction.allCases {
      for count in [0, 1, 3, 5, 8, 12, 15] {
        styles.append(
          Style(name: "decimals \(count) \(reduction.rawValue)", style: NumberStyle(.decimals(count), reduction)))
        guard count > 0 else { continue }
        styles.append(
          Style(name: "figures \(count) \(reduction.rawValue)", style: NumberStyle(.figures(count), reduction)))
      }
    }
    styles.append(Style(name: "all 0 rounded", style: NumberStyle(.allDigits)))
    for style in styles {
      for trusted in [15, 6] {
        var own = style.style
        own.trustedDigits = trusted
        for value in cases(Int(CommandLine.arguments.last ?? "") ?? 100) {
          let value = trusted == 6 ? Double(Float(value)) : value
          guard value.isFinite else { continue }
          let shown = own.shown(value)
          print(
            style.name, trusted, String(value.bitPattern, radix: 16), shown.plainText, shown.isExact ? 1 : 0,
            String(own.carried(value).bitPattern, radix: 16), String(shown.value.bitPattern, radix: 16))
        }
      }
    }
  }
}
