"""A program that stays, where it takes too long to start: one order after the other is given to it.

An order is its length in four bytes and a WAV file; the answer is one byte, 1 if it was played.
When we end, however that be, its input ends, and so does it.
"""

import subprocess
from contextlib import suppress

from footcoach_tui.cues.program import HANGS, Program

PLAYED, FAILED = b"\x01", b"\x00"


class Companion(Program):
    """Starts its command once. What is being played is played to its end, unless it is closed."""

    def warm(self) -> None:
        """Start it, and have it try without a sound whether it could play one."""
        self.run(lambda: b"")

    def _cut(self) -> None:
        if self._is_closed and self._running:
            self._running.kill()

    def _carry_out(self, content: bytes) -> None:
        with self._changed:
            if self._running is None:
                self._running = subprocess.Popen(  # noqa: S603 - a program from our own list
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            child = self._running
        answer = b""
        with self._limited(child) as hangs, suppress(BrokenPipeError):
            if child.stdin and child.stdout:
                child.stdin.write(len(content).to_bytes(4, "big") + content)
                child.stdin.flush()
                answer = child.stdout.read(1)
        if answer == PLAYED:
            self._failures, self.is_proven = 0, True
        elif answer == FAILED:
            self._fail("nothing can be played here")
        else:
            self._let_go()
            if not self._is_closed:
                self._fail(HANGS if hangs() else "it ended by itself")

    def _let_go(self) -> None:
        with self._changed:
            child, self._running = self._running, None
        if child:
            child.communicate()
