"""A month file under the lock: missing, linked, or not a file at all."""

from pathlib import Path

import pytest

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.locked_file import LockedFile
from footcoach_tui.history.months.files import MonthFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-03.json"


def read(path: Path) -> LockedFile:
    return LockedFile(path, MonthFile.at("here-1", str(path)))


def test_no_file_is_empty_but_a_dead_link_is_an_error(path: Path) -> None:
    assert LockedFile(path).tables == {}

    path.symlink_to(path.with_name("gone"))
    with pytest.raises(WriteError, match="broken link"):
        read(path)


def test_a_folder_or_a_flood_in_the_files_place_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnreadableError):
        read(path)

    path.rmdir()
    with path.open("wb") as file:
        file.truncate(33 << 20)
    with pytest.raises(UnreadableError, match="larger than"):
        read(path)
