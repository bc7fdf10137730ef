"""The tutorial says what happens."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.authoring.layout import layout_of
from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.new_file import create_file
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.kinds import FileKind

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
Create = Callable[..., str]


@pytest.fixture
def create(tmp_path: Path) -> Create:
    """Make a file, and return its text."""

    def make(kind: FileKind, name: str, source: str = "") -> str:
        files = OwnFiles(bundled_routines_folder(), tmp_path)
        return create_file(files, kind, NewName.of(name), source).read_text(encoding="utf-8")

    return make


def test_the_examples_have_the_layout() -> None:
    assert len(EXAMPLES) == 4
    assert [text for text in EXAMPLES if layout_of(text.encode(), Path("x.toml")) != text] == []


def test_the_copy_is_as_on_the_page(create: Create) -> None:
    assert EXAMPLES[0] in create(FileKind.ROUTINE, "My desk break", "desk-break-3min")


def test_the_exercise_is_as_on_the_page(create: Create) -> None:
    text = create(FileKind.EXERCISE, "Marble lift")
    lines = {line.partition("  ")[0] for line in text.split("\n")}
    assert [line for line in EXAMPLES[-1].split("\n") if line not in lines] == []
