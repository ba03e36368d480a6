import Foundation
import Testing

@testable import LonghandCommand

private let good = "title: Good\ninputs: x = 2\ny = x^2\ndifferentiate: y\n"
private let bad = "title: Bad\ninputs: x = 2\ny = x^2 + z\n"

@Suite struct CommandTests {
  @Test func longhandAloneShowsWhatToTryFirst() throws {
    let result = try Workshop().run()
    #expect(result.code == .fine)
    #expect(result.output.contains("longhand show walkthroughs/one-neuron/one-neuron.walk"))
  }

  @Test func newWritesAFileThatCanBeShownAndNeverOverAnother() throws {
    let workshop = try Workshop()
    let path = workshop.folder.path + "/net.walk"
    let made = workshop.run(
      "new", "2-3-2", "--activation", "tanh", "--output", "softmax", "--loss=cross-entropy", "-o", path)
    #expect(made.code == .fine)
    #expect(made.output == "wrote net.walk; `longhand show net.walk` works it\n")
    #expect(workshop.run("check", path).code == .fine)
    let text = try workshop.read("net.walk")
    let again = workshop.run("new", "2-2", "-o", path)
    #expect(again.code == .failed)
    #expect(again.complaints.contains("`net.walk` exists already"))
    #expect(try workshop.read("net.walk") == text)
    #expect(workshop.run("new", "2-2-2").output.contains("sum_o2 = output_h1*w7 + output_h2*w8 + b2"))
    #expect(workshop.run("new", "2-20-2", "--matrices").output.contains("W2 = random(20, 2, seed 3, xavier)"))
    #expect(workshop.run("new", "2-20-2").complaints.contains("or in matrices up to 99"))
    #expect(workshop.run("new", "2-2", "3-3").complaints.contains("`new` takes one shape"))
    #expect(workshop.run("new").complaints.contains("`new` needs a shape; for example"))
    #expect(workshop.run("new", "two").complaints.contains("`two` is no shape"))
  }

  @Test func everyCommandHasItsHelpPage() throws {
    let workshop = try Workshop()
    for command in CommandTable.commands {
      let result = workshop.run(command.name, "--help")
      #expect(result.code == .fine)
      for option in command.options { #expect(result.output.contains(option.names[0])) }
      #expect(workshop.run("--help").output.contains("longhand \(command.name)"))
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
    #expect(workshop.run("--version").output == "longhand 0.1.0\n")
  }

  @Test func renderWritesBesideTheFileAndSaysSo() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    let result = workshop.run("render", path)
    #expect(result.code == .fine)
    #expect(result.output.withoutFigures == "wrote a.md\n")
    #expect(try workshop.read("a.md").hasPrefix("# Good\n"))
    #expect(
      workshop.run("render", path, "--to", "all").output.withoutFigures
        == "a.md is up to date\nwrote a.tex\nwrote a.txt\nwrote a.json\n")
  }

  @Test func aFailingFileLeavesTheOthersWritten() throws {
    let workshop = try Workshop()
    _ = try workshop.write("a.walk", good)
    _ = try workshop.write("b.walk", bad)
    _ = try workshop.write("sub/c.walk", good)
    let result = workshop.run("render", workshop.folder.path)
    #expect(result.code == .failed)
    #expect(result.output.withoutFigures == "wrote a.md\nwrote sub/c.md\n")
    #expect(result.complaints.hasPrefix("b.walk:3:11: error: `z` is not defined\n"))
    #expect(workshop.names.filter { !$0.hasSuffix(".svg") } == ["a.md", "a.walk", "b.walk", "sub"])
  }

