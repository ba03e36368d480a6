/// The names of a file, each with a number: equal names get equal numbers, Greek letters count as their words.
struct NameTable {
  private var spellings: [UInt8] = []
  private var ends: [Int] = []
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { ends.count }

  /// The number of the name at `range` of `bytes`, a new one for a new name.
  mutating func number(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    let start = spellings.count
    appendSpelling(bytes, range)
    let length = spellings.count - start
    var slot = hash(start, length) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot]), start, length) {
        let found = Int(slots[slot])
        spellings.removeLast(length)
        return found
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count)
    ends.append(spellings.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  func spelling(_ number: Int) -> String {
    String(decoding: spellings[range(number)], as: UTF8.self)
  }

  /// The number of a name that is already there.
  func find(_ name: String) -> Int? {
    var probe = self
    let bytes = Array(name.utf8)
    let number = probe.number(of: 0..<bytes.count, in: bytes)
    return number < count ? number : nil
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private mutating func appendSpelling(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] < 0x80 || index + 1 == range.upperBound {
        spellings.append(bytes[index])
        index += 1
      } else {
        if let letter = GreekLetter(bytes[index], bytes[index + 1]) {
          spellings.append(contentsOf: letter.word.utf8)
        }
        index += 2
      }
    }
  }

  private func isSame(_ number: Int, _ start: Int, _ length: Int) -> Bool {
    let known = range(number)
    guard known.count == length else { return false }
    for distance in 0..<length where spellings[known.lowerBound + distance] != spellings[start + distance] {
      return false
    }
    return true
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991).
  private func hash(_ start: Int, _ length: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<(start + length) {
      hash = (hash ^ UInt64(spellings[index])) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 24)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      let known = range(number)
      var slot = hash(known.lowerBound, known.count) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
