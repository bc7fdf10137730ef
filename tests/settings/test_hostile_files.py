"""Hostile config files: a problem, never obeyed, never a hang."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.text import forbidden_character
from footcoach_tui.settings.loader import load_settings
from footcoach_tui.settings.settings import Settings

Load = Callable[[str | bytes], Any]
Read = Callable[[], Any]
_SIZE_LIMIT = 64 * 1024


def only(loaded: Any) -> str:
    """The only problem, safe to show and on one line; the settings are the defaults."""
    assert loaded.settings == Settings()
    (problem,) = loaded.problems
    line = str(problem)
    assert forbidden_character(line) is None
    assert "\n" not in line
    return line


def test_a_fifo_does_not_hang(config: Path) -> None:
    os.mkfifo(config)
    code = (
        "import sys, pathlib; from footcoach_tui.settings.loader import load_settings;"
        "print(load_settings(pathlib.Path(sys.argv[1]), {}, ())[1][0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(config)],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert done.stdout == f"{config}: is not a regular file\n"


def test_a_file_too_large_is_not_read(load: Load, config: Path) -> None:
    assert only(load(b"#" * (_SIZE_LIMIT + 1))) == f"{config}: is larger than 64 KiB"


def test_a_file_just_small_enough_is_read(load: Load) -> None:
    assert load("bell = false\n#".ljust(_SIZE_LIMIT, "-")).settings == Settings(bell=False)


def test_a_folder_in_its_place_is_told(read: Read, config: Path) -> None:
    config.mkdir()
    assert only(read()) == f"{config}: is a folder, not a file"


def test_a_link_that_leads_nowhere_is_told(read: Read, config: Path) -> None:
    config.symlink_to("gone")
    assert only(read()) == f"{config}: does not exist"


def test_a_file_where_its_folder_should_be_is_like_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load_settings(tmp_path / "file" / "config.toml", {}, ()) == (Settings(), ())


def test_a_path_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 300)
    settings, (problem,) = load_settings(path, {}, ())
    assert settings == Settings()
    assert problem.sentence == "has a name that is too long"


def test_bytes_that_are_no_utf8_are_told(load: Load, config: Path) -> None:
    line = only(load(b'bell = true\ntheme = "\xff"\n'))
    assert line.startswith(f"{config}:2: is not UTF-8 text")


def test_control_characters_are_named_and_not_passed_on(load: Load, config: Path) -> None:
    assert only(load('theme = "\x1b[2J"')) == (
        f"{config}:1: remove the control character U+001B ESCAPE"
    )


@pytest.mark.parametrize(
    "text",
    [
        r'theme = "\u001b]0;owned\u0007"',
        r'"\u001b[2J" = 1',
        r'"\u202Egnp" = 1',
        r'keys."\u009b31m" = "n"',
        r'keys."session.next" = "\u001b[A"',
        r'first_side = "[@click=app.quit]left[/]"',
        'keys = "' + "n" * 50_000 + '"',
        '"' + "k" * 50_000 + '" = 1',
        "week_goal = 9" + "0" * 900,
        "first_side = nan",
        "first_side = 1979-05-27",
    ],
)
def test_what_is_told_is_safe_to_show(load: Load, text: str) -> None:
    assert len(only(load(text))) < 1000


def test_markup_in_a_problem_stays_as_it_is(load: Load) -> None:
    (problem,) = load('"[@click=app.quit]x[/]" = 1').problems
    assert problem.key == "[@click=app.quit]x[/]"


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")))
KEYS = st.sampled_from(["bell", "first_side", "theme", "week_goal", "keys"]) | TEXTS
SCALARS = st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=5)


@given(entries=st.dictionaries(KEYS, VALUES, max_size=5))
def test_whatever_stands_in_it_each_line_is_taken_or_told(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, Any]
) -> None:
    config = tmp_path_factory.mktemp("any") / "config.toml"
    lines = [f"{_toml(key)} = {_toml(value)}" for key, value in entries.items()]
    config.write_text("\n".join(lines), encoding="utf-8")
    settings, problems = load_settings(config, {"session.next": ("n",)}, ("nord",))
    lines_with_problems = {problem.line for problem in problems}
    for line, (key, value) in enumerate(entries.items(), 1):
        assert line in lines_with_problems or getattr(settings, key) == value


def _toml(value: object) -> str:
    """TOML of a value: JSON is TOML as well, but for its pairs of surrogates."""
    return json.dumps(value, ensure_ascii=False)
