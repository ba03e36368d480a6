/// A way a terminal sets type apart; nothing is said by it that the text does not say too.
package enum TextStyle: String {
  case bold = "1"
  case dim = "2"
  case boldCyan = "1;36"
  case slantedRed = "3;31"
  case boldGreen = "1;32"
  case boldMagenta = "1;35"
  case underlinedMagenta = "1;4;35"

  /// `text` between the codes of ECMA-48 that begin and end the style.
  package func set(_ text: String) -> String {
    "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
