"""Glyphs of the figures: what the settings say, else what this terminal draws itself."""

import pytest

from footcoach_tui.app.appearance.choose import (
    Appearance,
    AppearanceOptions,
    choose_appearance,
)
from footcoach_tui.app.appearance.figure_glyphs import glyphs_of_terminal, may_show_pixels
from footcoach_tui.figure.glyphs import Glyphs

UTF8 = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}


def chosen(figure: str = "auto", encoding: str = "utf-8", **environ: str) -> Appearance:
    options = AppearanceOptions()
    settings = AppearanceOptions(figure=figure)
    return choose_appearance(options, settings, {**UTF8, **environ}, encoding)[0]


@pytest.mark.parametrize(
    ("name", "glyphs"),
    [
        ("kitty(0.26.5)", Glyphs.SEXTANTS),
        ("kitty(0.40.1)", Glyphs.OCTANTS),
        ("kitty(0.9.1)", Glyphs.BLOCKS),
        ("foot(1.20.2)", Glyphs.OCTANTS),
        ("foot(1.16.2)", Glyphs.SEXTANTS),
        ("ghostty 1.2.3", Glyphs.OCTANTS),
        ("VTE(7802)", Glyphs.OCTANTS),
        ("VTE(6800)", Glyphs.SEXTANTS),
        ("WezTerm 20240203-110809-5046fc22", Glyphs.SEXTANTS),
        ("XTerm(379)", Glyphs.BLOCKS),
        ("tmux 3.3a", Glyphs.BLOCKS),
        ("", Glyphs.BLOCKS),
        ("kitty", Glyphs.BLOCKS),
    ],
)
def test_a_terminal_gets_what_it_draws_itself(name: str, glyphs: Glyphs) -> None:
    assert glyphs_of_terminal(name) is glyphs


def test_the_environment_may_say_it_before_the_terminal_does() -> None:
    assert chosen(VTE_VERSION="7802").figure is Glyphs.OCTANTS
    ghostty = chosen(TERM_PROGRAM="ghostty", TERM_PROGRAM_VERSION="1.3.1")
    assert ghostty.figure is Glyphs.OCTANTS
    assert chosen().figure is Glyphs.BLOCKS
    assert chosen().is_figure_open


def test_the_settings_come_first_and_then_no_terminal_is_asked() -> None:
    appearance = chosen("braille", VTE_VERSION="7802")
    assert appearance.figure is Glyphs.BRAILLE
    assert not appearance.is_figure_open


def test_within_tmux_nobody_knows_what_is_drawn() -> None:
    appearance = chosen(TMUX="socket,1,0", VTE_VERSION="7802")
    assert appearance.figure is Glyphs.BLOCKS
    assert not appearance.is_figure_open


def test_a_linux_console_shows_halves_of_a_cell_though_all_else_is_ascii() -> None:
    appearance = chosen(TERM="linux")
    assert appearance.is_ascii
    assert appearance.has_blocks
    assert appearance.figure is Glyphs.HALVES


@pytest.mark.parametrize("environ", [{"LC_ALL": "C"}, {"TERM": "vt220"}])
def test_elsewhere_ascii_means_ascii(environ: dict[str, str]) -> None:
    appearance = chosen("octants", **{"TERM": "linux", **environ})
    assert appearance.figure is Glyphs.ASCII
    assert not appearance.has_blocks


def test_another_encoding_means_ascii_on_a_console_too() -> None:
    assert chosen(encoding="iso-8859-1", TERM="linux").figure is Glyphs.ASCII


def test_pixels_are_asked_for_by_the_settings_or_by_a_terminal_known_for_them() -> None:
    assert chosen("pixels").has_pixels_wish
    assert chosen("pixels").is_figure_open
    assert chosen("pixels").figure is chosen("auto").figure
    assert not chosen("auto").has_pixels_wish
    assert not chosen("blocks").is_figure_open
    assert [
        may_show_pixels(name) for name in ("kitty(0.26.5)", "ghostty 1.2", "XTerm(379)", "")
    ] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("environ", [{"TMUX": "1"}, {"TERM": "screen"}, {"TERM": "linux"}])
def test_pixels_are_never_asked_for_where_they_could_not_be_seen(environ: dict[str, str]) -> None:
    assert not chosen("pixels", **environ).has_pixels_wish
