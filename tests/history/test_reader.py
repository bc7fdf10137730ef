"""Reading: all devices as one history, newest first, and no more months than needed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from footcoach_tui.history.months.row_lines import MonthLine
from sample_folders import folders_of

from footcoach_tui.history import scan
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months import open_month
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]


def ids(records: tuple[SessionRecord, ...]) -> list[str]:
    return [record.id for record in records]


def test_no_history_reads_as_none_and_makes_nothing(history: History, folder: Path) -> None:
    assert history.last(20) == history.all() == history.since(date(2026, 1, 1)) == ()
    assert history.get("01ARZ3") is None
    assert history.problems == ()
    assert not folder.exists()


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


def test_since_takes_the_day_itself_and_all_after_it(history: History, make_sessions: Many) -> None:
    records = make_sessions(50)
    for record in records:
        history.add(record)
    day = records[30].started.date()

    assert ids(history.since(day)) == [record.id for record in records if record.date >= str(day)]


def test_only_the_months_needed_are_opened(
    history: History, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in make_sessions(90):
        history.add(record)
    opened: list[str] = []
    read = open_month.open_quickly

    def watched(files: list[MonthFile], line: MonthLine) -> Any:
        opened.extend(Path(file.path).name for file in files)
        return read(files, line)

    monkeypatch.setattr(scan, "open_quickly", watched)
    history.last(5)
    history.since(date(2026, 2, 10))

    assert opened == ["2026-03.json", "2026-02.json"] * 2


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
