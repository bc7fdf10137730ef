"""Rules of a dose: the keys of each mode, the dose of a step, and whether its keys fit together.

Nothing is concluded from a value that is UNKNOWN.
"""

from collections.abc import Iterator
from typing import Any

from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library.faults import UNKNOWN, Fault, is_whole
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.modes import Mode
from footcoach_tui.text.durations import counted

_MOTION_KEYS = ("poses", "every", "linear", "lit")
_OPTIONAL: dict[Mode, tuple[str, ...]] = {
    Mode.HOLD: ("reps", "gap", *_MOTION_KEYS),
    Mode.BOUTS: _MOTION_KEYS,
    Mode.COUNT_UP: ("beat", "error", *_MOTION_KEYS),
    Mode.MEASURE: ("error", *_MOTION_KEYS),
}
_ALLOWED = {mode: (*mode.required_keys, *_OPTIONAL.get(mode, ())) for mode in Mode}
_WORK_KEYS = frozenset(key for keys in _ALLOWED.values() for key in keys)
_COMMON_KEYS = {"mode", "sets", "prep", "rest", "sides", "order", "switch", "effort", "load"}
DOSE_KEYS = frozenset({*_WORK_KEYS, *_COMMON_KEYS, "tempo"})
_LONGEST_REP = 30  # seconds

ROWS = {Mode.REPS: "phases", Mode.TIMED: "segments"}
"""Keys of the modes' lists of parts, whose lengths a tempo overrides."""


def step_dose(usual: TomlTable, step: TomlTable) -> TomlTable:
    """Return the dose table of a step: the usual dose of its exercise, and over it its own keys.

    A step in another mode has nothing of the exercise's work. A tempo of the wrong length is
    ignored here, and a fault in `tempo_faults`.
    """
    given = {key: value for key, value in step.items() if key in _WORK_KEYS | _COMMON_KEYS}
    mode: Any = given.get("mode", usual.get("mode", UNKNOWN))
    if mode != usual.get("mode"):
        usual = {key: value for key, value in usual.items() if key not in _WORK_KEYS}
    dose = {**usual, **given}
    row = ROWS.get(mode)
    if row and "tempo" in step and row not in step:
        dose[row] = _at_tempo(dose.get(row, UNKNOWN), step["tempo"])
    return dose


def dose_faults(dose: TomlTable, given: TomlTable, at: KeyPath) -> Iterator[Fault]:
    """Yield the faults of a dose. `given` are the keys that the file has at the path `at`."""
    if dose.get("sides") == "each" and dose.get("switch", 0) == 0:
        key = "switch" if "switch" in given else "sides"
        yield Fault((*at, key), "sides = “each” needs switch, 1 or more seconds to change sides")
    mode = dose.get("mode", UNKNOWN)
    if mode is not UNKNOWN:
        yield from _work_faults(Mode(mode), dose, given, at)


def tempo_faults(
    step: TomlTable, dose: TomlTable, usual: TomlTable, at: KeyPath
) -> Iterator[Fault]:
    """Yield the faults of a step's tempo; `usual` is the dose of its exercise."""
    tempo, mode = step.get("tempo", UNKNOWN), dose.get("mode", UNKNOWN)
    if tempo is UNKNOWN or mode is UNKNOWN:
        return
    path = (*at, "tempo")
    row = ROWS.get(mode)
    own = next((key for key in ROWS.values() if key in step), "")
    if own:
        yield Fault(path, f"cannot be used with {own}; remove one of the two")
    elif row is None:
        yield Fault(path, f"is for modes reps and timed; this step has mode {mode}")
    elif row not in usual or mode != usual.get("mode"):
        return  # the missing row is a fault of the mode
    elif len(usual[row]) != len(tempo):
        names = ", ".join(part["name"] for part in usual[row])
        lengths = counted(len(tempo), "length")
        yield Fault(path, f"has {lengths}, but the exercise has {len(usual[row])} {row}: {names}")
    elif not any(tempo):
        yield Fault(path, f"leaves out all {row}")


def _at_tempo(row: Any, tempo: Any) -> Any:
    """Return phases or segments with the lengths of a tempo; 0 s leaves one out."""
    if row is UNKNOWN or tempo is UNKNOWN or UNKNOWN in tempo:
        return UNKNOWN
    if len(row) != len(tempo):
        return row
    return [
        {**part, "seconds": seconds}
        for part, seconds in zip(row, tempo, strict=True)
        if seconds > 0
    ]


def _work_faults(mode: Mode, dose: TomlTable, given: TomlTable, at: KeyPath) -> Iterator[Fault]:
    for key in sorted(_WORK_KEYS.intersection(given).difference(_ALLOWED[mode])):
        owners = " or ".join(owner for owner in Mode if key in _ALLOWED[owner])
        yield Fault((*at, key), f"is for mode {owners}; here the mode is {mode}")
    missing = [key for key in mode.required_keys if key not in dose]
    if missing:
        yield Fault((*at, "mode"), f"mode {mode} needs {' and '.join(missing)}")
    phases = dose.get("phases", UNKNOWN)
    if mode is Mode.REPS and is_whole(phases):
        seconds = sum(phase["seconds"] for phase in phases)
        if seconds > _LONGEST_REP:
            key = "tempo" if "tempo" in given else "phases"
            message = f"one rep takes {seconds:g} s; {_LONGEST_REP} s is the most"
            yield Fault((*at, key), message)
