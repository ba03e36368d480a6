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
  /// It takes the place, and the permissions, of the file that a link leads to; the link stays. A signal that ends the
  /// process takes the draft along. There is one at a time.
  struct Draft: ~Copyable {
    let descriptor: Int32
    /// As it was asked for, and behind its links.
    private let asked, path: String
    private let name: UnsafeMutablePointer<CChar>

    init(of asked: String) throws(Failure) {
      self.asked = asked
      path = behindLinks(asked)
      name = strdup("\(path).draft-\(getpid())")
      catchEndings()
      unfinished = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL, permissions(of: path) ?? 0o666)
      let failure = Failure.writing(asked)
      if descriptor < 0 {
        forget()
        throw failure
      }
    }

    /// The file is whole, and takes its name.
    consuming func keep() throws(Failure) {
      let failure = problem()
      if failure == nil { forget() } else { drop() }
      if let failure { throw failure }
    }

    /// Puts it in its place, or says what keeps it from there.
    private func problem() -> Failure? {
      if let permissions = permissions(of: path) {
        // To the superuser everything is permitted, but what nobody may write is meant to stay.
        let isForNobody = permissions & (S_IWUSR | S_IWGRP | S_IWOTH) == 0
        if isForNobody || access(path, W_OK) != 0 { return .writing(asked, "it is write-protected") }
        // Those that are masked for new files among them.
        if fchmod(descriptor, permissions) != 0 { return .writing(asked) }
      }
      return rename(name, path) == 0 ? nil : .writing(asked)
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

extension System {
  /// Of the file that is there; nothing where none is.
  private static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// The path at which the links of a path end, whether a file is there or not.
  private static func behindLinks(_ path: String) -> String {
    var place = path
    for _ in 0..<mostLinks {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(place, &target, target.count)
      if count < 0 { return place }
      let next = String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      place = next.hasPrefix("/") ? next : DocumentPlace(place).path(beside: next)
    }
    return place
  }

  /// Links that go round in a circle end somewhere too.
  private static let mostLinks = 40
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
