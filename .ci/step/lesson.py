"""`longhand step` in a terminal: how it is started, and what is looked for on its screen."""
import os
import pathlib
import re
import shlex

from pane import Fault

ROOT = pathlib.Path(__file__).resolve().parents[2]
WALKTHROUGH = str(ROOT / "walkthroughs/two-two-two/two-two-two.walk")
POSITION = r"(\d+) / (\d+)"
LONGHAND = os.environ["LONGHAND"]
STEP = [LONGHAND, "step", WALKTHROUGH]


def words(*options):
    return shlex.join([*STEP, *options])


def position(lines):
    """`3 / 40` of the first row, as two numbers."""
    found = re.search(POSITION, lines[0])
    return (int(found[1]), int(found[2])) if found else None


def start(pane, *options):
    pane.command(words(*options))
    return pane.wait(position, "the first step")


def go(pane, key, place):
    pane.press(key)
    return pane.wait(lambda lines: (position(lines) or [None])[0] == place, f"step {place} after {key}")


def text(lines):
    """Without line ends, since sentences may be longer than lines."""
    return " ".join(" ".join(lines).split())


def expect(holds, message):
    if not holds:
        raise Fault(message)


def same(found, wanted, what):
    if found != wanted:
        raise Fault(f"{what}:\n" + "\n".join(f"    {a!r}\n    {b!r}" for a, b in zip(wanted, found) if a != b))
