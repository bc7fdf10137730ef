"""Sessions that a query asks for, one at a time, so that an export need not hold them all."""

from collections.abc import Iterator

from footcoach_tui.history.codec import from_document
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.query.facts import SessionFacts
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord


def select_sessions(history: History, query: Query) -> Iterator[SessionRecord]:
    """The sessions that match, newest first.

    Unusable sessions are left out; `history.problems` names them once all were read.
    """
    first = query.first.isoformat() if query.first else ""
    last = query.last.isoformat() if query.last else "9999"
    for document in history.documents(first, last):
        if not query or query.matches(SessionFacts.of(document)):
            try:
                yield from_document(document)
            except FieldError:
                continue
