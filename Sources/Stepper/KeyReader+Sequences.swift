/// What terminals send for which key: xterm and those that follow it, tmux, screen, the Linux console, rxvt, macOS Terminal.
extension Key {
  /// A byte below a blank, or the one behind `~`.
  init(control byte: UInt8) {
    switch byte {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte | 0x60)))
    default: self = .control(Character(Unicode.Scalar(byte | 0x40)))
    }
  }

  /// macOS Terminal moves by words with Option and an arrow; no other letter with Alt is a key of ours.
  init?(alt byte: UInt8) {
    switch byte {
    case UInt8(ascii: "b"): self = .left
    case UInt8(ascii: "f"): self = .right
    default: return nil
    }
  }

  /// Behind `ESC O`: cursor keys in application mode, the Enter of a keypad, arrows of rxvt with Ctrl held.
  init?(singleShift letter: UInt8) {
    switch letter {
    case UInt8(ascii: "M"): self = .enter
    case UInt8(ascii: "a")...UInt8(ascii: "d"): self.init(letter: letter & 0x5F)
    default: self.init(letter: letter)
    }
  }

  /// Behind `ESC [`: a letter, or a number and `~`; rxvt writes `$ ^ @` where a modifier is held, and small letters for arrows.
  init?(parameters: [UInt8], final: UInt8) {
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"): self.init(number: parameters)
    case UInt8(ascii: "Z"): self = .tab
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty: self.init(letter: final & 0x5F)
    default:
      guard parameters.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ";") }) else { return nil }
      self.init(letter: final)
    }
  }

  private init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "A"): self = .up
    case UInt8(ascii: "B"): self = .down
    case UInt8(ascii: "C"): self = .right
    case UInt8(ascii: "D"): self = .left
    case UInt8(ascii: "H"): self = .home
    case UInt8(ascii: "F"): self = .end
    default: return nil
    }
  }

  /// Modifiers stand behind a semicolon.
  private init?(number parameters: [UInt8]) {
    switch String(decoding: parameters.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self) {
    case "1", "7": self = .home
    case "4", "8": self = .end
    case "3": self = .delete
    case "5": self = .pageUp
    case "6": self = .pageDown
    default: return nil
    }
  }
}

extension [Key] {
  /// A character of its own, or more of the one before it; controls and line ends beyond ASCII are none.
  mutating func type(_ scalar: Unicode.Scalar) {
    if !scalar.isASCII {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: return
      default: break
      }
      if case .character(let character) = last {
        let both = String(character) + String(Character(scalar))
        if both.count == 1 {
          self[count - 1] = .character(Character(both))
          return
        }
      }
    }
    append(.character(Character(scalar)))
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
