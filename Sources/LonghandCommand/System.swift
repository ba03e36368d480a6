#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files, the terminal and the end of the process: all that is asked of the C library.
enum System {
  enum Stream: Int32 {
    case standardInput = 0
    case standardOutput = 1
    case standardError = 2
  }

  /// What could not be done, and why.
  struct Failure: Error {
    let message: String

    static func reading(_ path: String, _ reason: String = lastReason) -> Self {
      Self(message: "cannot read `\(path)`: \(reason)")
    }
    static func writing(_ path: String, _ reason: String = lastReason) -> Self {
      Self(message: "cannot write `\(path)`: \(reason)")
    }
    static func making(_ folder: String, _ reason: String = lastReason) -> Self {
      Self(message: "cannot make the folder `\(folder)`: \(reason)")
    }

    /// What the C library said last.
    private static var lastReason: String { String(cString: strerror(errno)) }
  }

  static func leave(with code: ExitCode) -> Never { exit(code.rawValue) }

  static func isSet(_ variable: String) -> Bool {
    guard let value = getenv(variable) else { return false }
    return value.pointee != 0
  }

  /// Columns of the terminal behind standard output; nothing where there is none.
  static var terminalWidth: Int? {
    guard isTerminal(.standardOutput) else { return nil }
    var size = winsize()
    guard ioctl(Stream.standardOutput.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Seconds on a clock that is never set back.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Whether all of it could be written.
  static func write(_ bytes: [UInt8], to stream: Stream) -> Bool { writeAll(bytes, to: stream.rawValue) }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      start += written
    }
    return true
  }

  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? Stream.standardInput.rawValue : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .reading(path) }
    defer { if descriptor != Stream.standardInput.rawValue { close(descriptor) } }
    // One byte more than a file has shows that it ends there. What is no file, or a very large one, is read in pieces.
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var piece = isFile && (1..<1 << 26).contains(status.st_size) ? Int(status.st_size) + 1 : 1 << 15
    guard var bytes = read(piece, from: descriptor) else { throw .reading(path) }
    var isAtEnd = bytes.count < piece
    piece = 1 << 15
    while !isAtEnd {
      guard let more = read(piece, from: descriptor) else { throw .reading(path) }
      bytes += more
      isAtEnd = more.count < piece
    }
    return bytes
  }

  /// So many bytes, or what is left of a file; nothing where it cannot be read.
  static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let result = systemRead(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if result < 0, errno == EINTR { continue }
        isRead = result >= 0
        guard result > 0 else { return }
        filled += result
      }
    }
    return isRead ? bytes : nil
  }

  /// Whether a file holds these bytes and no others.
  static func isFile(_ path: String, holding bytes: [UInt8]) throws(Failure) -> Bool {
    guard isPlainFile(path) else { return false }
    let found = try read(path)
    return found.count == bytes.count && memcmp(found, bytes, bytes.count) == 0
  }

  /// Writes a file whole or not at all: under another name first, then renamed.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    if isSpecial(path) { return try overwrite(path) { write in write(bytes) } }
    let draft = try Draft(of: path)
    guard writeAll(bytes, to: draft.descriptor) else {
      let failure = Failure.writing(path)
      draft.drop()
      throw failure
    }
    try draft.keep()
  }

  static func isSpecial(_ path: String) -> Bool {
    let kind = kind(path)
    return kind != nil && kind != S_IFREG && kind != S_IFDIR
  }

  static func isPlainFile(_ path: String) -> Bool { kind(path) == S_IFREG }

  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// A folder that is no link to one, so that a search below it ends.
  static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o777) == 0 else { throw .making(path) }
  }

  /// Whether both name one file.
  static func isSame(_ path: String, as other: String?) -> Bool {
    var (first, second) = (stat(), stat())
    guard let other, stat(path, &first) == 0, stat(other, &second) == 0 else { return path == other }
    return first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, in the order of their bytes, hidden ones left out.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let listing = opendir(folder) else { throw .reading(folder) }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
