/// A page read by somebody who knows nothing of how it was made: its tags, and what is wrong with their order.
struct PageMarkup {
  private(set) var problems: [String] = []
  private(set) var ids: [String] = []
  /// Values of attributes that can make a browser ask for something; styles of two lengths cannot.
  private(set) var addresses: [String] = []

  private static let voids: Set<Substring> = ["meta", "br", "hr", "wbr", "input"]
  /// In SVG alone may an element close itself.
  private static let shapes: Set<Substring> = ["path", "rect", "ellipse"]

  init(_ bytes: [UInt8]) {
    var open: [Substring] = []
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    if !rest.hasPrefix("<!DOCTYPE html>\n<html") { problems.append("no doctype") }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        problems.append("an open tag")
        return
      }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { problems.append("<\(tag)> closes nothing") }
        continue
      }
      let name = tag.prefix { $0 != " " && $0 != "\n" }
      let isWhole = tag.last == "/" && Self.shapes.contains(name)
      if isWhole { tag.removeLast() }
      read(tag)
      if isWhole || Self.voids.contains(name) { continue }
      open.append(name)
      // What is no markup: up to its end.
      if name == "style" || name == "script", let close = rest.firstRange(of: "</\(name)>") {
        rest = rest[close.lowerBound...]
      }
    }
    if !open.isEmpty { problems.append("left open: \(open)") }
  }

  private mutating func read(_ tag: Substring) {
    for attribute in tag.matches(of: /\s([a-zA-Z-]+)="([^"]*)"/) {
      switch attribute.1 {
      case "id": ids.append(String(attribute.2))
      case "style" where attribute.2.wholeMatch(of: /--width:[\d.]+rem;--least:[\d.]+rem/) != nil: continue
      case "href", "src", "action", "style", "onclick": addresses.append(String(attribute.2))
      default: continue
      }
    }
    if tag.wholeMatch(of: /[a-z0-9]+(\s[a-zA-Z-]+="[^"<>]*")*/) == nil { problems.append("<\(tag)>") }
  }
}
