#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals as bytes of a pipe, since next to nothing may be done where they strike.
///
/// Those of a crash cannot wait: they put the terminal back at once, from bytes laid out beforehand, and go on to where they
/// would have gone. There is one at a time.
final class SignalPipe {
  /// To be polled beside the keyboard.
  private(set) var arrivals: Int32 = -1
  private var before: [(signal: Int32, action: sigaction)] = []

  private static let awaited = [SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT]
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// Whether another job has the terminal; a terminal that knows no jobs is nobody else's.
  static func isInBackground(_ descriptor: Int32) -> Bool {
    let group = tcgetpgrp(descriptor)
    return group >= 0 && group != getpgrp()
  }

  /// Ends the process as if nobody had caught the signal, so that whoever waits for it sees why.
  static func die(of signal: Int32) -> Never {
    _ = systemSignal(signal, SIG_DFL)
    raise(signal)
    _exit(128 + signal)
  }

  /// From now on signals are bytes, and a crash gives the terminal back.
  func open(restoring modes: termios, of keyboard: Int32, with farewell: [UInt8], to display: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    arrivals = ends[0]
    rescue.prepare(ends[1], modes, keyboard, farewell, display)
    for signal in Self.awaited { catchIt(signal, with: noteSignal) }
    for signal in Self.crashes { catchIt(signal, with: rescueTerminal) }
  }

  /// From now on signals do what they did before.
  func close() {
    for (signal, var action) in before.reversed() { sigaction(signal, &action, nil) }
    before = []
    guard arrivals >= 0 else { return }
    systemClose(arrivals)
    systemClose(rescue.pointee.departures)
    arrivals = -1
    rescue.pointee.departures = -1
  }

  /// The signals that came, in order.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = systemRead(arrivals, &bytes, bytes.count)
    return bytes.prefix(max(count, 0)).map(Int32.init)
  }

  /// What was ignored, as behind `nohup`, stays ignored.
  private func catchIt(_ signal: Int32, with handler: @escaping @convention(c) (Int32) -> Void) {
    var (old, new) = (sigaction(), sigaction())
    sigaction(signal, nil, &old)
    let found = systemSignal(signal, handler)
    if unsafeBitCast(found, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      sigaction(signal, &old, nil)
      return
    }
    before.append((signal, old))
    rescue.pointee.actions[Int(signal)] = old
    sigaction(signal, nil, &new)
    new.sa_flags |= numericCast(SA_ONSTACK)
    sigaction(signal, &new, nil)
  }
}

/// What handlers read; laid out before the first of them is set, and never moved.
nonisolated(unsafe) private let rescue: UnsafeMutablePointer<Rescue> = .allocate(capacity: 1)

private struct Rescue {
  var departures: Int32 = -1
  var modes = termios()
  var keyboard: Int32 = -1
  var farewell = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
  var display: Int32 = -1
  /// By number of the signal.
  let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 128)
}

nonisolated(unsafe) private var isRescuePrepared = false

extension UnsafeMutablePointer<Rescue> {
  fileprivate func prepare(
    _ departures: Int32, _ modes: termios, _ keyboard: Int32, _ farewell: [UInt8], _ display: Int32
  ) {
    if !isRescuePrepared {
      initialize(to: Rescue())
      prepareStack()
      isRescuePrepared = true
    }
    pointee.farewell.deallocate()
    pointee.farewell = .allocate(capacity: farewell.count)
    _ = pointee.farewell.initialize(from: farewell)
    (pointee.departures, pointee.modes) = (departures, modes)
    (pointee.keyboard, pointee.display) = (keyboard, display)
  }

  /// Handlers have a stack of their own: the other one may be what ran out.
  private func prepareStack() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = numericCast(size)
    sigaltstack(&stack, nil)
  }
}

/// The number of a signal is a byte on every system.
private func noteSignal(_ signal: Int32) {
  let error = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = systemWrite(rescue.pointee.departures, &byte, 1)
  errno = error
}

/// The signal strikes again when the handler returns, and then does what it would have done.
private func rescueTerminal(_ signal: Int32) {
  if !SignalPipe.isInBackground(rescue.pointee.keyboard) {
    let farewell = rescue.pointee.farewell
    _ = systemWrite(rescue.pointee.display, farewell.baseAddress, farewell.count)
    tcsetattr(rescue.pointee.keyboard, TCSANOW, &rescue.pointee.modes)
  }
  sigaction(signal, rescue.pointee.actions + Int(signal), nil)
  raise(signal)
}

private func systemSignal(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) -> (
  @convention(c) (Int32) -> Void
)? {
  signal(number, handler)
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }
