"""Which two commands share which key."""

from pathlib import Path

import pytest

from footcoach_tui.settings.key_conflicts import KeyConflict, key_conflicts

COMMANDS = {"next": ("n", "right"), "back": ("b",), "help": ("question_mark",)}


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("", []),
        ('[keys]\nnext = "x"', []),
        ('[keys]\nnext = "b"\nback = "n"', []),
        ('[keys]\nback = ["x", "n"]', [("n", "next", "back")]),
        (
            '[keys]\nback = ["n", "right"]\nhelp = "n"',
            [("n", "next", "back"), ("right", "next", "back"), ("n", "next", "help")],
        ),
        ('[keys]\nback = ["b", "b"]', []),
        ("[keys]\nback = [1, {}]", []),
        ("keys = 7", []),
        ("keys = [", []),
    ],
)
def test_all_of_them_are_found(tmp_path: Path, text: str, clashes: list[tuple[str, ...]]) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    assert key_conflicts(path, COMMANDS) == tuple(KeyConflict(*one) for one in clashes)


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert key_conflicts(tmp_path / "none.toml", COMMANDS) == ()
