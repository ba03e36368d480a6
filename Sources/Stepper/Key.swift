/// A key of a terminal's keyboard.
public enum Key: Sendable, Hashable {
  case character(Character)
  case left, right, up, down
  case home, end, pageUp, pageDown
  case enter, tab, backspace, delete, escape
  /// With the control key held: `control("c")`.
  case control(Character)
}

/// What happens to a stepper.
public enum Event: Sendable, Hashable {
  case key(Key)
  case resized(Size)
}

/// What a stepper asks of the terminal that it runs in.
public enum Effect: Sendable, Hashable {
  case none
  case quit
  /// To be stopped as by Ctrl-Z, and drawn anew when it goes on.
  case suspend
}

/// A terminal's, in characters.
public struct Size: Sendable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
