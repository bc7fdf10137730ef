"""What a person sees of a program's output: pyte, without the sequences that it would print."""

import re

import pyte

_ALTERNATE = 1049
_PRIVATE_SHIFT = 5
"""pyte tells private modes from others by shifting them."""
_UNKNOWN = re.compile(
    rb"\x1b[PX^_].*?\x1b\\"  # strings for the device, other applications, status
    rb"|\x1b\[[<=>][0-9;:]*[@-~]"  # kinds of keyboards, versions
    rb"|\x1b\[\??[0-9;]*[$!][a-z]",  # questions for modes, soft resets
    re.DOTALL,
)
_BEGUN = re.compile(rb"\x1b(?:\[[<=>?]?[0-9;:]*[$!]?|[PX^_][^\x1b]*\x1b?)?\Z", re.DOTALL)
_LONGEST = 4096
"""Bytes of a sequence that may still be unfinished; more than that is none."""


class _Glass(pyte.Screen):
    """A pyte screen on which the alternate screen is empty when it is entered and when it is left.

    So nothing of what a program wrote before it took the whole screen is taken for its picture.
    """

    def set_mode(self, *modes: int, **private: bool) -> None:
        """As pyte does, and empty the screen."""
        super().set_mode(*modes, **private)
        self._turn(modes)

    def reset_mode(self, *modes: int, **private: bool) -> None:
        """As pyte does, and empty the screen."""
        super().reset_mode(*modes, **private)
        self._turn(modes)

    def _turn(self, modes: tuple[int, ...]) -> None:
        if _ALTERNATE in modes or _ALTERNATE << _PRIVATE_SHIFT in modes:
            self.erase_in_display(2)


class TerminalScreen:
    """A screen of `columns` x `rows` cells, fed with a program's output."""

    def __init__(self, columns: int, rows: int) -> None:
        """Empty."""
        self._glass = _Glass(columns, rows)
        self._stream = pyte.ByteStream(self._glass)
        self._rest = b""

    def feed(self, output: bytes) -> None:
        """Take in what was written, wherever it was cut."""
        output = self._rest + output
        begun = _BEGUN.search(output, max(0, len(output) - _LONGEST))
        self._rest = output[begun.start() :] if begun else b""
        whole = output[: begun.start()] if begun else output
        self._stream.feed(_UNKNOWN.sub(b"", whole))

    @property
    def lines(self) -> list[str]:
        """The rows from the top."""
        return list(self._glass.display)

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(self._glass.display)

    @property
    def is_blank(self) -> bool:
        """Whether no character can be seen."""
        return not self.text.strip()

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1."""
        return self._glass.cursor.y + 1, self._glass.cursor.x + 1

    def colours(self, row: int) -> tuple[str, ...]:
        """The colour of each sign in a row, counted from 0."""
        cells = self._glass.buffer[row]
        return tuple(cells[x].fg for x in range(self._glass.columns))
