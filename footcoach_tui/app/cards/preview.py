"""Preview of a routine as text: its head, a line for each step, and notes."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from footcoach_tui.session.dose import Sides
from footcoach_tui.session.length import dose_seconds, routine_seconds
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.text.doses import short_dose, sides_label
from footcoach_tui.text.durations import counted, format_minutes, short_day
from footcoach_tui.text.stop_line import STOP_LINE

_LABEL_COLUMNS = 11
_MIN_COLUMNS_FOR_SIDES = 44


def preview_head(routine: Routine, columns: int) -> Content:
    """Return title, length and effort in a line of so many columns, and the summary below."""
    low, high = routine.effort
    effort = f"{low}" if low == high else f"{low}–{high}"
    texts = (
        format_minutes(routine_seconds(routine)),
        f"effort {effort}",
        counted(len(routine.steps), "exercise"),
    )
    title = Content.styled(routine.title, "bold $accent")
    fitting = (" · ".join(texts[:count]) for count in (3, 2, 1))
    right = next((text for text in fitting if title.cell_length + len(text) < columns), "")
    line = title.truncate(columns, ellipsis=True)
    if right:
        line = title.pad_right(columns - title.cell_length - len(right)) + Content(right)
    return line + Content(f"\n{routine.summary}")


def step_line(number: int, step: Step, columns: int) -> Content:
    """Return number, name, sides, dose and length of a step in so many columns."""
    dose = short_dose(step.dose, is_narrow=True)
    sides = sides_label(step.dose, is_narrow=True)
    if columns >= _MIN_COLUMNS_FOR_SIDES:
        dose = f"{sides:<6}{dose:<10}"
    elif step.dose.sides is not Sides.BOTH:
        dose = f"{sides} {dose}"
    right = f"{dose}{format_minutes(dose_seconds(step.dose)):>6}"
    left = Content.assemble((f"{number:>2} ", "$secondary"), step.exercise.name)
    room = max(columns - len(right) - 1, 4)
    left = left.truncate(room, ellipsis=True)
    return left.pad_right(room + 1 - left.cell_length) + Content.styled(right, "$secondary")


def preview_notes(routine: Routine, last: SessionRecord | None, today: date) -> Content:
    """Return what is needed, the last time, the source, and when to go easy, a line each."""
    return Content("\n").join(
        Content.assemble((f"{label:<{_LABEL_COLUMNS}}", "bold"), "\t", text)
        for label, text in _notes(routine, last, today)
    )


def _notes(routine: Routine, last: SessionRecord | None, today: date) -> Iterator[tuple[str, str]]:
    steps = routine.steps
    yield "You need", ", ".join(routine.equipment) or "nothing"
    if last:
        yield "Last time", _last_time(last, today)
    yield "When", routine.frequency
    gated = "all of it" if routine.gates else _numbered(step.gate is not None for step in steps)
    if gated:
        yield "Conditions", f"for {gated}; you are asked before the start"
    yield "Source", "; ".join(_sources(routine))
    yield "Go easy", STOP_LINE
    cautions = dict.fromkeys(text for each in routine.exercises for text in each.cautions)
    for caution in cautions:
        numbers = _numbered(caution in step.exercise.cautions for step in steps)
        yield "", f"{numbers}: {caution}" if numbers else caution
    if routine.disclaimer:
        yield "Please note", routine.disclaimer


def _last_time(record: SessionRecord, today: date) -> str:
    texts = [short_day(record.started.date(), today), format_minutes(record.seconds)]
    if record.effort is not None:
        texts.append(f"effort {record.effort}")
    if record.pain is not None:
        texts.append(f"pain {record.pain}")
    return " · ".join(texts)


def _sources(routine: Routine) -> Iterator[str]:
    """Yield where the steps come from: as published, adapted, or our own."""
    statuses = [step.source_status for step in routine.steps]
    for status in dict.fromkeys(statuses):
        numbers = _numbered(each is status for each in statuses)
        yield status.sentence if len({*statuses}) == 1 else f"{numbers}: {status.sentence}"


def _numbered(are_meant: Iterable[bool]) -> str:
    """Return the numbers of the steps that are meant: "steps 1, 3"; "" for none."""
    numbers = [str(number) for number, is_meant in enumerate(are_meant, 1) if is_meant]
    return f"step{'s' * (len(numbers) > 1)} {', '.join(numbers)}" if numbers else ""
