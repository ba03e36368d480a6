extension WalkthroughReader {
  mutating func readFunctions(_ scanner: inout Scanner) {
    diagnostics.append(.notYet(scanner.stretchHere(), "the directive `functions:`"))
  }
}
