/// Bytes written one behind the other: UTF-8 as it goes into a file.
///
/// The one place where memory is handled by hand: most of what a formula is made of is two or three bytes long, and
/// for that an array takes four times as long.
struct ByteBuffer: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var memory: UnsafeMutablePointer<UInt8>

  init(capacity: Int = 256) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// The text that `write` adds to an empty buffer.
  static func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer(capacity: 64)
    write(&buffer)
    return buffer.text
  }

  var isEmpty: Bool { count == 0 }
  var last: UInt8? { isEmpty ? nil : memory[count - 1] }
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return memory[index]
  }

  var text: String { text(in: 0..<count) }

  func text(in range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let bytes = UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `text` stands at `index`.
  func holds(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Whether all bytes from `start` on are as asked.
  @inline(__always)
  func holdsOnly(from start: Int, _ isRight: (UInt8) -> Bool) -> Bool { end(from: start, of: isRight) == count }

  /// The first byte from `start` on that is not as asked, or the end.
  @inline(__always)
  func end(from start: Int, of isRight: (UInt8) -> Bool) -> Int {
    precondition(start >= 0 && start <= count)
    var index = start
    while index < count, isRight(memory[index]) { index += 1 }
    return index
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    memory[count] = byte
    count += 1
  }

  @inline(__always)
  static func += (buffer: inout ByteBuffer, text: StaticString) {
    // The length of a literal is known where it is compiled, and a few bytes are stored without a call.
    let count = text.utf8CodeUnitCount
    buffer.makeRoom(for: count)
    (buffer.memory + buffer.count).update(from: text.utf8Start, count: count)
    buffer.count += count
  }

  mutating func append(text: String) {
    let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if isAdded == nil { for byte in text.utf8 { append(byte) } }
  }

  /// Adds what stands in `range` of another buffer.
  mutating func append(_ other: borrowing ByteBuffer, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
    append(UnsafeBufferPointer(start: other.memory + range.lowerBound, count: range.count))
  }

  mutating func append(_ other: borrowing ByteBuffer) { append(other, 0..<other.count) }

  /// Puts `byte` before the one at `index`.
  mutating func insert(_ byte: UInt8, at index: Int) {
    precondition(index >= 0 && index <= count)
    makeRoom(for: 1)
    (memory + index + 1).update(from: memory + index, count: count - index)
    memory[index] = byte
    count += 1
  }

  /// Takes away what stands in `range`.
  mutating func remove(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    (memory + range.lowerBound).update(from: memory + range.upperBound, count: count - range.upperBound)
    count -= range.count
  }

  mutating func removeAll() { count = 0 }

  /// Takes away what stands behind `start`, and returns it.
  mutating func cut(from start: Int) -> ByteBuffer {
    var rest = ByteBuffer(capacity: max(count - start, 1))
    rest.append(self, start..<count)
    count = start
    return rest
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    if bytes.count == 1 {
      memory[count] = start.pointee
    } else {
      (memory + count).update(from: start, count: bytes.count)
    }
    count += bytes.count
  }

  @inline(__always)
  private mutating func makeRoom(for added: Int) {
    if capacity - count < added { grow(to: max(capacity * 2, count + added)) }
  }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    (memory, capacity) = (larger, newCapacity)
  }
}

// MARK: - Numbers

extension ByteBuffer {
  /// Adds `coefficient` × 10^(−`places`): `8020` with five places is `0.08020`.
  mutating func append(decimal coefficient: UInt64, places: Int) {
    append(digits: coefficient, places: max(places, 0))
    if coefficient == 0 { return }
    for _ in 0..<max(-places, 0) { append(UInt8(ascii: "0")) }
  }

  /// Adds a whole number, without a sign.
  mutating func append(number: Int) { append(digits: UInt64(number.magnitude), places: 0) }

  /// Adds a whole number from 0 on, behind a blank where something stands behind `start`.
  mutating func append(number: Int, inListFrom start: Int) {
    if count > start { append(UInt8(ascii: " ")) }
    append(number: number)
  }

  private mutating func append(digits: UInt64, places: Int) {
    if digits < 10, places == 0 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits)) }
    var (length, bound) = (1, UInt64(10))
    while digits >= bound, length < 20 { (length, bound) = (length + 1, bound &* 10) }
    length = max(length, places + 1)
    let end = count + length + (places > 0 ? 1 : 0)
    makeRoom(for: end - count)
    var rest = digits
    if places > 0 {
      write(lastDigitsOf: &rest, in: end - places..<end)
      memory[end - places - 1] = UInt8(ascii: ".")
    }
    write(lastDigitsOf: &rest, in: count..<count + length - places)
    count = end
  }

  /// Fills `range`, for which there is room, and leaves in `rest` what stands before these digits.
  @inline(__always)
  private mutating func write(lastDigitsOf rest: inout UInt64, in range: Range<Int>) {
    let start = memory + range.lowerBound
    var place = memory + range.upperBound
    while place > start {
      let tenth = rest / 10
      place -= 1
      place.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- tenth &* 10)
      rest = tenth
    }
  }
}
