"""A terminal of our own, without anything between a program and the clock."""
import fcntl
import os
import pty
import select
import subprocess
import termios
import time

from pane import DEADLINE, Fault


class Bare:
    """A terminal that nobody draws, 80 columns by 24 rows, and a program on it."""

    def __init__(self, words, **environment):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, b"\x18\0\x50\0\0\0\0\0")
        self.slave = slave
        self.program = subprocess.Popen(
            words, stdin=slave, stdout=slave, start_new_session=True,
            env={"TERM": "xterm", **environment}, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.kill()
        self.program.wait()
        for descriptor in (self.master, self.slave):
            if descriptor is not None:
                os.close(descriptor)

    def read_until(self, end):
        data, limit = b"", time.monotonic() + DEADLINE
        while end not in data:
            ready, _, _ = select.select([self.master], [], [], max(limit - time.monotonic(), 0))
            if not ready:
                raise Fault(f"waited for {end!r}, and read {data!r}")
            data += os.read(self.master, 65536)
        return data

    def read_to_end(self):
        os.close(self.slave)
        self.slave, data = None, b""
        while True:
            try:
                more = os.read(self.master, 65536)
            except OSError:
                more = b""
            if not more:
                return data
            data += more
