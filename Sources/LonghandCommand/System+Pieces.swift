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
    let isSpecial = isSpecial(path)
    let draft = isSpecial ? path : "\(path).draft-\(getpid())"
    let descriptor = open(draft, isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw .last }
    var failure: Failure?
    var old = Comparison(with: path)
    pieces { bytes in
      if failure != nil { return }
      if !writeAll(bytes, to: descriptor) { failure = .last }
      old.follow(bytes)
    }
    close(descriptor)
    let isSame = old.isWholeSame()
    if !isSpecial, failure == nil, !isSame, rename(draft, path) != 0 { failure = .last }
    if !isSpecial, failure != nil || isSame { unlink(draft) }
    if let failure { throw failure }
    return !isSame
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
      let found = try? read(bytes.count, from: descriptor)
      isSameSoFar = found == bytes
    }
  }
}
