"""Waiting for what a terminal sends, without ever looking in vain."""

import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Event

from textual.message import Message

from footcoach_tui.terminal.input_reader import InputReader

_READ = 65536
"""Bytes that are read at once."""


class PollableEvent(Event):
    """An event that a poll of `fd` sees as well."""

    def __init__(self) -> None:
        """Not set."""
        super().__init__()
        self.fd, self._bell = os.pipe()
        os.set_blocking(self.fd, False)

    def set(self) -> None:
        """Set it; `fd` is readable from now on."""
        super().set()
        os.write(self._bell, b"\0")

    def clear(self) -> None:
        """Take it back; `fd` has nothing to read any more."""
        super().clear()
        with suppress(BlockingIOError):
            os.read(self.fd, _READ)


def read_input(
    fd: int,
    stop: PollableEvent,
    reader: InputReader,
    heard: Callable[[Message], object],
    gone: Callable[[], object],
) -> None:
    """Hand on what comes from the terminal `fd` until it is to stop, or the terminal is gone."""
    poller = select.poll()
    for one in (fd, stop.fd):
        poller.register(one, select.POLLIN)
    while not stop.is_set():
        wait = reader.wait()
        # A millisecond more, since it must not be looked at too early.
        ready = dict(poller.poll(None if wait is None else 1000 * wait + 1))
        if stop.fd in ready:
            return
        if fd in ready:
            read = _read(fd)
            if not read:
                gone()
                return
            for message in reader.feed(read):
                heard(message)
        for message in reader.tick():
            heard(message)


def _read(fd: int) -> bytes:
    """What has come; nothing if the terminal is gone."""
    try:
        return os.read(fd, _READ)
    except OSError:
        return b""
