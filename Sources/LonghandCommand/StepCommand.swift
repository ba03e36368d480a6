import Longhand
import Stepper

/// `longhand step`
enum StepCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    guard invocation.operands.count == 1, !System.isFolder(invocation.operands[0]) else {
      console.complain(oneFile)
      return .failed
    }
    var options = RenderingOptions()
    options.telling = invocation.value("--telling")
    options.quantity = invocation.value("--of")
    return WalkthroughFiles.forEach(invocation, console) { path, workbook in
      do throws(RenderingProblem) {
        return go(through: try Lesson(workbook, options), invocation, console)
      } catch {
        console.complain("\(path): \(error.message)")
        return .failed
      }
    }
  }

  private static let oneFile = "`step` takes one file"

  private static func go(through lesson: Lesson, _ invocation: Invocation, _ console: Console) -> ExitCode {
    let blank = invocation.value("--blank").flatMap(Blank.init) ?? (invocation.has("--quiz") ? .all : nil)
    if let blank, !lesson.hasQuestions(blank) {
      console.complain(lesson.workbook.walkthrough.isSymbolic ? noNumbers : noQuestions(blank))
      return .failed
    }
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

  private static let noNumbers = "this worked example has no numbers, so there is nothing to ask for"

  private static func noQuestions(_ blank: Blank) -> String {
    "this worked example has nothing that `--blank \(blank.rawValue)` could ask for"
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
    var answers = inputIsTaken ? [] : lines(of: (try? System.read("-")) ?? [])[...]
    var code = ExitCode.fine
    plain.ask(blank, answer: { answers.popFirst() }, write: { code = max(code, console.write($0)) })
    return code
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
