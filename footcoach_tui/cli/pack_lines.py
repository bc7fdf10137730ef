"""Content of a pack, in lines."""

from collections.abc import Iterator

from footcoach_tui.authoring.additions import Additions
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.doses import short_dose
from footcoach_tui.text.durations import counted, format_minutes


def pack_lines(brought: Additions) -> Iterator[str]:
    """Yield a line for each routine and exercise, and one for the sources."""
    for routine in brought.routines:
        minutes = format_minutes(compile_timeline(routine).total)
        what = f"{counted(len(routine.steps), 'step')}, {minutes} min"
        yield f"routine   {routine.title} ({routine.id}): {what}{_credit(routine)}"
    for exercise in brought.exercises:
        what = short_dose(exercise.dose)
        yield f"exercise  {exercise.name} ({exercise.id}): {what}{_credit(exercise)}"
    if brought.sources:
        yield f"sources   {counted(brought.sources, 'cited work')}"


def _credit(item: Routine | Exercise) -> str:
    """Return the author and the licence, or that there is none."""
    author = f"by {item.author}" if item.author else "no author is named"
    licence = f"licence {item.licence}" if item.licence else "no licence is named"
    return f"; {author}; {licence}"
