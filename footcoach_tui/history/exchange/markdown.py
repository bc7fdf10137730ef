"""Markdown: a summary of sessions to hand to a physiotherapist.

Texts stay texts: nothing in them becomes markup, HTML, a link or a table cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.answers.words import sore_name
from footcoach_tui.history.exchange.period_sums import ExerciseSummary, Summary
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted, format_duration

_MAX_NOTES = 200
_MINUTE = 60
_NONE = "–"
_BEST_TITLES = {
    Side.LEFT: "Most in a set, left",
    Side.RIGHT: "Most in a set, right",
    Side.BOTH: "Most in a set, both sides at once",
}
_ABOUT = """
Times are as played with footcoach, or as entered by hand. Pain and effort are the person's own
scores after a session, 0 (none) to 10. Nothing here is a diagnosis.
"""
_BEST = """
Most in a set: the most reps and the longest time in one set (guided, not a test). Skipped sets are
left out; sets that were cut short are included.
"""

# Entities where a backslash is not understood by every reader: HTML, and the bars of tables.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "<>&|@"}
_BACKSLASHED = {ord(char): f"\\{char}" for char in r"\`*_{}[]()#!~^$"}
_SIGNS = _ENTITIES | _BACKSLASHED
_SCHEME = re.compile(r"(?<=[^\W\d_]):(?=\S)")
_HOST = re.compile(r"(?<=www)\.", re.IGNORECASE)
_FIRST = re.compile(r"([-+=:]|[0-9]+(?=[.)]))")


def export_sessions(records: Iterable[SessionRecord], query: str = "") -> Iterator[str]:
    """The whole document. Records come newest first; all but 200 notes are only summed."""
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
        yield f"Only sessions that match: {_escape(query)}"
    if summary.days:
        first, last = min(summary.days), max(summary.days)
        yield f"Period: {first}" if first == last else f"Period: {first} to {last}"
    in_part = f", {summary.partial} of them partly done" if summary.partial else ""
    yield f"Sessions: {summary.sessions}{in_part}"
    yield f"Minutes: {_minutes(summary.seconds)}"
    if summary.skipped:
        yield f"Not counted (every set skipped): {summary.skipped}"
    if summary.tried:
        yield f"Left out (not played in real time): {summary.tried}"


def _exercises(summary: Summary) -> Iterator[str]:
    exercises = sorted(summary.exercises.values(), key=lambda each: (-each.sessions, each.name))
    sides = [side for side in _BEST_TITLES if any(side in each.best for each in exercises)]
    return _table(
        ["Exercise", "Sessions", *(_BEST_TITLES[side] for side in sides)],
        [
            [_escape(each.name), str(each.sessions), *(_best(each, side) for side in sides)]
            for each in exercises
        ],
    )


def _best(exercise: ExerciseSummary, side: Side) -> str:
    reps, seconds = exercise.best.get(side, (0, 0.0))
    parts = [counted(reps, "rep")] * (reps > 0) + [format_duration(round(seconds))] * (seconds > 0)
    return ", ".join(parts) or _NONE


def _over_time(summary: Summary) -> Iterator[str]:
    title, periods = summary.by_period()
    return _table(
        [title, "Sessions", "Minutes", "Pain: mean", "most", "Effort: mean", "most"],
        [
            [
                name,
                str(period.sessions),
                _minutes(period.seconds),
                *_scores(period.pain),
                *_scores(period.effort),
            ]
            for name, period in periods.items()
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
        scores = [] if record.pain is None else [f"pain {record.pain}{_sites(record)}"]
        scores += [] if record.effort is None else [f"effort {record.effort}"]
        in_brackets = f" ({', '.join(scores)})" if scores else ""
        title, note = _escape(record.title), _escape(record.note)
        yield f"- {record.date}, {title}{in_brackets}: {note}\n"


def _sites(record: SessionRecord) -> str:
    """Where it hurt after a session."""
    names = ", ".join(map(sore_name, After.read(record.after).sore or ()))
    return names and f" at {names}"


def _minutes(seconds: float) -> str:
    return str(round(seconds / _MINUTE))


def _escape(text: str) -> str:
    r"""Escape everything in a text that could act as markup, wherever in a line it is put.

    >>> _escape("*sore* <b>")
    '\\*sore\\* &#60;b&#62;'
    """
    escaped = text.strip().translate(_SIGNS)
    escaped = _HOST.sub(r"\\.", _SCHEME.sub(r"\\:", escaped))
    first = _FIRST.match(escaped)
    return f"&#{ord(escaped[0])};{escaped[1:]}" if first else escaped


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table of escaped cells; all columns but the first are set to the right."""
    yield _row(head)
    yield _row(["---", *["--:"] * (len(head) - 1)])
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
