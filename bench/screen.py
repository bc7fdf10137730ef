"""A terminal screen by pyte, without the sequences that pyte would print as text."""

import re

import pyte

_ALTERNATE = 1049
_PRIVATE_SHIFT = 5
"""Bits by which pyte shifts the numbers of private modes."""
_UNKNOWN = re.compile(
    rb"\x1b[PX^_].*?\x1b\\"  # device control and other strings
    rb"|\x1b\[[<=>][0-9;:]*[@-~]"  # keyboard protocols, versions
    rb"|\x1b\[\??[0-9;]*[$!][a-z]",  # mode queries, soft resets
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[<=>?]?[0-9;:]*[$!]?|[PX^_][^\x1b]*\x1b?)?\Z", re.DOTALL)
_LONGEST = 4096
"""Bytes of an unfinished sequence; a longer one is not a sequence."""


class _PyteScreen(pyte.Screen):
    """Clears the screen when the alternate screen is entered or left.

    So text that a program wrote before it took the whole screen is no part of its picture.
    """

    def set_mode(self, *modes: int, **private: bool) -> None:
        super().set_mode(*modes, **private)
        self._clear_if_alternate(modes)

    def reset_mode(self, *modes: int, **private: bool) -> None:
        super().reset_mode(*modes, **private)
        self._clear_if_alternate(modes)

    def _clear_if_alternate(self, modes: tuple[int, ...]) -> None:
        if _ALTERNATE in modes or _ALTERNATE << _PRIVATE_SHIFT in modes:
            self.erase_in_display(2)


class TerminalScreen:
    """A screen of `columns` x `rows` cells, fed with a program's output."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _PyteScreen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""

    def feed(self, output: bytes) -> None:
        """Write output to the screen; a sequence cut off at its end waits for the rest."""
        output = self._rest + output
        unfinished = _UNFINISHED.search(output, max(0, len(output) - _LONGEST))
        end = unfinished.start() if unfinished else len(output)
        self._rest = output[end:]
        self._stream.feed(_UNKNOWN.sub(b"", output[:end]))

    @property
    def lines(self) -> list[str]:
        return list(self._screen.display)

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1

    def colours(self, row: int) -> tuple[str, ...]:
        """The text colour of each cell in a row, which counts from 0."""
        cells = self._screen.buffer[row]
        return tuple(cells[x].fg for x in range(self._screen.columns))
