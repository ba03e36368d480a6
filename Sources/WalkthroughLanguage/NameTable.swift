/// The names of a file, each with a number: equal names get equal numbers, Greek letters count as their words.
struct NameTable {
  private var spellings: [UInt8] = []
  private var ends: [Int] = []
  private var slots = [Int32](repeating: -1, count: 64)
  /// Differs from run to run, so that no file can be written whose names all fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { ends.count }

  /// The number of the name at `range` of `bytes`, a new one for a new name.
  mutating func number(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    guard bytes[range].contains(where: { $0 >= 0x80 }) else { return enter(bytes, range) }
    let spelled = Self.spelled(bytes[range])
    return enter(spelled, spelled.indices)
  }

  mutating func number(of name: String) -> Int {
    let bytes = Array(name.utf8)
    return number(of: bytes.indices, in: bytes)
  }

  func spelling(_ number: Int) -> String {
    String(decoding: spellings[range(number)], as: UTF8.self)
  }

  /// The name with words for Greek letters.
  static func spelled(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = name
    while let byte = rest.popFirst() {
      if let next = rest.first, let letter = GreekLetter(byte, next) {
        result += letter.word.utf8
        rest.removeFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private mutating func enter(_ bytes: [UInt8], _ name: Range<Int>) -> Int {
    var slot = firstSlot(bytes, name)
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot]), bytes, name) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count)
    spellings += bytes[name]
    ends.append(spellings.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func isSame(_ number: Int, _ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    let known = range(number)
    guard known.count == name.count else { return false }
    for distance in 0..<known.count
    where spellings[known.lowerBound + distance] != bytes[name.lowerBound + distance] {
      return false
    }
    return true
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991); its high bits, mixed once more, choose the slot.
  private func firstSlot(_ bytes: [UInt8], _ name: Range<Int>) -> Int {
    var hash = seed
    for index in name { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      var slot = firstSlot(spellings, range(number))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
