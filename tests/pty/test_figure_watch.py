"""`footcoach show --figure --watch` on a real terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminals import PtyTerminal

from footcoach_tui.boundary.paths import bundled_routines_folder

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("\x03", 130)])
def test_a_save_is_drawn_and_the_terminal_is_restored(
    open_footcoach: Callable[..., PtyTerminal], tmp_path: Path, key: str, code: int
) -> None:
    path = tmp_path / "raise.toml"
    text = (bundled_routines_folder() / "exercises" / "heel-raise-double.toml").read_text("utf-8")
    path.write_text(text, "utf-8")
    screen = open_footcoach("show", str(path), "--figure", "--watch")
    screen.wait_for_text("Heel raise, both feet · moving", "n b key poses")
    screen.press("n")
    screen.wait_for_text("pose 1 of ")
    path.write_text(text.replace("trunk = ", "trunk = 4", 1), "utf-8")
    screen.wait_for_text("body: trunk is", "pose 1 of ")
    path.write_text(text.replace("Heel raise, both feet", "My own raise"), "utf-8")
    screen.wait_for_text("My own raise")
    screen.press(key)
    assert screen.end() == code
    assert screen.written.rstrip().endswith(b"\x1b[?25h\x1b[?1049l")
