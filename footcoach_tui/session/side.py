"""The sides of the body, apart from doses: whoever reads the history needs no more of them."""

from enum import StrEnum


class Side(StrEnum):
    """The side that works in one moment."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side; both stay both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)
