"""What is on the screen: its size, its colours, what is said to answers, and how soon."""
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from bare import Bare
from lesson import LONGHAND, STEP, expect, go, position, same, start, text
from pane import DEADLINE, Fault, Pane, rows, width

# The first question that two-two-two asks (`sum_h1 = 0.1 * 0.1 + 0.5 * 0.3 + 0.25`): the line that waits for its answer, the
# answer, which must not be on the screen before, and what is said to this answer and to others.
QUESTION, ANSWER = r"(?m)^ *sum_h1 = *$", "0.41"
ANSWERS = [
    ("0.41", "Right"),
    ("i1*w1 + i2*w3 + b1", "Right: that is what it comes to"),
    ("0.41001", "Very close. The number is exact here"),
    ("-0.41", "The digits are right, the sign is not"),
    ("4.1", "The digits are right; look at where the point stands"),
    ("7", "Not yet"),
    ("1 +", "That cannot be read"),
]

# Milliseconds from a key to the whole of the new screen: what is aimed at, and what is a fault on a busy machine.
RESPONSE = (10.0, 100.0)


def a_resize_draws_anew_and_nothing_is_wider_than_the_screen():
    with Pane() as pane:
        start(pane)
        small = go(pane, "Right", 2)
        for columns, height in [(200, 60), (40, 12), (80, 24)]:
            before = len(pane.frames())
            pane.resize(columns, height)
            pane.wait(lambda lines: len(pane.frames()) > before and (position(lines) or [0])[0] == 2, "a new screen")
            go(pane, "Right", 3)
            lines = go(pane, "Left", 2)
            for row in (row for frame in pane.frames()[before + 1:] for row in rows(frame)):
                expect(width(row) <= columns, f"{width(row)} columns in {columns}: {row!r}")
            expect(len(lines) == height + 1, f"{len(lines) - 1} rows in {height}")
        same(lines, small, "80×24 again")


def without_colour_there_is_none():
    colour = re.compile(r"\x1b\[(?:\d*[;:])*(?:[349]\d|10[0-7])(?:[;:]\d*)*m")
    with Pane(NO_COLOR="1") as pane:
        start(pane)
        for place in range(2, 8):
            go(pane, "Right", place)
            found = colour.search("\n".join(pane.lines("-e")))
            expect(not found, f"step {place}: {found}")
        expect(not any(map(colour.search, pane.frames())), "colours were sent")


def without_a_terminal_the_steps_are_printed_plainly():
    plain = subprocess.run(STEP, capture_output=True, stdin=subprocess.DEVNULL, check=True).stdout
    expect(b"\x1b" not in plain, "a code in a pipe")
    expect(b"0.41" in plain and plain.count(b"\n") > 50, "the steps are not in a pipe")
    for terminal in ("dumb", ""):
        with Bare(STEP, TERM=terminal) as bare:
            output = bare.read_to_end()
            expect(b"\x1b" not in output, f"a code with TERM={terminal}")
            expect(b"0.41" in output, f"the steps are not there with TERM={terminal}")


def answers_are_judged():
    for answer, said in ANSWERS:
        with Pane() as pane:
            lines = start(pane, "--quiz")
            while not re.search(QUESTION, "\n".join(lines)):
                lines = go(pane, "Right", position(lines)[0] + 1)
            expect(ANSWER not in "\n".join(lines), "the answer is on the screen before it was given")
            pane.tmux("set-buffer", "--", answer + "\n")
            pane.tmux("paste-buffer", "-p")
            pane.wait(lambda now: now != lines and answer in "\n".join(now), f"`{answer}` pasted, and not yet judged")
            expect(said not in text(pane.lines()), f"`{answer}` was judged before Enter")
            pane.press("Enter")
            pane.wait(lambda now: said in text(now), f"`{said}` to `{answer}`")


def a_key_is_answered_at_once():
    return answered(STEP)


def a_key_is_answered_at_once_among_ten_thousand_steps():
    lines = ["inputs: x = 0.5", "y0 = x"] + [f"y{n} = 0.9*y{n - 1} + 0.1" for n in range(1, 10_001)]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "long.walk"
        path.write_text("\n".join(lines) + "\nnote: the end\n")
        return answered([LONGHAND, "step", str(path)], [b"\x1b[F", b"\x1b[D", b"\x1b[D", b"\x1b[H"])


def answered(words, first=()):
    """Milliseconds from a key to the whole of the next screen."""
    with Bare(words) as bare:
        bare.read_until(b"\x1b[?2026l")
        times = []
        for key in [*first] + [b"\x1b[C"] * 8 + [b"\x1b[D"] * 8:
            before = time.perf_counter()
            os.write(bare.master, key)
            bare.read_until(b"\x1b[?2026l")
            times.append(1000 * (time.perf_counter() - before))
        aim, fault = RESPONSE
        middle = statistics.median(times)
        expect(middle < fault, f"{middle:.1f} ms from a key to the screen, and {aim} are aimed at")
        return f"{middle:.2f} ms from a key to the screen, at most {max(times):.2f}; aim {aim}"


def a_lone_escape_is_a_key_and_a_torn_sequence_is_one():
    with Bare(STEP) as bare:
        bare.read_until(b"\x1b[?2026l")
        for part in (b"\x1b", b"[", b"C"):
            os.write(bare.master, part)
        expect(b"2 / " in bare.read_until(b"\x1b[?2026l"), "a torn arrow key is not one")
        os.write(bare.master, b"?")
        bare.read_until(b"\x1b[?2026l")
        os.write(bare.master, b"\x1b")
        bare.read_until(b"\x1b[?2026l")


def it_ends_where_the_terminal_is_gone():
    bare = Bare(STEP)
    bare.read_until(b"\x1b[?2026l")
    os.close(bare.slave)
    os.close(bare.master)
    bare.slave = bare.master = None
    try:
        bare.program.wait(DEADLINE)
    except subprocess.TimeoutExpired:
        raise Fault("it runs on") from None
    finally:
        bare.program.kill()
