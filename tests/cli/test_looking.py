"""The options that say how the app looks, in front of a command or behind `play`."""

import argparse
from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.app.looks.look import Wishes
from footcoach_tui.app.looks.palettes import OWN_NAMES
from footcoach_tui.cli.looking import wishes_of
from footcoach_tui.cli.main import parser

Footcoach = Callable[..., Any]
ALL = Wishes(ascii=True, theme="dusk", calm=True)


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
    assert wishes_of(parser().parse_args(line.split())) == ALL


def test_nothing_asked_for_is_as_usual() -> None:
    assert wishes_of(argparse.Namespace()) == Wishes()
    assert wishes_of(parser().parse_args(["play", "rw-essential-three"])) == Wishes()


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
    assert [name for name in ("--ascii", "--calm", *OWN_NAMES) if name not in script] == []
