"""Modes of a dose: how the work of a set is counted."""

from enum import StrEnum


class Mode(StrEnum):
    """How the work of one set is counted."""

    REPS = "reps"
    HOLD = "hold"
    TIMED = "timed"
    BOUTS = "bouts"
    SELF_PACED = "self-paced"
    COUNT_UP = "count-up"
    MEASURE = "measure"

    @property
    def required_keys(self) -> tuple[str, ...]:
        return _REQUIRED[self]


_REQUIRED: dict[Mode, tuple[str, ...]] = {
    Mode.REPS: ("reps", "phases"),
    Mode.HOLD: ("hold",),
    Mode.TIMED: ("segments",),
    Mode.BOUTS: ("bouts", "bout", "pause"),
    Mode.SELF_PACED: ("reps",),
    Mode.COUNT_UP: ("limit",),
    Mode.MEASURE: ("unit", "question", "most"),
}
