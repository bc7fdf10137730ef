"""A session of the history with its sets: done against planned, left beside right."""

from collections.abc import Iterator

from textual.content import Content

from footcoach_tui.coach.pain import MIN_AMBER_PAIN, MIN_RED_PAIN
from footcoach_tui.session.dose import Side
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.text.labels import format_minutes

_OUTCOME_GLYPHS = {SetOutcome.DONE: "✓", SetOutcome.CUT: "◐", SetOutcome.SKIPPED: "–"}
_OUTCOME_STYLES = {
    SetOutcome.DONE: "$success",
    SetOutcome.CUT: "$warning",
    SetOutcome.SKIPPED: "$secondary",
}
_HEADS = {Side.LEFT: "◀ left", Side.RIGHT: "right ▶", Side.BOTH: "both"}
_LABEL, _CELL = 8, 24
"""Columns of cells: the set's number, and what was done in it on one side."""
_MIN_COLUMNS_FOR_SIDES = _LABEL + 2 * _CELL - 6
"""Columns from which left stands beside right; the last cell need not be filled."""


def session_card(record: SessionRecord, width: int = _MIN_COLUMNS_FOR_SIDES) -> Content:
    """All of a session, fitted to a width in columns."""
    blocks = [
        Content.styled(record.title, "bold $accent"),
        Content("\n").join(_facts(record)),
        *(_exercise(one, width) for one in record.exercises),
        Content.styled(_small_print(record), "$secondary"),
    ]
    return Content("\n\n").join(blocks)


def pain_style(pain: int) -> str:
    """Colour of a pain score; the number is always shown as well."""
    if pain >= MIN_RED_PAIN:
        return "bold $error"
    return "$warning" if pain >= MIN_AMBER_PAIN else ""


def _facts(record: SessionRecord) -> list[Content]:
    length = f"{format_minutes(record.seconds)} minutes"
    parts = [length, record.context, "partly done" if record.is_partial else ""]
    facts = [
        Content(f"{record.started:%A %Y-%m-%d %H:%M}"),
        Content(" · ".join(filter(None, parts))),
    ]
    scores: list[Content] = []
    if record.effort is not None:
        scores.append(Content(f"Effort {record.effort} of 10"))
    if record.pain is not None:
        scores.append(Content.styled(f"Pain {record.pain} of 10", pain_style(record.pain)))
    if scores:
        facts.append(Content(" · ").join(scores))
    if record.note:
        facts.append(Content.assemble(("“", "$accent"), record.note, ("”", "$accent")))
    return facts


def _exercise(exercise: ExerciseRecord, width: int) -> Content:
    """Sets of an exercise, a row each, with a column for each side."""
    sides = [side for side in _HEADS if any(one.side is side for one in exercise.sets)]
    if width < _MIN_COLUMNS_FOR_SIDES and sides != [Side.BOTH]:
        return Content("\n").join([Content.styled(exercise.name, "bold"), *_one_by_one(exercise)])
    done = {(one.number, one.side): one for one in exercise.sets}
    heads = "".join(_HEADS[side].ljust(_CELL) for side in sides)
    rows = [Content.styled(exercise.name, "bold")]
    if sides != [Side.BOTH]:
        rows.append(Content.styled(" " * _LABEL + heads.rstrip(), "$secondary"))
    for number in dict.fromkeys(one.number for one in exercise.sets):
        cells = [_cell(done.get((number, side))) for side in sides]
        label = f"  set {number}".ljust(_LABEL)
        rows.append(Content.assemble((label, "$secondary"), *cells).rstrip())
    return Content("\n").join(rows)


def _one_by_one(exercise: ExerciseRecord) -> Iterator[Content]:
    """Sets with a row for each side."""
    for one in exercise.sets:
        label = f"  set {one.number}".ljust(_LABEL) + f"{one.side} ".rjust(6)
        yield Content.assemble((label, "$secondary"), _cell(one)).rstrip()


def _cell(one: SetRecord | None) -> Content:
    if one is None:
        return Content(" " * _CELL)
    parts = [_of(one.reps, one.planned_reps, "reps")] if max(one.reps, one.planned_reps) > 1 else []
    if one.seconds or one.planned_seconds:
        parts.append(_of(round(one.seconds), round(one.planned_seconds), "s"))
    told = "skipped" if one.outcome is SetOutcome.SKIPPED else " · ".join(parts)
    text = Content.assemble(
        (_OUTCOME_GLYPHS[one.outcome], _OUTCOME_STYLES[one.outcome]), f" {told or 'done'}"
    )
    return text.pad_right(max(1, _CELL - text.cell_length))


def _of(done: int, planned: int, unit: str) -> str:
    """Done, and planned if it differs."""
    return f"{done} {unit}" if done == planned else f"{done}/{planned} {unit}"


def _small_print(record: SessionRecord) -> str:
    lines: list[str] = []
    if record.origin is Origin.LOGGED:
        lines.append("Logged by hand, taken to be done as planned")
    if record.speed != 1.0:
        lines.append(f"Played at {record.speed:g} times the speed: left out of totals")
    lines.append(" · ".join(filter(None, (record.zone, record.device, record.id))))
    return "\n".join(lines)
