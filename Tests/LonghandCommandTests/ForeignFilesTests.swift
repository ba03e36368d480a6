import Foundation
import Testing

@testable import LonghandCommand

private let good = "title: Good\ninputs: x = 2\ny = x^2\ndifferentiate: y\n"

/// Files that stand where documents go: of somebody else, with permissions of their own, behind links.
@Suite struct ForeignFilesTests {
  @Test(arguments: [
    ("txt", "text", "My own notes.\n"), ("txt", "text", "═════\nMine\n─────\n"), ("txt", "text", ""),
    ("json", "json", "{\"mine\": true}\n"), ("html", "html", "<!DOCTYPE html>\n<html><body>Mine.</body></html>\n"),
  ])
  func whatSomebodyElseWroteIsLeftAlone(ending: String, format: String, text: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write("n.walk", good)
    let name = "n.\(ending)"
    let document = try workshop.write(name, text)
    #expect(workshop.run("check", path) == (.fine, "", ""))
    let refused = workshop.run("render", path, "--to", format)
    #expect(refused.code == .failed && refused.output.isEmpty)
    #expect(
      refused.complaints
        == "longhand: `\(name)` does not look like what Longhand writes and is left as it is; write elsewhere with -o, or move it away\n"
    )
    #expect(try workshop.read(name) == text)
    // What `-o` names is meant, and then it is ours.
    #expect(workshop.run("render", path, "--to", format, "-o", document).code == .fine)
    _ = try workshop.write("n.walk", good.replacing("Good", with: "Better"))
    #expect(workshop.run("check", path).complaints.contains("`\(name)` is out of date"))
    #expect(workshop.run("render", path, "--to", format) == (.fine, "wrote \(name)\n", ""))
  }

  /// Documents of every kind are known again once the file says something else.
  @Test(arguments: [
    ["--to", "text", "--of", "x"], ["--to", "text", "--telling", "gates"], ["--to", "text", "--figures", "none"],
    ["--to", "html", "--of", "x"], ["--to", "html", "--figures", "none"],
  ])
  func whatWasToldInAnotherWayIsOurs(options: [String]) throws {
    let workshop = try Workshop()
    let long = "title: A title that is so long that plain text needs two lines for it, and one of them is not enough\n"
    let path = try workshop.write("n.walk", long + good.dropFirst("title: Good\n".count))
    #expect(workshop.run(["render", path] + options).code == .fine)
    _ = try workshop.write("n.walk", good)
    #expect(workshop.run(["render", path] + options).complaints == "")
  }

  @Test func theListOfASiteIsNotWrittenOverAnotherPage() throws {
    let workshop = try Workshop()
    _ = try workshop.write("in/n.walk", good)
    _ = try workshop.write("site/index.html", "<h1>My school</h1>\n")
    let words = ["render", workshop.folder.path + "/in", "--to", "html", "-o", workshop.folder.path + "/site"]
    let refused = workshop.run(words)
    #expect(refused.code == .failed && refused.output == "wrote site/n.html\n")
    #expect(refused.complaints.hasPrefix("longhand: `site/index.html` does not look like what Longhand writes"))
    #expect(try workshop.read("site/index.html") == "<h1>My school</h1>\n")
  }

  /// The documents of this project were written by earlier versions.
  @Test func whatStandsBesideTheWalkthroughsIsOurs() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let workshop = try Workshop()
    for ending in ["txt", "json"] {
      let old = try String(
        contentsOf: root.appending(path: "walkthroughs/two-two-two/two-two-two.\(ending)"), encoding: .utf8)
      _ = try workshop.write("n.\(ending)", old)
      let path = try workshop.write("n.walk", good)
      #expect(workshop.run("render", path, "--to", ending == "txt" ? "text" : "json").output == "wrote n.\(ending)\n")
    }
  }

  @Test(arguments: ["text", "html"]) func permissionsAndLinksStay(format: String) throws {
    let workshop = try Workshop()
    let ending = format == "text" ? "txt" : "html"
    let path = try workshop.write("n.walk", good)
    let real = workshop.folder.appending(path: "elsewhere/n.\(ending)").path
    let link = workshop.folder.appending(path: "n.\(ending)").path
    try FileManager.default.createDirectory(
      at: workshop.folder.appending(path: "elsewhere"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "elsewhere/n.\(ending)")
    #expect(workshop.run("render", path, "--to", format) == (.fine, "wrote n.\(ending)\n", ""))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
    _ = try workshop.write("n.walk", good + "note: More.\n")
    #expect(workshop.run("render", path, "--to", format) == (.fine, "wrote n.\(ending)\n", ""))
    #expect(try String(contentsOfFile: real, encoding: .utf8).contains("More."))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "elsewhere/n.\(ending)")
    #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o600)
    // What nobody may write stays.
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: real)
    #expect(workshop.run("render", path, "--to", format).output == "n.\(ending) is up to date\n")
    _ = try workshop.write("n.walk", good)
    let refused = workshop.run("render", path, "--to", format)
    #expect(refused == (.failed, "", "longhand: cannot write `n.\(ending)`: it is write-protected\n"))
    #expect(try String(contentsOfFile: real, encoding: .utf8).contains("More."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: workshop.folder.path + "/elsewhere").count == 1)
  }
}
