"""Sessions that cannot be used: named, left out, and kept in their files."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sample_folders import folders_of

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


@contextmanager
def recursion_limit(limit: int) -> Iterator[None]:
    """Let JSON be nested as deeply as later versions of Python allow it."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


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


def test_what_is_wrong_is_told_at_every_reading_and_by_every_history(
    history: History, month: Path, folder: Path
) -> None:
    change(month, lambda rows: rows["1"].update(seconds="long"))

    for _ in range(3):
        history.days()
        assert [problem.file for problem in history.problems] == [str(month)]
        assert [problem.file for problem in History(folders_of(folder)).problems] == [str(month)]


def test_fields_nested_too_deeply_cost_one_session(
    history: History, month: Path, make_session: Make
) -> None:
    history.add(make_session("2026-03-09T08:00:00+01:00", title="Good"))
    deep = "[" * 5000 + "]" * 5000
    month.write_text(month.read_text().replace('"note":""', f'"note":"","x":{deep}', 1))

    with recursion_limit(50_000):
        assert titles(history) == ["Good", "February"]
        (problem,) = history.problems
        assert "nested so deeply" in problem.sentence


def test_a_session_nested_too_deeply_is_refused(history: History, make_session: Make) -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    with recursion_limit(50_000), pytest.raises(HistoryError, match="cannot be saved"):
        history.add(make_session(extra={"x": deep}))


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
    change(month, lambda rows: rows["1"].update(title=hostile, note=hostile, id=f"{hostile}\ud800"))
    for name in ("\x1b[2J\nphone", "phone-2"):
        (folder / "history" / name).mkdir()
        (folder / "history" / name / "2026-03.json").write_bytes(b"\x1b[2J")

    history.all()

    assert len(history.problems) == 3
    assert "".join(map(str, history.problems)).isprintable()

    change(month, lambda rows: rows["1"].update(id="01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    record = history.all()[0]
    assert record.title == record.note == "]52;c;eA==[@click=app.quit]x[/]"
