"""usage: settings.py LONGHAND SETTINGS

Writes walkthroughs with other givens, has longhand make their pages, and has the page of the file itself work with those
givens: every number must agree to the last digit, in the file's own style and with all digits.
"""
import glob
import os
import random
import re
import subprocess
import sys

FILES = [
    "two-two-two/two-two-two", "two-two-two-learning-biases/two-two-two-learning-biases", "toy-network/toy-network",
    "toy-network/toy-network-by-gates", "toy-network-single-precision/toy-network-single-precision", "xor/xor",
    "toy-network-in-matrices/toy-network-in-matrices", "adam-step/adam-step", "carried-numbers/carried-numbers",
    "two-variable-function/two-variable-function", "softmax-classifier/softmax-classifier",
    "softmax-classifier/score-by-score", "descent/descent",
    "ridge-regression/ridge-regression", "ridge-regression/by-nudging", "ways-to-update/after-a-few-examples",
    "reused-weights/reused-weights", "one-neuron/one-neuron", "custom-gate/custom-gate",
]
GIVENS = re.compile(r"(inputs|weights|biases|fixed|unknowns|targets|examples|rate):")
NUMBER = re.compile(r"(?<![\w.])\d+(\.\d+)?(?![\w.(])")


def varied(text, dice):
    """The file with every number of its givens a little off."""
    def other(match):
        value = float(match[0])
        return f"{value * dice.uniform(0.8, 1.2) if value else dice.uniform(0, 0.2):.4f}"

    lines, inside = [], False
    for line in text.splitlines():
        if line[:1].strip():
            inside = bool(GIVENS.match(line))
        if inside and line.strip():
            head, mark, rest = line.partition(":") if GIVENS.match(line) else ("", "", line)
            line = head + mark + NUMBER.sub(other, rest)
        lines.append(line)
    cut = next((n for n, line in enumerate(lines) if line.startswith("published")), len(lines))
    return "\n".join(lines[:cut]) + "\n"


def main(longhand, count):
    work = ".ci-work/live"
    os.makedirs(work, exist_ok=True)
    dice, total, faults = random.Random(11), 0, 0
    for number, name in enumerate(FILES):
        text = open(f"walkthroughs/{name}.walk").read()
        for style in ("own", "all digits"):
            source = text if style == "own" else re.sub(r"(?m)^show:.*$", "", text) + "\n"
            if style != "own":
                source = source.split("\npublished")[0] + "\nshow: all digits\n"
            stem = f"{work}/{os.path.basename(name)}-{style.split()[0]}"
            pages = []
            # Half of the settings are of the first file; numbers of all digits are worked by the same instructions.
            parts = (2, 10) if number == 0 else (len(FILES), 50)
            for turn in range(-1, count // parts[style != "own"]):
                path = f"{stem}-{turn}"
                with open(path + ".walk", "w") as file:
                    file.write(source.split("\npublished")[0] + "\n" if turn < 0 else varied(source, dice))
                made = subprocess.run([longhand, "render", path + ".walk", "--to", "html", "-o", path + ".html"], capture_output=True)
                if made.returncode == 0:
                    pages.append(path + ".html")
            result = subprocess.run(["node", ".ci/live/agree.js", *pages], capture_output=True, text=True)
            last = result.stdout.strip().splitlines()[-1:] or ["0 1"]
            compared = int(last[0].split()[0]) if last[0][0].isdigit() else 0
            total += compared
            if result.returncode or len(pages) < 3 or compared < 20:
                faults += 1
                print(name, style, len(pages), "pages\n", result.stdout[-1500:], result.stderr[-800:])
    print(f"{total} numbers compared, {faults} files with faults")
    sys.exit(1 if faults else 0)


main(sys.argv[1], int(sys.argv[2]))
