"""Doses built from the tables of sound files."""

from typing import Any

from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.modes import Mode
from footcoach_tui.library.texts import clean_text
from footcoach_tui.session.dose import (
    Bouts,
    Breath,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Motion,
    Phase,
    PhaseKind,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
    Work,
)


def build_dose(table: TomlTable) -> Dose:
    """Return the dose of a dose table: that of an exercise, or of `step_dose`."""
    types: dict[str, Any] = dict.fromkeys(("prep", "rest", "switch"), float)
    types |= {"sets": int, "sides": Sides, "order": SideOrder, "effort": tuple, "load": clean_text}
    options = {key: convert(table[key]) for key, convert in types.items() if key in table}
    return Dose(_work(table), **options)


def _work(table: TomlTable) -> Work:
    match Mode(table["mode"]):
        case Mode.REPS:
            return Reps(table["reps"], _round(table["phases"]))
        case Mode.HOLD:
            return Hold(
                float(table["hold"]),
                table.get("reps", 1),
                float(table.get("gap", 0)),
                _motion(table),
            )
        case Mode.TIMED:
            return Timed(_round(table["segments"]))
        case Mode.BOUTS:
            return Bouts(
                table["bouts"], float(table["bout"]), float(table["pause"]), _motion(table)
            )
        case Mode.SELF_PACED:
            return SelfPaced(table["reps"])
        case Mode.COUNT_UP:
            return CountUp(
                float(table["limit"]),
                float(table.get("beat", 0)),
                clean_text(table.get("error", "")),
                _motion(table),
            )
        case Mode.MEASURE:
            return Measurement(
                table["unit"],
                clean_text(table["question"]),
                float(table["most"]),
                clean_text(table.get("error", "")),
                _motion(table),
            )


def _round(row: list[TomlTable]) -> tuple[Phase, ...]:
    return tuple(
        Phase(
            clean_text(part["name"]),
            float(part["seconds"]),
            PhaseKind(part.get("kind", PhaseKind.MOVE)),
            clean_text(part.get("cue", "")),
            Breath(part.get("breath", Breath.FREE)),
            _motion(part),
        )
        for part in row
    )


def _motion(table: TomlTable) -> Motion:
    return Motion(
        poses=tuple(table.get("poses", ())),
        every=table.get("every"),
        linear=table.get("linear", False),
        lit=tuple(table.get("lit", ())),
    )
