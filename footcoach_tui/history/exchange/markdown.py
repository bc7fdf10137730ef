"""A summary in Markdown, for a person to hand to a physiotherapist."""

from collections.abc import Iterable, Iterator, Sequence

from footcoach_tui.history.exchange.markdown_layout import escape_markdown, markdown_table
from footcoach_tui.history.exchange.period_sums import ExerciseSummary, Summary
from footcoach_tui.history.exchange.periods import group_by_period
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted, format_duration

_MAX_NOTES = 200
_MINUTE = 60
_NONE = "–"
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_ABOUT = """
Lengths are as footcoach led the sessions, or was told of them. Pain and effort are the person's own
scores after a session, 0 (none) to 10. Nothing here is a diagnosis.
"""
_BEST = """
Best: the most repetitions and the longest time of exercise that one set had. Sets that were
skipped are not looked at; sets that were cut short are.
"""


def export_markdown(records: Iterable[SessionRecord], query: str = "") -> Iterator[str]:
    """The whole document. Records are to come newest first; all but 200 notes are only summed."""
    summary = Summary(_MAX_NOTES)
    for record in records:
        summary.add(record)
    yield "# Foot training\n\n"
    yield from (f"- {line}\n" for line in _facts(summary, query))
    yield _ABOUT
    if summary.exercises:
        yield "\n## Exercises\n\n"
        yield from _exercises(summary)
        yield _BEST
    if summary.days:
        yield "\n## Pain and effort over time\n\n"
        yield from _over_time(summary)
    if summary.noted:
        yield "\n## Notes\n\n"
        yield from _notes(summary)


def _facts(summary: Summary, query: str) -> Iterator[str]:
    if query:
        yield f"Only sessions that match: {escape_markdown(query)}"
    if summary.days:
        first, last = min(summary.days), max(summary.days)
        yield f"Period: {first}" if first == last else f"Period: {first} to {last}"
    in_part = f", {summary.partial} of them in part" if summary.partial else ""
    yield f"Sessions: {summary.sessions}{in_part}"
    yield f"Minutes: {_minutes(summary.seconds)}"
    if summary.skipped:
        yield f"Not counted, for every set was skipped: {summary.skipped}"
    if summary.tried:
        yield f"Left out, for they did not run in real time: {summary.tried}"


def _exercises(summary: Summary) -> Iterator[str]:
    exercises = sorted(summary.exercises.values(), key=lambda one: (-one.sessions, one.name))
    sides = [side for side in _SIDES if any(side in one.best for one in exercises)]
    return markdown_table(
        ["Exercise", "Sessions", *(_best_head(side) for side in sides)],
        [
            [escape_markdown(one.name), str(one.sessions), *(_best(one, side) for side in sides)]
            for one in exercises
        ],
    )


def _best_head(side: Side) -> str:
    return "Best, both sides at once" if side is Side.BOTH else f"Best, {side}"


def _best(exercise: ExerciseSummary, side: Side) -> str:
    reps, seconds = exercise.best.get(side, (0, 0.0))
    parts = [counted(reps, "rep")] * (reps > 0) + [format_duration(round(seconds))] * (seconds > 0)
    return ", ".join(parts) or _NONE


def _over_time(summary: Summary) -> Iterator[str]:
    called, rows = group_by_period(summary.days)
    return markdown_table(
        [called, "Sessions", "Minutes", "Pain: mean", "most", "Effort: mean", "most"],
        [
            [
                name,
                str(one.sessions),
                _minutes(one.seconds),
                *_scores(one.pain),
                *_scores(one.effort),
            ]
            for name, one in rows.items()
        ],
    )


def _scores(scores: Sequence[int]) -> tuple[str, str]:
    """The mean and the highest."""
    if not scores:
        return _NONE, _NONE
    return f"{sum(scores) / len(scores):.1f}", str(max(scores))


def _notes(summary: Summary) -> Iterator[str]:
    if summary.notes > len(summary.noted):
        yield f"The newest {len(summary.noted)} of {summary.notes}.\n\n"
    for record in summary.noted:
        marks = [] if record.pain is None else [f"pain {record.pain}"]
        marks += [] if record.effort is None else [f"effort {record.effort}"]
        told = f" ({', '.join(marks)})" if marks else ""
        title, note = escape_markdown(record.title), escape_markdown(record.note)
        yield f"- {record.date}, {title}{told}: {note}\n"


def _minutes(seconds: float) -> str:
    return str(round(seconds / _MINUTE))
