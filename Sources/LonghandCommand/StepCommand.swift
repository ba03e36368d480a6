import Longhand
import Stepper

/// `longhand step`
enum StepCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    guard invocation.operands.count == 1 else {
      console.complain(oneFile)
      return .failed
    }
    if System.isFolder(invocation.operands[0]) {
      console.complain(isFolder(invocation.operands[0]))
      return .failed
    }
    let options = RenderingOptions(invocation)
    return WalkthroughFiles.forEach(invocation, console) { path, workbook in
      do throws(RenderingProblem) {
        let lesson = try Lesson(workbook, options)
        if let blank = blank(invocation), !lesson.hasQuestions(blank) {
          console.complain("\(path): \(noQuestions(workbook, blank))")
          return .failed
        }
        return go(through: lesson, invocation, console)
      } catch {
        console.complain("\(path): \(error.message)")
        return .failed
      }
    }
  }

  private static func blank(_ invocation: Invocation) -> Blank? {
    invocation.value("--blank").flatMap(Blank.init) ?? (invocation.has("--quiz") ? .all : nil)
  }

  private static func go(through lesson: Lesson, _ invocation: Invocation, _ console: Console) -> ExitCode {
    let blank = blank(invocation)
    let inputIsTaken = invocation.operands[0] == "-"
    guard console.width != nil, let terminal = Terminal.open(inputIsTaken: inputIsTaken) else {
      return goPlainly(through: lesson, blank, inputIsTaken: inputIsTaken, console)
    }
    let screen = Running(
      Stepper(
        lesson, size: terminal.size, usesColour: console.wantsColour, isLive: invocation.has("--live"), asking: blank))
    switch terminal.run(rows: { screen.stepper.screen }, on: { screen.stepper.handle($0) }) {
    case .quit: return screen.stepper.farewell.map(console.write) ?? .fine
    case .closed: return .failed
    }
  }

  /// The stepper between one event and the next.
  private final class Running {
    var stepper: Stepper
    init(_ stepper: Stepper) { self.stepper = stepper }
  }

  private static func goPlainly(
    through lesson: Lesson, _ blank: Blank?, inputIsTaken: Bool, _ console: Console
  ) -> ExitCode {
    let plain = PlainLesson(lesson, width: console.width ?? 80, usesColour: console.wantsColour)
    guard let blank else { return console.write(plain.text) }
    let answers = inputIsTaken ? nil : InputLines()
    var code = ExitCode.fine
    plain.ask(
      blank, answer: { code == .fine ? answers?.next() : nil },
      write: { if code == .fine { code = console.write($0) } })
    return code
  }

  private static let oneFile = "`step` takes one file"
  private static func isFolder(_ path: String) -> String { "`\(path)` is a folder; name one of the walkthroughs in it" }

  private static func noQuestions(_ workbook: Workbook, _ blank: Blank) -> String {
    workbook.walkthrough.isSymbolic
      ? "this worked example has no numbers, so there is nothing to ask for"
      : "this worked example has nothing to ask for" + (blank == .all ? "" : " under `--blank \(blank.rawValue)`")
  }
}
