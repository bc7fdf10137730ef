"""Changes of files, noticed by looks at them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.authoring.file_changes import changes

Change = Callable[[Path], object]


def remake(path: Path) -> None:
    """Replace a file by another with the same time and size, as some editors do."""
    status = path.stat()
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes())
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize(
    "change",
    [
        Path.unlink,
        remake,
        lambda path: path.write_text("ab"),
        lambda path: os.utime(path, ns=(0, 1)),
        lambda path: path.with_name("b.toml").touch(),
    ],
)
def test_a_change_is_noticed_once(tmp_path: Path, change: Change) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a")
    waits: list[Change | None] = [None, change, None, None, lambda _: path.write_text("abc")]
    count = iter(waits)
    looks = 0

    def wait() -> None:
        nonlocal looks
        looks += 1
        if happens := next(count):
            happens(path)

    noticed = changes(lambda: sorted(tmp_path.glob("*.toml")), wait)
    next(noticed)
    assert looks == 2
    next(noticed)
    assert looks == 5


def test_a_change_before_the_first_wait_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    noticed = changes(lambda: [path], lambda: None)
    path.write_text("a")
    next(noticed)
