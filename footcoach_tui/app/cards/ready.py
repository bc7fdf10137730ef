"""A routine before it is played: its steps, and what to take care of."""

from collections.abc import Iterator

from textual.content import Content

from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.text.doses import short_dose, sides_label
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.safety import cautions_by_step
from footcoach_tui.text.stop_line import STOP_LINE

_SIDES, _DOSE, _TIME = 13, 13, 5
_MIN_NAME = 20
"""Least columns of a name that has sides and dose beside it."""


def steps_text(timeline: Timeline, present: int, columns: int) -> Content:
    """Return a row for each step: sides, dose and minutes; the one of the figure has a mark."""
    rows = (_row(timeline, place, present, columns) for place in range(len(timeline.routine.steps)))
    return Content("\n").join(rows)


def _row(timeline: Timeline, place: int, present: int, columns: int) -> Content:
    step = timeline.routine.steps[place]
    head = Content.assemble(
        ("▶ " if place == present else "  ", "$accent"),
        (f"{place + 1} ", "$secondary"),
        (step.exercise.name, "bold" if place == present else ""),
    )
    sides, dose = sides_label(step.dose), short_dose(step.dose)
    time = f"{format_minutes(timeline.seconds_of(place)):>{_TIME}}"
    name_columns = columns - _SIDES - _DOSE - _TIME
    if name_columns < _MIN_NAME:
        room = columns - _TIME - 1
        head = head.truncate(room, ellipsis=True)
        first = head.pad_right(max(0, columns - _TIME - head.cell_length)) + Content(time)
        return Content.assemble(first, (f"\n    {sides} · {dose}", "$secondary"))
    head = head.truncate(name_columns - 1, ellipsis=True)
    figures = Content.styled(f"{sides:<{_SIDES}}{dose:<{_DOSE}}{time}", "$secondary")
    return head.pad_right(name_columns - head.cell_length) + figures


def care_text(routine: Routine, played: Routine) -> Content:
    """Return the stop line, then each caution with the steps that it is for."""
    lines = [Content.styled("Go easy", "bold"), Content(STOP_LINE), *_cautions(routine, played)]
    return Content("\n").join(lines)


def _cautions(routine: Routine, played: Routine) -> Iterator[Content]:
    for caution, where in cautions_by_step(routine, played):
        yield Content.assemble(("· ", "$secondary"), "\t", caution, (f"  {where}", "$accent"))
