import Longhand
import Renderers
import Stepper

/// Everything that can be typed.
enum CommandTable {
  static let commands = [show, step, render, check, new]

  static let helpOption = CommandOption("--help", "-h", help: "what this command does")
  static let telling = CommandOption(
    "--telling", value: "TELLING", help: "how to tell it; without it, the file chooses",
    choices: Telling.allCases.map(\.rawValue))
  static let quantity = CommandOption(
    "--of", value: "NAME", help: "the story of one quantity alone, such as w5 or W[1,2]")

  static let figures = CommandOption(
    "--figures", value: "WHICH", help: "all, or none: a document without pictures; else all",
    choices: FigureChoice.allCases.map(\.rawValue))

  static let maximumEpochs = CommandOption(
    "--max-epochs", value: "N", numbers: 1...Limits.mostEpochs,
    help: "how many epochs a file may ask for, \(Limits.mostEpochs) at most; else \(Limits.epochs)")

  static let show = Command(
    name: "show", operands: "FILE…", summary: "the worked example in the terminal",
    details: [
      "Text is wrapped at the width of the terminal, but not below \(ShowCommand.narrowest) columns, and at 80 where there is none.",
      "`-` reads a walkthrough from standard input.",
    ],
    options: [
      telling, quantity, figures, maximumEpochs,
      CommandOption(
        "--color", "--colour", value: "WHEN", help: "auto (a terminal without NO_COLOR), always, never",
        choices: ["auto", "always", "never"]),
      helpOption,
    ],
    examples: [
      "longhand show walkthroughs/two-two-two/two-two-two.walk",
      "longhand show two-two-two.walk --of w5",
    ], run: ShowCommand.run)

  static let step = Command(
    name: "step", operands: "FILE", summary: "the worked example step by step, on the whole screen",
    details: [
      "Arrow keys or space walk through the steps; ? shows all keys, q quits.",
      "Where output goes to a pipe or a file, the steps are printed one below the other; a quiz then reads its",
      "answers from standard input, a line each.",
    ],
    options: [
      CommandOption("--quiz", help: "ask for each result before it is shown, say what is right, and keep a score"),
      CommandOption(
        "--blank", value: "WHAT", help: "a quiz on some of it: \(words(Blank.self))",
        choices: Blank.allCases.map(\.rawValue)),
      CommandOption("--live", help: "givens can be changed on the screen (w5=0.6), and everything follows"),
      telling, quantity, maximumEpochs, helpOption,
    ],
    examples: [
      "longhand step walkthroughs/two-two-two/two-two-two.walk",
      "longhand step two-two-two.walk --quiz --blank backward", "longhand step two-two-two.walk --live --of w5",
    ], run: StepCommand.run)

  static let render = Command(
    name: "render", operands: "FILE…", summary: "documents beside the file",
    details: [
      "Writes F.md beside F.walk, and says so; a document that is up to date stays as it is.",
      "Figures of Markdown are files beside it, F-….svg; other formats hold theirs. Standard output gets no files.",
      "A folder stands for all walkthroughs in it.",
      "Options that change the document become part of its name: F-w5.md, F-nodes.tex, F-no-figures.md.",
      "Pages of several walkthroughs (--to html -o site) go to a folder, made if need be, with a list: index.html.",
      "A file that cannot be worked leaves the others written; nothing is ever half-written.",
    ],
    options: [
      CommandOption(
        "--to", value: "FORMAT",
        help: "\(words(Format.self)), or `all` of them but html; else markdown",
        choices: Format.allCases.map(\.rawValue) + ["all"]),
      CommandOption(
        "--flavour", "--flavor", value: "FLAVOUR", help: "of Markdown: github, or pandoc (Jupyter, VS Code)",
        choices: MarkdownFlavour.allCases.map(\.rawValue)),
      telling, quantity, figures, maximumEpochs,
      CommandOption("-o", "--output", value: "PATH", help: "a file or a folder to write to; `-` is standard output"),
      helpOption,
    ],
    examples: [
      "longhand render walkthroughs/two-two-two/two-two-two.walk",
      "longhand render walkthroughs --to all", "longhand render walkthroughs --to html -o site",
      "longhand render two-two-two.walk --to latex --of w5 -o w5.tex",
    ], run: RenderCommand.run)

