"""Marked routines in their file."""

from pathlib import Path

import pytest

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.library.routine_ids import RoutineIds


@pytest.fixture
def favourites(tmp_path: Path) -> RoutineIds:
    return RoutineIds(tmp_path / "data" / "favourites.txt", tmp_path / "state" / "lock")


def test_they_are_read_again_and_toggled(favourites: RoutineIds) -> None:
    favourites.toggle("desk-break-3min")
    favourites.toggle("gentle-4min")
    again = RoutineIds(favourites.file, favourites.lock)
    again.load()
    assert list(again.ids) == ["desk-break-3min", "gentle-4min"]
    again.toggle("desk-break-3min")
    assert list(again.ids) == ["gentle-4min"]
    assert favourites.file.stat().st_mode & 0o777 == 0o600


def test_what_another_footcoach_wrote_is_kept(favourites: RoutineIds) -> None:
    other = RoutineIds(favourites.file, favourites.lock)
    favourites.toggle("one")
    other.toggle("two")
    favourites.toggle("three")
    assert list(favourites.ids) == ["one", "two", "three"]


def test_lines_that_are_no_ids_are_not_read_but_stay(favourites: RoutineIds) -> None:
    favourites.file.parent.mkdir()
    favourites.file.write_bytes(b"\x1b[2J\n# mine\none\r\n\xff\n" + b"a" * 90 + b"\n")
    favourites.load()
    assert list(favourites.ids) == ["one"]
    favourites.toggle("two")
    assert list(favourites.ids) == ["one", "two"]
    assert favourites.file.read_bytes().startswith(b"\x1b[2J\n# mine\none\n\xff\n")


def test_a_file_that_cannot_be_read_is_not_written_over(favourites: RoutineIds) -> None:
    favourites.file.parent.mkdir()
    favourites.file.write_bytes(b"x" * 70_000)
    favourites.load()
    assert list(favourites.ids) == []
    with pytest.raises(UnreadableError, match="is larger than"):
        favourites.toggle("one")
    assert favourites.file.stat().st_size == 70_000


@pytest.mark.parametrize(
    ("routine", "beyond", "after"),
    [
        ("one", "two", "two one three"),
        ("one", "three", "two three one"),
        ("three", "one", "three one two"),
        ("two", "one", "two one three"),
        ("two", "two", "one two three"),
        ("two", "none", "one two three"),
        ("none", "one", "one two three"),
    ],
)
def test_a_routine_is_moved_beyond_another(
    favourites: RoutineIds, routine: str, beyond: str, after: str
) -> None:
    favourites.toggle("one", "two", "three")
    favourites.move(routine, beyond)
    assert list(favourites.ids) == after.split()
    favourites.load()
    assert list(favourites.ids) == after.split()


def test_several_are_toggled_at_once(favourites: RoutineIds) -> None:
    favourites.toggle("one")
    favourites.toggle("one", "two")
    assert list(favourites.ids) == ["one", "two"]
    favourites.toggle("one", "two")
    assert list(favourites.ids) == []
