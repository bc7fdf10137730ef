"""JSON of other programs, read strictly: a whole text, or a long one value by value."""

import codecs
import json
import re

from footcoach_tui.history.exchange.import_results import MAX_SESSION_CHARACTERS
from footcoach_tui.history.strict_json import STRICT_DECODER, StrictJsonError

_CHUNK = 1 << 16
_BLANK = re.compile(r"[ \t\r\n]*+")


_LAX_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
"""Only finds where a value ends that was refused."""


def decode_json(text: str) -> object:
    """Decode one value. Raises ValueError with a clause for the user."""
    try:
        value: object = STRICT_DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(_clause(error)) from None
    return value


class JsonSourceError(Exception):
    """Something at a line that is not taken.

    `can_go_on`: the end of it is known, and so the place where the text goes on.
    """

    def __init__(self, line: int, sentence: str, *, can_go_on: bool = False) -> None:
        """`line` counts from 1."""
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence
        self.can_go_on = can_go_on


class JsonSource:
    """Position in a long JSON text, with its line; only a piece is decoded to text at a time.

    All methods raise JsonSourceError.
    """

    def __init__(self, content: bytes) -> None:
        """`content` is UTF-8 without a byte order mark."""
        self.line = 1
        self._content = content
        self._next = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._pos = 0

    def sign(self) -> str:
        """The next character that is not blank, or "" at the end; the position is before it."""
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
        """Pass the next character if it is this one; return whether it was."""
        if self.sign() != sign:
            return False
        self._go(self._pos + 1)
        return True

    def need(self, sign: str, otherwise: str = "") -> None:
        """Pass the next character, which must be this one."""
        if self.take(sign):
            return
        if not self.sign():
            raise JsonSourceError(self.line, "is not JSON: the text ends too early")
        raise JsonSourceError(self.line, otherwise or f"is not JSON: expecting {sign}")

    def value(self) -> object:
        """Pass the next value and return it. A refused value is passed too, if its end is known."""
        line = self.place()
        try:
            return self._value(STRICT_DECODER)
        except json.JSONDecodeError as error:
            at = line + self._text.count("\n", self._pos, error.pos)
            raise JsonSourceError(at, _clause(error)) from None
        except (ValueError, RecursionError) as error:
            raise JsonSourceError(line, _clause(error), can_go_on=self._skip()) from None

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
        """Decode more of the text, as the value may end there; return whether there was any."""
        if len(self._text) - self._pos > MAX_SESSION_CHARACTERS:
            raise JsonSourceError(
                self.line, f"is not JSON, or larger than {MAX_SESSION_CHARACTERS >> 20} MiB"
            )
        return self._more(size)

    def _skip(self) -> bool:
        """Pass a value that was refused; return whether its end could be found."""
        try:
            self._value(_LAX_DECODER)
        except (ValueError, RecursionError):
            return False
        return True

    def _more(self, size: int) -> bool:
        """Decode at least one character more; return False at the end."""
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


def _clause(error: ValueError | RecursionError) -> str:
    """The error as a clause for the user."""
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    if isinstance(error, StrictJsonError):
        return str(error)
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    return "a number has too many digits"  # Python refuses to read them, in words of its own
