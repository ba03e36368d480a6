import Foundation
import Testing

@testable import LonghandCommand

/// Walkthroughs with a network, whose Markdown has figures in files.
@Suite struct FigureFileTests {
  private func made() throws -> (workshop: Workshop, file: String) {
    let workshop = try Workshop()
    let file = workshop.folder.appending(path: "net.walk").path
    #expect(workshop.run("new", "2-2-2", "-o", file).code == .fine)
    return (workshop, file)
  }

  private func figures(_ workshop: Workshop) -> [String] { workshop.names.filter { $0.hasSuffix(".svg") } }

  @Test func renderWritesFiguresBesideTheDocumentAndCountsThem() throws {
    let (workshop, file) = try made()
    let first = workshop.run("render", file)
    let figures = figures(workshop)
    #expect(figures.count > 1 && figures.allSatisfy { $0.hasPrefix("net-") })
    #expect(first.output == "wrote net.md, with \(figures.count) figures\n")
    let document = try workshop.read("net.md")
    for figure in figures { #expect(document.contains("](\(figure))")) }
    #expect(workshop.run("render", file).output == "net.md and its \(figures.count) figures are up to date\n")
    #expect(workshop.run("check", file).code == .fine)
  }

  @Test func figuresFollowTheDocumentIntoItsFolderAndItsName() throws {
    let (workshop, file) = try made()
    let folder = workshop.folder.appending(path: "out")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(workshop.run("render", file, "-o", folder.appending(path: "page.md").path).code == .fine)
    #expect(figures(workshop).isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains("page.md") && names.filter { $0.hasSuffix(".svg") }.allSatisfy { $0.hasPrefix("page-") })
    #expect(names.count > 2)
  }

  @Test func standardOutputGetsNoFiles() throws {
    let (workshop, file) = try made()
    let result = workshop.run("render", file, "-o", "-")
    #expect(result.code == .fine && !result.output.contains("![") && workshop.names == ["net.walk"])
    #expect(workshop.run("render", file, "--to", "latex").output == "wrote net.tex\n")
    #expect(figures(workshop).isEmpty)
  }

  @Test func withoutFiguresADocumentHasNeitherPicturesNorTheirWords() throws {
    let (workshop, file) = try made()
    #expect(workshop.run("render", file, "--figures", "none").output == "wrote net-no-figures.md\n")
    #expect(workshop.run("render", file, "--figures", "all").code == .fine)
    let (bare, full) = (try workshop.read("net-no-figures.md"), try workshop.read("net.md"))
    #expect(full.contains("![") && !bare.contains("!["))
    // The same document but for the pictures and what is said below them.
    let lines = full.split(separator: "\n")
    #expect(bare.split(separator: "\n").allSatisfy(lines.contains) && bare.utf8.count < full.utf8.count)
    let words = workshop.run("render", file, "-o", "-").output
    // In a file, a remark at the end says who wrote it.
    let printed = workshop.run("render", file, "-o", "-", "--figures", "none").output
    #expect(bare.hasPrefix(printed + "\n<!-- Written by Longhand") && words != printed)
    #expect(workshop.run("show", file, "--figures", "none").output != workshop.run("show", file).output)
  }

  @Test func withoutFiguresAllFormatsAreAllDocumentsAndATraceIsRefused() throws {
    let (workshop, file) = try made()
    #expect(workshop.run("render", file, "--to", "all", "--figures", "none").code == .fine)
    #expect(
      workshop.names == ["net-no-figures.md", "net-no-figures.tex", "net-no-figures.txt", "net.walk"])
    #expect(!(try workshop.read("net-no-figures.tex")).contains("tikzpicture"))
    let page = workshop.run("render", file, "--to", "html", "--figures", "none", "-o", "-").output
    #expect(page.contains("<math") && !page.contains("<figure"))
    let refused = workshop.run("render", file, "--to", "json", "--figures", "none")
    #expect(refused.code == .failed && refused.complaints.contains("leave out --figures"))
  }

  @Test func aFileThatLonghandDidNotWriteIsNeverOverwritten() throws {
    let (workshop, file) = try made()
    #expect(workshop.run("render", file).code == .fine)
    let figure = try #require(figures(workshop).last)
    let own = "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- drawn by hand --></svg>\n"
    _ = try workshop.write(figure, own)
    try FileManager.default.removeItem(at: workshop.folder.appending(path: "net.md"))
    let result = workshop.run("render", file)
    #expect(result.code == .failed && result.complaints.contains("`\(figure)` is no figure that Longhand wrote"))
    #expect(try workshop.read(figure) == own && !workshop.names.contains("net.md"))
  }

  @Test(arguments: [true, false]) func whatIsNoFileIsInTheWayToo(isFolder: Bool) throws {
    let (workshop, file) = try made()
    #expect(workshop.run("render", file).code == .fine)
    let figure = try #require(figures(workshop).first)
    let place = workshop.folder.appending(path: figure)
    try FileManager.default.removeItem(at: place)
    if isFolder {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    } else {
      #expect(mkfifo(place.path, 0o600) == 0)
    }
    let result = workshop.run("render", file)
    #expect(result.code == .failed && result.complaints.contains("`\(figure)` is no figure that Longhand wrote"))
  }

  @Test func checkNamesFiguresThatAreStaleMissingOrLeftOver() throws {
    let (workshop, file) = try made()
    #expect(workshop.run("render", file).code == .fine)
    let figures = figures(workshop)
    let text = try workshop.read(figures[0])
    _ = try workshop.write(figures[0], text + "<!-- changed -->")
    try FileManager.default.removeItem(at: workshop.folder.appending(path: figures[1]))
    _ = try workshop.write(
      "net-old.svg", text.replacing(#"class="drawing" id="[^"]*""#.regex, with: #"class="drawing" id="old""#))
    // Another document's figure, and one that somebody drew.
    _ = try workshop.write(
      "net-other-old.svg", text.replacing(#"class="drawing" id="[^"]*""#.regex, with: #"class="drawing" id="old""#))
    _ = try workshop.write("net-mine.svg", "<svg/>")
    let result = workshop.run("check", file)
    #expect(result.code == .no)
    let lines = Set(result.complaints.split(separator: "\n").map(String.init))
    #expect(
      lines == [
        "longhand: `\(figures[0])` is out of date; `longhand render net.walk` writes it anew",
        "longhand: `\(figures[1])` is missing; `longhand render net.walk` writes it",
        "longhand: `net-old.svg` is left over: `net.md` has no such figure any more; delete it",
      ])
  }
}

extension String {
  fileprivate var regex: Regex<AnyRegexOutput> { try! Regex(self) }
}
