"""Work done in a session, by exercise and side; then its news, the week and what is next."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content

from footcoach_tui.app.cards.today import week_lines
from footcoach_tui.coach.practice.days import Totals
from footcoach_tui.coach.today.value import TodayCard
from footcoach_tui.session.dose import Work
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted, format_minutes
from footcoach_tui.text.results import results_line

_MARKS = {
    SetOutcome.DONE: ("✓", "$success"),
    SetOutcome.CUT: ("◐", "$warning"),
    SetOutcome.SKIPPED: ("–", "$secondary"),
}
_SIDES = {Side.BOTH: "", Side.LEFT: "left", Side.RIGHT: "right"}
_SIDE, _AMOUNT, _TIME = 6, 14, 5
"""Columns of the side, of the reps, and of the time."""
_MIN_NAME = 22
"""Least columns of a name that has its figures beside it."""


class Aftermath(NamedTuple):
    """Outcome of a session: its news, the week with it, what is next, and all there is."""

    news: tuple[str, ...] = ()
    card: TodayCard | None = None
    totals: Totals | None = None


def done_text(record: SessionRecord, works: tuple[Work, ...], columns: int) -> Content:
    """Return the minutes, then a row for each exercise and side; `works` are those of the steps."""
    lines = [_total(record), Content("")]
    for exercise, work in zip_longest(record.exercises, works[: len(record.exercises)]):
        lines.extend(_exercise(exercise, work, columns))
    return Content("\n").join(lines)


def aftermath_text(after: Aftermath) -> Content:
    """Return what is new, this week, and what is next."""
    blocks: list[Content] = []
    if after.news:
        lines = [Content.assemble(("New: ", "$accent"), "\t", line) for line in after.news]
        blocks.append(Content("\n").join(lines))
    if after.card:
        blocks.append(Content("\n").join(_week(after.card)))
    if after.totals and after.totals.sessions > 1:
        hours = after.totals.minutes / 60
        length = f"{hours:.0f} hours" if hours >= 2 else counted(after.totals.minutes, "minute")  # noqa: PLR2004 - from here on hours are short enough
        line = f"In all: {counted(after.totals.sessions, 'session')}, {length}"
        blocks.append(Content.styled(line, "$secondary"))
    return Content("\n\n").join(blocks)


def _week(card: TodayCard) -> Iterator[Content]:
    """Yield the cells of the week, how many are done, and what comes next."""
    letters, cells = week_lines(card, " ")
    yield letters
    yield Content.assemble(cells, f"   {card.week_line}")
    for text in (card.milestone, card.sentence):
        if text:
            yield Content(text)


def _total(record: SessionRecord) -> Content:
    begun = [each for each in record.exercises if any(map(_is_begun, each.sets))]
    word = "stopped early" if record.is_partial else "all of it"
    exercises = f"{len(begun)} of {counted(len(record.exercises), 'exercise')}"
    return Content.assemble((format_minutes(record.seconds), "bold"), f", {word} · {exercises}")


def _is_begun(record: SetRecord) -> bool:
    return record.outcome is not SetOutcome.SKIPPED


def _exercise(exercise: ExerciseRecord, work: Work | None, columns: int) -> Iterator[Content]:
    """Yield the rows of an exercise, one for each side; those of a test are its results."""
    name = Content.assemble(_mark(exercise.sets), f" {exercise.name}")
    if results := results_line(exercise, work) if work else "":
        yield name
        yield Content.assemble("  ", (results, "$secondary"))
        return
    sides = [side for side in _SIDES if any(each.side is side for each in exercise.sets)]
    figures = [_figures(exercise, side, work) for side in sides]
    name_columns = columns - _SIDE - _AMOUNT - _TIME
    if name_columns < max(_MIN_NAME, name.cell_length + 1):
        yield name
        yield from (
            Content.assemble("  ", each[_SIDE if sides == [Side.BOTH] else 0 :]) for each in figures
        )
        return
    for number, each in enumerate(figures):
        first = name if number == 0 else Content("")
        yield first.pad_right(name_columns - first.cell_length) + each


def _mark(sets: tuple[SetRecord, ...]) -> tuple[str, str]:
    outcomes = {each.outcome for each in sets}
    if outcomes <= {SetOutcome.DONE}:
        return _MARKS[SetOutcome.DONE]
    is_skipped = outcomes <= {SetOutcome.SKIPPED}
    return _MARKS[SetOutcome.SKIPPED if is_skipped else SetOutcome.CUT]


def _figures(exercise: ExerciseRecord, side: Side, work: Work | None) -> Content:
    """Side, reps and time of the sets on a side."""
    sets = [each for each in exercise.sets if each.side is side]
    begun = list(filter(_is_begun, sets))
    seconds = sum(each.seconds for each in begun)
    time = format_minutes(seconds) if begun else "skipped"
    amount = f"{_amount(sets, work):<{_AMOUNT}}" if begun else ""
    return Content.styled(f"{_SIDES[side]:<{_SIDE}}{amount}{time:>{_TIME}}".rstrip(), "$secondary")


def _amount(sets: list[SetRecord], work: Work | None) -> str:
    """Reps done, of those planned if they differ; sets where a set has one rep."""
    done, planned = sum(each.reps for each in sets), sum(each.planned_reps for each in sets)
    if planned <= len(sets):
        full = sum(each.outcome is SetOutcome.DONE for each in sets)
        word = "set"
        done, planned = full, len(sets)
        if planned == 1:
            return ""
    else:
        word = work.word if work else "rep"
    return counted(done, word) if done >= planned else f"{done} of {counted(planned, word)}"
