"""Sides of the body, in a module of their own: the history and the settings need no doses."""

from enum import StrEnum


class Side(StrEnum):
    """Side that works at a moment."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """Opposite side; `BOTH` for `BOTH`."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)
