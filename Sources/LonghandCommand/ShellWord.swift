/// What is printed for somebody to type.
extension String {
  /// As a shell takes it for one word.
  var asShellWord: String {
    let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "_-+./,:@".contains($0) }
    return isPlain ? self : "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
  }

  /// A path as a word that no command takes for an option.
  var asShellPath: String { (hasPrefix("-") && self != "-" ? "./\(self)" : self).asShellWord }
}
