"""Answering a query from the files, opening only the months that can hold an answer."""

from collections.abc import Iterator

from footcoach_tui.history.changes.versions import Version
from footcoach_tui.history.query.facts import SessionFacts
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.scan import MAX_DAY, MIN_DAY, HistoryScan, MonthSpan


def matching(reading: HistoryScan, query: Query) -> Iterator[Version]:
    """The versions that match, newest first."""
    first = query.first.isoformat() if query.first else MIN_DAY
    last = query.last.isoformat() if query.last else MAX_DAY

    def passes(month: MonthSpan) -> bool:
        names = reading.exercise_names(month[-1])
        return names is None or query.may_match_month(names)

    for version in reading.newest_first(first, last, passes if query.exercises else None):
        if query.matches(SessionFacts.of(version.document)):
            yield version
