#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Terminal {
  /// Sets the terminal up, anew where somebody else had it meanwhile; in the background the process stops here until it may.
  func takeOver() -> Bool {
    tcflow(keyboard, TCOON)
    var modes = termios()
    guard tcgetattr(keyboard, &modes) == 0 else { return false }
    let found = modesFound ?? modes
    if modesFound == nil { signals.open(restoring: found, of: keyboard, with: Screen.leave, to: display) }
    modesFound = found
    cfmakeraw(&modes)
    modes.c_oflag = found.c_oflag
    tcsetattr(keyboard, TCSANOW, &modes)
    screen.forget()
    return send(Screen.enter)
  }

  /// Leaves a terminal alone that meanwhile belongs to others.
  func giveBack() {
    guard var modes = modesFound else { return }
    if !SignalPipe.isInBackground(keyboard) {
      _ = send(Screen.leave)
      tcsetattr(keyboard, TCSANOW, &modes)
    }
    modesFound = nil
    signals.close()
  }

  /// As the key would do it: everybody in the job stops, or the shell would go on to wait for the others.
  func stop(everybody: Bool) {
    giveBack()
    if everybody { kill(0, SIGTSTP) } else { raise(SIGTSTP) }
    _ = takeOver()
  }

  func send(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { systemWrite(display, $0.baseAddress, $0.count) }
      if written > 0 { start += written }
      if written < 0, errno == EAGAIN {
        var room = pollfd(fd: display, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      } else if written < 0, errno != EINTR {
        return false
      }
    }
    return true
  }
}
