"""A session of the history with its sets: done against planned, left beside right."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from textual.content import Content

from footcoach_tui.coach.answers.words import answer_lines, pain_line
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN, MIN_RED_PAIN
from footcoach_tui.session.dose import Work
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.occasions import occasion_label
from footcoach_tui.text.results import error_of, result_text

_OUTCOME_GLYPHS = {SetOutcome.DONE: "✓", SetOutcome.CUT: "◐", SetOutcome.SKIPPED: "–"}
_OUTCOME_STYLES = {
    SetOutcome.DONE: "$success",
    SetOutcome.CUT: "$warning",
    SetOutcome.SKIPPED: "$secondary",
}
_HEADS = {Side.LEFT: "◀ left", Side.RIGHT: "right ▶", Side.BOTH: "both"}
_LABEL, _CELL = 8, 24
"""Columns of the set number, and of one side."""
_MIN_COLUMNS_FOR_SIDES = _LABEL + 2 * _CELL - 6
"""Least columns for left beside right; the last cell need not be full."""


def session_card(
    record: SessionRecord,
    width: int = _MIN_COLUMNS_FOR_SIDES,
    exercises: Mapping[str, Exercise] = MappingProxyType({}),
    *,
    has_details: bool = False,
) -> Content:
    """All of a session, fitted to a width in columns; with its id, zone and device if wanted.

    `exercises` are those that are known, by id: tests among them have a unit and an error.
    """
    small_print = _small_print(record, has_details=has_details)
    blocks = [
        Content.styled(record.title, "bold $accent"),
        Content("\n").join([*_facts(record), *_answers(record, exercises)]),
        *(_exercise(each, width, exercises.get(each.exercise)) for each in record.exercises),
        *([Content.styled(small_print, "$secondary")] if small_print else []),
    ]
    return Content("\n\n").join(blocks)


def pain_style(pain: int) -> str:
    """Colour of a pain score; the number is always shown as well."""
    if pain >= MIN_RED_PAIN:
        return "bold $error"
    return "$warning" if pain >= MIN_AMBER_PAIN else ""


def _facts(record: SessionRecord) -> list[Content]:
    length = f"{format_minutes(record.seconds)} min"
    labels = [length, occasion_label(record.context), "partly done" if record.is_partial else ""]
    facts = [
        Content(f"{record.started:%A %Y-%m-%d %H:%M}"),
        Content(" · ".join(filter(None, labels))),
    ]
    scores: list[Content] = []
    if record.effort is not None:
        scores.append(Content(f"Effort {record.effort} of 10"))
    if record.pain is not None:
        scores.append(Content.styled(_pain(record), pain_style(record.pain)))
    if scores:
        facts.append(Content(" · ").join(scores))
    if record.note:
        facts.append(Content.assemble(("“", "$accent"), record.note, ("”", "$accent")))
    return facts


def _pain(record: SessionRecord) -> str:
    line = pain_line(record)
    return line if " during it" in line else f"Pain {record.pain} of 10"


def _answers(record: SessionRecord, exercises: Mapping[str, Exercise]) -> Iterator[Content]:
    """Yield what was said before, after and on the morning after."""
    names = {each.id: each.name for each in exercises.values()}
    for line in answer_lines(record, names):
        yield Content.styled(line, "$text-muted")


def _exercise(exercise: ExerciseRecord, width: int, known: Exercise | None) -> Content:
    """Sets of an exercise, a row each, with a column for each side; then the error of a test."""
    work = known.dose.work if known else None
    sets = _sets(exercise, width, work)
    has_result = any(result_text(each, work) for each in exercise.sets)
    error = error_of(work) if has_result else ""
    return Content.assemble(sets, (f"\n  {error}", "$secondary")) if error else sets


def _sets(exercise: ExerciseRecord, width: int, work: Work | None) -> Content:
    sides = [side for side in _HEADS if any(record.side is side for record in exercise.sets)]
    if width < _MIN_COLUMNS_FOR_SIDES and sides != [Side.BOTH]:
        return Content("\n").join(
            [Content.styled(exercise.name, "bold"), *_one_by_one(exercise, work)]
        )
    done = {(record.number, record.side): record for record in exercise.sets}
    heads = "".join(_HEADS[side].ljust(_CELL) for side in sides)
    rows = [Content.styled(exercise.name, "bold")]
    if sides != [Side.BOTH]:
        rows.append(Content.styled(" " * _LABEL + heads.rstrip(), "$secondary"))
    for number in dict.fromkeys(record.number for record in exercise.sets):
        cells = [_cell(done.get((number, side)), work) for side in sides]
        label = f"  set {number}".ljust(_LABEL)
        rows.append(Content.assemble((label, "$secondary"), *cells).rstrip())
    return Content("\n").join(rows)


def _one_by_one(exercise: ExerciseRecord, work: Work | None) -> Iterator[Content]:
    """Sets with a row for each side."""
    for record in exercise.sets:
        label = f"  set {record.number}".ljust(_LABEL) + f"{record.side} ".rjust(6)
        yield Content.assemble((label, "$secondary"), _cell(record, work)).rstrip()


def _cell(record: SetRecord | None, work: Work | None) -> Content:
    if record is None:
        return Content(" " * _CELL)
    amount = result_text(record, work) or _amount(record)
    text = Content.assemble(
        (_OUTCOME_GLYPHS[record.outcome], _OUTCOME_STYLES[record.outcome]), f" {amount or 'done'}"
    )
    return text.pad_right(max(1, _CELL - text.cell_length))


def _amount(record: SetRecord) -> str:
    """Reps and seconds, or skipped."""
    if record.outcome is SetOutcome.SKIPPED:
        return "skipped"
    is_open = record.planned_seconds == 0  # at the person's own pace: there is no plan to compare
    planned_reps = record.reps if is_open else record.planned_reps
    planned_seconds = record.seconds if is_open else record.planned_seconds
    amounts: list[str] = []
    if max(record.reps, planned_reps) > 1:
        amounts.append(_of(record.reps, planned_reps, "reps"))
    if record.seconds or planned_seconds:
        amounts.append(_of(round(record.seconds), round(planned_seconds), "s"))
    return " · ".join(amounts)


def _of(done: int, planned: int, unit: str) -> str:
    """Done, and planned if it differs."""
    return f"{done} {unit}" if done == planned else f"{done}/{planned} {unit}"


def _small_print(record: SessionRecord, *, has_details: bool) -> str:
    lines: list[str] = []
    if record.origin is Origin.LOGGED:
        lines.append("Added by hand; counted as done in full")
    if record.speed != 1.0:
        lines.append(f"Played at {record.speed:g} times the speed; not counted in totals")
    if has_details:
        lines.append(" · ".join(filter(None, (record.zone, record.device, record.id))))
    return "\n".join(lines)
