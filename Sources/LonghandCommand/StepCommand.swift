import Longhand
import Stepper

/// `longhand step`
enum StepCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    var options = RenderingOptions()
    options.telling = invocation.value("--telling")
    options.quantity = invocation.value("--of")
    guard invocation.operands.count == 1 else {
      console.complain(oneFile)
      return .failed
    }
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
    console.write(PlainLesson(lesson, width: console.width ?? 80, usesColour: console.wantsColour).text)
  }
}
