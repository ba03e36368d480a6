"""Gives a longhand program files that nobody should write, and expects a message or a result within two seconds."""
import pathlib
import random
import subprocess
import sys
import tempfile
import time

SECONDS = 2.0


def chain(count):
    lines = ["inputs: x = 0.5", "weights: w = 0.3", "y0 = sigmoid(w*x)"]
    lines += [f"y{i} = tanh(y{i - 1}*w + x)" for i in range(1, count - 3)]
    return "\n".join(lines + ["minimize: y1", ""]).encode()


# name: (bytes, exit code, a piece of what must be said)
FILES = {
    "unknown name": (b"inputs: x = 1\ny = x + z\n", 2, "`z` is not defined"),
    "missing operand": (b"inputs: x = 1\ny = x + \n", 2, "an operand is missing"),
    "unclosed bracket": (b"inputs: x = 1\ny = (x + 1\n", 2, "never closed"),
    "tab, CRLF and BOM": (b"\xef\xbb\xbfinputs:\tx = 1\r\ny = x + 1\t# fine\r\n", 0, ""),
    "empty file": (b"", 2, "computes nothing"),
    "binary file": (bytes(random.Random(7).randbytes(100_000)), 2, "not a text file"),
    "a+a+ in a line of 10 MB": (b"inputs: a = 1\ny = a" + b"+a" * 5_000_000 + b"\n", 2, "operations in one formula"),
    "50,000 nested parentheses": (b"inputs: a = 1\ny = " + b"(" * 50_000 + b"a" + b")" * 50_000 + b"\n", 2, "nested more than"),
    "100,000 statements": (chain(100_000), 0, ""),
    "ln(-1)": (b"y = ln(-1)\n", 2, "the logarithm of -1 does not exist"),
    "100,000 errors": (b"inputs: x = 1\n" + b"y = x + zz\n" * 100_000, 2, "more errors"),
    "50,000 signs": (b"inputs: a = 1\ny = " + b"-" * 50_000 + b"a\n", 2, "nested more than"),
    "a name of 1 MB": (b"inputs: " + b"a" * 1_000_000 + b" = 1\ny = 2*b\n", 2, "`b` is not defined"),
    "digits without end": (b"y = 0." + b"3" * 1_000_000 + b"\n", 2, "not a number"),
}


def main(program):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (content, code, message) in FILES.items():
            path = pathlib.Path(folder, "hostile.walk")
            path.write_bytes(content)
            start = time.monotonic()
            run = subprocess.run([program, "check", path], capture_output=True, timeout=60)
            seconds = time.monotonic() - start
            said = (run.stdout + run.stderr).decode("utf-8", "replace")
            is_fine = run.returncode == code and message in said and seconds < SECONDS and len(said) < 20_000
            faults += not is_fine
            print(f"{'ok' if is_fine else 'BAD'}  {seconds:5.2f} s  {name}")
            if not is_fine:
                print(f"     exit {run.returncode}, expected {code}; said: {said[:300]!r}")
    print(f"hostile files: {len(FILES) - faults} passed, {faults} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
