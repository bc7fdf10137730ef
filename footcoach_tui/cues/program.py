"""A program that is run again and again, one at a time, in a thread that sleeps in between.

It gets what it needs on its standard input, so that no text of a routine ever stands among its
options, and it has no output: what it says of missing cards would land on the screen.
"""

import atexit
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread, Timer

ENOUGH = 2
"""Failures in a row after which it is not tried again."""

FILE = "{file}.wav"
"""Stands in a command for the name of a file with the input, for what reads only those."""

PATIENCE = 30.0
"""Seconds that it may take, unless told otherwise: more than any sentence."""

HANGS = "it does not come to its end"

Order = Callable[[], bytes]
"""What makes the input; called in the thread."""


class Program:
    """Runs a command; a newer order cuts off the one under way. Nothing here waits or raises."""

    def __init__(
        self, command: tuple[str, ...], name: str = "", patience: float = PATIENCE
    ) -> None:
        """Nothing is started, not even the thread, before the first order.

        `name` is what it is called where it fails, the command's own unless given. One that takes
        longer than `patience`, in seconds, is ended, and has failed.
        """
        self.trouble = ""
        """Why it is not run any more, as a sentence; "" while it is."""
        self.is_proven = False
        """Whether it has done its work once."""
        self._command = command
        self._name = name or command[0]
        self._patience = patience
        self._changed = Condition()
        self._order: Order | None = None
        self._is_closed = False
        self._running: subprocess.Popen[bytes] | None = None
        self._is_cut = False
        self._failures = 0
        self._thread: Thread | None = None

    @property
    def is_usable(self) -> bool:
        """Whether an order would be carried out."""
        return not (self.trouble or self._is_closed)

    def run(self, order: Order) -> None:
        """Have it run with this input, as soon as may be."""
        with self._changed:
            if not self.is_usable:
                return
            self._order = order
            self._cut()
            if self._thread is None:
                self._thread = Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
                atexit.register(self.close)  # nothing that hangs is left behind
            self._changed.notify()

    def hush(self) -> None:
        """Cut off what is under way, and forget what is to come."""
        with self._changed:
            self._order = None
            self._cut()

    def finish(self) -> None:
        """Take no more orders; what was ordered is carried out."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()

    def close(self) -> None:
        """Hush, for good."""
        with self._changed:
            self._is_closed = True
            self._order = None
            self._cut()
            self._changed.notify()

    def join(self, seconds: float) -> None:
        """Wait until it has come to its end, at most so long; to be told to end before."""
        if self._thread:
            self._thread.join(seconds)

    def _cut(self) -> None:
        self._is_cut = True
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
        self._let_go()
        atexit.unregister(self.close)

    @contextmanager
    def _limited(self, child: "subprocess.Popen[bytes]") -> Iterator[Callable[[], bool]]:
        """End a child that takes too long; what is given tells whether that was so."""
        ended = []

        def end() -> None:
            ended.append(child)
            child.kill()

        timer = Timer(self._patience, end)
        timer.daemon = True
        timer.start()
        try:
            yield lambda: bool(ended)
        finally:
            timer.cancel()

    def _let_go(self) -> None:
        """Called in the thread, when there will be no more orders."""

    def _next(self) -> Order | None:
        """The next order; None if it is closed or not to be tried any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._order or not self.is_usable)
            order, self._order = self._order, None
            self._is_cut = False
            return None if self.trouble else order

    def _carry_out(self, content: bytes) -> None:
        # Without a name, if that will do: nothing is left of it, however we end.
        is_named = FILE in self._command
        with (
            tempfile.NamedTemporaryFile(suffix=".wav") if is_named else tempfile.TemporaryFile()
        ) as given:
            given.write(content)
            given.seek(0)
            with self._changed:
                if self._is_cut:
                    return
                self._running = subprocess.Popen(  # noqa: S603 - a program from our own list
                    [given.name if part == FILE else part for part in self._command],
                    stdin=given,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            with self._limited(self._running) as hangs:
                code = self._running.wait()
        with self._changed:
            self._running = None
            is_cut = self._is_cut
        if code == 0:
            self._failures, self.is_proven = 0, True
        elif not is_cut:
            self._fail(HANGS if hangs() else f"it ended with {code}")

    def _fail(self, why: str, *, for_good: bool = False) -> None:
        with self._changed:
            self._failures += 1
            if for_good or self._failures >= ENOUGH:
                self.trouble = f"{self._name}: {why}"
