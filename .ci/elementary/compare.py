"""Compares the elementary functions with MPFR, which rounds correctly at every precision.

usage: compare.py <dump program or file of its output> [points per function] [function ...]

Needs gmpy2. Prints for each function the number of points, how many are not correctly rounded, and the worst
error in units in the last place. Fails when exp, ln, power or the square root has a misrounded result, or when
another function is off by more than 0.501 units. wideExp and wideLn are the evaluations with 256 digits, which
exp and ln reach once in a million arguments.
"""

import itertools
import multiprocessing
import pathlib
import struct
import subprocess
import sys

import gmpy2

TOLERANCE = 0.501
CORRECTLY_ROUNDED = {"exp", "ln", "power", "root", "wideExp", "wideLn"}
# Doubles with their subnormal numbers, in the way MPFR counts exponents.
DOUBLES = dict(precision=53, emax=1024, emin=-1073, subnormalize=True)


def softplus(x):
    with gmpy2.context(gmpy2.get_context(), precision=2200):
        total = gmpy2.exp(x) + 1
    return gmpy2.log(total)


FUNCTIONS = {
    "exp": gmpy2.exp,
    "ln": gmpy2.log,
    "sin": gmpy2.sin,
    "cos": gmpy2.cos,
    "tan": gmpy2.tan,
    "sinh": gmpy2.sinh,
    "cosh": gmpy2.cosh,
    "tanh": gmpy2.tanh,
    "power": lambda x, y: x**y,
    "softplus": softplus,
    "root": gmpy2.sqrt,
    "wideExp": gmpy2.exp,
    "wideLn": gmpy2.log,
}


def double(pattern):
    return struct.unpack(">d", bytes.fromhex(pattern.rjust(16, "0")))[0]


def error_in_units(name, arguments, result):
    """The distance to the exact value, in units of the last place that the correctly rounded result has."""
    with gmpy2.context(precision=240):
        exact = FUNCTIONS[name](*map(gmpy2.mpfr, arguments))
        exponent = gmpy2.frexp(exact)[0] if exact else 0
        unit = gmpy2.exp2(max(exponent - 53, -1074))
        return float(abs(gmpy2.mpfr(result) - exact) / unit)


def rounded(name, arguments):
    with gmpy2.context(**DOUBLES):
        if name == "softplus":
            with gmpy2.context(precision=240):
                value = softplus(gmpy2.mpfr(*arguments))
            return float(gmpy2.mpfr(value))
        return float(FUNCTIONS[name](*map(gmpy2.mpfr, arguments)))


def judge(line):
    """The name of the function, whether the line is correctly rounded, its error, and the line."""
    name, *patterns = line.split()
    *arguments, result = [double(pattern) for pattern in patterns if pattern != "-"]
    is_right = rounded(name, arguments) == result
    bounded = abs(result) != float("inf")
    error = error_in_units(name, arguments, result) if bounded else (0.0 if is_right else float("inf"))
    return name, is_right, error, line


def lines_of(path, options):
    if path.suffix in (".txt", ".dump"):
        yield from path.open()
        return
    with subprocess.Popen([str(path.resolve()), *options], stdout=subprocess.PIPE, text=True) as process:
        yield from process.stdout
    if process.returncode:
        sys.exit(f"the dump program failed with {process.returncode}")


def main(path, *options):
    failed = False
    print("function    points  misrounded  worst error in ulp")
    with multiprocessing.Pool(2) as pool:
        judged = pool.imap(judge, lines_of(pathlib.Path(path), options), chunksize=2000)
        for name, group in itertools.groupby(judged, key=lambda verdict: verdict[0]):
            points, wrong, worst = 0, 0, (0.0, "")
            for _, is_right, error, line in group:
                points += 1
                wrong += not is_right
                worst = max(worst, (error, line))
            print(f"{name:9} {points:8} {wrong:11}  {worst[0]:.9f}", flush=True)
            if (wrong and name in CORRECTLY_ROUNDED) or worst[0] > TOLERANCE:
                failed = True
                print("  at", worst[1].strip())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
