import Stepper
import Testing

@testable import LonghandCommand

@Suite struct TerminalScreenTests {
  private let size = Size(columns: 10, rows: 3)

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^")
  }

  @Test func theFirstFrameClearsTheScreenAndLeavesEmptyRows() {
    var screen = Terminal.Screen()
    #expect(text(screen.frame(["one", "", "two"], size)) == "^[?2026h^[m^[2J^[1;1H^[Kone^[m^[3;1H^[Ktwo^[m^[?2026l")
  }

  @Test func onlyRowsThatChangedAreWritten() {
    var screen = Terminal.Screen()
    _ = screen.frame(["one", "two", "three"], size)
    #expect(screen.frame(["one", "two", "three"], size) == [])
    #expect(text(screen.frame(["one", "2", "three"], size)) == "^[?2026h^[2;1H^[K2^[m^[?2026l")
    #expect(text(screen.frame(["one"], size)) == "^[?2026h^[2;1H^[K^[m^[3;1H^[K^[m^[?2026l")
    #expect(text(screen.frame(["one", "e\u{301}"], size)).contains("[2;1H"))
    #expect(text(screen.frame(["one", "\u{E9}"], size)).contains("[2;1H"))
  }

  @Test func whatWasForgottenIsWrittenAnewAndRowsBelowTheScreenNever() {
    var screen = Terminal.Screen()
    _ = screen.frame(["one", "two", "three"], size)
    screen.forget()
    let frame = text(screen.frame(["one", "two"], Size(columns: 10, rows: 1)))
    #expect(frame == "^[?2026h^[m^[2J^[1;1H^[Kone^[m^[?2026l")
  }
}
