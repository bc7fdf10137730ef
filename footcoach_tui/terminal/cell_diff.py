"""Which cells of a row differ from what stood there before."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")

_MIN_GAP = 10
"""Cells that stay the same, from which on a new move of the cursor is cheaper than sending them."""
_MOVE_BYTES = 7
"""Bytes of a move of the cursor, about: cells between two runs that take no more are sent again."""
_BLANK = " "
"""A cell of it looks the same in every tone."""


class _StyleRun(NamedTuple, Generic[_T]):
    """Text from a column on, in one tone; None where it is blank."""

    left: int
    text: str
    tone: _T | None


def changed_spans(before: Sequence[object], after: Sequence[object]) -> list[tuple[int, int]]:
    """From the first cell that differs to behind the last, once more after each wide gap."""
    found: list[tuple[int, int]] = []
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if found and place - found[-1][1] < _MIN_GAP:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def style_runs(
    before: Sequence[tuple[str, _T]], after: Sequence[tuple[str, _T]]
) -> Iterator[_StyleRun[_T]]:
    """What must be written over a row of cells, each a sign and its tone, to make it another."""
    now: _StyleRun[_T] | None = None
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new or old[0] == new[0] == _BLANK:
            continue
        longer = _with(now, after[now.left + len(now.text) : place + 1]) if now else None
        if now and not longer:
            yield now
        now = longer or _StyleRun(place, new[0], None if new[0] == _BLANK else new[1])
    if now:
        yield now


def _with(run: _StyleRun[_T], cells: Sequence[tuple[str, _T]]) -> _StyleRun[_T] | None:
    """The run with the cells behind it; None where that is not cheaper than another one."""
    tones = {tone for sign, tone in cells if sign != _BLANK} | ({run.tone} - {None})
    text = "".join(sign for sign, _ in cells)
    if len(tones) > 1 or len(text[:-1].encode()) > _MOVE_BYTES:
        return None
    return _StyleRun(run.left, run.text + text, next(iter(tones), None))
