/// A natural number of any size, as much of one as exact decimal conversion needs: 32-bit limbs, lowest first.
struct Natural {
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
  }

  /// mantissa · 10^powerOfTen · 2^powerOfTwo, rounded half up; the result must fit 64 bits.
  static func roundedProduct(_ mantissa: UInt64, powerOfTen: Int, powerOfTwo: Int) -> UInt64 {
    var numerator = Natural(mantissa)
    numerator.multiply(byPowerOfTen: max(powerOfTen, 0))
    numerator.shiftLeft(max(powerOfTwo, 0))
    // Twice the fraction plus one, then halved: floor((2a/b + 1) / 2) rounds a/b half up.
    numerator.shiftLeft(1)
    var denominatorAsUnit = Natural(1)
    denominatorAsUnit.multiply(byPowerOfTen: max(-powerOfTen, 0))
    denominatorAsUnit.shiftLeft(max(-powerOfTwo, 0))
    numerator.add(denominatorAsUnit)
    numerator.divide(byPowerOfTen: max(-powerOfTen, 0))
    numerator.shiftRight(max(-powerOfTwo, 0) + 1)
    return numerator.lowWord
  }

  private var lowWord: UInt64 {
    let low = limbs.first.map(UInt64.init) ?? 0
    return limbs.count > 1 ? low | UInt64(limbs[1]) << 32 : low
  }

  private mutating func multiply(byPowerOfTen power: Int) {
    for _ in 0..<(power / 9) { multiply(by: 1_000_000_000) }
    multiply(by: UInt32(PowersOfTen.integers[power % 9]))
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
  }

  private mutating func divide(byPowerOfTen power: Int) {
    for _ in 0..<(power / 9) { divide(by: 1_000_000_000) }
    divide(by: UInt32(PowersOfTen.integers[power % 9]))
  }

  private mutating func divide(by divisor: UInt32) {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let dividend = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(dividend / UInt64(divisor))
      remainder = dividend % UInt64(divisor)
    }
  }

  private mutating func add(_ other: Natural) {
    var carry: UInt64 = 0
    for index in 0..<max(limbs.count, other.limbs.count) {
      if index == limbs.count { limbs.append(0) }
      let addend = index < other.limbs.count ? UInt64(other.limbs[index]) : 0
      let sum = UInt64(limbs[index]) + addend + carry
      limbs[index] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
  }

  private mutating func shiftLeft(_ count: Int) {
    multiply(by: UInt32(1) << UInt32(count % 32))
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  private mutating func shiftRight(_ count: Int) {
    limbs.removeFirst(min(count / 32, limbs.count))
    divide(by: UInt32(1) << UInt32(count % 32))
  }
}
