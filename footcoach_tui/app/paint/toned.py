"""The cells of a row that are new, as runs of one tone: a colour takes more bytes than a move."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from footcoach_tui.figure.picture import Tone

MOVE = 7
"""Bytes of a move of the cursor, about: cells between two runs that take no more are sent again."""
BLANK = " "
"""A cell of it looks the same in every tone."""


class Run(NamedTuple):
    """Text from a column on, in one tone; None where it is blank."""

    left: int
    text: str
    tone: Tone | None


def runs(before: Sequence[tuple[str, Tone]], after: Sequence[tuple[str, Tone]]) -> Iterator[Run]:
    """What must be written over a row of cells, each a sign and its tone, to make it another."""
    now: Run | None = None
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new or old[0] == new[0] == BLANK:
            continue
        longer = _with(now, after[now.left + len(now.text) : place + 1]) if now else None
        if now and not longer:
            yield now
        now = longer or Run(place, new[0], None if new[0] == BLANK else new[1])
    if now:
        yield now


def _with(run: Run, cells: Sequence[tuple[str, Tone]]) -> Run | None:
    """The run with the cells behind it; None where that is not cheaper than another one."""
    tones = {tone for sign, tone in cells if sign != BLANK} | ({run.tone} - {None})
    text = "".join(sign for sign, _ in cells)
    if len(tones) > 1 or len(text[:-1].encode()) > MOVE:
        return None
    return Run(run.left, run.text + text, next(iter(tones), None))
