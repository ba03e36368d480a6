import DocumentModel
import Testing

@testable import Narration

/// Where the remarks of a file are told.
@Suite struct NotesTests {
  /// The step that tells the remark.
  private func place(of note: String, in text: String) throws -> String? {
    try document(text).steps.first { $0.blocks.contains(.paragraph([.text(note)])) }?.id
  }

  @Test func aRemarkBelowASectionBelongsToItsStatement() throws {
    let text = "section: The first line\nnote: Why.\ny = 1/2\nnote: And then.\nz = 2y\nsection: End\nnote: Last.\n"
    #expect(try place(of: "Why.", in: text) == "forward-y")
    #expect(try place(of: "And then.", in: text) == "forward-z")
    #expect(try place(of: "Last.", in: text) == "closing-notes")
  }

  @Test func aRemarkAboveEverythingSpeaksOfAllOfIt() throws {
    let text = "note: Above all.\nsection: The first line\nnote: Why.\ninputs: x = 2\ny = x\n"
    #expect(try place(of: "Above all.", in: text) == "given")
    #expect(try place(of: "Why.", in: text) == "forward-y")
    #expect(try place(of: "Above all.", in: text.replacing("inputs: x = 2\ny = x", with: "y = 2")) == "given")
  }

  /// It stands before the statement that follows, with givens between them or not.
  @Test func aRemarkBeforeAGivenIsNotLost() throws {
    let text = "inputs: x = 2\nnote: One.\nweights: w = 1\nE = w*x\nnote: Two.\nminimize: E\nrate: 0.1\n"
    #expect(try place(of: "One.", in: text) == "forward-E")
    #expect(try place(of: "Two.", in: text) == "closing-notes")
  }

  @Test func theSummaryHasTheFirstRemark() throws {
    let text = "section: S\nnote: Below.\ny = 2\n"
    #expect(try Narrator.telling(text).summary.remark == [.text("Below.")])
    #expect(try Narrator.telling("note: Above.\n" + text).summary.remark == [.text("Above.")])
  }
}
