"""Search in memory: a history read once, so that each typed key is answered at once."""

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
"""A session: its facts, and its document, packed to a tenth of the memory where possible."""


class SearchSession:
    """Answers to many queries from one reading of the history.

    Sessions are read only as far as a query needs, and never twice; later changes are not found
    until `reset`. Use it from one thread at a time.
    """

    def __init__(self, read_all: Callable[[], Iterable[Document]]) -> None:
        """`read_all` returns the current documents, newest day first. Nothing is read yet."""
        self._read_all = read_all
        self._read: list[_CachedSession] = []
        self._rest: Iterator[Document] | None = None

    def find(self, query: Query, limit: int | None = None) -> tuple[SessionRecord, ...]:
        """The newest `limit` sessions that match, newest first; all of them without a limit."""
        records: list[SessionRecord] = []
        first = query.first.isoformat() if query.first else ""
        for facts, packed in chain(self._read, self._unread()):
            if len(records) == limit or facts.day < first:
                break
            if query.matches(facts) and (record := _record(packed)) is not None:
                records.append(record)
        return tuple(records)

    def prefetch(self, count: int) -> bool:
        """Read `count` more sessions ahead. False when all are read."""
        return sum(1 for _, _ in zip(range(count), self._unread(), strict=False)) == count

    def reset(self) -> None:
        """Read the history again at the next query, after a change."""
        self._read = []
        self._rest = None

    def _unread(self) -> Iterator[_CachedSession]:
        if self._rest is None:
            self._rest = iter(self._read_all())
        for document in self._rest:
            session = SessionFacts.of(document), _pack(document)
            self._read.append(session)
            yield session


def _pack(document: Mapping[str, Any]) -> bytes | Document:
    try:
        return marshal.dumps(dict(document))
    except ValueError:  # nested deeper than marshal goes
        return document


def _record(packed: bytes | Document) -> SessionRecord | None:
    """The session; None for an invalid one: reading the files reports it."""
    document = marshal.loads(packed) if isinstance(packed, bytes) else packed  # noqa: S302 - packed here
    try:
        return from_document(document)
    except FieldError:
        return None
