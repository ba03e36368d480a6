import Longhand

/// The walkthrough files that operands stand for.
enum WalkthroughFiles {
  static let fileExtension = ".walk"

  /// What is wrong with an operand.
  struct Problem: Error {
    let message: String
  }

  /// A file stands for itself, a folder for all walkthroughs in it and below, in the order of their names.
  static func list(_ operand: String) throws(Problem) -> [String] {
    guard System.isFolder(operand) else { return [operand] }
    let found = try search(operand)
    guard !found.isEmpty else { throw .noneIn(operand) }
    return found
  }

  private static func search(_ folder: String) throws(Problem) -> [String] {
    var found: [String] = []
    let names: [String]
    do throws(System.Failure) { names = try System.names(in: folder) } catch { throw Problem(message: error.message) }
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if System.isOwnFolder(path) {
        found += try search(path)
      } else if name.hasSuffix(fileExtension) {
        found.append(path)
      }
    }
    return found
  }

  /// Reads and works a file, and says what is wrong when it cannot.
  static func open(_ path: String, maximumEpochs: Int, _ console: Console) -> Workbook? {
    if isDocument(path), System.isPlainFile(path) {
      console.complain(Problem.isDocument(path).message)
      return nil
    }
    do {
      let source = SourceText(name: path == "-" ? standardInputName : path, bytes: try System.read(path))
      let line = console.showsProgress ? ProgressLine(console) : nil
      defer { line?.erase() }
      return try Workbook(source, maximumEpochs: maximumEpochs, progress: line.map { line in { line.show($0) } })
    } catch {
      console.complain(of: error, at: path)
      return nil
    }
  }

  /// Whether the name is that of something that walkthroughs are rendered as, or that lessons are written in.
  private static func isDocument(_ path: String) -> Bool {
    Format(ofFile: path).map { $0 != .text } ?? false
  }

  /// Does something with each file that the operands stand for; the worst result counts.
  static func forEach(
    _ invocation: Invocation, _ console: Console, _ body: (String, Workbook) -> ExitCode
  ) -> ExitCode {
    let maximumEpochs = invocation.value(epochsOption).flatMap { Int($0) } ?? Limits.epochs
    var worst = ExitCode.fine
    for operand in invocation.operands {
      do throws(Problem) {
        for path in try list(operand) {
          worst = max(worst, open(path, maximumEpochs: maximumEpochs, console).map { body(path, $0) } ?? .failed)
        }
      } catch {
        console.complain(error.message)
        worst = .failed
      }
    }
    return worst
  }

  private static let epochsOption = CommandTable.maximumEpochs.names[0]

  /// The words that raise the limit of epochs again, for a command that is named to somebody who raised it.
  static func limitAsTyped(_ invocation: Invocation) -> String {
    invocation.value(epochsOption).map { " \(epochsOption) \($0)" } ?? ""
  }

  /// The path without the extension of walkthroughs.
  static func stem(_ path: String) -> String {
    path.hasSuffix(fileExtension) ? String(path.dropLast(fileExtension.count)) : path
  }

  static let standardInputName = "standard input"
}

extension WalkthroughFiles.Problem {
  static func noneIn(_ folder: String) -> Self {
    Self(message: "there is no \(WalkthroughFiles.fileExtension) file in `\(folder)` or below")
  }
  static func isDocument(_ path: String) -> Self {
    let canBeProofread = Format(ofFile: path)?.isReadable ?? false
    return Self(
      message: "`\(path)` is a document and no walkthrough; "
        + (canBeProofread
          ? "`longhand check lesson.walk --document \(path.asShellPath)` proofreads one beside its walkthrough"
          : "name the \(WalkthroughFiles.fileExtension) file that it was made of"))
  }
}
