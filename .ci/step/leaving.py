"""The terminal is left as it was found: after the end, after signals, while the program is stopped."""
import os
import signal

from lesson import expect, go, position, same, start, words
from pane import Pane


def the_screen_of_the_shell_is_as_it_was():
    with Pane() as pane:
        pane.command("clear; echo written before")
        pane.wait(lambda lines: lines[0] == "written before", "the shell")
        start(pane)
        pane.press("q")
        lines = pane.wait_for_shell()
        expect(lines[0] == "written before" and "step" in "".join(lines[1:4]), "the screen before is gone")
        same(pane.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1", "alternate screen, cursor, wrapping")
        # The shell marks pasted text for itself as soon as it waits; before, what was ours has to be taken back.
        ours = pane.recording.read_bytes().rsplit(b"[?1049l", 1)[0].rsplit(b"[?2026l", 1)[1]
        expect(b"[?2004l" in ours, "pasted text is still marked")


def ended(end, status):
    """In a shell without job control, which puts nothing right itself: modes before and after, exit status, the screen."""
    with Pane() as pane:
        script = f"stty -a >before; sh -c 'echo $$ >pid; exec \"$@\"' sh {words()}; echo $? >status; stty -a >after"
        (pane.folder / "script").write_text(script)
        pane.command("cd && sh script")
        pane.wait(position, "the first step")
        end(pane)
        pane.wait_for_shell()
        same(pane.wait_for_file("after").split("\n"), (pane.folder / "before").read_text().split("\n"), "modes")
        same((pane.folder / "status").read_text().strip(), str(status), "exit status")
        same(pane.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1", "alternate screen, cursor, wrapping")


def killed_by(number):
    def end(pane):
        os.kill(int(pane.wait_for_file("pid")), number)
    ended(end, 128 + number)


def modes_are_as_they_were_after_q():
    ended(lambda pane: pane.press("q"), 0)


def modes_are_as_they_were_after_control_c():
    ended(lambda pane: pane.press("C-c"), 0)


def modes_are_as_they_were_after_a_signal_and_the_shell_sees_it():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGSEGV, signal.SIGABRT):
        killed_by(number)


def modes_are_as_they_were_after_being_stopped_and_going_on():
    def end(pane):
        lines = go(pane, "Right", 2)
        for _ in range(2):
            pane.press("C-z")
            pane.wait_for_shell()
            same(pane.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1", "alternate screen, cursor, wrapping")
            pane.command("clear; stty -a >stopped; fg")
            same(pane.wait(position, "the step again"), lines, "the screen before and after")
        stopped, before = ((pane.folder / name).read_text().split("\n") for name in ("stopped", "before"))
        same(stopped, before, "modes while stopped")
        go(pane, "Left", 1)
        pane.press("q")
    ended(end, 0)


def it_goes_on_after_being_stopped_by_others():
    with Pane() as pane:
        pane.command(f"cd; sh -c 'echo $$ >pid; exec \"$@\"' sh {words()}")
        lines = pane.wait(position, "the first step")
        for number in (signal.SIGTSTP, signal.SIGSTOP):
            os.kill(int(pane.wait_for_file("pid")), number)
            pane.wait_for("Stopped")
            pane.command("clear; fg")
            pane.wait(lambda now: now == lines, "the step again")
        go(pane, "Right", 2)
        pane.press("q")
        pane.wait_for_shell()
