"""What a dose means as a whole: whether its keys fit together. Speaks only of what is known."""

from collections.abc import Iterator
from typing import Any

from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.library.dose_modes import NEEDED, ROWS, TAKEN, WORK_KEYS, Mode
from footcoach_tui.library.durations import LONGEST_REP
from footcoach_tui.library.faults import UNKNOWN, Fault, Table, is_whole


def dose_faults(dose: Table, given: Table, at: KeyPath) -> Iterator[Fault]:
    """Tell what is wrong with a dose. `given` are the keys that stand in this file, at `at`."""
    yield from side_faults(dose, given, at)
    mode = dose.get("mode", UNKNOWN)
    if mode is not UNKNOWN:
        yield from _work_faults(Mode(mode), dose, given, at)


def side_faults(dose: Table, given: Table, at: KeyPath) -> Iterator[Fault]:
    """Tell whether time to change sides is missing where each side works by itself."""
    switch = dose.get("switch", 0)
    if dose.get("sides") == "each" and switch == 0:
        key = "switch" if "switch" in given else "sides"
        yield Fault((*at, key), "sides = “each” needs switch, 1 or more seconds to change sides")


def tempo_faults(step: Table, dose: Table, base: Table, at: KeyPath) -> Iterator[Fault]:
    """Tell what is wrong with the tempo of a step, `base` being the dose of its exercise."""
    tempo, mode = step.get("tempo", UNKNOWN), dose.get("mode", UNKNOWN)
    if tempo is UNKNOWN or mode is UNKNOWN:
        return
    row = ROWS.get(mode)
    own = next((key for key in ROWS.values() if key in step), "")
    if own:
        yield Fault((*at, "tempo"), f"cannot stand beside {own}; keep one of the two")
    elif row is None:
        yield Fault((*at, "tempo"), f"is for modes reps and timed; this step has mode {mode}")
    elif row in base and mode == base.get("mode"):
        yield from _fit_faults(row, base[row], tempo, (*at, "tempo"))


def _fit_faults(row: str, parts: Any, tempo: Any, path: KeyPath) -> Iterator[Fault]:
    if len(parts) != len(tempo):
        names = ", ".join(part["name"] for part in parts)
        counted = f"{len(tempo)} {'length' if len(tempo) == 1 else 'lengths'}"
        yield Fault(path, f"has {counted}, but the exercise has {len(parts)} {row}: {names}")
    elif not any(tempo):
        yield Fault(path, f"leaves out all {row}")


def _work_faults(mode: Mode, dose: Table, given: Table, at: KeyPath) -> Iterator[Fault]:
    for key in sorted(WORK_KEYS.intersection(given).difference(TAKEN[mode])):
        owners = " or ".join(owner for owner in Mode if key in TAKEN[owner])
        yield Fault((*at, key), f"is for mode {owners}; here the mode is {mode}")
    missing = [key for key in NEEDED[mode] if key not in dose]
    if missing:
        yield Fault((*at, "mode"), f"mode {mode} needs {' and '.join(missing)}")
    phases = dose.get("phases", UNKNOWN)
    if mode is Mode.REPS and is_whole(phases):
        seconds = sum(phase["seconds"] for phase in phases)
        if seconds > LONGEST_REP:
            key = "tempo" if "tempo" in given else "phases"
            told = f"one rep takes {seconds:g} s; {LONGEST_REP} s is the most"
            yield Fault((*at, key), told)
