import FoundationEssentials
import Testing

@testable import LonghandCommand

private let good = "title: Good\ninputs: x = 2\ny = x^2\ndifferentiate: y\n"

@Suite struct StaleFilesTests {
  @Test func checkIsSilentWhenAllIsWellAndNamesWhatIsStale() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good + "published:\n  y = 4\n")
    _ = workshop.run("render", path, "--to", "all")
    let clean = workshop.run("check", path)
    #expect(clean == (.fine, "", ""))
    #expect(workshop.run("check", "--verbose", path).output.contains("1 of 1 hold, rounded; 1 would hold cut"))
    try workshop.spoil("a.tex")
    let stale = workshop.run("check", path)
    #expect(stale.code == .no)
    #expect(
      stale.complaints == "longhand: `a.tex` is out of date; `longhand render a.walk --to latex` writes it anew\n")
  }

  /// A walkthrough that works, whose entries by themselves, which its telling wants, do not: e⁸⁰⁰ is no double.
  @Test func aDocumentThatCannotBeToldHasItsReasonSaid() throws {
    let workshop = try Workshop()
    let path = try workshop.write(
      "s.walk",
      "inputs: x = [1, 2]\nweights: W = [800, 1; 2, 3]\nY = softmax(x*W)\nL = sum(Y.^2)\nminimize: L\ntelling: weights\n"
    )
    _ = try workshop.write("s.md", "Mine.")
    let result = workshop.run("check", path)
    #expect(result.code == .failed)
    #expect(result.complaints.contains("has no value") && !result.complaints.contains("cannotBeWorked"))
  }

  @Test(
    arguments: [
      "a-w-notes.md", "a-w-2.md", "a-E.md", "a-free.md", "a-nodes.json", "a-w.json", "a-pandoc.tex", "a-pandoc.html",
      "a-notes.md", "a-W-9-9.md",
    ])
  func filesThatAreNoDocumentsOfAWalkthroughAreLeftAlone(name: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write(
      "a.walk", "weights: w = 2, W = [1, 2]\ninputs: free = 1\nE = w^2 + W*[3; 4]\nminimize: E\n")
    _ = try workshop.write(name, "Mine.")
    let result = workshop.run("check", path)
    #expect(result.code == .fine && result.complaints == "", "\(result.complaints)")
  }

  /// The story of w of `a.walk` would have the name of the whole of `a-w.walk`.
  @Test func noWalkthroughTakesTheDocumentOfAnother() throws {
    let workshop = try Workshop()
    let file = "weights: w = 2\nE = w^2\nminimize: E\n"
    let (path, other) = (try workshop.write("a.walk", file), try workshop.write("a-w.walk", file + "rate: 0.1\n"))
    #expect(workshop.run("render", other).code == .fine)
    let refused = workshop.run("render", path, "--of", "w")
    #expect(
      refused == (
        .failed, "", "longhand: `a-w.md` is the name of the document of `a-w.walk`; name another file with -o\n"
      ))
    #expect(workshop.run("render", path, "--of", "w", "-o", workshop.folder.path + "/w.md").code == .fine)
    #expect(workshop.run("check", workshop.folder.path) == (.fine, "", ""))
  }

  /// A folder, and a link that leads nowhere, with names that figures of the document might have.
  @Test func whatIsNoFileIsNoFigure() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    _ = workshop.run("render", path)
    _ = try workshop.write("a-old.svg/own.txt", "Mine.")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder.path + "/a-lost.svg", withDestinationPath: "nowhere.svg")
    #expect(workshop.run("check", path) == (.fine, "", ""))
  }

  /// A lesson that is proofread beside its walkthrough has the name that the rendered document would have.
  @Test(arguments: ["md", "tex"]) func whatSomebodyWroteByHandIsNeitherStaleNorReplaced(ending: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write("lesson.walk", good)
    _ = try workshop.write("lesson.\(ending)", "My own lesson: y = 4.\n")
    #expect(workshop.run("check", path) == (.fine, "", ""))
    let refused = workshop.run("render", path, "--to", "all")
    #expect(refused.code == .failed)
    #expect(
      refused.complaints
        == "longhand: `lesson.\(ending)` does not look like what Longhand writes and is left as it is; write elsewhere with -o, or move it away\n"
    )
    #expect(refused.output.contains("wrote lesson.txt"))
    #expect(try workshop.read("lesson.\(ending)") == "My own lesson: y = 4.\n")
    #expect(workshop.run("render", path, "--to", "all").complaints == refused.complaints)
    // What `-o` names is meant.
    let format = ending == "md" ? "markdown" : "latex"
    #expect(
      workshop.run("render", path, "--to", format, "-o", workshop.folder.path + "/lesson.\(ending)").code == .fine)
    #expect(workshop.run("render", path).code == .fine)
  }

  @Test(arguments: ["--of", "--telling"]) func aQuantityMayBeCalledLikeATelling(option: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", "weights: nodes = 2\nE = nodes^2\nminimize: E\n")
    #expect(workshop.run("render", path, option, "nodes").code == .fine)
    #expect(workshop.run("check", path).complaints == "")
    try workshop.spoil("a-nodes.md")
    #expect(workshop.run("check", path).code == .no)
  }

  @Test func whatHasAnotherEndingIsNoDocumentOfItself() throws {
    let workshop = try Workshop()
    let path = try workshop.write("lesson.txt", good)
    #expect(workshop.run("check", path).complaints == "")
    let hidden = try workshop.write(".net.walk", good)
    #expect(workshop.run("render", hidden).code == .fine)
    try workshop.spoil(".net.md")
    #expect(workshop.run("check", hidden).complaints.contains("`.net.md` is out of date"))
  }

  @Test(
    arguments: [
      ("a-nodes.md", "--telling nodes", ["--telling", "nodes"]),
      ("a-w.txt", "--to text --of w", ["--to", "text", "--of", "w"]),
      ("a-W-1-2.tex", "--to latex --of 'W[1,2]'", ["--to", "latex", "--of", "W[1,2]"]),
      (
        "a-nudge-w-pandoc-no-figures.md", "--telling nudge --of w --flavour pandoc --figures none",
        ["--telling", "nudge", "--of", "w", "--flavour", "pandoc", "--figures", "none"]
      ),
    ])
  func documentsToldInAnotherWayGoOutOfDateToo(name: String, words: String, options: [String]) throws {
    let workshop = try Workshop()
    let file = words.contains("W") ? "weights: W = [1, 2]\nE = W*[3; 4]\n" : "weights: w = 2\nE = w^2\n"
    let path = try workshop.write("a.walk", file + "minimize: E\n")
    #expect(workshop.run("render", path).code == .fine)
    #expect(workshop.run(["render", path] + options).output.hasPrefix("wrote \(name)"))
    _ = try workshop.write("a-notes.md", "Mine.")
    #expect(workshop.run("check", path).complaints == "")
    try workshop.spoil(name)
    let stale = workshop.run("check", path)
    #expect(stale.code == .no)
    #expect(
      stale.complaints == "longhand: `\(name)` is out of date; `longhand render a.walk \(words)` writes it anew\n")
    // Beside a walkthrough of that name it is the document of that one.
    _ = try workshop.write("\(name.split(separator: ".")[0]).walk", file)
    #expect(workshop.run("check", path).code == .fine)
  }

  @Test func theCommandThatWritesItRaisesTheLimitOfEpochsAgain() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", "weights: w = 2\nE = w^2\nminimize: E\nrate: 0.1\nepochs: 20\n")
    _ = workshop.run("render", path, "--max-epochs", "30")
    try workshop.spoil("a.md")
    #expect(
      workshop.run("check", path, "--max-epochs=30").complaints
        == "longhand: `a.md` is out of date; `longhand render a.walk --max-epochs 30` writes it anew\n")
  }
}
