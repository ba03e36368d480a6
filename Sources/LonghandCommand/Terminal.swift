import Stepper

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The whole screen and the keyboard of a terminal, for a program that answers key by key.
///
/// It is taken over by `run`, and given back as it was found: at the end, while the program is stopped, before it dies of a
/// signal, and as far as that can be had when it crashes.
final class Terminal {
  let keyboard: Int32
  let display: Int32
  var keys = KeyReader()
  var screen = Screen()
  /// The modes to put back; nothing while the terminal is not taken over.
  var modesFound: termios?
  let signals = SignalPipe()

  /// Why a program ended that was not ended by a signal.
  enum Ending {
    case quit
    /// Nobody can see it any more.
    case closed
  }

  init(keyboard: Int32, display: Int32) {
    self.keyboard = keyboard
    self.display = display
  }

  /// The terminal of this process; nothing where output goes elsewhere, nobody can type, or the screen cannot be addressed.
  ///
  /// - Parameter inputIsTaken: standard input was the walkthrough, and keys come from the terminal that is written to.
  static func open(inputIsTaken: Bool) -> Terminal? {
    guard System.isTerminal(.standardOutput), canAddressScreen else { return nil }
    let output = System.Stream.standardOutput.rawValue
    if !inputIsTaken {
      return System.isTerminal(.standardInput)
        ? Terminal(keyboard: System.Stream.standardInput.rawValue, display: output) : nil
    }
    let keyboard = ttyname(output).map { openKeyboard($0) } ?? -1
    let other = keyboard >= 0 ? keyboard : openKeyboard("/dev/tty")
    return other >= 0 ? Terminal(keyboard: other, display: output) : nil
  }

  private static func openKeyboard(_ path: UnsafePointer<CChar>) -> Int32 {
    systemOpen(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
  }

  /// Whether a program may write anywhere on the terminal, in colour too.
  static var canAddressScreen: Bool {
    guard let kind = getenv("TERM") else { return false }
    return kind.pointee != 0 && strcmp(kind, "dumb") != 0
  }

  /// As it is now; 80×24 where the terminal does not know.
  var size: Size {
    var found = winsize()
    guard ioctl(display, UInt(TIOCGWINSZ), &found) == 0, found.ws_col > 0, found.ws_row > 0 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: Int(found.ws_col), rows: Int(found.ws_row))
  }

  /// Goes on until an event asks to quit, or the terminal is gone; does not return from a signal to end.
  ///
  /// - Parameters:
  ///   - rows: what is to be seen, from the top; each fits into the columns and holds no codes but those of SGR.
  ///   - handle: what an event changes; the first says how large the screen is. What comes in at once is handled before it
  ///     is drawn.
  func run(rows: () -> [String], on handle: (Event) -> Effect) -> Ending {
    defer { giveBack() }
    guard takeOver() else { return .closed }
    var shownSize = size
    if handle(.resized(shownSize)) == .quit { return .quit }
    while true {
      guard draw(rows(), shownSize) else { return .closed }
      if let ending = obey(wait(), handle) { return ending }
      guard size != shownSize else { continue }
      shownSize = size
      screen.forget()
      if handle(.resized(shownSize)) == .quit { return .quit }
    }
  }

  private func obey(_ happenings: [Happening], _ handle: (Event) -> Effect) -> Ending? {
    for happening in happenings {
      switch happening {
      case .closed: return .closed
      case .signal(let signal): obey(signal)
      case .key(let key):
        switch handle(.key(key)) {
        case .none: break
        case .quit: return .quit
        case .suspend: stop(everybody: true)
        }
      }
    }
    return nil
  }

  private func draw(_ rows: [String], _ size: Size) -> Bool {
    let frame = screen.frame(rows, size)
    return frame.isEmpty || send(frame)
  }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }
