#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension System {
  /// Writes a file whole or not at all that is made in pieces, and need not be held as a whole.
  ///
  /// - Returns: whether anything had to be written: a file that holds just these bytes stays as it is.
  static func replace(_ path: String, with pieces: (([UInt8]) -> Void) -> Void) throws(Failure) -> Bool {
    if isSpecial(path) {
      try overwrite(path, with: pieces)
      return true
    }
    let draft = try Draft(of: path)
    let descriptor = draft.descriptor
    var failure: Failure?
    var old = Comparison(with: path)
    pieces { bytes in
      if failure != nil { return }
      if !writeAll(bytes, to: descriptor) { failure = .writing(path) }
      old.follow(bytes)
    }
    if failure == nil, !old.isWholeSame() {
      try draft.keep()
      return true
    }
    draft.drop()
    if let failure { throw failure }
    return false
  }

  /// Devices and pipes cannot be replaced; they are written to as they are.
  static func overwrite(_ path: String, with pieces: (([UInt8]) -> Void) -> Void) throws(Failure) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw .writing(path) }
    defer { close(descriptor) }
    var failure: Failure?
    pieces { if failure == nil, !writeAll($0, to: descriptor) { failure = .writing(path) } }
    if let failure { throw failure }
  }

  /// A file that is read beside the pieces of what may take its place.
  private struct Comparison: ~Copyable {
    private let descriptor: Int32
    private var isSameSoFar: Bool

    init(with path: String) {
      descriptor = isPlainFile(path) ? open(path, O_RDONLY) : -1
      isSameSoFar = descriptor >= 0
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether the file holds the pieces and nothing behind them; asked once, behind the last piece.
    func isWholeSame() -> Bool {
      var byte: UInt8 = 0
      return isSameSoFar && systemRead(descriptor, &byte, 1) == 0
    }

    mutating func follow(_ bytes: [UInt8]) {
      if !isSameSoFar || bytes.isEmpty { return }
      isSameSoFar = read(bytes.count, from: descriptor) == bytes
    }
  }
}
