"""Equipment of exercises: the things that have to be within reach."""

from enum import StrEnum


class Equipment(StrEnum):
    """Things that have to be within reach."""

    MAT = "mat"
    BALL = "ball"
    TOWEL = "towel"
    STEP = "step"
    BAND = "band"
    WALL = "wall"
    CHAIR = "chair"
    CUSHION = "cushion"
    BACKPACK = "backpack"
    STONES = "stones"
    RAIL = "rail"


Kit = frozenset[Equipment] | None
"""Equipment that the person has; None where they have not said, which means everything."""
