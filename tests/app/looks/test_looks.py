"""What is worn on which terminal, why, and what the themes are made of."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
from colour_blind import DEUTERANOPIA, PROTANOPIA, Matrix, apart
from contrast import shown
from textual.theme import BUILTIN_THEMES

from footcoach_tui.app.looks.look import Depth, Look, Tastes, Wishes, depth_of, look_of, shown_theme
from footcoach_tui.app.looks.palettes import (
    NAMES,
    OKABE_ITO,
    OWN_NAMES,
    PALETTES,
    SIXTEEN,
    SIXTEEN_LIGHT,
)
from footcoach_tui.app.looks.themes import OWN

GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_US.UTF-8"}


def worn(
    environ: Mapping[str, str],
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
    tastes: Tastes = Tastes(),  # noqa: B008 - the same
    encoding: str = "utf-8",
) -> Look:
    return look_of(wishes, tastes, {**GOOD, **environ}, encoding)[0]


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm", "COLORTERM": "24bit"}, Depth.TRUE),
        ({"TERM": "xterm-kitty"}, Depth.TRUE),
        ({"TERM": "alacritty"}, Depth.TRUE),
        ({"TERM": "xterm-direct"}, Depth.TRUE),
        ({"TERM": "xterm-256color"}, Depth.MANY),
        ({"TERM": "screen.xterm-256color"}, Depth.MANY),
        ({"TERM": "xterm"}, Depth.SIXTEEN),
        ({"TERM": "screen"}, Depth.SIXTEEN),
        ({"TERM": "linux"}, Depth.SIXTEEN),
        ({"TERM": "vt100"}, Depth.NONE),
        ({"TERM": "xterm-mono"}, Depth.NONE),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, Depth.NONE),
        ({}, Depth.NONE),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Depth.NONE),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": ""}, Depth.TRUE),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, Depth.MANY),
    ],
)
def test_colours_are_counted_by_what_the_terminal_says(
    environ: Mapping[str, str], depth: Depth
) -> None:
    found, why = depth_of(environ)
    assert found is depth
    assert why


@pytest.mark.parametrize(
    ("environ", "encoding", "is_ascii"),
    [
        ({}, "utf-8", False),
        ({}, "UTF8", False),
        ({}, "iso8859-1", True),
        ({}, "", True),
        ({"TERM": "linux"}, "utf-8", True),
        ({"TERM": "vt220"}, "utf-8", True),
        ({"LC_ALL": "C"}, "utf-8", True),
        ({"LC_ALL": "POSIX"}, "utf-8", True),
        ({"LC_CTYPE": "de_DE.ISO-8859-15@euro"}, "utf-8", True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, "utf-8", False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, "utf-8", True),  # what Python makes of LANG=C
        ({"LC_CTYPE": "C.UTF-8", "LANG": ""}, "utf-8", False),  # and of none at all
        ({"LANG": ""}, "utf-8", False),
    ],
)
def test_ascii_is_chosen_where_more_might_not_be_shown(
    environ: Mapping[str, str], encoding: str, *, is_ascii: bool
) -> None:
    assert worn(environ, encoding=encoding).ascii is is_ascii


def test_the_command_line_counts_more_than_the_environment_and_that_more_than_the_settings() -> (
    None
):
    settings = Tastes(theme="dusk", glyphs="unicode", calm=False)
    assert worn({}, tastes=settings) == Look(theme="dusk")
    assert worn({"NO_COLOR": "1"}, tastes=settings) == Look(Depth.NONE, theme="dusk")
    asked = Wishes(ascii=True, theme="trail", calm=True)
    assert worn({"NO_COLOR": "1"}, asked, settings) == Look(ascii=True, theme="trail", calm=True)


def test_the_settings_can_ask_for_more_than_a_console_is_believed_to_show() -> None:
    tastes = Tastes(glyphs="unicode")
    assert not worn({"TERM": "linux", "LC_ALL": "C"}, tastes=tastes).ascii
    assert worn({}, tastes=tastes, encoding="ascii").ascii, "it could not be written"


def test_calm_is_asked_for_in_three_ways() -> None:
    assert worn({}, Wishes(calm=True)).calm
    assert worn({}, tastes=Tastes(calm=True)).calm
    assert worn({"TEXTUAL_ANIMATIONS": "none"}).calm
    assert not worn({"TEXTUAL_ANIMATIONS": "basic"}).calm


@pytest.mark.parametrize(
    ("look", "theme"),
    [
        (Look(), "footcoach"),
        (Look(theme="nord"), "nord"),
        (Look(Depth.MANY, theme="dusk"), "dusk"),
        (Look(Depth.SIXTEEN), SIXTEEN),
        (Look(Depth.SIXTEEN, theme="dusk"), SIXTEEN),
        (Look(Depth.NONE, theme="footcoach-light"), SIXTEEN_LIGHT),
        (Look(Depth.SIXTEEN, theme="catppuccin-latte"), SIXTEEN_LIGHT),
    ],
)
def test_where_colours_cannot_be_mixed_another_theme_stands_in(look: Look, theme: str) -> None:
    assert shown_theme(look) == theme


def test_a_terminal_that_says_its_ground_is_light_gets_colours_for_it() -> None:
    light = {"TERM": "rxvt", "COLORTERM": "", "COLORFGBG": "0;15"}
    assert shown_theme(worn(light)) == SIXTEEN_LIGHT
    assert shown_theme(worn(light, tastes=Tastes(theme="dusk"))) == SIXTEEN_LIGHT
    assert shown_theme(worn(light, tastes=Tastes(theme=SIXTEEN))) == SIXTEEN


def test_a_terminal_that_says_its_ground_is_dark_gets_colours_for_it() -> None:
    dark = {"TERM": "rxvt", "COLORTERM": "", "COLORFGBG": "15;default;0"}
    assert shown_theme(worn(dark, tastes=Tastes(theme="footcoach-light"))) == SIXTEEN
    assert shown_theme(worn(dark, tastes=Tastes(theme=SIXTEEN_LIGHT))) == SIXTEEN_LIGHT


def test_what_the_ground_is_may_not_be_known() -> None:
    assert worn({"TERM": "xterm"}).on_light is None
    assert worn({"TERM": "linux"}).on_light is False


def test_every_name_is_a_theme() -> None:
    assert [theme.name for theme in OWN] == list(OWN_NAMES)
    assert len(set(NAMES)) == len(NAMES)
    assert set(NAMES) - set(OWN_NAMES) <= set(BUILTIN_THEMES)


def test_the_page_about_looks_names_every_theme() -> None:
    page = (Path(__file__).parents[3] / "docs" / "looks.md").read_text(encoding="utf-8")
    assert [one.name for one in PALETTES if f"| `{one.name}` | {one.told}" not in page] == []
    assert f"`{SIXTEEN}`, `{SIXTEEN_LIGHT}`" in page


@pytest.mark.parametrize("eyes", [PROTANOPIA, DEUTERANOPIA], ids=["protanopia", "deuteranopia"])
def test_states_are_told_apart_by_eyes_that_see_red_and_green_as_one(eyes: Matrix) -> None:
    """Work, hold, get ready, change side, rest, pause."""
    of = OKABE_ITO
    bands = (of.success, of.accent, of.primary, of.warning, of.rest, of.foreground)
    near = {
        pair: round(apart(shown(pair[0]), shown(pair[1]), eyes), 3)
        for pair in combinations(bands, 2)
        if apart(shown(pair[0]), shown(pair[1]), eyes) < 0.08
    }
    assert near == {}


def test_the_colours_for_them_are_those_of_okabe_and_ito() -> None:
    published = {"#e69f00", "#56b4e9", "#f0e442"}
    assert {OKABE_ITO.accent, OKABE_ITO.primary, OKABE_ITO.warning} == published
