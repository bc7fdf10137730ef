"""A file edited until it is sound."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from footcoach_tui.authoring.edit_loop import edit_until_sound
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError

EditFile = Callable[[Path], object]


class FakeEditor:
    """Editor that makes one change at each call.

    `seen` is what the file held before it, `lines` where it was opened.
    """

    def __init__(self, *changes: EditFile) -> None:
        self._changes = list(changes)
        self.seen: list[bytes] = []
        self.lines: list[int] = []

    def __call__(self, path: Path, line: int) -> None:
        self.lines.append(line)
        self.seen.append(path.read_bytes())
        self._changes.pop(0)(path)


def write(content: bytes) -> EditFile:
    return lambda path: path.write_bytes(content)


def check(path: Path) -> Sequence[Problem]:
    """A problem for each line with an x."""
    lines = enumerate(path.read_bytes().split(b"\n"), 1)
    return [Problem("f", number, "k", "has an x") for number, line in lines if b"x" in line]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"a = 1\n")
    return file


def test_a_sound_file_is_opened_once(path: Path) -> None:
    editor = FakeEditor(write(b"a = 2\n"))
    assert edit_until_sound(path, editor, check, lambda _: pytest.fail("no problem")) == ()
    assert path.read_bytes() == b"a = 2\n"


def test_it_is_opened_again_with_notes_which_go_after_it(path: Path) -> None:
    editor = FakeEditor(write(b"a = 1\nx = 1\n"), lambda _: None, write(b"b = 1\n#! old\n"))
    asked: list[int] = []

    def wants_again(problems: Sequence[Problem]) -> bool:
        asked.append(problems[0].line)
        return True

    assert edit_until_sound(path, editor, check, wants_again) == ()
    noted = b"a = 1\n#! k: has an x\nx = 1\n"
    assert editor.seen == [b"a = 1\n", noted, noted]
    assert asked == [3, 3], "the line of the key, below its note"
    assert editor.lines == [0, 2, 2]
    assert path.read_bytes() == b"b = 1\n"


def test_it_can_be_kept_with_its_notes(path: Path) -> None:
    editor = FakeEditor(write(b"x = 1\n"))
    (problem,) = edit_until_sound(path, editor, check, lambda _: False)
    assert problem.line == 2
    assert path.read_bytes() == b"#! k: has an x\nx = 1\n"


def test_bytes_that_are_no_text_stay(path: Path) -> None:
    editor = FakeEditor(write(b"x = '\xff\xfe'\r\n"))
    edit_until_sound(path, editor, check, lambda _: False)
    assert path.read_bytes() == b"#! k: has an x\nx = '\xff\xfe'\r\n"


def test_a_file_that_the_editor_removed_is_an_error(path: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        edit_until_sound(path, FakeEditor(Path.unlink), check, lambda _: True)
