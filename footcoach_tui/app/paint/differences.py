"""Which cells of a row differ from what stood there before."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

WORTH_A_GAP = 10
"""Cells that stay the same, from which on a new move of the cursor is cheaper than sending them."""
MOVE = 7
"""Bytes of a move of the cursor, about: cells between two runs that take no more are sent again."""
BLANK = " "
"""A cell of it looks the same in every tone."""


class Run(NamedTuple, Generic[T]):
    """Text from a column on, in one tone; None where it is blank."""

    left: int
    text: str
    tone: T | None


def differing(before: Sequence[object], after: Sequence[object]) -> list[tuple[int, int]]:
    """From the first cell that differs to behind the last, once more after each wide gap."""
    found: list[tuple[int, int]] = []
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if found and place - found[-1][1] < WORTH_A_GAP:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def runs(before: Sequence[tuple[str, T]], after: Sequence[tuple[str, T]]) -> Iterator[Run[T]]:
    """What must be written over a row of cells, each a sign and its tone, to make it another."""
    now: Run[T] | None = None
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new or old[0] == new[0] == BLANK:
            continue
        longer = _with(now, after[now.left + len(now.text) : place + 1]) if now else None
        if now and not longer:
            yield now
        now = longer or Run(place, new[0], None if new[0] == BLANK else new[1])
    if now:
        yield now


def _with(run: Run[T], cells: Sequence[tuple[str, T]]) -> Run[T] | None:
    """The run with the cells behind it; None where that is not cheaper than another one."""
    tones = {tone for sign, tone in cells if sign != BLANK} | ({run.tone} - {None})
    text = "".join(sign for sign, _ in cells)
    if len(tones) > 1 or len(text[:-1].encode()) > MOVE:
        return None
    return Run(run.left, run.text + text, next(iter(tones), None))
