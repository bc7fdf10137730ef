"""The index: saves reading, never overrules the files, can be deleted."""

import os
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.coach.days import Day, group_by_day
from footcoach_tui.coach.exercise_totals import ExerciseTotals
from footcoach_tui.history import scan
from footcoach_tui.history.indexing import monthly
from footcoach_tui.history.months import open_month
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.store import History
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]
FILES = ("history.index", "history.sums")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The months that were read strictly."""
    names: list[str] = []
    strictly = open_month.open_strictly

    def watched(files: list[MonthFile], without: Collection[str] = ()) -> Any:
        names.append(Path(files[0].path).name[:7])
        return strictly(files, without)

    monkeypatch.setattr(scan, "open_strictly", watched)
    return names


def everything(history: History) -> tuple[Any, ...]:
    return history.all(), history.last(7), history.days(), history.months(), history.problems


def test_what_was_added_is_read_without_reading_it_strictly(
    history: History, folder: Path, make_sessions: Many, opened: list[str]
) -> None:
    records = [history.add(record).record for record in make_sessions(60)]

    assert everything(History(folder)) == everything(history)
    assert history.all() == tuple(records)
    assert opened == []


@pytest.mark.parametrize("damage", [None, b"", b"nonsense", b"\xff\n\n", b"footcoach days 1"])
def test_without_the_index_or_with_a_broken_one_all_is_the_same(
    history: History, folder: Path, make_sessions: Many, damage: bytes | None
) -> None:
    for record in make_sessions(60):
        history.add(record)
    before = everything(history)
    for name in FILES:
        if damage is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(damage)

    assert everything(History(folder)) == before
    assert everything(History(folder)) == before


def test_a_line_in_which_anything_was_changed_is_not_believed(
    history: History, folder: Path, make_sessions: Many
) -> None:
    for record in make_sessions(60):
        history.add(record)
    before = everything(history)
    for name in FILES:
        content = (folder / name).read_text()
        header, rest = content.split("\n", 1)
        (folder / name).write_text(f"{header}\n{rest.replace('2', '3').replace('0', '1')}")

    assert everything(History(folder)) == before


def test_a_month_changed_by_hand_is_read_anew_and_no_other(
    history: History, folder: Path, make_sessions: Many, opened: list[str]
) -> None:
    records = [history.add(record).record for record in make_sessions(60)]
    history.days()
    file = folder / "history" / "here-1" / "2026-02.json"
    file.write_text(file.read_text().replace('"note":""', '"note":"by hand"'))

    changed = [record for record in history.all() if record.note == "by hand"]

    assert {record.date[:7] for record in changed} == {"2026-02"}
    assert len(changed) == sum(record.date[:7] == "2026-02" for record in records)
    assert opened == ["2026-02"]
    assert history.days() == group_by_day(history.all())
    assert opened == ["2026-02"]


def test_two_writes_within_a_tick_of_the_clock_are_told_apart(
    history: History, folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system that counts in seconds gives both the same time."""
    record = history.add(make_session(seconds=600.0)).record
    file = folder / "history" / "here-1" / "2026-03.json"
    second = 1_900_000_000 * 10**9
    os.utime(file, ns=(second, second))
    assert history.days()[0].seconds == 600
    stat = os.stat

    def coarse(path: Any, **options: Any) -> os.stat_result:
        if path == file and stat(path).st_mtime_ns < second:
            os.utime(path, ns=(second, second))
        return stat(path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", coarse)
        history.update(record._replace(seconds=700.0))

    assert history.days()[0].seconds == 700


def test_a_month_in_which_something_is_wrong_is_told_at_every_reading(
    history: History, folder: Path, make_sessions: Many
) -> None:
    for record in make_sessions(60):
        history.add(record)
    file = folder / "history" / "here-1" / "2026-02.json"
    file.write_text(file.read_text().replace('"seconds":601.25', '"seconds":"long"', 1))

    for _ in range(3):
        history.all()
        assert [problem.file for problem in history.problems] == [str(file)]
        history.months()
        assert [problem.file for problem in history.problems] == [str(file)]


def test_the_index_does_not_grow_for_ever(
    history: History, folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monthly, "_MANY", 10)
    moment = datetime(2026, 3, 4, 7, tzinfo=UTC)
    for number in range(40):
        history.add(make_session((moment + timedelta(minutes=number)).isoformat()))

    for name in FILES:
        assert len((folder / name).read_text().splitlines()) < 15
    assert len(history.all()) == 40


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    history: History, folder: Path, make_sessions: Many
) -> None:
    records = [history.add(record).record for record in make_sessions(3)]
    for name in FILES:
        (folder / name).unlink()
        (folder / name).mkdir()

    assert history.all() == tuple(records)
    assert history.problems == ()
    assert history.days() == group_by_day(records)


def test_days_hold_what_counts_and_months_every_exercise(
    history: History, make_session: Make
) -> None:
    history.add(make_session("2026-02-28T07:00:00+01:00", seconds=300.0))
    history.add(make_session("2026-03-04T07:00:00+01:00", seconds=600.0))
    history.add(make_session("2026-03-04T19:00:00+01:00", seconds=60.5))
    history.add(make_session("2026-03-05T07:00:00+01:00", speed=8.0))

    assert history.days() == (
        Day(date(2026, 2, 28), 1, 300.0, 2),
        Day(date(2026, 3, 4), 2, 660.5, 4),
    )
    march, february = history.months()
    assert (march.month, march.count) == ("2026-03", 3)
    assert (february.month, february.count) == ("2026-02", 1)
    assert march.exercises == {
        "short-foot": ExerciseTotals("short-foot", "Short foot", 2, 4, 32, 192.0, 8, 48.0)
    }


def test_skipped_sets_count_for_nothing_and_the_best_set_is_kept(
    history: History, make_session: Make
) -> None:
    def set_record(reps: int, seconds: float, outcome: SetOutcome) -> SetRecord:
        return SetRecord(1, Side.LEFT, 8, reps, 48.0, seconds, outcome)

    sets = (
        set_record(8, 40.0, SetOutcome.DONE),
        set_record(5, 44.0, SetOutcome.CUT),
        set_record(0, 0.0, SetOutcome.SKIPPED),
    )
    only_skipped = (set_record(0, 0.0, SetOutcome.SKIPPED),)
    history.add(
        make_session(
            exercises=(
                ExerciseRecord("short-foot", "Short foot", sets[:1]),
                ExerciseRecord("toe-yoga", "Toe yoga", only_skipped),
                ExerciseRecord("short-foot", "Short foot again", sets[1:]),
            )
        )
    )

    (month,) = history.months()
    assert month.exercises == {
        "short-foot": ExerciseTotals("short-foot", "Short foot again", 1, 2, 13, 84.0, 8, 44.0)
    }


def test_sums_do_not_depend_on_the_order_in_which_they_were_made(
    history: History, folder: Path, make_sessions: Many
) -> None:
    records = make_sessions(60)
    for record in records[::-2] + records[::2] if len(records) % 2 else records:
        history.add(record)
    made_on_the_way = history.days(), history.months()
    for name in FILES:
        (folder / name).unlink()

    assert (history.days(), history.months()) == made_on_the_way
    assert history.days() == group_by_day(history.all())
