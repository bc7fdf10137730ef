"""Appearance on each kind of terminal, its reasons, and the colours of the themes."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
from colour_blind import DEUTERANOPIA, PROTANOPIA, ConeMatrix, colour_distance
from contrast import displayed_colour
from textual.theme import BUILTIN_THEMES

from footcoach_tui.app.appearance.choose import (
    Appearance,
    AppearanceOptions,
    ColourDepth,
    choose_appearance,
    colour_depth,
)
from footcoach_tui.app.appearance.palettes import (
    _OKABE_ITO,
    ANSI_DARK_THEME,
    ANSI_LIGHT_THEME,
    OWN_THEME_NAMES,
    PALETTES,
    THEME_NAMES,
)
from footcoach_tui.app.appearance.themes import OWN_THEMES
from footcoach_tui.figure.glyphs import Glyphs

GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_US.UTF-8"}


def chosen(
    environ: Mapping[str, str],
    options: AppearanceOptions = AppearanceOptions(),  # noqa: B008 - frozen
    settings: AppearanceOptions = AppearanceOptions(),  # noqa: B008 - frozen
    encoding: str = "utf-8",
) -> Appearance:
    return choose_appearance(options, settings, {**GOOD, **environ}, encoding)[0]


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm", "COLORTERM": "24bit"}, ColourDepth.TRUE),
        ({"TERM": "xterm-kitty"}, ColourDepth.TRUE),
        ({"TERM": "alacritty"}, ColourDepth.TRUE),
        ({"TERM": "xterm-direct"}, ColourDepth.TRUE),
        ({"TERM": "xterm-256color"}, ColourDepth.MANY),
        ({"TERM": "screen.xterm-256color"}, ColourDepth.MANY),
        ({"TERM": "xterm"}, ColourDepth.SIXTEEN),
        ({"TERM": "screen"}, ColourDepth.SIXTEEN),
        ({"TERM": "linux"}, ColourDepth.SIXTEEN),
        ({"TERM": "vt100"}, ColourDepth.NONE),
        ({"TERM": "xterm-mono"}, ColourDepth.NONE),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, ColourDepth.NONE),
        ({}, ColourDepth.NONE),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, ColourDepth.NONE),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": ""}, ColourDepth.TRUE),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, ColourDepth.MANY),
    ],
)
def test_colours_are_counted_by_what_the_terminal_says(
    environ: Mapping[str, str], depth: ColourDepth
) -> None:
    found, why = colour_depth(environ)
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
    assert chosen(environ, encoding=encoding).is_ascii is is_ascii


def test_the_command_line_counts_more_than_the_environment_and_that_more_than_the_settings() -> (
    None
):
    settings = AppearanceOptions(theme="dusk", glyphs="unicode", is_calm=False)
    assert chosen({}, settings=settings) == Appearance(theme="dusk", is_figure_open=True)
    assert chosen({"NO_COLOR": "1"}, settings=settings) == Appearance(
        ColourDepth.NONE, theme="dusk", is_figure_open=True
    )
    asked = AppearanceOptions(glyphs="ascii", theme="trail", is_calm=True)
    assert chosen({"NO_COLOR": "1"}, asked, settings) == Appearance(
        is_ascii=True, theme="trail", is_calm=True, figure=Glyphs.ASCII
    )


def test_the_settings_can_ask_for_more_than_a_console_is_believed_to_show() -> None:
    settings = AppearanceOptions(glyphs="unicode")
    assert not chosen({"TERM": "linux", "LC_ALL": "C"}, settings=settings).is_ascii
    assert chosen({}, settings=settings, encoding="ascii").is_ascii, "it could not be written"


def test_calm_is_asked_for_in_three_ways() -> None:
    assert chosen({}, AppearanceOptions(is_calm=True)).is_calm
    assert chosen({}, settings=AppearanceOptions(is_calm=True)).is_calm
    assert chosen({"TEXTUAL_ANIMATIONS": "none"}).is_calm
    assert not chosen({"TEXTUAL_ANIMATIONS": "basic"}).is_calm


@pytest.mark.parametrize(
    ("look", "theme"),
    [
        (Appearance(), "footcoach"),
        (Appearance(theme="nord"), "nord"),
        (Appearance(ColourDepth.MANY, theme="dusk"), "dusk"),
        (Appearance(ColourDepth.SIXTEEN), ANSI_DARK_THEME),
        (Appearance(ColourDepth.SIXTEEN, theme="dusk"), ANSI_DARK_THEME),
        (Appearance(ColourDepth.NONE, theme="footcoach-light"), ANSI_LIGHT_THEME),
        (Appearance(ColourDepth.SIXTEEN, theme="catppuccin-latte"), ANSI_LIGHT_THEME),
    ],
)
def test_where_colours_cannot_be_mixed_another_theme_stands_in(
    look: Appearance, theme: str
) -> None:
    assert look.effective_theme == theme


def test_a_terminal_that_says_its_ground_is_light_gets_colours_for_it() -> None:
    light = {"TERM": "rxvt", "COLORTERM": "", "COLORFGBG": "0;15"}
    assert chosen(light).effective_theme == ANSI_LIGHT_THEME
    assert (
        chosen(light, settings=AppearanceOptions(theme="dusk")).effective_theme == ANSI_LIGHT_THEME
    )
    assert (
        chosen(light, settings=AppearanceOptions(theme=ANSI_DARK_THEME)).effective_theme
        == ANSI_DARK_THEME
    )


def test_a_terminal_that_says_its_ground_is_dark_gets_colours_for_it() -> None:
    dark = {"TERM": "rxvt", "COLORTERM": "", "COLORFGBG": "15;default;0"}
    assert (
        chosen(dark, settings=AppearanceOptions(theme="footcoach-light")).effective_theme
        == ANSI_DARK_THEME
    )
    assert (
        chosen(dark, settings=AppearanceOptions(theme=ANSI_LIGHT_THEME)).effective_theme
        == ANSI_LIGHT_THEME
    )


def test_what_the_ground_is_may_not_be_known() -> None:
    assert chosen({"TERM": "xterm"}).has_light_background is None
    assert chosen({"TERM": "linux"}).has_light_background is False


def test_every_name_is_a_theme() -> None:
    assert [theme.name for theme in OWN_THEMES] == list(OWN_THEME_NAMES)
    assert len(set(THEME_NAMES)) == len(THEME_NAMES)
    assert set(THEME_NAMES) - set(OWN_THEME_NAMES) <= set(BUILTIN_THEMES)


def test_the_page_about_looks_names_every_theme() -> None:
    page = (Path(__file__).parents[3] / "docs" / "looks.md").read_text(encoding="utf-8")
    assert [one.name for one in PALETTES if f"| `{one.name}` | {one.description}" not in page] == []
    assert f"`{ANSI_DARK_THEME}`, `{ANSI_LIGHT_THEME}`" in page


@pytest.mark.parametrize("eyes", [PROTANOPIA, DEUTERANOPIA], ids=["protanopia", "deuteranopia"])
def test_states_are_told_apart_by_eyes_that_see_red_and_green_as_one(eyes: ConeMatrix) -> None:
    """Work, hold, get ready, change side, rest, pause."""
    of = _OKABE_ITO
    bands = (of.success, of.accent, of.primary, of.warning, of.rest, of.foreground)
    near = {
        pair: round(colour_distance(displayed_colour(pair[0]), displayed_colour(pair[1]), eyes), 3)
        for pair in combinations(bands, 2)
        if colour_distance(displayed_colour(pair[0]), displayed_colour(pair[1]), eyes) < 0.08
    }
    assert near == {}


def test_the_colours_for_them_are_those_of_okabe_and_ito() -> None:
    published = {"#e69f00", "#56b4e9", "#f0e442"}
    assert {_OKABE_ITO.accent, _OKABE_ITO.primary, _OKABE_ITO.warning} == published
