"""Damaged months and unusable sessions: named, the others read, no byte lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
DAMAGES = [
    b"",
    b"null",
    b"\0" * 4096,
    b'{"footcoach":{"1":{"schema":1}},"sessions":{"1":{"id"',
    b"<<<<<<< ours\n{}",
    b'{"sessions": {}}',
]


@pytest.fixture
def month(history: History, folder: Path, make_session: Make) -> Path:
    """The file of March, beside a sound February."""
    history.add(make_session("2026-02-10T08:00:00+01:00", title="February"))
    history.add(make_session("2026-03-10T08:00:00+01:00", title="March"))
    return folder / "history" / "here-1" / "2026-03.json"


def titles(history: History) -> list[str]:
    return [record.title for record in history.all()]


def change(month: Path, edit: Callable[[dict[str, Any]], None]) -> None:
    content = json.loads(month.read_text())
    edit(content["sessions"])
    month.write_text(json.dumps(content))


@pytest.mark.parametrize("content", DAMAGES)
def test_a_damaged_month_is_named_and_the_others_are_read(
    history: History, month: Path, content: bytes
) -> None:
    month.write_bytes(content)

    assert titles(history) == ["February"]
    (problem,) = history.problems
    assert problem.file == str(month)
    assert problem.sentence.startswith("is damaged (")
    assert month.read_bytes() == content


@pytest.mark.parametrize("content", DAMAGES)
def test_a_session_for_a_damaged_month_is_kept_and_the_damage_set_aside(
    history: History, month: Path, make_session: Make, content: bytes
) -> None:
    month.write_bytes(content)

    saved = history.add(make_session("2026-03-11T08:00:00+01:00", title="New"))

    (aside,) = month.parent.glob("2026-03.json.corrupt-*")
    assert aside.read_bytes() == content
    (problem,) = saved.warnings
    assert (
        problem.sentence == f"was damaged; it is kept as {aside.name}, and a new file was started"
    )
    assert titles(history) == ["New", "February"]
    assert history.problems == ()


def test_two_different_damages_are_both_kept(
    history: History, month: Path, make_session: Make
) -> None:
    for content in (b"one", b"other", b"one"):
        month.write_bytes(content)
        history.add(make_session("2026-03-11T08:00:00+01:00"))

    kept = {path.read_bytes() for path in month.parent.glob("*.corrupt-*")}
    assert kept == {b"one", b"other"}


def test_a_session_in_a_damaged_month_cannot_be_changed_and_nothing_is_written(
    history: History, month: Path
) -> None:
    record = history.all()[0]
    month.write_bytes(b"null")

    with pytest.raises(HistoryError, match=r"2026-03\.json: is damaged"):
        history.update(record._replace(pain=3))

    assert month.read_bytes() == b"null"
    assert list(month.parent.glob("*.corrupt-*")) == []


def test_a_month_of_a_newer_footcoach_is_left_alone_and_told(
    history: History, month: Path, make_session: Make
) -> None:
    newer = month.read_bytes().replace(b'"schema":2', b'"schema":3')
    month.write_bytes(newer)

    assert titles(history) == ["February"]
    assert "newer footcoach (schema 3, this one knows 2)" in history.problems[0].sentence
    with pytest.raises(HistoryError, match="newer footcoach"):
        history.add(make_session("2026-03-11T08:00:00+01:00"))
    assert month.read_bytes() == newer
    assert list(month.parent.glob("*.corrupt-*")) == []


def test_a_session_that_cannot_be_used_is_named_left_out_and_stays_in_the_file(
    history: History, month: Path, make_session: Make
) -> None:
    history.add(make_session("2026-03-09T08:00:00+01:00", title="Good"))
    broken = history.all()[0].id
    change(month, lambda rows: rows["1"].update(seconds="ten minutes"))

    assert titles(history) == ["Good", "February"]
    (problem,) = history.problems
    assert (problem.file, problem.key) == (str(month), broken)
    assert "seconds: must be a number" in problem.sentence

    history.add(make_session("2026-03-12T08:00:00+01:00", title="Later"))
    assert json.loads(month.read_text())["sessions"]["1"]["seconds"] == "ten minutes"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"id": None}, "id: must be a ULID"),
        ({"date": "2026-03-11"}, "date: must be the day of started, 2026-03-10"),
        ({"date": ["x"], "started": {}}, "started: must be a date and time"),
        ({"revision": 0}, "revision: must be a whole number from 1"),
        ({"revision": True}, "revision: must be a whole number"),
        ({"written": "yesterday"}, "written: must be a date and time such as"),
        ({"written": None}, "written: must be a date and time such as"),
        ({"deleted": "yes"}, "deleted: must be true, or left out"),
    ],
)
def test_a_hand_edit_that_does_not_fit_is_told(
    history: History, month: Path, fields: dict[str, object], said: str
) -> None:
    change(month, lambda rows: rows["1"].update(fields))

    assert titles(history) == ["February"]
    assert [said in problem.sentence for problem in history.problems] == [True]


def test_a_session_moved_to_another_day_by_hand_is_shown_on_that_day(
    history: History, month: Path
) -> None:
    history.last(1)
    moved = {"date": "2026-01-10", "started": "2026-01-10T08:00:00+01:00"}
    change(month, lambda rows: rows["1"].update(moved))

    assert titles(history) == ["February", "March"]
    assert [record.title for record in history.last(2)] == ["February", "March"]
    assert history.problems == ()


def test_a_month_passed_over_that_was_damaged_since_is_named_all_the_same(
    history: History, month: Path
) -> None:
    february = month.with_name("2026-02.json")
    history.all()
    february.write_bytes(b"nonsense")

    assert [record.title for record in history.last(1)] == ["March"]
    assert [problem.file for problem in history.problems] == [str(february)]


def test_a_session_that_stands_in_a_file_twice_is_read_once_and_told(
    history: History, month: Path
) -> None:
    change(month, lambda rows: rows.update({"2": rows["1"]}))

    assert titles(history) == ["March", "February"]
    assert "is in this file twice" in history.problems[0].sentence


def test_hostile_sessions_and_names_come_out_clean(
    history: History, month: Path, folder: Path
) -> None:
    hostile = "\x1b]52;c;eA==\x07\u202e[@click=app.quit]x[/]"
    change(month, lambda rows: rows["1"].update(title=hostile, note=hostile, id=hostile))
    for name in ("\x1b[2J\nphone", "phone-2"):
        (folder / "history" / name).mkdir()
        (folder / "history" / name / "2026-03.json").write_bytes(b"\x1b[2J")

    history.all()

    assert len(history.problems) == 3
    assert "".join(map(str, history.problems)).isprintable()

    change(month, lambda rows: rows["1"].update(id="01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    record = history.all()[0]
    assert record.title == record.note == "]52;c;eA==[@click=app.quit]x[/]"


def test_a_name_that_is_no_month_is_told_and_what_is_not_ours_passed_over(
    history: History, month: Path, folder: Path
) -> None:
    copy = month.with_name("2026-03.sync-conflict-20260311.json")
    copy.write_bytes(month.read_bytes())
    for name in (".2026-03.json.1.a.tmp", "2026-03.json.corrupt-abc", "notes.txt", ".hidden.json"):
        month.with_name(name).write_bytes(b"x")
    (folder / "history" / "loose.txt").write_bytes(b"x")
    (folder / "history" / ".stfolder").mkdir()

    assert titles(history) == ["March", "February"]
    assert [problem.file for problem in history.problems] == [str(copy)]


def test_a_disk_that_is_not_there_is_not_an_empty_history(
    history: History, month: Path, folder: Path, tmp_path: Path, make_session: Make
) -> None:
    real = folder / "history"
    real.rename(tmp_path / "carried")
    real.symlink_to(tmp_path / "unplugged")

    assert history.all() == ()
    assert [problem.file for problem in history.problems] == [str(real)]
    with pytest.raises(HistoryError):
        history.add(make_session())
    assert (tmp_path / "carried" / "here-1" / month.name).exists()


def test_a_month_that_is_a_dead_link_is_told_and_not_begun_anew(
    history: History, month: Path, make_session: Make
) -> None:
    month.unlink()
    month.symlink_to(month.with_name("elsewhere"))

    assert titles(history) == ["February"]
    assert "broken link" in history.problems[0].sentence
    with pytest.raises(HistoryError, match="broken link"):
        history.add(make_session("2026-03-11T08:00:00+01:00"))
    assert month.is_symlink()
