import Foundation
import Testing

@testable import LonghandCommand

private let good = "title: Good\ninputs: x = 2\ny = x^2\ndifferentiate: y\n"

@Suite struct ShellWordTests {
  @Test func printedCommandsAreForAShell() throws {
    let workshop = try Workshop()
    let path = try workshop.write("my net's.walk", good)
    _ = workshop.run("render", path, "--to", "latex")
    _ = try workshop.write("my net's.walk", good + "note: More.\n")
    #expect(
      workshop.run("check", path).complaints.contains(
        "`longhand render '\(workshop.folder.path)/my net'\\''s.walk' --to latex` writes it anew".replacing(
          workshop.folder.path + "/", with: "")))
    #expect("a/b-2.walk".asShellPath == "a/b-2.walk")
    #expect("-x.walk".asShellPath == "./-x.walk")
    #expect("-".asShellPath == "-")
    #expect("W[1,2]".asShellWord == "'W[1,2]'")
    let new = workshop.folder.path + "/my net.walk"
    #expect(
      workshop.run("new", "2-2", "-o", new).output == "wrote my net.walk; `longhand show 'my net.walk'` works it\n")
  }
}
