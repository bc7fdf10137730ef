"""Search in memory: the same answers as from the files."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.search_session import SearchSession
from footcoach_tui.session.record import SessionRecord

Many = Callable[[int], list[SessionRecord]]
Make = Callable[..., SessionRecord]
TODAY = date(2026, 3, 4)


class Walks:
    """A history that notes what is read of it."""

    def __init__(self, records: list[SessionRecord]) -> None:
        self.documents: list[dict[str, Any]] = [to_document(record) for record in records]
        self.begun = 0
        self.read = 0

    def __call__(self) -> Iterator[dict[str, Any]]:
        self.begun += 1
        for document in self.documents:
            self.read += 1
            yield document


def asked(text: str) -> Query:
    return parse_query(text, TODAY)


@pytest.fixture
def records(make_sessions: Many) -> list[SessionRecord]:
    return make_sessions(60)


@pytest.fixture
def walks(records: list[SessionRecord]) -> Walks:
    return Walks(records)


def test_it_finds_what_matches_newest_first_up_to_the_limit(
    records: list[SessionRecord], walks: Walks
) -> None:
    searching = SearchSession(walks)
    february = tuple(record for record in records if record.date.startswith("2026-02"))
    assert searching.find(asked("on:2026-02")) == february
    assert searching.find(asked("on:2026-02"), 5) == february[:5]
    assert searching.find(asked("daily")) == searching.find(Query()) == tuple(records)
    assert searching.find(asked("zzz")) == searching.find(Query(), 0) == ()


def test_nothing_is_read_before_it_is_asked_and_nothing_twice(walks: Walks) -> None:
    searching = SearchSession(walks)
    assert walks.begun == 0
    searching.find(Query(), 5)
    few = walks.read
    assert few < 10, "no more than the answer takes"
    for text in ("zzz", "daily", "-daily", "since:1y"):
        searching.find(asked(text))
    assert (walks.begun, walks.read) == (1, 60)


def test_a_first_day_ends_the_reading(walks: Walks) -> None:
    SearchSession(walks).find(asked("since:2026-03-02 zzz"))
    assert walks.read < 6


def test_it_can_be_read_ahead_in_small_steps(walks: Walks, records: list[SessionRecord]) -> None:
    searching = SearchSession(walks)
    assert searching.prefetch(25)
    assert searching.prefetch(25)
    assert walks.read == 50
    assert not searching.prefetch(25)
    assert not searching.prefetch(25)
    assert (walks.begun, walks.read) == (1, 60)
    assert searching.find(Query()) == tuple(records)


def test_what_changed_is_seen_after_forgetting(walks: Walks, make_session: Make) -> None:
    searching = SearchSession(walks)
    searching.find(Query())
    walks.documents.insert(0, to_document(make_session(note="new")))
    assert searching.find(asked("note:new")) == ()
    searching.reset()
    assert len(searching.find(asked("note:new"))) == 1


def test_what_is_no_session_is_left_out_and_takes_no_place(
    walks: Walks, records: list[SessionRecord]
) -> None:
    walks.documents[1]["title"] = 3
    walks.documents[2]["seconds"] = -1
    assert SearchSession(walks).find(Query(), 2) == (records[0], records[3])


def test_fields_of_others_come_back_however_deep(make_session: Make) -> None:
    deep: Any = []
    for _ in range(3000):
        deep = [deep]
    record = make_session(extra={"theirs": {"a": [1, 2.5, None, "ü"]}, "deep": deep})
    (found,) = SearchSession(Walks([record])).find(asked("daily"))
    assert found.extra["theirs"] == record.extra["theirs"]
    assert found.extra["deep"] is deep
