"""The options that say how the app looks, in front of a command or behind `play`."""

import argparse
from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.app.appearance.choose import AppearanceOptions
from footcoach_tui.app.appearance.palettes import OWN_THEME_NAMES
from footcoach_tui.cli.appearance_options import chosen_appearance
from footcoach_tui.cli.main import make_parser

Footcoach = Callable[..., Any]
ALL = AppearanceOptions(glyphs="ascii", theme="dusk", is_calm=True)


@pytest.mark.parametrize(
    "line",
    [
        "--ascii --theme dusk --calm",
        "play rw-essential-three --ascii --theme dusk --calm",
        "--theme dusk --ascii play rw-essential-three --calm",
        "--theme trail --ascii --calm play rw-essential-three --theme dusk",
    ],
)
def test_what_is_asked_for_counts_wherever_it_stands(line: str) -> None:
    assert chosen_appearance(make_parser().parse_args(line.split())) == ALL


def test_nothing_asked_for_is_as_usual() -> None:
    assert chosen_appearance(argparse.Namespace()) == AppearanceOptions()
    assert (
        chosen_appearance(make_parser().parse_args(["play", "rw-essential-three"]))
        == AppearanceOptions()
    )


def test_a_theme_there_is_not_is_told_with_what_was_meant(footcoach: Footcoach) -> None:
    done = footcoach("--theme", "dask")
    assert done.code == 2
    assert "did you mean “dusk”?" in done.err


def test_a_table_has_no_theme_but_can_be_in_ascii(footcoach: Footcoach) -> None:
    done = footcoach("--calm", "list")
    assert (done.code, "does not move" in done.err) == (2, True)
    done = footcoach("--ascii", "show", "rw-essential-three")
    assert (done.code, done.out.isascii()) == (0, True)


def test_a_shell_completes_the_names_of_themes(footcoach: Footcoach) -> None:
    script = footcoach("completion", "bash").out
    assert [name for name in ("--ascii", "--calm", *OWN_THEME_NAMES) if name not in script] == []
