"""Snapshots: a whole routine as JSON values, for the journal of a running session.

The routine's files may change while the session runs, or be gone when it is resumed.
"""

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from footcoach_tui.boundary.text import clean
from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Reps,
    SelfPaced,
    Timed,
)
from footcoach_tui.session.length import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:  # pydantic is slow to import: many snapshots are made, and few are read
    from pydantic import TypeAdapter

_MAX_COUNT = 1000
_MIN_BEAT, _MAX_BEAT = 20, 120  # beats a minute
_SHORTEST = 0.5  # seconds
_LONGEST = 2.0 * LONGEST_ROUTINE  # seconds; another version of footcoach may allow more


class SnapshotError(ValueError):
    """Error: a snapshot that cannot be used; the message completes a sentence."""


def to_snapshot(routine: Routine) -> object:
    snapshot: object = json.loads(json.dumps(asdict(routine)))
    return snapshot


def from_snapshot(snapshot: object) -> Routine:
    """Return the routine of a snapshot, with clean texts. Raises SnapshotError."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import

    try:
        routine = _adapter().validate_python(_clean_texts(snapshot))
    except (ValidationError, RecursionError) as error:
        raise SnapshotError("the routine in it cannot be read") from error
    doses = [step.dose for step in routine.steps]
    if not (doses and all(map(_is_sane, doses)) and sum(map(dose_seconds, doses)) <= _LONGEST):
        raise SnapshotError("the routine in it is not a possible one")
    return routine


def _is_sane(dose: Dose) -> bool:
    count = 1
    match dose.work:
        case Reps(count, phases):
            lengths = [phase.seconds for phase in phases]
        case Timed(phases):
            lengths = [phase.seconds for phase in phases]
        case Hold(seconds, count) | Bouts(count, seconds):
            lengths = [seconds]
        case CountUp(limit, beat):
            lengths = [limit] if beat == 0 or _MIN_BEAT <= beat <= _MAX_BEAT else []
        case SelfPaced(count):
            lengths = [_SHORTEST]
        case Measurement(_, _, most):
            lengths = [_SHORTEST] if 0 < most <= _MAX_COUNT else []
    return (
        1 <= dose.sets <= _MAX_COUNT
        and 1 <= count <= _MAX_COUNT
        and bool(lengths)
        and all(_SHORTEST <= length <= _LONGEST for length in lengths)
        and all(
            0 <= wait <= _LONGEST for wait in (dose.prep, dose.rest, dose.switch, dose.work.gap)
        )
    )


@cache
def _adapter() -> "TypeAdapter[Routine]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to import

    return TypeAdapter(Routine)


def _clean_texts(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean_texts(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _clean_texts(entry) for key, entry in value.items()}
    return value
