"""Terminal input as Textual's messages, whatever bytes come.

Stock Textual ends with the first byte that is not UTF-8 and with some sequences that no terminal
sends; it takes escapes inside a paste for keys, and reads no key any more when a paste has no end.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Generator, Iterable, Iterator

from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import CursorPosition, Paste
from textual.message import Message

from footcoach_tui.boundary.text import clean
from footcoach_tui.terminal.graphics import Graphics

_PASTE_TIMEOUT = 2.0
"""Seconds without input after which a paste is over, its end having been lost."""
_MAX_PASTE = 1_000_000
"""Characters of a paste that are stored; the rest is dropped, and never read as keys."""

_BEFORE_ESCAPES = re.compile(r"(?=\x1b)")
_CURSOR_ANSWER = re.compile(r"\x1b\[(\d{1,4});(\d{1,4})R")
_PARTIAL_CURSOR_ANSWER = re.compile(r"\x1b\[\d{1,4};\d{0,4}\Z")
"""An answer whose rest is on its way. Of keys only some with modifiers begin like it."""
_BACKGROUND_ANSWER = re.compile(
    r"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?(?:\x07|\x1b\\)",
    re.IGNORECASE,
)
_NAME_ANSWER = re.compile(r"\x1bP>\|([^\x07\x1b]{0,80})(?:\x07|\x1b\\)")
_GRAPHICS_ANSWER = re.compile(r"\x1b_G(?:[^\x07\x1b;]{0,40});([^\x07\x1b]{0,80})\x1b\\")
_ATTRIBUTES_ANSWER = re.compile(r"\x1b\[\?([\d;]{1,80})c")
_SIXEL_ATTRIBUTE = "4"
_PARTIAL_ANSWER = re.compile(
    r"\x1b\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?\Z|\x1bP(?:>(?:\|[^\x07\x1b]{0,80}\x1b?)?)?\Z"
    r"|\x1b_(?:G[^\x07\x1b]{0,120}\x1b?)?\Z|\x1b\[\?[\d;]{0,80}\Z"
)
_BEHIND_ESCAPE = ("]", "P", "_", "[?")
"""Beginnings of these answers whose escape came by itself."""

_ANSWERS = (
    _CURSOR_ANSWER,
    _BACKGROUND_ANSWER,
    _NAME_ANSWER,
    _GRAPHICS_ANSWER,
    _ATTRIBUTES_ANSWER,
)

_HALF = 0.5
_WEIGHTS = (0.299, 0.587, 0.114)
"""Brightness of red, green and blue to the eye (ITU-R BT.601)."""


class TerminalBackground(Message):
    """Answer to `QUERY` (OSC 11 of xterm), which terminals that do not know it ignore."""

    QUERY = "\x1b]11;?\x1b\\"

    def __init__(self, *, is_light: bool) -> None:
        super().__init__()
        self.is_light = is_light


class TerminalName(Message):
    """Answer to `QUERY` (XTVERSION of xterm): name and version, as in ``kitty(0.26.5)``."""

    QUERY = "\x1b[>0q"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class TerminalGraphics(Message):
    """Answer to `graphics.QUERY`: a protocol for pixels that the terminal has."""

    def __init__(self, graphics: Graphics) -> None:
        super().__init__()
        self.graphics = graphics


class _PasteBuffer:
    """Text of a paste, up to the sequence `end`; at most `limit` characters are stored."""

    def __init__(self, end: str, limit: int = _MAX_PASTE) -> None:
        self._end = end
        self._limit = limit
        self._parts: list[str] = []
        self._length = 0
        self._tail = ""

    def take(self, text: str) -> str | None:
        """Store input up to the end; return the input behind it, or None before it has come."""
        unread = self._tail + text
        end = unread.find(self._end)
        if end < 0:
            self._tail = unread[1 - len(self._end) :]
            self._store(text)
            return None
        cut = end + len(self._end) - len(self._tail)
        self._store(text[:cut])
        self._length -= len(self._end)
        return text[cut:]

    @property
    def text(self) -> str:
        """Pasted lines, without characters that a terminal would obey."""
        pasted = "".join(self._parts)[: min(self._length, self._limit)]
        return "\n".join(clean(line, self._limit) for line in pasted.splitlines())

    def _store(self, text: str) -> None:
        if self._length < self._limit:
            self._parts.append(text)
        self._length += len(text)


class InputReader:
    """Bytes in, messages out. No input raises, and none stops later keys from being read.

    Times are those of the clock of Textual's parser.
    """

    def __init__(self, new_parser: Callable[[], XTermParser] = XTermParser) -> None:
        self._new_parser = new_parser
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = new_parser()
        self._tail = ""
        self._paste: _PasteBuffer | None = None
        self._partial = ""
        self._ends_with_escape = False
        self._last_input = 0.0

    def wait(self) -> float | None:
        """Seconds until `tick` is due if no input comes; None if it is not needed."""
        due = self._parser._timeout_time
        if self._paste or self._partial:
            due = self._last_input + _PASTE_TIMEOUT
        return None if due is None else max(0.0, due - get_time())

    def feed(self, data: bytes) -> Iterator[Message]:
        """Read bytes; the last of them may become a message only with those to come."""
        text = self._partial + self._decode(data)
        is_behind_escape = self._ends_with_escape and self._parser._timeout_time is not None
        self._ends_with_escape = text.endswith("\x1b")
        if is_behind_escape and text.startswith(_BEHIND_ESCAPE):
            # Its escape came by itself, and the parser still holds it for the beginning of a key.
            self._renew_parser()
            text = f"\x1b{text}"
        partial = _PARTIAL_CURSOR_ANSWER.search(text) or _PARTIAL_ANSWER.search(text)
        # The parser would take it for keys where the rest is slow to come.
        text, self._partial = (text[: partial.start()], partial.group()) if partial else (text, "")
        # Answers come all the time: they are no part of a paste, nor do they prolong it.
        for row, column in _CURSOR_ANSWER.findall(text):
            yield CursorPosition(int(column) - 1, int(row) - 1)
        yield from _backgrounds(text)
        yield from (TerminalName(clean(name, len(name))) for name in _NAME_ANSWER.findall(text))
        yield from _graphics(text)
        for answer in _ANSWERS:
            text = answer.sub("", text)
        if text or not self._paste:
            self._last_input = get_time()
        while text:
            text = yield from (self._read_paste(text) if self._paste else self._read_keys(text))

    def tick(self) -> Iterator[Message]:
        """Read what the absence of further input means: a lone escape, the end of a paste."""
        is_overdue = get_time() >= self._last_input + _PASTE_TIMEOUT
        if not self._paste:
            if is_overdue:
                self._partial = ""
            yield from self._guarded(self._parser.tick())
        elif is_overdue:
            yield from self._end_paste(self._paste)

    def _read_keys(self, text: str) -> Generator[Message, None, str]:
        """Read up to the beginning of a paste; return the text behind it."""
        unread = self._tail + text
        begin = unread.find(BRACKETED_PASTE_START)
        if begin < 0:
            self._tail = unread[1 - len(BRACKETED_PASTE_START) :]
            yield from self._parsed(text)
            return ""
        cut = begin + len(BRACKETED_PASTE_START) - len(self._tail)
        self._tail = ""
        yield from self._parsed(text[:cut])
        self._paste = _PasteBuffer(BRACKETED_PASTE_END)
        return text[cut:]

    def _read_paste(self, text: str) -> Generator[Message, None, str]:
        """Read up to the end of the paste; return the text behind it."""
        paste = self._paste
        rest = paste.take(text) if paste else text
        if paste and rest is not None:
            yield from self._end_paste(paste)
        return rest or ""

    def _end_paste(self, paste: _PasteBuffer) -> Iterator[Message]:
        """Yield a paste; the parser, which has read its beginning, must read its end as well."""
        self._paste = None
        for message in self._parsed(BRACKETED_PASTE_END):
            if not isinstance(message, Paste):  # an empty one
                yield message
        yield Paste(paste.text)

    def _parsed(self, text: str) -> Iterator[Message]:
        # Each escape by itself: one that breaks the parser takes nothing with it.
        for piece in filter(None, _BEFORE_ESCAPES.split(text)):
            yield from self._guarded(self._parser.feed(piece))

    def _guarded(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except Exception:  # noqa: BLE001 - a sequence that no terminal sends ends the parser
            self._renew_parser()

    def _renew_parser(self) -> None:
        broken, self._parser = self._parser, self._new_parser()
        self._parser.mouse_pixels = broken.mouse_pixels
        self._parser.terminal_size = broken.terminal_size
        self._parser.terminal_pixel_size = broken.terminal_pixel_size


def _backgrounds(text: str) -> Iterator[TerminalBackground]:
    for channels in _BACKGROUND_ANSWER.findall(text):
        shares = (int(channel, 16) / (16 ** len(channel) - 1) for channel in channels)
        brightness = sum(share * weight for share, weight in zip(shares, _WEIGHTS, strict=True))
        yield TerminalBackground(is_light=brightness > _HALF)


def _graphics(text: str) -> Iterator[TerminalGraphics]:
    """Protocols in the answers: kitty's, or sixel among the device attributes (DA1)."""
    if "OK" in _GRAPHICS_ANSWER.findall(text):
        yield TerminalGraphics(Graphics.KITTY)
    if any(_SIXEL_ATTRIBUTE in answer.split(";") for answer in _ATTRIBUTES_ANSWER.findall(text)):
        yield TerminalGraphics(Graphics.SIXEL)
