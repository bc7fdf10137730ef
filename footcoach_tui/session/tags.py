"""Levels and tags of exercises, for those who need no exercise."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Level of difficulty, easiest first."""

    SEATED = 1
    TWO_FEET = 2
    ONE_FOOT = 3
    DYNAMIC = 4


class Tag(StrEnum):
    """Property of an exercise by which it is left out, eased or offered: load, risk, position."""

    IMPACT = "impact"
    TENDON = "tendon"
    ONE_LEG = "one-leg"
    BELOW = "below"
    FOREFOOT = "forefoot"
    TOE_BEND = "toe-bend"
    TOE_PULL = "toe-pull"
    ANKLE_END = "df-end"
    FASCIA = "fascia"
    PRESS = "press"
    ARCH = "arch"
    GRIP = "grip"
    SPREAD = "spread"
    TOE = "toe"
    SHIN = "shin"
    INVERT = "invert"
    EVERT = "evert"
    BALANCE = "balance"
    KNEEL = "kneel"
    HANDS = "hands"
    HEAD_DOWN = "head-down"
    BARE = "bare"


_TWO_FEET = (Tag.ANKLE_END, Tag.FOREFOOT)
_ONE_FOOT = (*_TWO_FEET, Tag.ONE_LEG, Tag.BALANCE)
TAGS_OF_LEVEL: dict[Level, tuple[Tag, ...]] = {
    Level.SEATED: (),
    Level.TWO_FEET: _TWO_FEET,
    Level.ONE_FOOT: _ONE_FOOT,
    Level.DYNAMIC: (*_ONE_FOOT, Tag.IMPACT, Tag.TENDON),
}
"""Tags of an exercise whose file has none, such as a person's own: the careful guess."""
