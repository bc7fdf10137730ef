"""Backups: one before the first save of a day, and old ones removed."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_folders import folders_of

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.backups import _days_to_keep, newest_backup, write_daily_backup
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
TODAY = date(2026, 3, 20)


@pytest.fixture
def on(folder: Path) -> Callable[[str], History]:
    """The history as it is used on a day."""
    return lambda day: History(
        folders_of(folder),
        device="here-1",
        now=lambda: datetime.fromisoformat(day).replace(tzinfo=UTC),
    )


@pytest.fixture
def month(folder: Path) -> Path:
    return folder / "history" / "here-1" / "2026-03.json"


def backups(folder: Path) -> dict[str, bytes]:
    place = folder / "backups" / "daily" / "here-1"
    return {path.name: path.read_bytes() for path in sorted(place.glob("*"))}


def test_what_stood_before_the_first_save_of_a_day_is_kept(
    on: Callable[[str], History], folder: Path, month: Path, make_session: Make
) -> None:
    on("2026-03-10").add(make_session("2026-03-10T08:00:00+01:00"))
    assert backups(folder) == {}, "there was nothing before"
    first = month.read_bytes()

    for hour in (8, 9, 10):
        on("2026-03-11").add(make_session(f"2026-03-11T{hour:02}:00:00+01:00"))
    later = month.read_bytes()
    on("2026-03-12").add(make_session("2026-03-12T08:00:00+01:00"))

    assert backups(folder) == {
        "2026-03.2026-03-11.json": first,
        "2026-03.2026-03-12.json": later,
    }


def test_a_backup_is_for_its_owner_only_and_does_not_change_with_the_month(
    on: Callable[[str], History], folder: Path, month: Path, make_session: Make
) -> None:
    on("2026-03-10").add(make_session())
    before = month.read_bytes()
    on("2026-03-11").add(make_session())
    month.write_bytes(b"changed where it lies")

    (kept,) = (folder / "backups" / "daily" / "here-1").iterdir()
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_damaged_month_is_no_backup(
    on: Callable[[str], History], folder: Path, month: Path, make_session: Make
) -> None:
    on("2026-03-10").add(make_session())
    month.write_bytes(b"nonsense")
    on("2026-03-11").add(make_session())
    assert backups(folder) == {}


@pytest.mark.parametrize("linked", [True, False])
def test_a_month_that_is_a_link_or_on_a_disk_without_links_is_copied(
    on: Callable[[str], History],
    folder: Path,
    month: Path,
    make_session: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    linked: bool,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    on("2026-03-10").add(make_session())
    if linked:
        month.rename(tmp_path / "elsewhere.json")
        month.symlink_to(tmp_path / "elsewhere.json")
    else:
        monkeypatch.setattr(os, "link", refused)
    before = month.read_bytes()
    on("2026-03-11").add(make_session())

    assert backups(folder) == {"2026-03.2026-03-11.json": before}
    assert not any(path.is_symlink() for path in (folder / "backups").rglob("*"))


def test_a_save_goes_through_where_no_backup_can_be_made(
    on: Callable[[str], History], folder: Path, make_session: Make
) -> None:
    on("2026-03-10").add(make_session())
    (folder / "backups").touch()
    on("2026-03-11").add(make_session())
    assert len(on("2026-03-11").all()) == 2


def test_every_call_of_the_first_save_of_a_day_may_fail_and_the_save_or_a_sentence_comes_of_it(
    on: Callable[[str], History], folder: Path, make_session: Make, fail_disk: Callable[..., Any]
) -> None:
    kept = {on("2026-01-01").add(make_session()).record.id}
    for nth in range(1, 200):
        day = date(2026, 1, 1) + timedelta(days=nth)
        record = make_session()
        with fail_disk(nth, for_good=False) as calls, suppress(HistoryError):
            kept.add(on(day.isoformat()).add(record).record.id)
        history = on(day.isoformat())
        assert {record.id for record in history.all()} >= kept, calls
        assert history.problems == ()
        if len(calls) < nth:
            break
    assert "link" in calls
    assert newest_backup(folder, "here-1", "2026-03")[0]
    assert len(backups(folder)) <= 12


def test_the_newest_that_can_be_read_is_the_good_one(folder: Path, month: Path) -> None:
    sound = b'{"footcoach":{"1":{"schema":2}},"sessions":{}}'
    month.parent.mkdir(parents=True)
    for day, content in ((17, sound), (18, sound), (19, b"nonsense"), (20, b"")):
        month.write_bytes(content)
        write_daily_backup(folder, month, content, TODAY.replace(day=day))
        month.unlink()
    assert newest_backup(folder, "here-1", "2026-03") == (date(2026, 3, 18), [])
    assert newest_backup(folder, "here-1", "2026-02") == (None, [])


def test_what_is_not_a_backup_is_left_alone(folder: Path, month: Path) -> None:
    place = folder / "backups" / "daily" / "here-1"
    place.mkdir(parents=True)
    mine = place / "2026-03.2020-99-99.json"
    mine.touch()
    (place / "notes.txt").touch()
    month.parent.mkdir(parents=True)
    month.write_bytes(b"{}")
    write_daily_backup(folder, month, b"{}", TODAY)
    assert len(backups(folder)) == 3


days = st.sets(st.integers(-100, 5).map(lambda number: TODAY + timedelta(days=number)), min_size=1)


@given(days)
def test_never_more_than_a_dozen_stay_and_never_none(found: set[date]) -> None:
    kept = _days_to_keep(found, TODAY)
    past = {day for day in kept if day <= TODAY}

    assert kept <= found
    assert max(found) in kept
    assert {day for day in found if 0 <= (TODAY - day).days < 7} <= kept
    assert len(past) <= 7 + 5
    assert all(day > TODAY - timedelta(days=35) for day in kept - {max(found)})


@given(st.integers(1, 400))
def test_saving_every_day_thins_out_as_it_goes(count: int) -> None:
    kept: set[date] = set()
    for number in range(count):
        day = TODAY + timedelta(days=number)
        kept = _days_to_keep(kept | {day}, day)
    assert len(kept) <= 12
    ages = sorted((day - other).days for other in kept)
    assert ages[: min(7, count)] == list(range(min(7, count)))
    assert max(ages) >= min(count - 1, 34) - 6, "the newest of a week is kept"
