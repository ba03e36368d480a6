extension LiveScript {
  /// Exponentials, logarithms and powers, as `Elementary` has them: the same operations, the same bits.
  static let exponentials: StaticString = #"""
    const tables = (() => {
      const bytes = Uint8Array.from(atob(data.tables), character => character.charCodeAt(0));
      const view = new DataView(bytes.buffer);
      let place = 0;
      const next = () => view.getFloat64(8 * place++, true);
      const rows = (count, width) => Array.from({ length: count }, () => Array.from({ length: width }, next));
      return {
        coarsePowers: rows(64, 2), finePowers: rows(64, 2), coarseLogarithms: rows(128, 3), fineLogarithms: rows(65, 3),
        sines: rows(52, 2), cosines: rows(52, 2),
        twoOverPi: Array.from({ length: 20 }, () => view.getBigUint64(8 * place++, true)),
      };
    })();

    const exponential = x => {
      const steps = nearestInteger(x[0] * hexes.stepsOfExp);
      const coarse = x[0] - steps * hexes.exp1;
      const fine = sum(coarse, -(steps * hexes.exp2));
      const r = orderedSum(fine[0], fine[1] + (x[1] - steps * hexes.exp3));
      const h = r[0];
      const cubic = hexes.sixth + h * (hexes.twentyFourth + h * hexes.hundredTwentieth);
      const tail = (r[1] + r[1] * h) + (h * h) * (0.5 + h * cubic);
      const one = orderedSum(1, h);
      const factor = orderedSum(one[0], one[1] + tail);
      const index = steps | 0;
      const power = multiply(tables.coarsePowers[(index >> 6) & 63], tables.finePowers[index & 63]);
      return [multiply(power, factor), index >> 12];
    };
    const hexes = {
      stepsOfExp: hex`0x1.71547652b82fep12`, exp1: hex`0x1.62e42fe8p-13`, exp2: hex`0x1.e8e7bcdp-43`,
      exp3: hex`0x1.793c7673007e6p-73`, sixth: hex`0x1.5555555555555p-3`, twentyFourth: hex`0x1.5555555555555p-5`,
      hundredTwentieth: hex`0x1.1111111111111p-7`, perLogarithmOfTwo: hex`0x1.71547652b82fep0`,
      p54: 2 ** -54, expTolerance: 2 ** -76,
    };
    const wideExponential = x => {
      const exponent = nearestInteger(wide.rounded(x) * hexes.perLogarithmOfTwo);
      const argument = wide.over(x - wide.times(wide.naturalLogarithmOfTwo, wide.of(exponent)), 256n);
      let value = wide.one;
      for (let divisor = 24n; divisor >= 1n; divisor--) value = wide.one + wide.over(wide.times(argument, value), divisor);
      for (let count = 1; count <= 8; count++) value = wide.times(value, value);
      return [value, exponent];
    };
    const exp = x => {
      if (x !== x) return x;
      if (x >= 709.79) return Infinity;
      if (x <= -745.14) return 0;
      if (x > -hexes.p54 && x < hexes.p54) return 1;
      const [value, exponent] = exponential([x, 0]);
      if (exponent > -1021) {
        const result = rounded(value, hexes.expTolerance);
        if (result !== undefined) return scaled(result, exponent);
      }
      const [exact, scale] = wideExponential(wide.of(x));
      return wide.rounded(exact, scale);
    };

    const logarithmParts = x => {
      const isSubnormal = x < 2 ** -1022;
      double[0] = isSubnormal ? x * 2 ** 54 : x;
      const upper = words[1], row = (upper >>> 13) & 127, halving = row >= 53 ? 1 : 0;
      const exponent = (upper >>> 20) - 1023 + halving - (isSubnormal ? 54 : 0);
      words[1] = (upper & 0xFFFFF) | (1023 - halving << 20);
      return [double[0], exponent, row];
    };
    const logarithmHexes = {
      fifth: hex`0x1.999999999999ap-3`, sixth: hex`-0x1.5555555555555p-3`, seventh: hex`0x1.2492492492492p-3`,
      third: hex`0x1.5555555555555p-2`, ln2High: hex`0x1.62e42fefa38p-1`, ln2Low: hex`0x1.ef35793c7673p-45`,
    };
    const logarithm = x => {
      const [significand, exponent, row] = logarithmParts(x);
      const coarse = tables.coarseLogarithms[row];
      double[0] = significand;
      words[0] &= 0xF8000000;
      const upper = double[0];
      const a = upper * coarse[0] - 1, b = (significand - upper) * coarse[0];
      const steps = nearestInteger(a * 4096), step = steps * 2 ** -12;
      const fine = tables.fineLogarithms[steps + 32];
      const r = orderedSum((a - step) - step * a, b - step * b);
      const head = (exponent * logarithmHexes.ln2High + coarse[1]) + fine[1];
      const rest = (exponent * logarithmHexes.ln2Low + coarse[2]) + fine[2];
      const h = r[0], square = product(h, h);
      const fifth = logarithmHexes.fifth + h * (logarithmHexes.sixth + h * logarithmHexes.seventh);
      const cube = (square[0] * h) * (logarithmHexes.third + h * (-0.25 + h * fifth));
      const first = orderedSum(head, h), second = orderedSum(first[0], -0.5 * square[0]);
      const small = (rest + (r[1] - h * r[1])) + (cube - 0.5 * square[1]);
      return orderedSum(second[0], (first[1] + second[1]) + small);
    };
    const wideLogarithm = x => {
      const [significand, exponent] = logarithmParts(x), guess = logarithm(significand);
      const start = wide.of(guess[0]) + wide.of(guess[1]);
      const [value, scale] = wideExponential(-start);
      const e = wide.times(wide.of(significand), wide.shifted(value, scale)) - wide.one;
      const correction = e - wide.over(wide.times(e, e), 2n);
      return wide.times(wide.naturalLogarithmOfTwo, wide.of(exponent)) + start + correction;
    };
    const ln = x => {
      if (!(x > 0)) return x === 0 ? -Infinity : NaN;
      if (x === Infinity || x === 1) return x === 1 ? 0 : x;
      const value = logarithm(x), result = rounded(value, 2 ** -75 * value[0]);
      return result !== undefined ? result : wide.rounded(wideLogarithm(x));
    };

    const isInteger = x => Math.abs(x) >= 2 ** 52 || Math.abs(x) + 2 ** 52 - 2 ** 52 === Math.abs(x);
    const isOddInteger = x => Math.abs(x) < 2 ** 53 && isInteger(x) && Math.abs(x) % 2 === 1;
    const finitePower = (x, y) => {
      if (x === 1) return 1;
      if (Math.abs(y) >= 2 ** 64) return (x > 1) === (y > 0) ? Infinity : 0;
      const exponent = multiplyDouble(logarithm(x), y);
      if (exponent[0] >= 709.79) return Infinity;
      if (exponent[0] <= -745.14) return 0;
      if (Math.abs(exponent[0]) < hexes.p54) return 1;
      const [value, scale] = exponential(exponent);
      if (scale > -1021) {
        const result = rounded(value, 2 ** -65);
        if (result !== undefined) return scaled(result, scale);
      }
      const [exact, exactScale] = wideExponential(wide.times(wideLogarithm(x), wide.of(y)));
      return wide.rounded(wide.roundedToDigits(exact, 150), exactScale);
    };
    const power = (base, exponent) => {
      if (exponent === 0 || base === 1) return 1;
      if (exponent === 1) return base;
      if (exponent === 2) return base * base;
      if (base !== base || exponent !== exponent) return NaN;
      const isOdd = isOddInteger(exponent);
      const isNegative = (base < 0 || Object.is(base, -0)) && isOdd;
      const size = Math.abs(base);
      if (size === 0 || size === Infinity || Math.abs(exponent) === Infinity) {
        const result = size === 1 ? 1 : (size > 1) === (exponent > 0) ? Infinity : 0;
        return isNegative ? -result : result;
      }
      if (base < 0 && !isOdd && !isInteger(exponent)) return NaN;
      const result = finitePower(size, exponent);
      return isNegative ? -result : result;
    };

    const sigmoid = x => 1 / (1 + exp(-x));
    const logarithmOfOnePlus = t => {
      if (t[0] < 2 ** -26) {
        const square = product(t[0], t[0]), cube = square[0] * t[0] * logarithmHexes.third;
        return add(t, addDouble([-0.5 * square[0], -0.5 * square[1]], cube - t[0] * t[1]));
      }
      const one = addDouble(t, 1);
      return addDouble(logarithm(one[0]), one[1] / one[0]);
    };
    const softplus = x => {
      if (x !== x) return x;
      if (x > 40) return x;
      if (x < -80) return exp(x);
      const [value, exponent] = exponential([-Math.abs(x), 0]), factor = powerOfTwo(exponent);
      const result = logarithmOfOnePlus([value[0] * factor, value[1] * factor]);
      return x > 0 ? addDouble(result, x)[0] : result[0];
    };
    """#
}
