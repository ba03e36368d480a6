extension LiveScript {
  /// The arithmetic of `DoubleDouble` and the bits of doubles; pairs are arrays of a high and a low part.
  static let doubleDouble: StaticString = #"""
    // Numbers are spelled in hexadecimal as they are in Swift.
    const hex = ([text]) => {
      const [, sign, whole, part, power] = /^(-?)0x(\d)\.?([0-9a-f]*)p([+-]?\d+)$/.exec(text);
      return (sign ? -1 : 1) * parseInt(whole + part, 16) * 2 ** (power - 4 * part.length);
    };
    const double = new Float64Array(1), words = new Uint32Array(double.buffer), long = new BigUint64Array(double.buffer);
    const powerOfTwo = exponent => {
      words[0] = 0;
      words[1] = exponent + 1023 << 20;
      return double[0];
    };
    const scaled = (x, exponent) => {
      const half = exponent >> 1;
      return x * powerOfTwo(half) * powerOfTwo(exponent - half);
    };
    const nearestInteger = x => (x + 6755399441055744) - 6755399441055744;

    const sum = (a, b) => {
      const s = a + b, shareOfB = s - a, shareOfA = s - shareOfB;
      return [s, (a - shareOfA) + (b - shareOfB)];
    };
    const orderedSum = (a, b) => {
      const s = a + b;
      return [s, b - (s - a)];
    };
    const product = (a, b) => {
      const scaledA = 134217729 * a, a1 = scaledA - (scaledA - a), a2 = a - a1;
      const scaledB = 134217729 * b, b1 = scaledB - (scaledB - b), b2 = b - b1;
      const p = a * b;
      return [p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2];
    };
    const add = (left, right) => {
      const highs = sum(left[0], right[0]), lows = sum(left[1], right[1]);
      const middle = orderedSum(highs[0], highs[1] + lows[0]);
      return orderedSum(middle[0], lows[1] + middle[1]);
    };
    const addDouble = (left, right) => {
      const highs = sum(left[0], right);
      return orderedSum(highs[0], left[1] + highs[1]);
    };
    const negate = value => [-value[0], -value[1]];
    const multiply = (left, right) => {
      const highs = product(left[0], right[0]);
      const crossed = left[0] * right[1] + left[1] * right[0];
      return orderedSum(highs[0], highs[1] + crossed);
    };
    const multiplyDouble = (left, right) => {
      const highs = product(left[0], right);
      return orderedSum(highs[0], highs[1] + left[1] * right);
    };
    const divide = (left, right) => {
      const quotient = left[0] / right[0], back = multiplyDouble(right, quotient);
      const rest = (left[0] - back[0]) + (left[1] - back[1]);
      return orderedSum(quotient, rest / right[0]);
    };
    const rounded = (value, tolerance) => {
      const below = value[0] + (value[1] - tolerance), above = value[0] + (value[1] + tolerance);
      return below === above ? below : undefined;
    };
    """#

  /// `WideFixedPoint`: whole numbers of 2^-256.
  static let wideFixedPoint: StaticString = #"""
    const wide = {
      one: 1n << 256n,
      naturalLogarithmOfTwo: 0xB17217F7D1CF79ABC9E3B39803F2F6AF40F343267298B62D8A0D175B8BAAFA2Bn,
      size: a => a < 0n ? -a : a,
      of(x) {
        double[0] = Math.abs(x);
        const biased = Number(long[0] >> 52n), significand = (long[0] & 0xFFFFFFFFFFFFFn) | (biased ? 1n << 52n : 0n);
        const size = wide.shifted(significand, Math.max(biased, 1) - 1075 + 256);
        return x < 0 ? -size : size;
      },
      shifted: (a, exponent) => exponent < 0 ? a >> BigInt(-exponent) : a << BigInt(exponent),
      times(a, b) {
        const size = wide.size(a) * wide.size(b) >> 256n;
        return (a < 0n) !== (b < 0n) ? -size : size;
      },
      over: (a, divisor) => a / divisor,
      rounded(a, exponent = 0) {
        const size = wide.size(a);
        if (size === 0n) return 0;
        const leading = size.toString(2).length - 1, last = Math.max(leading - 52, -1074 - exponent + 256, 0);
        const kept = wide.shifted(size, 1 - last), isInexact = wide.shifted(kept, last - 1) !== size;
        let significand = kept >> 1n;
        if ((kept & 1n) === 1n && (isInexact || (significand & 1n) === 1n)) significand += 1n;
        const result = scaled(Number(significand), last - 256 + exponent);
        return a < 0n ? -result : result;
      },
      roundedToDigits: (a, digits) => (a + (1n << BigInt(255 - digits))) >> BigInt(256 - digits) << BigInt(256 - digits),
    };
    """#
}
