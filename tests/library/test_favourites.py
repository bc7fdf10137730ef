"""Favourite routines in their file."""

from pathlib import Path

import pytest

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.library.favourites import Favourites


@pytest.fixture
def favourites(tmp_path: Path) -> Favourites:
    return Favourites(tmp_path / "data" / "favourites.txt", tmp_path / "state" / "lock")


def test_they_are_read_again_and_toggled(favourites: Favourites) -> None:
    assert favourites.toggle("desk-break-3min")
    assert favourites.toggle("gentle-4min")
    again = Favourites(favourites.file, favourites.lock)
    again.load()
    assert again.ids == {"desk-break-3min", "gentle-4min"}
    assert not again.toggle("desk-break-3min")
    assert again.ids == {"gentle-4min"}
    assert favourites.file.stat().st_mode & 0o777 == 0o600


def test_what_another_footcoach_wrote_is_kept(favourites: Favourites) -> None:
    other = Favourites(favourites.file, favourites.lock)
    favourites.toggle("one")
    other.toggle("two")
    favourites.toggle("three")
    assert favourites.ids == {"one", "two", "three"}


def test_lines_that_are_no_ids_are_not_read_but_stay(favourites: Favourites) -> None:
    favourites.file.parent.mkdir()
    favourites.file.write_bytes(b"\x1b[2J\n# mine\none\r\n\xff\n" + b"a" * 90 + b"\n")
    favourites.load()
    assert favourites.ids == {"one"}
    favourites.toggle("two")
    assert favourites.ids == {"one", "two"}
    assert favourites.file.read_bytes().startswith(b"\x1b[2J\n# mine\none\n\xff\n")


def test_a_file_that_cannot_be_read_is_not_written_over(favourites: Favourites) -> None:
    favourites.file.parent.mkdir()
    favourites.file.write_bytes(b"x" * 70_000)
    favourites.load()
    assert favourites.ids == frozenset()
    with pytest.raises(UnreadableError, match="is larger than"):
        favourites.toggle("one")
    assert favourites.file.stat().st_size == 70_000
