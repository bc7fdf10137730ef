"""Content of a pack, in rows."""

from collections.abc import Iterator

from footcoach_tui.authoring.additions import Additions
from footcoach_tui.cli.output import print_row
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.doses import short_dose
from footcoach_tui.text.durations import counted, format_minutes


def print_pack(brought: Additions) -> None:
    """Print a row for each routine and exercise, and one for the sources."""
    for kind, text in _rows(brought):
        print_row(f"  {kind:10}", text)


def _rows(brought: Additions) -> Iterator[tuple[str, str]]:
    for routine in brought.routines:
        minutes = format_minutes(compile_timeline(routine).total)
        what = f"{counted(len(routine.steps), 'step')}, {minutes} min"
        yield "routine", f"{routine.title} ({routine.id}): {what}{_credit(routine)}"
    for exercise in brought.exercises:
        what = short_dose(exercise.dose)
        yield "exercise", f"{exercise.name} ({exercise.id}): {what}{_credit(exercise)}"
    if brought.sources:
        yield "sources", counted(brought.sources, "cited work")


def _credit(item: Routine | Exercise) -> str:
    """Return the author and the licence, or that there is none."""
    author = f"by {item.author}" if item.author else "no author is named"
    licence = f"licence {item.licence}" if item.licence else "no licence is named"
    return f"; {author}; {licence}"