  @Test func choicesThatChangeTheDocumentChangeItsName() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    #expect(
      workshop.run("render", path, "--of", "x", "--telling=nodes").output.withoutFigures == "wrote a-nodes-x.md\n")
    #expect(workshop.run("render", path, "--flavour", "pandoc").output.withoutFigures == "wrote a-pandoc.md\n")
    let matrix = try workshop.write("m.walk", "weights: W = [1, 2]\nL = sum(W.^2)\nminimize: L\nrate: 0.1\n")
    #expect(workshop.run("render", matrix, "--of", "W[1,2]").output.withoutFigures == "wrote m-W-1-2.md\n")
    #expect(workshop.run("show", matrix, "--of", "W[2]").output.contains("The weight W[1,2]"))
    let target = workshop.folder.appending(path: "out.tex").path
    #expect(workshop.run("render", path, "--to", "latex", "-o", target).output == "wrote out.tex\n")
    #expect(workshop.run("render", path, "-o", "-").output.hasPrefix("# Good\n"))
  }

  @Test func whatCannotBeWrittenIsSaidAndNothingIsLeftBehind() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    let result = workshop.run("render", path, "-o", workshop.folder.appending(path: "no/such/a.md").path)
    #expect(result.code == .failed)
    #expect(
      result.complaints == "longhand: cannot write `no/such/a.md`: there is no folder `no/such/`; make it first\n")
    #expect(workshop.names == ["a.walk"])
  }

  @Test func aClaimThatDoesNotHoldEndsWithOne() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good + "published:\n  y = 5\n")
    let result = workshop.run("check", path)
    #expect(result.code == .no)
    #expect(result.complaints.hasPrefix("a.walk:6:3: error: `y` is printed as 5, but it is 4, rounded\n"))
  }

  @Test(arguments: [
    (["rendre", "a.walk"], "there is no command `rendre`; did you mean `render`?"),
    (["a.walk"], "there is no command `a.walk`; to see the worked example, type `longhand show a.walk`"),
    (["render"], "`render` needs a file; for example `longhand render walkthroughs/two-two-two/two-two-two.walk`"),
    (["render", "--too", "latex", "a.walk"], "`render` has no option `--too`; did you mean `--to`?"),
    (["render", "--to", "latxe", "a.walk"], "`--to` does not know `latxe`; did you mean `latex`?"),
    (["render", "--to", "tex", "a.walk"], "`--to` does not know `tex`; did you mean `latex`?"),
    (["show", "--to", "latex", "a.walk"], "`show` has no option `--to`; `longhand render` has it"),
    (["show", "a.walk", "-o", "x"], "`show` has no option `-o`; `longhand render` has it"),
    (
      ["check", "a.walk", "--document", "a.md", "--document", "b.md"],
      "`--document` is there twice, with `a.md` and with `b.md`; give it once"
    ),
    (["render", "a.walk", "--to"], "`--to` needs FORMAT: markdown, latex, text, json, html, all"),
    (["check", "--verbose=yes", "a.walk"], "`--verbose` takes no value"),
    (["show", "missing.walk"], "cannot read `missing.walk`: No such file or directory"),
  ])
  func wrongWordsAreAnsweredWithARemedy(words: [String], answer: String) throws {
    let said = Workshop.Said()
    let console = Console(
      writeBytes: {
        said.output += $0
        return true
      }, complainBytes: { said.complaints += $0 }, width: nil, wantsColour: false, showsProgress: false)
    #expect(CommandTable.run(words, on: console) == .failed)
    #expect(String(decoding: said.complaints, as: UTF8.self) == "longhand: \(answer)\n")
    #expect(said.output.isEmpty)
  }

  @Test func storiesThatDoNotExistAreRefused() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", "inputs: x = 2, u = 3\ny = x^2\nv = u + 1\ndifferentiate: y\n")
    #expect(workshop.run("show", path, "--of", "q").complaints.contains("there is no quantity `q`; for example x, u"))
    #expect(workshop.run("show", path, "--of", "v").complaints.contains("`v` has no story"))
    #expect(workshop.run("show", path, "--of", "x").output.contains("The input x"))
  }

  @Test func aFolderWithoutWalkthroughsIsSaid() throws {
    let workshop = try Workshop()
    let result = workshop.run("check", workshop.folder.path)
    #expect(result.code == .failed)
    #expect(result.complaints.contains("there is no .walk file in"))
  }
  @Test func aWalkthroughIsNeverOverwritten() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    let result = workshop.run("render", path, "-o", path)
    #expect(result.code == .failed)
    #expect(result.complaints.contains("would overwrite a walkthrough"))
    #expect(try workshop.read("a.walk") == good)
  }

  @Test func severalDocumentsNeedAFolderAndNamesOfTheirOwn() throws {
    let workshop = try Workshop()
    _ = try workshop.write("one/a.walk", good)
    _ = try workshop.write("two/a.walk", good)
    let missing = workshop.run("render", workshop.folder.path, "-o", workshop.folder.path + "/out")
    #expect(
      missing.complaints == "longhand: several documents need an existing folder, and `out` is none; make it first\n")
    let twice = workshop.run("render", workshop.folder.path, "-o", workshop.folder.path + "/one")
    #expect(twice.code == .failed)
    #expect(twice.complaints.contains("`one/a.md` would be written twice"))
  }

  @Test func anOldDocumentStaysWholeWhenANewOneCannotBeWritten() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    _ = try workshop.write("a.md", "old\n")
    // A folder in the place of the draft's target cannot be replaced by a file.
    try FileManager.default.createDirectory(
      at: workshop.folder.appending(path: "a.tex"), withIntermediateDirectories: true)
    #expect(workshop.run("render", path, "--to", "latex").code == .failed)
    #expect(workshop.names == ["a.md", "a.tex", "a.walk"])
  }

  @Test func outputThatNobodyCanReadIsAFailure() throws {
    let console = Console(
      writeBytes: { _ in false }, complainBytes: { _ in }, width: nil, wantsColour: false, showsProgress: false)
    let path = try Workshop().write("a.walk", good)
    #expect(CommandTable.run(["--version"], on: console) == .failed)
    #expect(CommandTable.run(["show", path], on: console) == .failed)
  }

  @Test func optionsThatContradictAreRefused() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    #expect(workshop.run("render", path, "--to", "latex", "--flavour", "pandoc").complaints.contains("only Markdown"))
    #expect(
      workshop.run("render", path, "--to", "json", "--of", "x").complaints.contains("is told; leave out --of"))
    #expect(
      workshop.run("render", path, "--to", "json", "--telling", "nodes").complaints.contains(
        "json always holds the whole trace, however it is told; leave out --telling"))
    #expect(
      workshop.run("render", path, "--to", "all", "--telling", "nodes").output.split(separator: "\n").count == 3)
    #expect(workshop.run("show", path, "--of", "y").complaints.contains("`y` is the objective"))
  }
}

extension String {
  /// What the command says of documents; of their figures speak other tests.
  fileprivate var withoutFigures: String {
    replacing(/, with [0-9]+ figures?/, with: "").replacing(#/ and its [0-9]+ figures? are/#, with: " is")
  }
}
