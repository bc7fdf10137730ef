"""File lock: one writer at a time, and a wait that ends."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from footcoach_tui.boundary.files import WriteError, file_lock


def test_a_lock_keeps_a_second_one_out_for_as_long_as_it_says(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        file_lock(lock, "The history"),
        pytest.raises(WriteError, match="The history is being written by another footcoach"),
        file_lock(lock, "The history", timeout=0),
    ):
        pytest.fail("two held the lock")

    with file_lock(lock, "The history", timeout=0):
        assert stat.S_IMODE(lock.stat().st_mode) == 0o600


def test_a_lock_keeps_another_process_out(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    script = (
        "import sys; from pathlib import Path; from footcoach_tui.boundary.files import file_lock\n"
        "with file_lock(Path(sys.argv[1]), 'It', timeout=0): pass\n"
    )
    command = [sys.executable, "-c", script, str(lock)]

    with file_lock(lock, "It"):
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
    free = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "It is being written by another footcoach" in refused.stderr
    assert free.returncode == 0


def test_a_lock_is_given_back_when_the_work_under_it_fails(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), file_lock(lock, "It"):
        raise ZeroDivisionError

    with file_lock(lock, "It", timeout=0):
        pass


def test_a_lock_that_cannot_be_made_is_told_and_makes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "somewhere")

    for path, why in (
        (tmp_path / "lock", "could not be locked"),
        (tmp_path / "no" / "lock", "not"),
    ):
        with pytest.raises(WriteError, match=why), file_lock(path, "It", timeout=0):
            pytest.fail("there was nothing to lock")

    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
