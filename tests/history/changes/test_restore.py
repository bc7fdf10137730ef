"""Restoring: a damaged month comes back as far as readable, newer sessions stay."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footcoach_tui.history.changes.restore import damaged_months
from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.device import device_file
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.format import readable_rows
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
NAMED = "here-1a2b3c"


@pytest.fixture
def on(folder: Path) -> Callable[[int], History]:
    """The history as it is used on a day of March."""
    folder.mkdir()
    device_file(folder).write_text(f"{NAMED}\n")
    return lambda day: History(folder, now=lambda: datetime(2026, 3, day, 12, tzinfo=UTC))


@pytest.fixture
def month(folder: Path) -> Path:
    return folder / "history" / NAMED / "2026-03.json"


@pytest.fixture
def four(on: Callable[[int], History], make_session: Make) -> list[SessionRecord]:
    """Sessions of four days, newest first; the last day's is in no backup."""
    days = (10, 11, 12, 13)
    each = [on(day).add(make_session(f"2026-03-{day}T08:00:00+01:00")).record for day in days]
    return each[::-1]


def changed(record: SessionRecord, **fields: object) -> SessionRecord:
    return from_document(to_document(record) | fields)


def test_all_of_a_backup_comes_back(
    on: Callable[[int], History], four: list[SessionRecord], month: Path
) -> None:
    month.write_bytes(b"\0" * 4096)
    assert on(14).all() == ()

    restored = on(14).restore("2026-03")

    assert (restored.sessions, str(restored.day)) == (3, "2026-03-13")
    assert list(on(14).all()) == four[1:]
    assert on(14).problems == ()


def test_whole_lines_of_the_damaged_file_come_back_as_well(
    on: Callable[[int], History], four: list[SessionRecord], month: Path
) -> None:
    whole = month.read_bytes()
    month.write_bytes(whole[: len(whole) - 3] + b"\0\0\0")

    assert on(14).restore("2026-03").sessions == 4
    assert list(on(14).all()) == four
    (aside,) = month.parent.glob("2026-03.json.corrupt-*")
    assert aside.name.startswith("2026-03.json.corrupt-20260314T120000Z-")


def test_lines_are_enough_where_there_is_no_backup(
    on: Callable[[int], History], four: list[SessionRecord], month: Path, folder: Path
) -> None:
    for backup in (folder / "backups").rglob("*.json"):
        backup.unlink()
    month.write_bytes(month.read_bytes().replace(b'"schema":2', b'"schema":'))

    restored = on(14).restore("2026-03")
    assert (restored.sessions, restored.day) == (4, None)
    assert list(on(14).all()) == four


def test_what_came_after_the_damage_stays(
    on: Callable[[int], History], four: list[SessionRecord], month: Path, make_session: Make
) -> None:
    month.write_bytes(b"nonsense")
    saved = on(14).add(make_session("2026-03-14T08:00:00+01:00"))
    assert "footcoach restore 2026-03 restores what it can" in saved.warnings[0].sentence

    on(15).restore("2026-03")
    assert list(on(15).all()) == [saved.record, *four[1:]]


def test_a_later_change_and_a_deletion_win_over_what_is_brought_back(
    on: Callable[[int], History], four: list[SessionRecord], month: Path, folder: Path
) -> None:
    phone = History(folder, device="phone-1", now=lambda: datetime(2026, 3, 14, tzinfo=UTC))
    theirs = phone.update(changed(four[1], pain=4)).record
    phone.delete(four[2].id)
    month.write_bytes(b"nonsense")

    assert on(15).restore("2026-03").sessions == 1
    assert list(on(15).all()) == [theirs, four[3]]


def test_a_change_made_elsewhere_meanwhile_wins_though_it_arrives_later(
    on: Callable[[int], History], four: list[SessionRecord], month: Path, folder: Path
) -> None:
    phone = History(folder, device="phone-1", now=lambda: datetime(2026, 3, 14, tzinfo=UTC))
    late = phone.update(changed(four[1], pain=4)).record
    theirs = folder / "history" / "phone-1"
    theirs.rename(folder / "not-synced-yet")
    month.write_bytes(b"nonsense")
    on(15).restore("2026-03")
    (folder / "not-synced-yet").rename(theirs)

    assert on(16).all()[0] == late


def test_a_deletion_is_brought_back_too(
    on: Callable[[int], History], four: list[SessionRecord], month: Path
) -> None:
    on(14).delete(four[3].id)
    on(15).update(changed(four[0], note="so that there is a backup"))
    month.write_bytes(b"nonsense")
    on(16).restore("2026-03")
    assert list(on(16).all()) == four[:3]
    assert json.loads(month.read_bytes())["sessions"]["1"]["deleted"] is True


