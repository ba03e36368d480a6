import Differentiation
import Foundation
import Longhand
import Testing

@testable import LonghandCommand

private let longWork = """
  unknowns: x = 1
  f = x^2
  minimize: f
  rate: 0.25
  epochs: 2000

  """

@Suite struct EpochTests {
  @Test(arguments: ["show", "render", "check"])
  func theLimitOfEpochsCanBeSet(command: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", longWork)
    #expect(workshop.run(command, path).code == .fine)
    #expect(workshop.run(command, path, "--max-epochs", "2000").code == .fine)
    let refused = workshop.run(command, path, "--max-epochs=1999")
    #expect(refused.code == .failed)
    #expect(refused.complaints.hasPrefix("a.walk:5:9: error: more than 1999 epochs\n"))
  }

  @Test(arguments: ["0", "-1", "ten", "1e6", "1.5", "100000001", "99999999999999999999", ""])
  func whatIsNoNumberOfEpochsIsNamed(value: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", longWork)
    let result = workshop.run("show", path, "--max-epochs=\(value)")
    #expect(result.code == .failed)
    #expect(
      result.complaints
        == "longhand: `--max-epochs` takes a whole number from 1 to 100000000, and `\(value)` is none\n")
    #expect(workshop.run("show", path, "--max-epochs").complaints.contains("`--max-epochs` needs N"))
  }

  @Test(arguments: ["show", "step", "render", "check"]) func theHelpNamesTheMostEpochs(command: String) throws {
    #expect(
      try Workshop().run(command, "--help").output.contains(
        "how many epochs a file may ask for, 100000000 at most; else 1000000\n"))
  }

  @Test func waitingEndsAtTheLimit() throws {
    let workshop = try Workshop()
    let file = longWork.replacing("epochs: 2000", with: "until: f is below -1")
    let result = workshop.run("show", try workshop.write("a.walk", file), "--max-epochs", "1000")
    #expect(result.code == .fine)
    #expect(result.output.contains("1000"))
  }

  /// What a line of progress writes on a terminal, with the time told by hand.
  private func written(_ work: (ProgressLine, Time) -> Void) -> String {
    let said = Workshop.Said()
    let console = Console(
      writeBytes: { _ in true }, complainBytes: { said.complaints += $0 }, width: nil, wantsColour: false,
      showsProgress: true)
    let time = Time()
    let line = ProgressLine(console) { time.now }
    work(line, time)
    line.erase()
    return String(decoding: said.complaints, as: UTF8.self)
  }

  private final class Time { var now = 5.0 }

  private func progress(_ epochs: Int, mayEndEarlier: Bool = false) -> TrainingProgress {
    TrainingProgress(epochs: epochs, mostEpochs: 1_000_000, mayEndEarlier: mayEndEarlier)
  }

  @Test func shortWorkShowsNoProgress() {
    #expect(
      written { line, time in
        line.show(progress(1))
        time.now += 0.9
        line.show(progress(2))
      } == "")
  }

  @Test func longWorkShowsALineThatIsGoneInTheEnd() {
    let text = written { line, time in
      time.now += 1.5
      line.show(progress(9_999, mayEndEarlier: true))
      line.show(progress(10_000, mayEndEarlier: true))
      time.now += 0.2
      line.show(progress(20_000))
    }
    let first = "longhand: 9999 of at most 1000000 epochs"
    let second = "longhand: 20000 of 1000000 epochs"
    let blanks = String(repeating: " ", count: first.count)
    #expect(text == "\r\(first)\r\(second)\(blanks.dropFirst(second.count))\r\(blanks)\r")
  }
}
