import Differentiation
import Longhand

/// A line that says how far long work has come, rewritten in place and gone when the work is done.
final class ProgressLine {
  private let console: Console
  private let clock: () -> Double
  private let start: Double
  private var lastShown: Double?
  private var length = 0

  /// Seconds that work may take in silence, and seconds from one writing to the next.
  private static let patience = 1.0
  private static let pause = 0.1

  init(_ console: Console, clock: @escaping () -> Double = { System.seconds }) {
    self.console = console
    self.clock = clock
    start = clock()
  }

  func show(_ progress: TrainingProgress) {
    let now = clock()
    guard now - start > Self.patience, now - (lastShown ?? start) >= Self.pause else { return }
    lastShown = now
    let line = Self.line(progress)
    console.overwriteLine(line + String(repeating: " ", count: max(length - line.utf8.count, 0)))
    length = max(length, line.utf8.count)
  }

  /// Blanks, since not every terminal knows how to erase.
  func erase() {
    guard length > 0 else { return }
    console.overwriteLine(String(repeating: " ", count: length) + "\r")
    length = 0
  }
}

extension ProgressLine {
  fileprivate static func line(_ progress: TrainingProgress) -> String {
    "longhand: \(progress.epochs) of \(progress.mayEndEarlier ? "at most " : "")\(progress.mostEpochs) epochs"
  }
}
