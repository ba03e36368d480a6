import Longhand
import Renderers

/// Pages in one folder, with a list of them.
struct Site {
  /// With a slash behind it.
  private let folder: String
  private var entries: [IndexPage.Entry] = []

  /// Pages that are written to a folder make one, but for a single page that `-o` names.
  init?(_ output: String?, _ formats: [Format], isOnly: Bool) {
    guard let output, output != "-", formats == [.html], !isOnly || output.hasSuffix("/") else { return nil }
    folder = output.hasSuffix("/") ? output : output + "/"
  }

  /// Makes the folder where there is none, and says so.
  func prepare(_ console: Console) -> ExitCode {
    if System.isFolder(folder) { return .fine }
    do throws(System.Failure) {
      try System.makeFolder(folder)
      return console.write("made the folder \(folder)\n")
    } catch {
      console.complain(error.message)
      return .failed
    }
  }

  /// Puts a page that was written on the list.
  mutating func add(_ workbook: Workbook, at path: String, _ options: RenderingOptions) {
    if let entry = try? workbook.indexEntry(file: DocumentPlace(path).name, options) { entries.append(entry) }
  }

  /// Where the list goes, and what it is; nothing where there are no pages.
  var index: (path: String, bytes: [UInt8])? {
    entries.isEmpty ? nil : (folder + IndexPage.file, IndexPage(entries).bytes)
  }
}
