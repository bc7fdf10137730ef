"""Reading: all devices as one history, newest first."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sample_folders import folders_of

from footcoach_tui.history import reader
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]


def ids(records: tuple[SessionRecord, ...]) -> list[str]:
    return [record.id for record in records]


def test_no_history_reads_as_none_and_makes_nothing(history: History, folder: Path) -> None:
    assert history.last(20) == history.all() == history.find(Query()) == ()
    assert history.days() == ()
    assert list(history.iterate(Query())) == []
    assert history.entries(EntryKind.TEST) == []
    assert history.by_id(["01ARZ3NDEKTSV4RRFFQ69G5FAV"]) == {}
    assert history.exercise_totals() == {}
    assert history.get("01ARZ3") is None
    assert history.count() == 0
    assert history.problems == ()
    assert not folder.exists()
    assert not history.folders.state.exists()


def test_the_newest_come_first_over_months_years_and_devices(
    history: History, folder: Path, make_sessions: Many
) -> None:
    records = make_sessions(100)
    other = History(folders_of(folder), device="other-2")
    for number, record in enumerate(records):
        (history if number % 3 else other).add(record)

    assert ids(history.all()) == [record.id for record in records]
    assert ids(history.last(20)) == [record.id for record in records[:20]]
    assert history.last(0) == history.last(-1) == ()
    assert ids(history.last(1000)) == [record.id for record in records]


def test_a_query_finds_what_matches_newest_first_up_to_the_limit(
    history: History, make_sessions: Many
) -> None:
    records = make_sessions(60)
    history.add_all(records, "imported")
    february = [record.id for record in records if record.date.startswith("2026-02")]

    def asked(text: str) -> Query:
        return parse_query(text, date(2026, 3, 4))

    assert ids(history.find(asked("on:2026-02"))) == february
    assert ids(history.find(asked("on:2026-02"), 5)) == february[:5]
    assert ids(history.find(asked("daily"))) == [record.id for record in records]
    assert history.find(asked("zzz")) == history.find(Query(), 0) == ()


def test_iterating_yields_the_same_in_batches(
    history: History, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.add_all(make_sessions(25), "imported")
    monkeypatch.setattr(reader, "_BATCH", 10)

    assert tuple(history.iterate(Query())) == history.all()


def test_a_session_deleted_while_all_are_iterated_is_left_out(
    history: History, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.add_all(make_sessions(5), "imported")
    kept = history.all()[:4]
    monkeypatch.setattr(reader, "_BATCH", 2)
    records = history.iterate(Query())
    first = next(records)
    history.delete(history.all()[4].id)

    assert (first, *records) == kept


def test_more_sessions_are_found_by_id_than_one_question_takes(
    history: History, make_sessions: Many
) -> None:
    records = make_sessions(1200)
    history.add_all(records, "imported")

    found = history.by_id([*(record.id for record in records), "01ARZ3NDEKTSV4RRFFQ69G5FAV"])

    assert found.keys() == {record.id for record in records}
    assert all(found[identity].id == identity for identity in found)


def test_days_from_a_day_include_it(history: History, make_sessions: Many) -> None:
    history.add_all(make_sessions(50), "imported")
    every = history.days()
    day = every[30].day

    assert history.days(day) == every[30:]


def test_sessions_of_one_day_are_told_apart_by_their_moments(
    history: History, make_session: Make
) -> None:
    early = make_session("2026-10-25T02:30:00+02:00")  # the hour that comes twice
    late = make_session("2026-10-25T02:10:00+01:00")
    for record in (early, late):
        history.add(record)

    assert ids(history.all()) == [late.id, early.id]


def test_a_session_is_found_by_the_beginning_of_its_id(
    history: History, make_sessions: Many
) -> None:
    for record in make_sessions(30):
        history.add(record)
    wanted = history.all()[17]

    assert history.get(wanted.id[:10]) == history.get(wanted.id.lower()) == wanted
    assert history.get("ZZZZZZ") is None
    assert history.get("\udcff" * 6) is None, "bytes of a terminal that are not UTF-8"
    assert history.get("%_%_%_") is history.get("ééééééé") is None
    assert history.get(wanted.id + "0") is None


def test_the_beginning_must_be_long_enough_and_of_one_only(
    history: History, make_session: Make
) -> None:
    one, other = (history.add(make_session()).record for _ in range(2))

    with pytest.raises(HistoryError, match="at least 6"):
        history.get(one.id[:5])
    with pytest.raises(HistoryError, match="Several sessions"):
        history.get(one.id[:6])
    assert history.get(other.id) == other


def test_a_session_that_two_devices_have_is_read_once(
    history: History, folder: Path, make_session: Make
) -> None:
    record = make_session()
    History(folders_of(folder), device="another-0").add(record._replace(note="theirs"))
    history.add(record._replace(note="ours"))

    assert [record.note for record in history.all()] == ["ours"]
    assert history.problems == ()
