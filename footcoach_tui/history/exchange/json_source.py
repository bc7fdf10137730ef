"""Walking through a long JSON text value by value, with lines, and only a piece of it as text."""

import codecs
import json
import re

from footcoach_tui.history.exchange.imported import BOM, MAX_SESSION_CHARACTERS
from footcoach_tui.history.exchange.json_strict import (
    LAX_DECODER,
    STRICT_DECODER,
    StrictJsonError,
    json_error,
)

_CHUNK = 1 << 16
_BLANK = re.compile(r"[ \t\r\n]*+")


class JsonSourceError(Exception):
    """What stands at a line is nothing we take; whether the text goes on behind it is known."""

    def __init__(self, line: int, sentence: str, *, can_go_on: bool = False) -> None:
        """`line` counts from 1."""
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence
        self.can_go_on = can_go_on


class JsonSource:
    """A place in a JSON text. Every method but `line` raises UnusableError."""

    def __init__(self, content: bytes) -> None:
        """`content` is UTF-8, with or without a byte order mark."""
        self.line = 1
        self._content = content
        self._next = len(BOM) if content.startswith(BOM) else 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._pos = 0

    def sign(self) -> str:
        """The next character that is not blank, or "" at the end. Stays before it."""
        while True:
            blank = _BLANK.match(self._text, self._pos)
            self._go(blank.end() if blank else self._pos)
            if self._pos < len(self._text):
                return self._text[self._pos]
            if not self._more(_CHUNK):
                return ""

    def place(self) -> int:
        """The line of the next value."""
        self.sign()
        return self.line

    def take(self, sign: str) -> bool:
        """Go behind the next character if it is this one; whether it was."""
        if self.sign() != sign:
            return False
        self._go(self._pos + 1)
        return True

    def need(self, sign: str, otherwise: str = "") -> None:
        """Go behind the next character, which must be this one."""
        if self.take(sign):
            return
        if not self.sign():
            raise JsonSourceError(self.line, "is not JSON: the text ends too early")
        raise JsonSourceError(self.line, otherwise or f"is not JSON: expecting {sign}")

    def value(self) -> object:
        """The next value; go behind it. After an error that can go on, too."""
        line = self.place()
        try:
            return self._value(STRICT_DECODER)
        except json.JSONDecodeError as error:
            at = line + self._text.count("\n", self._pos, error.pos)
            raise JsonSourceError(at, json_error(error)) from None
        except (StrictJsonError, RecursionError) as error:
            raise JsonSourceError(line, json_error(error), can_go_on=self._skip()) from None
        except ValueError as error:  # a number of more digits than Python reads
            raise JsonSourceError(line, json_error(error), can_go_on=self._skip()) from None

    def _value(self, decoder: json.JSONDecoder) -> object:
        size = _CHUNK
        while True:
            try:
                value, end = decoder.raw_decode(self._text, self._pos)
            except json.JSONDecodeError:
                if not self._may_go_on(size):
                    raise
            else:
                if end < len(self._text) or not self._may_go_on(size):
                    self._go(end)
                    return value
            size *= 2  # so that a long value is not parsed anew for each small piece

    def _may_go_on(self, size: int) -> bool:
        """Whether the value could end behind what is at hand, of which there is now more."""
        if len(self._text) - self._pos > MAX_SESSION_CHARACTERS:
            raise JsonSourceError(
                self.line, f"is not JSON, or larger than {MAX_SESSION_CHARACTERS >> 20} MiB"
            )
        return self._more(size)

    def _skip(self) -> bool:
        """Go behind a value that was refused; whether its end could be found."""
        try:
            self._value(LAX_DECODER)
        except (ValueError, RecursionError):
            return False
        return True

    def _more(self, size: int) -> bool:
        """Have at least one character more at hand; False, and nothing changes, at the end."""
        while piece := self._content[self._next : self._next + size]:
            try:
                text = self._decoder.decode(piece, final=self._next + size >= len(self._content))
            except UnicodeDecodeError as error:
                at = self._next + len(piece) - len(error.object) + error.start
                line = self._content.count(b"\n", 0, at) + 1
                raise JsonSourceError(line, "is not UTF-8") from None
            self._next += len(piece)
            if text:
                self._text = self._text[self._pos :] + text
                self._pos = 0
                return True
        return False

    def _go(self, pos: int) -> None:
        self.line += self._text.count("\n", self._pos, pos)
        self._pos = pos
