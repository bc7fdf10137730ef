"""The five ways to count work, and which keys of a file each needs and takes."""

from enum import StrEnum


class Mode(StrEnum):
    """How the work of one set is counted."""

    REPS = "reps"
    HOLD = "hold"
    TIMED = "timed"
    BOUTS = "bouts"
    SELF_PACED = "self-paced"


NEEDED: dict[Mode, tuple[str, ...]] = {
    Mode.REPS: ("reps", "phases"),
    Mode.HOLD: ("hold",),
    Mode.TIMED: ("segments",),
    Mode.BOUTS: ("bouts", "bout", "pause"),
    Mode.SELF_PACED: ("reps",),
}
MOTION_KEYS = ("poses", "every", "linear", "lit")
"""How the figure moves: in modes without named phases they stand beside the work."""

TAKEN: dict[Mode, tuple[str, ...]] = {
    **NEEDED,
    Mode.HOLD: ("hold", "reps", "gap", *MOTION_KEYS),
    Mode.BOUTS: (*NEEDED[Mode.BOUTS], *MOTION_KEYS),
}
"""Needed keys and optional ones."""

WORK_KEYS = frozenset(key for keys in TAKEN.values() for key in keys)
"""Every key that belongs to one mode or another."""

DOSE_KEYS = WORK_KEYS | {
    "mode",
    "sets",
    "prep",
    "rest",
    "sides",
    "order",
    "switch",
    "effort",
    "load",
}
"""Every key of a dose: all of them can be overridden in a step."""

ROWS = {Mode.REPS: "phases", Mode.TIMED: "segments"}
"""Where the mode's row of lengths is, which a tempo changes."""
