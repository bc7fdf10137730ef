"""A routine as JSON and back, whole: what a running session keeps with it.

The files may change while a session runs, or be gone when it is resumed. Unlike the files this is
written and read by the program alone; it is read as strictly all the same.
"""

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from footcoach_tui.boundary.text import clean
from footcoach_tui.library.durations import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.session.dose import Bouts, Dose, Hold, Reps, SelfPaced, Timed
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:  # a name for the type checker only: many copies are made, and few are read
    from pydantic import TypeAdapter

_MOST, _SHORTEST = 1000, 0.5
_LONGEST = 2.0 * LONGEST_ROUTINE
"""Seconds; so that one of another version of footcoach is taken up all the same."""


class CopyError(ValueError):
    """What was kept is no routine; the message completes a sentence."""


def to_copy(routine: Routine) -> object:
    """The routine with all its exercises, as JSON values."""
    copy: object = json.loads(json.dumps(asdict(routine)))
    return copy


def from_copy(copy: object) -> Routine:
    """The routine in a copy; its texts come out clean, its lengths are such as can be played.

    Raises CopyError.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - as above

    try:
        routine = _adapter().validate_python(_cleaned(copy))
    except (ValidationError, RecursionError) as error:
        raise CopyError("it holds no routine that can be read") from error
    doses = [step.dose for step in routine.steps]
    if not (doses and all(map(_is_sane, doses)) and sum(map(dose_seconds, doses)) <= _LONGEST):
        raise CopyError("it holds a routine that nobody can have played")
    return routine


def _is_sane(dose: Dose) -> bool:
    """Whether counts and lengths are within what a file of a routine may hold."""
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
        all(1 <= count <= _MOST for count in counts)
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
