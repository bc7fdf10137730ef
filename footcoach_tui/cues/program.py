"""Audio program, run once per cue in a thread that sleeps in between.

Its data comes on standard input, so that no text of a routine can be read as an option. Its
output is dropped: messages about missing sound cards would appear on the screen.
"""

import atexit
import subprocess
import tempfile
from collections.abc import Callable
from threading import Condition, Thread

_MAX_FAILURES = 2
"""Failures in a row after which a program is not tried again."""

FILE_PLACEHOLDER = "{file}.wav"
"""Placeholder in a command: replaced by the path of a file that holds the input."""

_MakeInput = Callable[[], bytes]


class AudioProgram:
    """Audio program; a new order cuts off the one before.

    No method raises, and none but `join` waits.
    """

    def __init__(self, command: tuple[str, ...], timeout: float = 30.0) -> None:
        """Store the command; the thread starts with the first order.

        A run that takes longer than `timeout` is killed and counts as failed; any sentence takes
        less than the default.
        """
        self.failure = ""  # a sentence; then the program is not run any more
        self.has_succeeded = False
        self._command = command
        self._timeout = timeout
        self._changed = Condition()
        self._order: _MakeInput | None = None
        self._is_closed = False
        self._running: subprocess.Popen[bytes] | None = None
        self._is_killed = False
        self._failures = 0
        self._thread: Thread | None = None

    @property
    def is_usable(self) -> bool:
        """Whether the program accepts orders."""
        return not (self.failure or self._is_closed)

    def run(self, order: _MakeInput) -> None:
        """Run the program as soon as possible; `order` makes the input, in the thread."""
        with self._changed:
            if not self.is_usable:
                return
            self._order = order
            self._kill()
            if self._thread is None:
                self._thread = Thread(target=self._work, name=self._command[0], daemon=True)
                self._thread.start()
                atexit.register(self.close)  # no hanging process outlives this one
            self._changed.notify()

    def cancel(self) -> None:
        """Kill the current run and drop the waiting order."""
        with self._changed:
            self._order = None
            self._kill()

    def finish(self) -> None:
        """Accept no more orders; those accepted are carried out."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()

    def close(self) -> None:
        """Kill the current run and accept no more orders."""
        self.finish()
        self.cancel()

    def join(self, seconds: float) -> None:
        """Wait for the end of the thread, at most `seconds`; call `finish` or `close` before."""
        if self._thread:
            self._thread.join(seconds)

    def _kill(self) -> None:
        self._is_killed = True
        if self._running:
            self._running.kill()

    def _work(self) -> None:
        while (order := self._next()) is not None:
            try:
                self._carry_out(order())
            except OSError as error:
                self._fail(f"it could not be started: {error.strerror or error}", for_good=True)
            except Exception as error:  # noqa: BLE001 - a cue is never worth an error
                self._fail(f"it failed: {type(error).__name__}", for_good=True)
        atexit.unregister(self.close)

    def _next(self) -> _MakeInput | None:
        """Wait for the next order; None if the program is closed or has failed for good."""
        with self._changed:
            self._changed.wait_for(lambda: self._order or not self.is_usable)
            order, self._order = self._order, None
            self._is_killed = False
            return None if self.failure else order

    def _carry_out(self, content: bytes) -> None:
        # An unnamed file where possible: none is left on disk, even after a kill.
        is_named = FILE_PLACEHOLDER in self._command
        with (
            tempfile.NamedTemporaryFile(suffix=".wav") if is_named else tempfile.TemporaryFile()
        ) as file:
            file.write(content)
            file.seek(0)
            with self._changed:
                if self._is_killed:
                    return
                self._running = child = subprocess.Popen(  # noqa: S603 - a command of the plan
                    [file.name if part == FILE_PLACEHOLDER else part for part in self._command],
                    stdin=file,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            failure = self._wait(child)
        with self._changed:
            self._running = None
            is_killed = self._is_killed
        if not failure:
            self._failures, self.has_succeeded = 0, True
        elif not is_killed:
            self._fail(failure)

    def _wait(self, child: "subprocess.Popen[bytes]") -> str:
        """Wait for the end of a run, killed if it takes too long; returns why it failed, or ""."""
        try:
            code = child.wait(self._timeout)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            return "it does not finish"
        return f"it ended with exit code {code}" if code else ""

    def _fail(self, why: str, *, for_good: bool = False) -> None:
        with self._changed:
            self._failures += 1
            if for_good or self._failures >= _MAX_FAILURES:
                self.failure = f"{self._command[0]}: {why}"
