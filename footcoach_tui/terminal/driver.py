"""Driver that sleeps while there is no input, and never hangs on a terminal that takes no output.

Stock Textual checks ten times a second whether the app must exit, and an exit waits for that check.
Where the terminal is gone it reads nothing for ever, as fast as it can; where the terminal takes
no output the whole app hangs, its exit included.
"""

import os
import select
from contextlib import suppress
from functools import partial
from queue import Full
from threading import Event
from typing import Any, Protocol, runtime_checkable

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Resize
from textual.geometry import Size
from textual.message import Message

from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.environment import clamp_size
from footcoach_tui.terminal.graphics import cell_pixels
from footcoach_tui.terminal.input_reader import InputReader
from footcoach_tui.terminal.overlay import Overlay

_READ_BYTES = 65536

_STUCK_WRITES = 8
"""Writes in the queue from which on no frames are added."""

_EXIT_SEQUENCE = "\x1b[<u"
"""Restores the keyboard: written last, and once only, before the app leaves its screen."""
_CLEAR_SCREEN = "\x1b[0m\x1b[H\x1b[J"
"""Ends all colours, and empties the screen. A Linux console, GNU screen and some others have no
second screen: the shell would continue in the middle of the last frame."""

_WRITE_TIMEOUT = 0.05
"""Seconds for which frames may block, once, where a terminal takes no output."""


class _PollableEvent(Event):
    """Event that a poll of `fd` sees as well."""

    def __init__(self) -> None:
        super().__init__()
        self.fd, self._write_fd = os.pipe()
        os.set_blocking(self.fd, False)

    def set(self) -> None:
        super().set()
        os.write(self._write_fd, b"\0")

    def clear(self) -> None:
        super().clear()
        with suppress(BlockingIOError):
            os.read(self.fd, _READ_BYTES)


@runtime_checkable
class _TerminalOwner(Protocol):
    """App that is notified when its terminal is gone."""

    def terminal_gone(self) -> None:
        """Called in the input thread."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, with another way to wait, to read and to write."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event: _PollableEvent = _PollableEvent()
        self._blocked_writers = 0
        self._is_discarding = False
        self._is_jammed = False
        self.draw_gate = DrawGate(self._put, self._is_stuck, self._loop)
        self.overlay = Overlay()
        if size is None:
            self._size = self._get_terminal_size()

    def run_input_thread(self) -> None:
        """Read the terminal until the app needs no more input, or the terminal is gone."""
        try:
            self._read_input(InputReader(partial(XTermParser, self._debug)))
        except Exception as error:  # noqa: BLE001 - raised again in the app's own thread
            self._app.call_later(_raise, error)

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual has no type here
        if self._writer_thread is not None:
            self.draw_gate.begin(self._app)

    def disable_input(self) -> None:
        """Stop reading, once the answers on their way have come."""
        self.draw_gate.end(lambda: self._key_thread is not None and self._key_thread.is_alive())
        super().disable_input()

    def process_message(self, message: Message) -> None:
        """Pass a message on; not answers to the draw gate, and sizes within limits."""
        if isinstance(message, CursorPosition):
            self.draw_gate.on_answer(message.x + 1)
            return
        self.draw_gate.on_input()
        if isinstance(message, Resize):
            size = Size(*clamp_size(*message.size))
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def write(self, data: str) -> None:
        """Write. While frames are paced this never blocks, and output that has no room is lost.

        Otherwise, as at the exit, it waits for the terminal, unless `discard_output` was called.
        """
        if data == _EXIT_SEQUENCE:
            data = self.overlay.clear() + data + _CLEAR_SCREEN
        self.draw_gate.before_write(data)
        self._put(data)

    def cell_pixels(self) -> tuple[int, int] | None:
        """Width and height of a cell in pixels, where the line has them."""
        return cell_pixels(self.fileno)

    def discard_output(self) -> None:
        """Drop the queue where the terminal takes no output or is gone, so that the app can exit.

        For use at the exit only, from any thread. There is room then for the few sequences that
        restore the terminal, should it take output again in time.
        """
        writer = self._writer_thread
        if writer is None:
            return
        # A terminal that is gone ends the writer's thread, and nothing takes from its queue.
        has_ended = writer.ident is not None and not writer.is_alive()
        if not (has_ended or self._blocked_writers):
            return
        self._is_discarding = True
        queue = writer._queue
        with queue.mutex:
            queue.queue.clear()
            # Wake all writers: a signal may have interrupted the one that waits longest, to write.
            queue.not_full.notify_all()

    def resume_application_mode(self) -> None:
        """Take the terminal again, also after a stop that sent no SIGTSTP before."""
        if not self._loop.is_running():  # a SIGCONT behind the exit
            return
        if self._key_thread is None or not self._key_thread.is_alive():
            super().resume_application_mode()
            return
        self._loop.call_soon_threadsafe(self._take_again)

    def _read_input(self, reader: InputReader) -> None:
        stop = self.exit_event
        poller = select.poll()
        for fd in (self.fileno, stop.fd):
            poller.register(fd, select.POLLIN)
        while not stop.is_set():
            wait = reader.wait()
            # A millisecond more, so that `tick` never comes too early.
            ready = dict(poller.poll(None if wait is None else 1000 * wait + 1))
            if stop.fd in ready:
                return
            if self.fileno in ready:
                data = _read(self.fileno)
                if not data:
                    self._on_terminal_gone()
                    return
                for message in reader.feed(data):
                    self.process_message(message)
            for message in reader.tick():
                self.process_message(message)

    def _put(self, data: str) -> None:
        if self._writer_thread is None:
            super().write(data)
            return
        queue = self._writer_thread._queue
        if self._is_discarding:
            if queue.qsize() < queue.maxsize - 1:  # the last place is for the end of the thread
                queue.put(data)
        elif self.draw_gate.is_on:
            try:
                queue.put(data, timeout=0 if self._is_jammed else _WRITE_TIMEOUT)
                self._is_jammed = False
            except Full:
                self._is_jammed = True
                self.draw_gate.on_write_failed()
        else:
            self._blocked_writers += 1
            super().write(data)
            self._blocked_writers -= 1

    def _is_stuck(self) -> bool:
        thread = self._writer_thread
        return thread is not None and thread._queue.qsize() >= _STUCK_WRITES

    def _sigtstp_application(self, *_: object) -> None:
        # Later: the signal may have interrupted a write.
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _take_again(self) -> None:
        if self._app.return_code is not None:  # it is about to exit
            return
        attrs_before = self.attrs_before
        self.disable_input()
        self.close()
        super().resume_application_mode()
        self.attrs_before = attrs_before

    def _on_terminal_gone(self) -> None:
        if isinstance(self._app, _TerminalOwner):
            self._app.terminal_gone()
        else:
            self._loop.call_soon_threadsafe(self._app.exit)

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamp_size(*super()._get_terminal_size())


def _read(fd: int) -> bytes:
    """Read the input that is there; empty if the terminal is gone."""
    try:
        return os.read(fd, _READ_BYTES)
    except OSError:
        return b""


def _raise(error: Exception) -> None:
    raise error
