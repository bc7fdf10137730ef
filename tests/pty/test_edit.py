"""`footcoach edit` in a real terminal: the editor, the question, the editor again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminals import PtyTerminal

pytestmark = pytest.mark.terminal

EDITOR = """\
#!/bin/sh
grep -c '^#! ' "$1"
printf 'pass %s: ' "$$"
read answer
case $answer in
    bad) sed -i 's/^reps = 6 /repz = 6 /' "$1" ;;
    good) sed -i 's/^repz = 6 /reps = 7 /' "$1" ;;
esac
"""

RENAMING_EDITOR = """\
#!/bin/sh
echo it is open
read answer
sed -i "s/^name = .*/name = \\"$answer\\"/" "$1"
"""


def test_problems_are_asked_about_and_ctrl_c_is_for_the_editor(
    open_footcoach: Callable[..., PtyTerminal],
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, editor = data / "routines" / "mine.toml", tmp_path / "editor"

    editor.write_text(EDITOR)
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    screen = open_footcoach("new", "mine")
    assert screen.end() == 0
    before = path.read_text()

    screen = open_footcoach("edit", "mine")
    screen.wait_for_text("pass ")
    screen.press("bad\r")
    screen.wait_for_text("steps[2].repz: unknown key", "enter: edit again   k: keep it as it is >")
    screen.press("?\r")
    screen.press("\r")
    screen.wait_for(lambda: b"\n1\r\n" in screen.written, "the note in the editor")
    screen.press("good\r")
    screen.wait_for_text("mine.toml: no problems", "footcoach play mine    plays it")
    assert screen.end() == 0
    assert path.read_text() == before.replace("reps = 6 ", "reps = 7 ")

    screen = open_footcoach("edit", "mine")
    screen.wait_for_text("pass ")
    screen.press("\x03")
    screen.wait_for_text("the editor editor ended with signal 2")
    assert screen.end() == 2


def test_the_library_opens_the_editor_and_reads_the_file_again(
    open_footcoach: Callable[..., PtyTerminal],
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(RENAMING_EDITOR)
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    screen = open_footcoach("new", "marblework", "--exercise")
    assert screen.end() == 0
    screen = open_footcoach()
    screen.wait_for_text("1 Routines", "Wake up the feet")
    screen.press("l")
    screen.wait_for_text("exercises by name")
    screen.press("/")
    screen.press("marblework\r")
    screen.wait_for_text("Edit file")
    screen.press("E")
    screen.wait_for_text("it is open")
    screen.press("Marblework juggling\r")
    screen.wait_for_text("Marblework juggling", " marblework.toml read again")
    screen.press("\x11" * 3)  # the filter, the library, the app
    assert screen.end() == 0
    assert (
        '"Marblework juggling"' in (data / "routines" / "exercises" / "marblework.toml").read_text()
    )
