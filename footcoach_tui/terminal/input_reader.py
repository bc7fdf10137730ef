"""What the terminal sends, as Textual's messages: whatever it sends.

Stock Textual ends with the first byte that is not UTF-8 and with some sequences that no terminal
sends; it takes escapes inside a paste for keys, and hears no key any more when a paste has no end.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Generator, Iterable, Iterator

from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import CursorPosition, Paste
from textual.message import Message

from footcoach_tui.boundary.text import clean
from footcoach_tui.terminal.background_query import (
    BACKGROUND_ANSWER,
    PARTIAL_BACKGROUND_ANSWER,
    parse_backgrounds,
)

_PASTE_TIMEOUT = 2.0
"""Seconds without a sign after which a paste is over, its end having been lost."""

_MAX_PASTE = 1_000_000
"""Characters that are kept of a paste; what comes behind them is still none of the keys."""

_BEFORE_ESCAPES = re.compile(r"(?=\x1b)")
_PLACE = re.compile(r"\x1b\[(\d{1,4});(\d{1,4})R")
"""Where the cursor is, as the terminal tells it when it is asked."""
_PLACE_BEGUN = re.compile(r"\x1b\[\d{1,4};\d{0,4}\Z")
"""An answer of which the rest is still under way. No key begins so, but some with modifiers."""


class PasteBuffer:
    """Collects what comes until the mark that ends it."""

    def __init__(self, end: str, most: int = _MAX_PASTE) -> None:
        """Nothing has come yet; `end` is the mark, and `most` characters are kept."""
        self._end = end
        self._most = most
        self._parts: list[str] = []
        self._length = 0
        self._tail = ""

    def take(self, text: str) -> str | None:
        """Take what belongs to it; what comes behind its end, or None while that has not come."""
        seen = self._tail + text
        end = seen.find(self._end)
        if end < 0:
            self._tail = seen[1 - len(self._end) :]
            self._keep(text)
            return None
        cut = end + len(self._end) - len(self._tail)
        self._keep(text[:cut])
        self._length -= len(self._end)
        return text[cut:]

    @property
    def text(self) -> str:
        """What was pasted, line by line, without anything that a terminal would obey."""
        pasted = "".join(self._parts)[: min(self._length, self._most)]
        return "\n".join(clean(line, self._most) for line in pasted.splitlines())

    def _keep(self, text: str) -> None:
        if self._length < self._most:
            self._parts.append(text)
        self._length += len(text)


class InputReader:
    """Bytes in, messages out. Nothing that is fed to it raises, and nothing makes it deaf."""

    def __init__(self, new_parser: Callable[[], XTermParser] = XTermParser) -> None:
        """Begin anew. Time is told by the clock that Textual's parser looks at."""
        self._new_parser = new_parser
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = new_parser()
        self._tail = ""
        self._pasting: PasteBuffer | None = None
        self._partial = ""
        self._last_input = 0.0

    def wait(self) -> float | None:
        """Seconds until `tick` is due if nothing comes; None if only what comes matters."""
        due = self._parser._timeout_time
        if self._pasting or self._partial:
            due = self._last_input + _PASTE_TIMEOUT
        return None if due is None else max(0.0, due - get_time())

    def feed(self, read: bytes) -> Iterator[Message]:
        """What the bytes mean; the last of them may mean something only with those to come."""
        text = self._partial + self._decode(read)
        if text.startswith("]") and self._parser._timeout_time is not None:
            # Its escape came by itself, and the parser still holds it for the beginning of a key.
            self._renew()
            text = f"\x1b{text}"
        begun = _PLACE_BEGUN.search(text) or PARTIAL_BACKGROUND_ANSWER.search(text)
        # The parser would take it for keys where the rest is slow to come.
        text, self._partial = (text[: begun.start()], begun.group()) if begun else (text, "")
        # Answers come all the time: they are no part of a paste, nor do they keep it going.
        for row, column in _PLACE.findall(text):
            yield CursorPosition(int(column) - 1, int(row) - 1)
        yield from parse_backgrounds(text)
        text = BACKGROUND_ANSWER.sub("", _PLACE.sub("", text))
        if text or not self._pasting:
            self._last_input = get_time()
        while text:
            text = yield from (self._paste(text) if self._pasting else self._keys(text))

    def tick(self) -> Iterator[Message]:
        """What it means that nothing more has come."""
        if not self._pasting:
            if get_time() >= self._last_input + _PASTE_TIMEOUT:
                self._partial = ""
            yield from self._guarded(self._parser.tick())
        elif get_time() >= self._last_input + _PASTE_TIMEOUT:
            yield from self._pasted(self._pasting)

    def _keys(self, text: str) -> Generator[Message, None, str]:
        """Read up to the beginning of a paste; returns what comes behind it."""
        seen = self._tail + text
        begin = seen.find(BRACKETED_PASTE_START)
        if begin < 0:
            self._tail = seen[1 - len(BRACKETED_PASTE_START) :]
            yield from self._parsed(text)
            return ""
        cut = begin + len(BRACKETED_PASTE_START) - len(self._tail)
        self._tail = ""
        yield from self._parsed(text[:cut])
        self._pasting = PasteBuffer(BRACKETED_PASTE_END)
        return text[cut:]

    def _paste(self, text: str) -> Generator[Message, None, str]:
        """Read up to the end of the paste; returns what comes behind it."""
        pasting = self._pasting
        rest = pasting.take(text) if pasting else text
        if pasting and rest is not None:
            yield from self._pasted(pasting)
        return rest or ""

    def _pasted(self, pasting: PasteBuffer) -> Iterator[Message]:
        """Hand a paste over; the parser, which saw it begin, is told that it has ended."""
        self._pasting = None
        for message in self._parsed(BRACKETED_PASTE_END):
            if not isinstance(message, Paste):  # an empty one
                yield message
        yield Paste(pasting.text)

    def _parsed(self, text: str) -> Iterator[Message]:
        # Each escape by itself: one that breaks the parser takes nothing with it.
        for piece in filter(None, _BEFORE_ESCAPES.split(text)):
            yield from self._guarded(self._parser.feed(piece))

    def _guarded(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except Exception:  # noqa: BLE001 - a sequence that no terminal sends; the parser is spent
            self._renew()

    def _renew(self) -> None:
        spent, self._parser = self._parser, self._new_parser()
        self._parser.mouse_pixels = spent.mouse_pixels
        self._parser.terminal_size = spent.terminal_size
        self._parser.terminal_pixel_size = spent.terminal_pixel_size
