"""A shell in a terminal of tmux, typed to and read as by a person; nothing waits for a fixed time."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import time
import unicodedata

DEADLINE = 15  # seconds until something must be seen
PROMPT = "ready>"


class Fault(Exception):
    pass


class Pane:
    """Quits its tmux at the end; `folder` is for what its programs write."""

    def __init__(self, columns=80, rows=24, **environment):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.folder = pathlib.Path(self.home.name)
        self.recording = self.folder / "recording"
        self.tmux_words = ["tmux", "-u", "-S", str(self.folder / "socket"), "-f", "/dev/null"]
        names = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": self.home.name, "PS1": PROMPT + " ",
                 "SWIFT_BACKTRACE": "enable=no", **environment}
        shell = ["env", "-i", *(f"{name}={value}" for name, value in names.items()), "TERM=screen-256color"]
        self.tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), shlex.join([*shell, "bash", "--norc", "-i"]))
        self.wait(lambda lines: lines[0].startswith(PROMPT), "a shell")
        self.tmux("pipe-pane", "cat >" + shlex.quote(str(self.recording)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run([*self.tmux_words, "kill-server"], capture_output=True)
        self.home.cleanup()

    def tmux(self, *words):
        done = subprocess.run([*self.tmux_words, *words], capture_output=True, encoding="utf-8")
        if done.returncode:
            raise Fault(f"tmux {' '.join(words)}: {done.stderr}")
        return done.stdout

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", "--", text)

    def command(self, words):
        self.type(words)
        self.press("Enter")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def lines(self, *options):
        return self.tmux("capture-pane", "-p", *options).split("\n")

    def ask(self, format):
        return self.tmux("display-message", "-p", format).strip()

    def wait(self, holds, wanted):
        """The screen as soon as it is what was waited for, and whole: tmux may show a frame of which it read a part only."""
        end, before = time.monotonic() + DEADLINE, None
        while True:
            lines = self.lines()
            if lines == before and holds(lines) and not self.is_drawing():
                return lines
            before = lines
            if time.monotonic() > end:
                raise Fault(f"waited for {wanted}, and saw:\n" + "\n".join("    " + line for line in lines).rstrip())
            time.sleep(0.003)

    def wait_for(self, pattern):
        return self.wait(lambda lines: re.search(pattern, "\n".join(lines)), f"`{pattern}`")

    def wait_for_shell(self):
        """The shell has the terminal again, and a new line to type in."""
        def holds(lines):
            return [line for line in lines if line.strip()][-1:] == [PROMPT]
        return self.wait(holds, "the shell")

    def wait_for_file(self, name):
        path = self.folder / name
        self.wait(lambda _: path.exists() and path.read_text().endswith("\n"), f"the file {name}")
        return path.read_text()

    def recorded(self):
        return self.recording.read_bytes().decode(errors="replace") if self.recording.exists() else ""

    def is_drawing(self):
        text = self.recorded()
        return text.rfind("\x1b[?2026h") > text.rfind("\x1b[?2026l")

    def frames(self):
        """What was drawn so far, each between the codes of a synchronized update."""
        text = self.recorded()
        return re.findall(r"\x1b\[\?2026h(.*?)\x1b\[\?2026l", text, re.S)


def width(row):
    """Columns that a row takes, its codes apart."""
    def columns(character):
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            return 0
        return 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return sum(map(columns, re.sub(r"\x1b\[[0-9;]*m", "", row)))


def rows(frame):
    """The rows that a frame writes."""
    return re.findall(r"\x1b\[\d+;1H\x1b\[K(.*?)(?=\x1b\[\d+;1H|\Z)", frame, re.S)
