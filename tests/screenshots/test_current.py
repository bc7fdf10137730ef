"""Screens match their golden files, and the README links to all screenshots."""

import difflib
import re
from pathlib import Path

import make
import pytest
import screens
import sheet
from bundled import CATALOGUE


def changes(file: Path, text: str) -> str:
    """Diff from the golden file to the text; empty if equal."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return "\n".join(difflib.unified_diff(lines, text.splitlines(), file.name, "now", lineterm=""))


@pytest.mark.slow
@pytest.mark.parametrize("name", screens.NAMES)
async def test_a_screen_looks_as_it_did(name: str, tmp_path: Path) -> None:
    texts = await screens.texts(name, tmp_path)
    changed = "\n".join(filter(None, (changes(file, text) for file, text in texts.items())))
    assert not changed, f"run make goldens, and look at them\n{changed}"


def test_a_changed_screen_is_shown_as_a_diff(tmp_path: Path) -> None:
    file = tmp_path / "home.txt"
    file.write_text("one\ntwo\n", encoding="utf-8")
    assert changes(file, "one\ntwo\n") == ""
    assert changes(file, "one\nthree\n").splitlines()[-2:] == ["-two", "+three"]


def test_no_golden_screen_is_left_over() -> None:
    expected = {screens.path(name, size) for name in screens.NAMES for size in screens.SIZES}
    assert set(screens.FOLDER.iterdir()) == expected


def test_the_readme_shows_the_pictures_that_there_are() -> None:
    readme = (make.FOLDER.parent / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"screenshots/([\w-]+\.svg)", readme))
    assert linked == {path.name for path in make.FOLDER.glob("*.svg")}
    assert linked == {*map(make.name, make.SIZES), sheet._OUTPUT.name}


def test_the_sheet_has_every_exercise() -> None:
    svg = sheet.contact_sheet(CATALOGUE)
    assert [name for name in CATALOGUE.exercises if name not in svg] == []
