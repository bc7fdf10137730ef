"""Snapshots: a whole routine as JSON values, for the journal of a running session.

The routine's files may change while the session runs, or be gone when it is resumed.
"""

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from footcoach_tui.boundary.text import clean
from footcoach_tui.library.durations import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.session.dose import Bouts, Dose, Hold, Reps, SelfPaced, Timed
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:  # pydantic is slow to import: many snapshots are made, and few are read
    from pydantic import TypeAdapter

_MAX_COUNT = 1000
_SHORTEST = 0.5  # seconds
_LONGEST = 2.0 * LONGEST_ROUTINE  # seconds; another version of footcoach may allow more


class SnapshotError(ValueError):
    """A snapshot cannot be used; the message completes a sentence."""


def to_snapshot(routine: Routine) -> object:
    """Return a routine with all its exercises as JSON values."""
    snapshot: object = json.loads(json.dumps(asdict(routine)))
    return snapshot


def from_snapshot(snapshot: object) -> Routine:
    """Return the routine of a snapshot, with clean texts. Raises SnapshotError."""
    from pydantic import ValidationError  # noqa: PLC0415 - as above

    try:
        routine = _adapter().validate_python(_cleaned(snapshot))
    except (ValidationError, RecursionError) as error:
        raise SnapshotError("it holds no routine that can be read") from error
    doses = [step.dose for step in routine.steps]
    if not (doses and all(map(_is_sane, doses)) and sum(map(dose_seconds, doses)) <= _LONGEST):
        raise SnapshotError("it holds a routine that nobody can have played")
    return routine


def _is_sane(dose: Dose) -> bool:
    """Whether counts and lengths can be those of a routine that was played."""
    work = dose.work
    counts = [dose.sets]
    lengths = [dose.prep, dose.rest, dose.switch, work.gap]
    match work:
        case Reps(reps, phases):
            counts.append(reps)
            works = [phase.seconds for phase in phases]
        case Hold(seconds, reps):
            counts.append(reps)
            works = [seconds]
        case Timed(segments):
            works = [phase.seconds for phase in segments]
        case Bouts(bouts, seconds):
            counts.append(bouts)
            works = [seconds]
        case SelfPaced(reps):
            counts.append(reps)
            works = [_SHORTEST]
    return (
        all(1 <= count <= _MAX_COUNT for count in counts)
        and all(0 <= length <= _LONGEST for length in lengths)
        and bool(works)
        and all(_SHORTEST <= length <= _LONGEST for length in works)
    )


@cache
def _adapter() -> "TypeAdapter[Routine]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - as above

    return TypeAdapter(Routine)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value
