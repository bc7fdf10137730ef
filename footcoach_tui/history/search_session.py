"""The history kept in memory while somebody types a query, so that each key is answered at once."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from footcoach_tui.history.codec import from_document
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.query.facts import SessionFacts
from footcoach_tui.history.query.query import Query
from footcoach_tui.session.record import SessionRecord

_CachedSession = tuple[SessionFacts, bytes | Document]
"""A session: its facts, and its document packed to a tenth of the memory where that goes."""


class SearchSession:
    """Answers one query after the other from one reading of the history.

    It reads on only as far as a query needs, and never twice; what is saved meanwhile it does
    not see until `forget`. Ask it from one thread at a time.
    """

    def __init__(self, walk: Callable[[], Iterable[Document]]) -> None:
        """`walk` begins a walk over the documents that hold, newest day first. None begins yet."""
        self._walk = walk
        self._read: list[_CachedSession] = []
        self._rest: Iterator[Document] | None = None

    def find(self, query: Query, limit: int | None = None) -> tuple[SessionRecord, ...]:
        """The newest `limit` sessions that match, newest first; all of them without a limit."""
        found: list[SessionRecord] = []
        first = query.first.isoformat() if query.first else ""
        for facts, kept in chain(self._read, self._unread()):
            if len(found) == limit or facts.day < first:
                break
            if query.matches(facts) and (record := _record(kept)) is not None:
                found.append(record)
        return tuple(found)

    def prefetch(self, count: int) -> bool:
        """Read `count` more sessions, before they are asked for. False when all are read."""
        return sum(1 for _, _ in zip(range(count), self._unread(), strict=False)) == count

    def reset(self) -> None:
        """Read the history anew with the next query: it was changed."""
        self._read = []
        self._rest = None

    def _unread(self) -> Iterator[_CachedSession]:
        if self._rest is None:
            self._rest = iter(self._walk())
        for document in self._rest:
            kept = SessionFacts.of(document), _packed(document)
            self._read.append(kept)
            yield kept


def _packed(document: Mapping[str, Any]) -> bytes | Document:
    try:
        return marshal.dumps(dict(document))
    except ValueError:  # nested deeper than marshal goes
        return document


def _record(kept: bytes | Document) -> SessionRecord | None:
    """The session; None for one that does not fit: whoever reads the files tells of it."""
    document = marshal.loads(kept) if isinstance(kept, bytes) else kept  # noqa: S302 - ours
    try:
        return from_document(document)
    except FieldError:
        return None
