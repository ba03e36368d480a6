import Stepper

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Terminal {
  enum Happening {
    case key(Key)
    case signal(Int32)
    case closed
  }

  /// Milliseconds after which an Escape is no longer the beginning of another key.
  private static let patience: Int32 = 50

  /// All that has come in, or the next that comes; something in any case.
  func wait() -> [Happening] {
    while true {
      let happenings = look()
      if !happenings.isEmpty { return happenings }
    }
  }

  private func look() -> [Happening] {
    var sources = [
      pollfd(fd: signals.arrivals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&sources, 2, keys.isWaiting ? Self.patience : -1)
    if ready < 0 { return errno == EINTR ? [] : [.closed] }
    if ready == 0 { return keys.flush().map(Happening.key) }
    var happenings = sources[0].revents == 0 ? [] : signals.take().map(Happening.signal)
    if sources[1].revents != 0 { happenings += type() }
    return happenings
  }

  private func type() -> [Happening] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = systemRead(keyboard, &bytes, bytes.count)
    if count > 0 { return keys.read(bytes[..<count]).map(Happening.key) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : [.closed]
  }

  func obey(_ signal: Int32) {
    switch signal {
    case SIGWINCH: screen.forget()
    case SIGTSTP: stop(everybody: false)
    case SIGCONT: _ = takeOver()
    default:
      giveBack()
      SignalPipe.die(of: signal)
    }
  }
}
