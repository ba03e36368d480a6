import Foundation
import Testing

@testable import LonghandCommand

private let good = "title: Good\ninputs: x = 2\ny = x^2\ndifferentiate: y\n"

@Suite struct SiteTests {
  @Test func pagesGoToAFolderThatIsMadeWithAListOfThem() throws {
    let workshop = try Workshop()
    _ = try workshop.write("in/b.walk", good)
    _ = try workshop.write("in/a/c.walk", "title: <b>C</b>\nnote: On c.\nx = 1\n")
    let (folder, site) = (workshop.folder.path + "/in", workshop.folder.path + "/site")
    let result = workshop.run("render", folder, "--to", "html", "-o", site)
    #expect(result.code == .fine && result.complaints == "")
    #expect(
      result.output == "made the folder site/\nwrote site/c.html\nwrote site/b.html\nwrote site/index.html\n")
    let list = try workshop.read("site/index.html")
    #expect(list.contains(##"<a href="c.html">&lt;b&gt;C&lt;/b&gt;</a>"##) && list.contains("On c."))
    let first = try #require(list.firstRange(of: "c.html"))
    let second = try #require(list.firstRange(of: "b.html"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(
      workshop.run("render", folder, "--to", "html", "-o", site).output
        == "site/c.html is up to date\nsite/b.html is up to date\nsite/index.html is up to date\n")
  }

  @Test func twoPagesOfOneNameAreAnErrorAndSoIsAPageInThePlaceOfTheList() throws {
    let workshop = try Workshop()
    _ = try workshop.write("in/x/a.walk", good)
    _ = try workshop.write("in/y/a.walk", good)
    _ = try workshop.write("in/y/index.walk", good)
    let result = workshop.run("render", workshop.folder.path + "/in", "--to=html", "-o", workshop.folder.path + "/site")
    #expect(result.code == .failed)
    #expect(result.complaints.contains("`site/a.html` would be written twice"))
    #expect(result.complaints.contains("`site/index.html` is the page of a walkthrough"))
    #expect(try workshop.read("site/index.html").contains("<h1>Good</h1>"))
  }

  @Test func aFolderIsMadeForPagesAloneAndNotWhereAFileStands() throws {
    let workshop = try Workshop()
    let path = try workshop.write("in/a.walk", good)
    let folder = workshop.folder.path
    #expect(
      workshop.run("render", folder + "/in", "-o", folder + "/new").complaints.contains("need an existing folder"))
    #expect(
      workshop.run("render", folder + "/in", "--to", "html", "-o", path + "x").output.hasPrefix("made the folder"))
    let named = workshop.run("render", folder + "/in", "--to", "html", "-o", folder + "/one.html")
    #expect(
      named.complaints.contains("need an existing folder, and `one.html` is none")
        && !workshop.names.contains("one.html"))
    _ = try workshop.write("file", "")
    #expect(workshop.run("render", folder + "/in", "--to", "html", "-o", folder + "/file").code == .failed)
    #expect(
      workshop.run("render", folder + "/in", "--to", "html", "-o", folder + "/no/where").complaints
        .contains("cannot make the folder `no/where/`"))
  }

  @Test func onePageStandsBesideItsFileAndIsComparedThere() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", good)
    #expect(workshop.run("render", path, "--to", "html").output == "wrote a.html\n")
    #expect(workshop.names == ["a.html", "a.walk"])
    #expect(workshop.run("check", path).code == .fine)
    try workshop.spoil("a.html")
    let stale = workshop.run("check", path)
    #expect(stale.code == .no)
    #expect(
      stale.complaints == "longhand: `a.html` is out of date; `longhand render a.walk --to html` writes it anew\n")
    #expect(workshop.run("render", path, "--to", "all").output.contains("html") == false)
  }
}
