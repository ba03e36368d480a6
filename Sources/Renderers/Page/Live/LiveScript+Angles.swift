extension LiveScript {
  /// Hyperbolic and trigonometric functions.
  static let angles: StaticString = #"""
    const byPowerOfTwo = (value, exponent) => {
      const factor = powerOfTwo(exponent);
      return [value[0] * factor, value[1] * factor];
    };
    const inverse = (value, exponent) =>
      exponent > 70 ? [0, 0] : byPowerOfTwo(divide([1, 0], value), -2 * exponent);
    const sinhHexes = {
      ninth: [hex`0x1.71de3a556c734p-19`, hex`0x1.ae64567f544e4p-26`, hex`0x1.6124613a86d09p-33`],
      seventh: hex`0x1.a01a01a01a01ap-13`, fifth: [hex`0x1.1111111111111p-7`, hex`0x1.1111111111111p-63`],
      third: [hex`0x1.5555555555555p-3`, hex`0x1.5555555555555p-57`],
    };
    const sinhNearZero = x => {
      const square = product(x, x), u = square[0], [a, b, c] = sinhHexes.ninth;
      const seventh = sinhHexes.seventh + u * (a + u * (b + u * c));
      const third = add(sinhHexes.third, multiply(square, addDouble(sinhHexes.fifth, u * seventh)));
      return addDouble(multiplyDouble(multiply(square, third), x), x);
    };
    const sinhByExponentials = x => {
      if (!(x < 711)) return Infinity;
      const [value, exponent] = exponential([x, 0]);
      return scaled(add(value, negate(inverse(value, exponent)))[0], exponent - 1);
    };
    const sinh = x => {
      const size = Math.abs(x);
      if (!(size >= 2 ** -27)) return x;
      const result = size < 0.125 ? sinhNearZero(size)[0] : sinhByExponentials(size);
      return x < 0 ? -result : result;
    };
    const cosh = x => {
      const size = Math.abs(x);
      if (!(size < 711)) return size;
      const [value, exponent] = exponential([size, 0]);
      return scaled(add(value, inverse(value, exponent))[0], exponent - 1);
    };
    const tanhOfPositive = x => {
      if (x >= 20) return 1;
      if (x < 0.125) {
        const sine = sinhNearZero(x), [value, exponent] = exponential([x, 0]);
        return divide(sine, add(byPowerOfTwo(value, exponent), negate(sine)))[0];
      }
      const [value, exponent] = exponential([2 * x, 0]);
      const share = divide([2, 0], addDouble(byPowerOfTwo(value, exponent), 1));
      return addDouble(negate(share), 1)[0];
    };
    const tanh = x => {
      const size = Math.abs(x);
      if (!(size >= 2 ** -27)) return x;
      const result = tanhOfPositive(size);
      return x < 0 ? -result : result;
    };

    const mask = (1n << 64n) - 1n;
    const quadrantAndAngle = x => {
      if (x <= quarterPi) return [0, [x, 0]];
      double[0] = x;
      const bits = long[0], significand = (bits & 0xFFFFFFFFFFFFFn) | 0x10000000000000n;
      const digit = Number(bits >> 52n) - 1075 - 2 + 64, index = digit >> 6, shift = BigInt(digit & 63);
      let window = 0n;
      for (let place = 0; place < 4; place++) window = window << 64n | (tables.twoOverPi[index + place] || 0n);
      const digits = (window >> (64n - shift)) & ((1n << 192n) - 1n);
      const product = (significand * digits) & ((1n << 192n) - 1n);
      const isUpperHalf = (product >> 189n & 1n) === 1n;
      const quadrant = (Number(product >> 190n) + (isUpperHalf ? 1 : 0)) & 3;
      let fraction = (product << 2n) & ((1n << 192n) - 1n);
      if (isUpperHalf) fraction ^= (1n << 192n) - 1n;
      const [first, second, third] = [fraction >> 128n, fraction >> 64n & mask, fraction & mask];
      const zeros = first === 0n ? 64 : 64 - first.toString(2).length, up = BigInt(zeros);
      let [high, middle] = [first, second];
      if (zeros > 0) {
        high = (high << up | middle >> (64n - up)) & mask;
        middle = (middle << up | third >> (64n - up)) & mask;
      }
      const upper = Number(high >> 11n) * 2 ** -53;
      const lower = Number((high & 0x7FFn) << 42n | middle >> 22n) * 2 ** -106;
      const angle = multiply(byPowerOfTwo([upper, lower], -zeros), halfPi);
      return [quadrant, isUpperHalf ? negate(angle) : angle];
    };
    const quarterPi = hex`0x1.921fb54442d18p-1`;
    const halfPi = [hex`0x1.921fb54442d18p0`, hex`0x1.1a62633145c07p-54`];
    const sineHexes = {
      seventh: [hex`-0x1.a01a01a01a01ap-13`, hex`0x1.71de3a556c734p-19`], fifth: hex`0x1.1111111111111p-7`,
      third: [hex`-0x1.5555555555555p-3`, hex`-0x1.5555555555555p-57`],
      sixth: [hex`-0x1.6c16c16c16c17p-10`, hex`0x1.a01a01a01a01ap-16`], fourth: hex`0x1.5555555555555p-5`,
    };
    const sineAndCosineLessOne = d => {
      const square = multiply(d, d), u = square[0];
      const seventh = sineHexes.seventh[0] + u * sineHexes.seventh[1];
      const fifth = u * (sineHexes.fifth + u * seventh);
      const sine = add(d, multiply(d, multiply(square, addDouble(sineHexes.third, fifth))));
      const sixth = sineHexes.sixth[0] + u * sineHexes.sixth[1];
      const fourth = (u * u) * (sineHexes.fourth + u * sixth);
      return [sine, addDouble([-0.5 * square[0], -0.5 * square[1]], fourth)];
    };
    const sineAndCosine = angle => {
      const size = angle[0] < 0 ? negate(angle) : angle, steps = nearestInteger(size[0] * 64);
      const [sine, cosineLessOne] = sineAndCosineLessOne(sum(size[0] - steps * 2 ** -6, size[1]));
      const tableSine = tables.sines[steps], tableCosine = tables.cosines[steps];
      const resultSine = add(tableSine, add(multiply(tableSine, cosineLessOne), multiply(tableCosine, sine)));
      const resultCosine =
        add(tableCosine, add(multiply(tableCosine, cosineLessOne), negate(multiply(tableSine, sine))));
      return [angle[0] < 0 ? negate(resultSine) : resultSine, resultCosine];
    };
    const sin = x => {
      if (Math.abs(x) < 2 ** -27) return x;
      if (!(Math.abs(x) < Infinity)) return NaN;
      const [quadrant, angle] = quadrantAndAngle(Math.abs(x)), [sine, cosine] = sineAndCosine(angle);
      const value = quadrant & 1 ? cosine : sine;
      return (x < 0) !== ((quadrant & 2) !== 0) ? -value[0] : value[0];
    };
    const cos = x => {
      if (!(Math.abs(x) < Infinity)) return NaN;
      const [quadrant, angle] = quadrantAndAngle(Math.abs(x)), [sine, cosine] = sineAndCosine(angle);
      const value = quadrant & 1 ? sine : cosine;
      return quadrant === 1 || quadrant === 2 ? -value[0] : value[0];
    };
    const tan = x => {
      if (Math.abs(x) < 2 ** -27) return x;
      if (!(Math.abs(x) < Infinity)) return NaN;
      const [quadrant, angle] = quadrantAndAngle(Math.abs(x)), [sine, cosine] = sineAndCosine(angle);
      const value = quadrant & 1 ? negate(divide(cosine, sine)) : divide(sine, cosine);
      return x < 0 ? -value[0] : value[0];
    };
    """#
}
