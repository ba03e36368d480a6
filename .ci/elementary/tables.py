"""Writes the Swift tables of the elementary functions with mpmath.

usage: tables.py <folder of the Swift sources>

Every entry is computed with 400 bits and cut into doubles by rounding to nearest. The high parts of the
logarithms are rounded to multiples of 2^-42, so that sums of them with multiples of ln 2 are exact.
"""

import pathlib
import sys

from mpmath import mp, mpf

mp.prec = 400
ORIGIN = "// Written by .ci/elementary/tables.py; edit that script, not this file.\n"


def literal(value):
    """A hexadecimal floating-point literal as swift-format likes it."""
    text = float(value).hex()
    mantissa, exponent = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}"


def cut(value, pieces=2):
    """The nearest double, then the nearest double to what is left, and so on."""
    parts = []
    for _ in range(pieces):
        parts.append(float(value))
        value -= mpf(parts[-1])
    return parts


def on_grid(value, bits):
    """The nearest multiple of 2^-bits, and the rest as a double."""
    high = mp.nint(mp.ldexp(value, bits))
    high = mp.ldexp(high, -bits)
    assert mpf(float(high)) == high
    return float(high), float(value - high)


def pair(value):
    high, low = cut(value)
    return f"DoubleDouble({literal(high)}, {literal(low)})"


def exponential():
    lines = [ORIGIN, "extension Elementary {"]
    for name, step, claim in (
        ("powersOfTwoByCoarseStep", 64, "2^(i/64)"),
        ("powersOfTwoByFineStep", 4096, "2^(i/4096)"),
    ):
        lines.append(f"  /// {claim} for i = 0 ... 63, to 106 bits.")
        lines.append(f"  static let {name}: [DoubleDouble] = [")
        lines += [f"    {pair(mpf(2) ** (mpf(i) / step))}," for i in range(64)]
        lines.append("  ]\n")
    lines[-1] = "  ]"
    lines.append("}")
    return lines


def coarse_reciprocal(i):
    """A ten-bit c that brings m within 2^-7 of 1, for m in [1 + i/128, 1 + (i+1)/128), halved if upper."""
    if i in (0, 127):
        return mpf(1)
    centre = 1 + mpf(2 * i + 1) / 256
    if is_upper(i):
        centre /= 2
    return mp.nint(512 / centre) / 512


def is_upper(i):
    """Whether the significands of row i are halved; 1 + 53/128 is a little less than the root of 2."""
    return i >= 53


def logarithm():
    lines = [ORIGIN, "extension Elementary {"]
    lines.append("  /// A factor c of at most ten bits that brings a significand near 1, and -ln c in two parts.")
    lines.append("  struct LogarithmEntry: Sendable {")
    lines.append("    /// c, a short number, so that its product with half a significand is exact.")
    lines.append("    let factor: Double\n")
    lines.append("    /// -ln c rounded to a multiple of 2^-42.")
    lines.append("    let high: Double\n")
    lines.append("    /// What the high part leaves out of -ln c.")
    lines.append("    let low: Double\n")
    lines.append("    /// Takes c and the two parts of -ln c.")
    lines.append("    init(_ factor: Double, _ high: Double, _ low: Double) {")
    lines.append("      self.factor = factor")
    lines.append("      self.high = high")
    lines.append("      self.low = low")
    lines.append("    }")
    lines.append("  }\n")
    lines.append("  /// Row i serves the significands from 1 + i/128; those from row 53 on are halved first.")
    lines.append("  static let coarseLogarithms: [LogarithmEntry] = [")
    for i in range(128):
        factor = coarse_reciprocal(i)
        for edge in (1 + mpf(i) / 128, 1 + mpf(i + 1) / 128):
            significand = edge / 2 if is_upper(i) else edge
            assert abs(significand * factor - 1) <= mpf(1) / 128, i
        high, low = on_grid(-mp.log(factor), 42)
        lines.append(f"    LogarithmEntry({literal(factor)}, {literal(high)}, {literal(low)}),")
    lines.append("  ]\n")
    lines.append("  /// Row j + 32 holds c = 1 - j/4096 for j = -32 ... 32.")
    lines.append("  static let fineLogarithms: [LogarithmEntry] = [")
    for j in range(-32, 33):
        factor = 1 - mpf(j) / 4096
        high, low = on_grid(-mp.log(factor), 42)
        lines.append(f"    LogarithmEntry({literal(factor)}, {literal(high)}, {literal(low)}),")
    lines += ["  ]", "}"]
    return lines


def trigonometric():
    lines = [ORIGIN, "extension Elementary {"]
    for name, function in (("sines", mp.sin), ("cosines", mp.cos)):
        lines.append(f"  /// The {name[:-1]} of j/64 for j = 0 ... 51, to 106 bits.")
        lines.append(f"  static let {name}: [DoubleDouble] = [")
        lines += [f"    {pair(function(mpf(j) / 64))}," for j in range(52)]
        lines.append("  ]\n")
    words = 20
    mp.prec = 1600
    bits = int(mp.floor(mp.ldexp(2 / mp.pi, 64 * (words - 1))))
    mp.prec = 400
    lines.append("  /// The binary digits of 2/pi after the point, behind one word of zeros.")
    lines.append("  static let digitsOfTwoOverPi: [UInt64] = [")
    texts = [f"0x{(bits >> (64 * (words - 1 - w))) & (2**64 - 1):016X}" for w in range(words)]
    for text in texts:
        grouped = "_".join(text[2:][g : g + 4] for g in range(0, 16, 4))
        lines.append(f"    0x{grouped},")
    lines += ["  ]", "}"]
    return lines


def constants():
    """The constants that stand by hand in the Swift sources, for comparison."""
    step = mp.log(2) / 4096
    first = mp.ldexp(mp.floor(mp.ldexp(step, 12 + 30)), -42)
    second = mp.ldexp(mp.floor(mp.ldexp(step - first, 42 + 30)), -72)
    print("4096/ln 2 ", literal(4096 / mp.log(2)))
    print("ln 2/4096 ", literal(first), literal(second), literal(step - first - second))
    print("ln 2      ", *map(literal, on_grid(mp.log(2), 42)))
    print("pi/2      ", *map(literal, cut(mp.pi / 2)))
    for n in (3, 6, 24, 120):
        print(f"1/{n}      ", *map(literal, cut(1 / mpf(n))))
    digits = int(mp.floor(mp.ldexp(mp.log(2), 256)))
    print("ln 2 limbs", *(f"0x{(digits >> (64 * w)) & (2**64 - 1):016X}" for w in range(4)))


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    for name, lines in (
        ("ElementaryTable+Exponential.swift", exponential()),
        ("ElementaryTable+Logarithm.swift", logarithm()),
        ("ElementaryTable+Trigonometric.swift", trigonometric()),
    ):
        (folder / name).write_text("\n".join(lines) + "\n")
    constants()
