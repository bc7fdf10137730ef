"""Which cells of a row differ from what stood there before."""

from collections.abc import Sequence

WORTH_A_GAP = 10
"""Cells that stay the same, from which on a new move of the cursor is cheaper than sending them."""


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
