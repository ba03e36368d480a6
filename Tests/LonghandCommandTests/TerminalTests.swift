import Foundation
import Stepper
import Testing

@testable import LonghandCommand

/// The C library's, which not every module of Swift's shows.
@_silgen_name("openpty") private func openPseudoTerminal(
  _ master: UnsafeMutablePointer<Int32>, _ slave: UnsafeMutablePointer<Int32>, _ name: UnsafeMutablePointer<CChar>?,
  _ modes: UnsafePointer<termios>?, _ size: UnsafePointer<winsize>?
) -> Int32

/// A terminal with nobody before it but the test.
private final class OpenTerminal {
  /// Where keys are typed and the screen is read.
  let master: Int32
  private let slave: Int32
  let terminal: Terminal

  init() throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    try #require(openPseudoTerminal(&ends.master, &ends.slave, nil, nil, nil) == 0)
    (master, slave) = ends
    terminal = Terminal(keyboard: slave, display: slave)
    resize(columns: 80, rows: 24)
  }

  deinit {
    close(slave)
    close(master)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) { _ = System.writeAll(Array(text.utf8), to: master) }

  /// What was written since it was asked last.
  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return String(decoding: bytes[..<max(systemRead(master, &bytes, bytes.count), 0)], as: UTF8.self)
  }

  /// All modes, in words that can be compared.
  var modes: [UInt64] {
    var modes = termios()
    tcgetattr(slave, &modes)
    let controls = withUnsafeBytes(of: &modes.c_cc) { $0.map(UInt64.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map(UInt64.init) + controls
  }
}

/// One after another, since signals belong to the whole process.
@Suite(.serialized) struct TerminalTests {
  @Test func keysAreHandledUntilOneQuitsAndTheTerminalIsAsItWas() throws {
    let open = try OpenTerminal()
    let before = open.modes
    var (events, screens, shown) = ([Event](), [String](), 0)
    let ending = open.terminal.run(
      rows: {
        #expect(open.modes != before)
        open.type(["\u{1B}[C", "\u{1B}", "ä", "q"][shown])
        shown += 1
        return ["\(shown)"]
      },
      on: { event in
        events.append(event)
        if events.count > 1 { screens.append(open.read()) }
        return event == .key(.character("q")) ? .quit : .none
      })
    #expect(ending == .quit)
    let keys: [Key] = [.right, .escape, .character("ä"), .character("q")]
    #expect(events == [.resized(Size(columns: 80, rows: 24))] + keys.map(Event.key))
    #expect(screens.map { $0.hasSuffix("\u{1B}[m\u{1B}[?2026l") } == [true, true, true, true])
    #expect(screens[0].contains("\u{1B}[?1049h") && open.read().hasSuffix("\u{1B}[?25h\u{1B}[?1049l"))
    #expect(open.modes == before)
  }

  @Test func keysThatComeAtOnceAreDrawnOnce() throws {
    let open = try OpenTerminal()
    var (drawn, handled) = (0, 0)
    _ = open.terminal.run(
      rows: {
        drawn += 1
        open.type(drawn == 1 ? String(repeating: "\u{1B}[C", count: 50) : "q")
        return ["\(handled)"]
      },
      on: { event in
        if event == .key(.right) { handled += 1 }
        return event == .key(.character("q")) ? .quit : .none
      })
    #expect(handled == 50 && drawn == 2)
  }

  @Test func aSignalOfAnotherSizeIsAnEventAndTheScreenIsDrawnWhole() throws {
    let open = try OpenTerminal()
    var (sizes, screen) = ([Size](), "")
    _ = open.terminal.run(
      rows: {
        if sizes.count == 2 {
          open.type("q")
          return ["same"]
        }
        open.resize(columns: 40, rows: 12)
        kill(getpid(), SIGWINCH)
        return ["same"]
      },
      on: { event in
        switch event {
        case .resized(let size): sizes.append(size)
        case .key: screen = open.read()
        }
        return event == .key(.character("q")) ? .quit : .none
      })
    #expect(sizes == [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
    #expect(screen.ranges(of: "same").count == 2 && screen.ranges(of: "\u{1B}[2J\u{1B}[1;1H").count == 2)
  }

  @Test func signalsDoAfterwardsWhatTheyDidBefore() throws {
    let open = try OpenTerminal()
    func action(_ signal: Int32) -> [UInt8] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      return withUnsafeBytes(of: &action) { Array($0.prefix(8)) }
    }
    let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH, SIGSEGV]
    let before = signals.map(action)
    _ = open.terminal.run(
      rows: {
        open.type("q")
        return []
      },
      on: { event in
        if event == .key(.character("q")) {
          #expect(signals.map(action) != before)
          return .quit
        }
        return .none
      })
    #expect(signals.map(action) == before)
  }
}