@pytest.mark.usefixtures("four")
def test_it_can_be_undone(on: Callable[[int], History], month: Path) -> None:
    month.write_bytes(b"nonsense")
    on(14).restore("2026-03")
    assert on(14).undoable()[0] == "Restored 3 sessions of 2026-03"

    on(14).undo()
    assert on(14).all() == ()


def test_a_month_that_is_gone_comes_back(
    on: Callable[[int], History], four: list[SessionRecord], month: Path, folder: Path
) -> None:
    month.unlink()
    (found,) = damaged_months(folder)
    assert (found.month, found.sessions, found.is_damaged) == ("2026-03", 3, False)
    on(14).restore("2026-03")
    assert list(on(14).all()) == four[1:]
    assert damaged_months(folder) == ()


STRAY_NAMES = [
    "2026-03.sync-conflict-20261130-031500-ABCDEFG.json",
    "2026-03 (conflicted copy).json",
    "2026-03 (1).json",
    "2026-13.json",
    "2026-03.bak.json",
    "2026-03-PC.json",
    "2026-03 (1).json.corrupt-20260314-120000",
    "x.json",
]
"""Names that synchronising programs, editors and people leave beside the files of months."""


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize("name", STRAY_NAMES)
@pytest.mark.parametrize("content", ["whole", "empty", "torn"])
def test_a_stray_file_does_not_hide_the_damage_of_a_month(
    month: Path, folder: Path, name: str, content: str
) -> None:
    whole = month.read_bytes()
    stray = {"whole": whole, "empty": b"", "torn": whole[: len(whole) // 2]}[content]
    month.with_name(name).write_bytes(stray)
    month.write_bytes(b"nonsense")
    assert [(found.month, found.sessions) for found in damaged_months(folder)] == [("2026-03", 3)]


@pytest.mark.usefixtures("four")
def test_once_all_is_back_the_file_set_aside_holds_nothing_that_is_missing(
    on: Callable[[int], History], month: Path, folder: Path
) -> None:
    month.write_bytes(b"nonsense")
    (found,) = damaged_months(folder)
    assert (found.sessions, found.is_damaged, found.aside) == (3, True, ())
    on(14).restore("2026-03")
    (found,) = damaged_months(folder)
    assert (found.sessions, found.is_damaged, len(found.aside)) == (0, False, 1)


def test_a_disk_that_rots_without_a_trace_is_found_out(
    on: Callable[[int], History], four: list[SessionRecord], month: Path
) -> None:
    on(14).all()
    status, content = month.stat(), month.read_bytes()
    month.write_bytes(content.replace(b'"seconds":601.25', b'"seconds":601,25', 1))
    os.utime(month, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert on(14).restore("2026-03").sessions == 4
    assert list(on(14).all()) == four
    assert on(14).problems == ()


@pytest.mark.parametrize("damaged", [True, False])
def test_where_nothing_can_be_brought_back_nothing_is_touched(
    on: Callable[[int], History], make_session: Make, month: Path, *, damaged: bool
) -> None:
    on(10).add(make_session("2026-03-10T08:00:00+01:00"))
    if damaged:
        month.write_bytes(b"nonsense")
    before = month.read_bytes()

    with pytest.raises(HistoryError, match="Nothing"):
        on(11).restore("2026-03")
    assert month.read_bytes() == before
    assert [path.name for path in month.parent.iterdir()] == [month.name]


@pytest.mark.usefixtures("four")
def test_the_offer_is_made_for_this_devices_months_only(
    on: Callable[[int], History], month: Path
) -> None:
    theirs = month.parents[1] / "phone-1" / month.name
    theirs.parent.mkdir()
    for path in (month, theirs):
        path.write_bytes(b"nonsense")
    history = on(14)
    history.all()
    sentences = {Path(problem.file).parent.name: problem.sentence for problem in history.problems}
    assert sentences[NAMED].endswith("; footcoach restore 2026-03 restores what it can")
    assert "restore" not in sentences["phone-1"]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (b"", 0),
        (b"\xff\xfe" * 100, 0),
        (b"[" * 100_000, 0),
        (b'"1":{"id":"x"}\n"2":{"id":"y"},\n"3":{"id":NaN}\n"4":{"schema":2}\n"5":7', 2),
        (b'"1":{"id":"x","id":"y"}', 0),
        (b'<<<<<<< ours\n"1":{"id":"x"},\n=======\n"1":{"id":"y"}\n>>>>>>>\n', 2),
    ],
)
def test_only_whole_lines_are_taken(content: bytes, count: int) -> None:
    assert len(list(readable_rows(content))) == count
