"""What a dot of a picture belongs to; the screen gives each tone its colour."""

from enum import StrEnum


class Tone(StrEnum):
    """Who a dot belongs to. Where several meet in a cell, the later one here wins."""

    BLANK = "blank"
    FLOOR = "floor"
    PROP = "prop"
    FAR = "far"
    NEAR = "near"
    LIT = "lit"

    @property
    def bit(self) -> int:
        """The tone as one bit of a byte; a blank has none."""
        return _BITS[self]


_BITS = {tone: 1 << place >> 1 for place, tone in enumerate(Tone)}
