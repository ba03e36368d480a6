extension LiveScript {
  /// How numbers are shown and carried: `Decimal` and `NumberStyle`, exact by whole numbers of any size.
  static let numbers: StaticString = #"""
    const tenTo = count => 10n ** BigInt(count);
    const digitCount = coefficient => coefficient.toString().length;
    const magnitudeOf = decimal => digitCount(decimal.coefficient) - 1 - decimal.places;

    // The exact value rounded half up to so many places.
    const exactly = (value, places) => {
      double[0] = Math.abs(value);
      const biased = Number(long[0] >> 52n), exponent = (biased || 1) - 1075;
      const mantissa = (long[0] & 0xFFFFFFFFFFFFFn) | (biased ? 1n << 52n : 0n);
      let [numerator, denominator] = [mantissa, 1n];
      if (places >= 0) numerator *= tenTo(places); else denominator *= tenTo(-places);
      if (exponent >= 0) numerator <<= BigInt(exponent); else denominator <<= BigInt(-exponent);
      const coefficient = (2n * numerator + denominator) / (2n * denominator);
      return { isNegative: value < 0 && coefficient !== 0n, coefficient, places };
    };
    const magnitude = value => {
      double[0] = Math.abs(value);
      const biased = Number(long[0] >> 52n);
      const exponent = biased ? biased - 1023 : long[0].toString(2).length - 1075;
      return magnitudeOf(exactly(value, 14 - (exponent * 1233 >> 12)));
    };
    const trustedDecimal = (value, size, places, style) => exactly(value, Math.min(places + 7, style.trusted - 1 - size));
    const stripped = (decimal, kept) => {
      let { coefficient, places } = decimal;
      if (coefficient === 0n) return { isNegative: false, coefficient, places: kept };
      while (places > kept && coefficient % 10n === 0n) {
        coefficient /= 10n;
        places -= 1;
      }
      return { ...decimal, coefficient, places };
    };
    const reduced = (decimal, target, style) => {
      const dropped = decimal.places - target;
      if (dropped <= 0) return decimal;
      if (dropped >= 20) return { isNegative: false, coefficient: 0n, places: target };
      const unit = tenTo(dropped), rest = decimal.coefficient % unit;
      let coefficient = decimal.coefficient / unit;
      if (!style.isCut && rest >= unit - rest) coefficient += 1n;
      return { isNegative: decimal.isNegative && coefficient !== 0n, coefficient, places: target };
    };
    const equals = (left, right) => {
      const [a, b] = [stripped(left, -Infinity), stripped(right, -Infinity)];
      return a.isNegative === b.isNegative && a.coefficient === b.coefficient
        && (a.places === b.places || a.coefficient === 0n);
    };
    const valueOf = decimal => Number(`${decimal.isNegative ? '-' : ''}${decimal.coefficient}e${-decimal.places}`);
    const shifted = (decimal, power) => ({ ...decimal, places: decimal.places - power });
    const digitsOf = ({ coefficient, places }) => {
      const all = coefficient.toString();
      if (places <= 0) return coefficient === 0n ? '0' : all + '0'.repeat(-places);
      const padded = all.padStart(places + 1, '0');
      return padded.slice(0, -places) + '.' + padded.slice(-places);
    };

    const number = (mantissa, exponent, isExact = true) => ({ mantissa, exponent, isExact });
    const shownInFigures = (value, count, plain, style) => {
      const size = magnitude(value), places = count - 1 - size;
      const trusted = trustedDecimal(value, size, places, style), short = reduced(trusted, places, style);
      const isExact = equals(short, trusted);
      let kept = isExact ? stripped(short, 0) : short;
      const keptMagnitude = magnitudeOf(kept);
      if (!isExact && digitCount(kept.coefficient) > count && kept.coefficient % 10n === 0n) {
        kept = stripped(kept, kept.places - 1);
      }
      if (plain && keptMagnitude >= plain[0] && keptMagnitude < plain[1]) return number(kept, undefined, isExact);
      const mantissa = isExact ? stripped(kept, -keptMagnitude) : kept;
      return number(shifted(mantissa, -keptMagnitude), keptMagnitude, isExact);
    };
    const shownInDecimals = (value, count, style) => {
      const trusted = trustedDecimal(value, magnitude(value), count, style), short = reduced(trusted, count, style);
      if (short.coefficient === 0n || trusted.places < 0) return shownInFigures(value, Math.max(count, 1), null, style);
      const isExact = equals(short, trusted);
      return number(isExact ? stripped(short, 0) : short, undefined, isExact);
    };
    const shortestDigits = (value, style) => {
      if (style.trusted >= 15) return String(Math.abs(value));
      for (let count = 1; count < 9; count++) {
        const text = Math.abs(value).toPrecision(count);
        if (Math.fround(Number(text)) === Math.abs(value)) return text;
      }
      return Math.abs(value).toPrecision(9);
    };
    const shownWithAllDigits = (value, style) => {
      const [, whole, part = '', power = '0'] = /^(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/.exec(shortestDigits(value, style));
      const plain = { isNegative: value < 0, coefficient: BigInt(whole + part), places: part.length - Number(power) };
      const digits = stripped(plain, -Infinity), size = magnitudeOf(digits);
      return size >= -4 && size < 16 ? number(digits) : number(shifted(digits, -size), size);
    };
    const shown = (value, style) => {
      if (value === 0) return number({ isNegative: false, coefficient: 0n, places: 0 });
      switch (style.unit) {
        case 'decimals': return shownInDecimals(value, style.count, style);
        case 'figures': return shownInFigures(value, style.count, [-3, 6], style);
        default: return shownWithAllDigits(value, style);
      }
    };
    const typedIn = shownNumber => valueOf(shifted(shownNumber.mantissa, shownNumber.exponent || 0));
    const carriedOn = (value, style) => {
      if (value === 0 || !Number.isFinite(value)) return value;
      if (style.unit === 'all') return value;
      const size = magnitude(value), places = style.unit === 'decimals' ? style.count : style.count - 1 - size;
      return valueOf(reduced(trustedDecimal(value, size, places, style), places, style));
    };
    const plainText = ({ mantissa, exponent }) =>
      (mantissa.isNegative ? '-' : '') + digitsOf(mantissa) + (exponent === undefined ? '' : 'e' + exponent);
    """#
}
