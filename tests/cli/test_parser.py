"""Options of the appearance, in front of a command or behind `play`."""

from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.app.appearance.palettes import OWN_THEME_NAMES
from footcoach_tui.cli.parser import COMMANDS, make_command_parser, make_parser

Footcoach = Callable[..., Any]


@pytest.mark.parametrize(
    "line",
    [
        "--ascii --theme dusk --calm",
        "play rw-essential-three --ascii --theme dusk --calm",
        "--theme dusk --ascii play rw-essential-three --calm",
        "--theme trail --ascii --calm play rw-essential-three --theme dusk",
    ],
)
def test_options_count_in_front_of_a_command_and_behind_it(line: str) -> None:
    args = make_parser().parse_args(line.split())
    assert (args.ascii, args.theme, args.calm) == (True, "dusk", True)


def test_without_options_the_settings_count() -> None:
    for args in (
        make_parser().parse_args(["play", "rw-essential-three"]),
        make_command_parser("play").parse_args(["rw-essential-three"]),
    ):
        assert (args.ascii, args.theme, args.calm) == (False, None, False)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_parsed_alone_as_among_all(name: str) -> None:
    alone = make_command_parser(name)
    (commands,) = (action for action in make_parser()._actions if action.dest == "command")
    assert isinstance(commands.choices, dict)
    assert alone.format_help() == commands.choices[name].format_help()
    assert alone.get_default("run") is commands.choices[name].get_default("run")


def test_a_theme_there_is_not_is_told_with_what_was_meant(footcoach: Footcoach) -> None:
    done = footcoach("--theme", "dask")
    assert done.code == 2
    assert "did you mean “dusk”?" in done.err


def test_a_table_has_no_theme_but_can_be_in_ascii(footcoach: Footcoach) -> None:
    done = footcoach("--calm", "list")
    assert (done.code, "no colours or motion" in done.err) == (2, True)
    done = footcoach("--ascii", "show", "rw-essential-three")
    assert (done.code, done.out.isascii()) == (0, True)


def test_a_shell_completes_the_names_of_themes(footcoach: Footcoach) -> None:
    script = footcoach("completion", "bash").out
    assert [name for name in ("--ascii", "--calm", *OWN_THEME_NAMES) if name not in script] == []
