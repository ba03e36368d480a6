#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// A file that has another name until it is whole, so that nobody finds half of one.
  ///
  /// A signal that ends the process takes the draft along. There is one at a time.
  struct Draft: ~Copyable {
    let descriptor: Int32
    private let path: String
    private let name: UnsafeMutablePointer<CChar>

    init(of path: String) throws(Failure) {
      self.path = path
      name = strdup("\(path).draft-\(getpid())")
      catchEndings()
      unfinished = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      let failure = Failure.last
      if descriptor < 0 {
        forget()
        throw failure
      }
    }

    /// The file is whole, and takes its name.
    consuming func keep() throws(Failure) {
      let isKept = rename(name, path) == 0
      let failure = Failure.last
      if isKept { forget() } else { drop() }
      if !isKept { throw failure }
    }

    consuming func drop() {
      unlink(name)
      forget()
    }

    private func forget() {
      if descriptor >= 0 { close(descriptor) }
      unfinished = nil
      free(name)
    }
  }
}

/// The name of the draft that is being written; what handlers read.
nonisolated(unsafe) private var unfinished: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var areEndingsCaught = false

/// What was ignored, as behind `nohup`, stays ignored.
private func catchEndings() {
  if areEndingsCaught { return }
  areEndingsCaught = true
  for number in [SIGINT, SIGTERM, SIGHUP] {
    let before = signal(number, dropUnfinished)
    if unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_DFL, to: Int.self) { signal(number, before) }
  }
}

/// The signal strikes again when the handler returns, and then ends the process.
private func dropUnfinished(_ number: Int32) {
  if let unfinished { unlink(unfinished) }
  signal(number, SIG_DFL)
  raise(number)
}
