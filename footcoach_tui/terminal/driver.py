"""A driver that sleeps while nothing comes, and that nothing stops, whatever comes or does not.

Stock Textual looks ten times a second whether the app is to end, and an end waits for that look.
Where the terminal is gone it reads nothing for ever, as fast as it can; where it takes nothing
more the whole app stands still, an end that was asked for included.
"""

from functools import partial
from queue import Full
from typing import Any, Protocol, runtime_checkable

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Resize
from textual.geometry import Size
from textual.message import Message

from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.environment import clamp_size
from footcoach_tui.terminal.input_loop import PollableEvent, read_input
from footcoach_tui.terminal.input_reader import InputReader

_BEHIND = 8
"""Writes that wait for the terminal, from which on no pictures are added."""

_LEAVING = "\x1b[<u"
"""Gives the keyboard back: the last that is written, and once only, before the screen is left."""
_EMPTY = "\x1b[0m\x1b[H\x1b[J"
"""Ends all colours, and empties the screen. On a Linux console, in GNU screen and wherever else
there is no second screen, the shell would go on in the midst of the last picture."""

_PATIENCE = 0.05
"""Seconds for which pictures may hold up everything else, once, where a terminal takes nothing."""


@runtime_checkable
class _TerminalOwner(Protocol):
    """An app that wants to know when its terminal is gone."""

    def terminal_gone(self) -> None:
        """Called in the thread that reads the terminal."""


class TerminalDriver(LinuxDriver):
    """Stock Textual's, with another way of waiting, reading and writing."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take the terminal on the standard input and error."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event: PollableEvent = PollableEvent()
        self._waiting = 0
        self._is_discarding = False
        self._is_jammed = False
        self.draw_gate = DrawGate(self._put, self._is_behind, self._loop)
        if size is None:
            self._size = self._get_terminal_size()

    def run_input_thread(self) -> None:
        """Read the terminal until the app wants no more of it, or it is gone."""
        try:
            reader = InputReader(partial(XTermParser, self._debug))
            read_input(self.fileno, self.exit_event, reader, self.process_message, self._gone)
        except Exception as error:  # noqa: BLE001 - to be raised again, where it is heard
            self._app.call_later(_raise, error)

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it for the first time."""
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual tells no type
        if self._writer_thread is not None:
            self.draw_gate.begin(self._app)

    def disable_input(self) -> None:
        """Read no more, once the answers have come that are on their way."""
        self.draw_gate.end(lambda: self._key_thread is not None and self._key_thread.is_alive())
        super().disable_input()

    def process_message(self, message: Message) -> None:
        """Pass a message on; an answer to a question of ours, and sizes that no screen has, not."""
        if isinstance(message, CursorPosition):
            self.draw_gate.on_answer(message.x + 1)
            return
        self.draw_gate.on_input()
        if isinstance(message, Resize):
            size = Size(*clamp_size(*message.size))
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def write(self, data: str) -> None:
        """Write. While pictures are paced nothing is waited for, and what finds no room is lost.

        Otherwise, as at the end, it waits for the terminal; not any more once that was in vain.
        """
        if data == _LEAVING:
            data += _EMPTY
        self.draw_gate.before_write(data)
        self._put(data)

    def _put(self, data: str) -> None:
        if self._writer_thread is None:
            super().write(data)
            return
        queue = self._writer_thread._queue
        if self._is_discarding:
            if queue.qsize() < queue.maxsize - 1:  # the last place is for what ends the thread
                queue.put(data)
        elif self.draw_gate.is_on:
            try:
                queue.put(data, timeout=0 if self._is_jammed else _PATIENCE)
                self._is_jammed = False
            except Full:
                self._is_jammed = True
                self.draw_gate.on_write_failed()
        else:
            self._waiting += 1
            super().write(data)
            self._waiting -= 1

    def _is_behind(self) -> bool:
        """Whether the terminal takes nothing just now."""
        thread = self._writer_thread
        return thread is not None and thread._queue.qsize() >= _BEHIND

    def discard_output(self) -> None:
        """If the terminal takes nothing, forget what waits for it: the app goes on, to its end.

        To be called, from any thread, only when the app is to end. There is room then for the
        few words that restore the terminal, should it come to life in time.
        """
        if self._writer_thread is None or not self._waiting:
            return
        self._is_discarding = True
        queue = self._writer_thread._queue
        with queue.mutex:
            queue.queue.clear()
            # All of them: who waits longest may have been interrupted, by a signal, to write.
            queue.not_full.notify_all()

    def resume_application_mode(self) -> None:
        """Take the terminal again, also after a stop of which nobody had told us before."""
        if self._key_thread is None or not self._key_thread.is_alive():
            super().resume_application_mode()
            return
        self._loop.call_soon_threadsafe(self._take_again)

    def _sigtstp_application(self, *_: object) -> None:
        # Not in the midst of whatever the signal has interrupted, which may be a write.
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _take_again(self) -> None:
        if self._app.return_code is not None:  # it is about to end
            return
        before = self.attrs_before
        self.disable_input()
        self.close()
        super().resume_application_mode()
        self.attrs_before = before

    def _gone(self) -> None:
        if isinstance(self._app, _TerminalOwner):
            self._app.terminal_gone()
        else:
            self._loop.call_soon_threadsafe(self._app.exit)

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamp_size(*super()._get_terminal_size())


def _raise(error: Exception) -> None:
    raise error