  static let check = Command(
    name: "check", operands: "FILE…", summary: "proofread: published numbers, derivatives, documents",
    details: [
      "Each published line must hold under the convention in force, or be marked (erratum) and not hold, each",
      "derivative agree with central differences, and each document beside the file be what the file gives; of one",
      "that is told in another way, such as `net-w5.md`, its name says how.",
      "Silent when all is well. A number that does not hold is reported with the right one, and with where it comes",
      "from where its digits tell that: cut or rounded, a slip, another convention, another given.",
      "With --document, the equalities in a Markdown or LaTeX document are judged in the place of published lines.",
      "Ends with 0 when all is well, 1 when something does not hold, 2 when a file cannot be worked.",
    ],
    options: [
      CommandOption("--verbose", "-v", help: "list every published line with its place, and sum up"),
      CommandOption(
        "--to", value: "FORMAT", help: "a report that can be sent to an author: \(words(ReportFormat.self))",
        choices: ReportFormat.allCases.map(\.rawValue)),
      CommandOption("-o", "--output", value: "PATH", help: "where the report goes; else, and for `-`, standard output"),
      CommandOption("--document", value: "PATH", help: "judge what this document prints, matched by name"),
      maximumEpochs, helpOption,
    ],
    examples: [
      "longhand check walkthroughs", "longhand check --verbose walkthroughs/two-two-two",
      "longhand check lesson.walk --to html -o report.html", "longhand check lesson.walk --document lesson.md",
    ],
    run: CheckCommand.run)

  static let new = Command(
    name: "new", operands: "SHAPE", summary: "a .walk file to start from",
    details: [
      "SHAPE is the sizes of the layers: 2-3-2 has two inputs, three hidden units and two outputs.",
      "The file states numbers for everything; change them as you like. Without -o it goes to standard output.",
    ],
    options: [
      CommandOption(
        "--activation", value: "FUNCTION",
        help: "of the hidden units: \(words(NetworkTemplate.Activation.self)); else sigmoid",
        choices: NetworkTemplate.Activation.allCases.map(\.rawValue)),
      CommandOption(
        "--output", value: "FUNCTION", help: "of the outputs: the same, or softmax; else sigmoid",
        choices: NetworkTemplate.Output.allCases.map(\.rawValue)),
      CommandOption(
        "--loss", value: "LOSS", help: "squared (half the squared differences), or cross-entropy; else squared",
        choices: NetworkTemplate.Loss.allCases.map(\.rawValue)),
      CommandOption(
        "--names", value: "NAMES", help: "published (sum_h1, output_h1, w5), or short (x1, h1, w12); else published",
        choices: NetworkTemplate.Names.allCases.map(\.rawValue)),
      CommandOption(
        "--matrices",
        help: "written in matrices (X, W1, H), with up to \(NetworkTemplate.mostUnitsInMatrices) units in a layer"),
      CommandOption("-o", "--output-file", value: "PATH", help: "the file to write; one that exists is left alone"),
      helpOption,
    ],
    examples: [
      "longhand new 2-2-2 -o my-network.walk",
      "longhand new 2-3-2 --activation tanh --output softmax --loss cross-entropy --names short",
      "longhand new 4-20-3 --matrices --output softmax --loss cross-entropy",
    ], run: NewCommand.run)

  /// Does what was typed.
  static func run(_ words: [String], on console: Console) -> ExitCode {
    guard let first = words.first else {
      return console.write(Help.firstSteps)
    }
    switch first {
    case "--help", "-h", "help":
      return console.write(words.dropFirst().first.flatMap(command).map(Help.page) ?? Help.overview)
    case "--version":
      return console.write("longhand \(LonghandVersion.number)\n")
    default: break
    }
    guard let command = command(first) else {
      console.complain(Invocation.Misuse.unknownCommand(first, among: commands.map(\.name)).message)
      return .failed
    }
    do throws(Invocation.Misuse) {
      let invocation = try Invocation(Array(words.dropFirst()), for: command)
      if invocation.has("--help") {
        return console.write(Help.page(command))
      }
      if invocation.operands.isEmpty { throw .noFile(command) }
      return command.run(invocation, console)
    } catch {
      console.complain(error.message)
      return .failed
    }
  }

  private static func words<Choice: CaseIterable & RawRepresentable<String>>(_ choices: Choice.Type) -> String {
    choices.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func command(_ name: String) -> Command? { commands.first { $0.name == name } }
}
