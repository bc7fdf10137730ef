"""Appearance on this terminal and the reasons for it: colours, glyphs, theme, motion.

Pure: the environment is an argument. The app shows the appearance, `doctor` prints the reasons.
Named tuples, because every command on a terminal needs them: dataclasses take 20 ms here.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.app.appearance.figure_glyphs import (
    AUTO,
    PIXELS,
    guess_glyphs,
    is_multiplexer,
)
from footcoach_tui.app.appearance.palettes import ANSI_DARK_THEME, ANSI_LIGHT_THEME, DEFAULT_PALETTE
from footcoach_tui.figure.glyphs import Glyphs

_ANSI_THEMES = (ANSI_DARK_THEME, ANSI_LIGHT_THEME)


class ColourDepth(StrEnum):
    """Number of colours."""

    NONE = "no"
    SIXTEEN = "16"
    MANY = "256"
    TRUE = "16 million"

    @property
    def is_ansi_only(self) -> bool:
        """Whether colours cannot be mixed: only the terminal's own sixteen, or none."""
        return self in (ColourDepth.NONE, ColourDepth.SIXTEEN)


class AppearanceOptions(NamedTuple):
    """Options of the command line, or the fields of the settings.

    `theme` is "" for the default; `glyphs` are ``auto``, ``unicode`` or ``ascii``, `figure` is
    ``auto``, ``pixels`` or one of `Glyphs`; when calm, only the countdown moves.
    """

    theme: str = ""
    glyphs: str = AUTO
    is_calm: bool = False
    figure: str = AUTO


class Appearance(NamedTuple):
    """Chosen colours, glyphs, theme and motion; `theme` is "" for the default."""

    depth: ColourDepth = ColourDepth.TRUE
    is_ascii: bool = False
    theme: str = ""
    is_calm: bool = False
    has_light_background: bool | None = None
    """Whether the terminal's own background is light; None where that is unknown."""
    figure: Glyphs = Glyphs.BLOCKS
    is_figure_open: bool = False
    """Whether the terminal's answers may bring finer glyphs for the figure, or pixels."""
    has_blocks: bool = False
    """Whether halves of a cell are shown although all else is in ASCII."""
    has_pixels_wish: bool = False
    """Whether figures are in pixels wherever the terminal can show them."""

    @property
    def effective_theme(self) -> str:
        """Name of the theme on the screen: a replacement where colours cannot be mixed."""
        if not self.depth.is_ansi_only:
            return self.theme or DEFAULT_PALETTE.name
        is_light = self.theme.endswith(("-light", "-latte", "-dawn"))
        # The replacement for a theme of dark letters must be legible on the actual background.
        if self.theme not in _ANSI_THEMES and self.has_light_background is not None:
            is_light = self.has_light_background
        return ANSI_LIGHT_THEME if is_light else ANSI_DARK_THEME


class Reasons(NamedTuple):
    """Reason for each choice, as in ``ASCII, for TERM is linux``."""

    depth: str
    glyphs: str
    theme: str
    calm: str
    figure: str


_NO_TERMS = ("", "dumb", "unknown")
_DEEP_NAMES = ("truecolor", "24bit")
_DEEP_TERMS = ("alacritty", "foot", "ghostty", "kitty", "wezterm", "contour", "direct")
"""Terminals that have all colours, known by name: SSH does not pass COLORTERM on."""
_BARE_TERMS = ("vt52", "vt100", "vt102", "vt220", "vt320", "m", "mono")
_FORCED = {"standard": ColourDepth.SIXTEEN, "256": ColourDepth.MANY, "truecolor": ColourDepth.TRUE}
"""Values of TEXTUAL_COLOR_SYSTEM."""
_CONSOLE_TERMS = ("linux",)
"""Their fonts have halves of a cell, and little else."""
_ASCII_TERMS = (
    *_CONSOLE_TERMS,
    "cons25",
    "ansi",
    "sun",
    "vt52",
    "vt100",
    "vt102",
    "vt220",
    "vt320",
)
"""Their fonts have no braille, and not all of the blocks and arrows either."""
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
_PLAIN_LOCALES = ("C", "POSIX")
_COERCED_LOCALES = ("C.UTF-8", "C.utf8", "UTF-8")
_LIGHT_BACKGROUNDS = ("7", "15")


def choose_appearance(
    options: AppearanceOptions,
    settings: AppearanceOptions,
    environ: Mapping[str, str],
    encoding: str,
) -> tuple[Appearance, Reasons]:
    """Appearance and its reasons; `encoding` is that of the output.

    The options of the command line override the environment, and that overrides the settings.
    """
    depth, depth_reason = colour_depth(environ)
    theme, theme_reason = _theme(options, settings)
    if depth is ColourDepth.NONE and options.theme and environ.get("NO_COLOR"):
        depth, depth_reason = colour_depth({**environ, "NO_COLOR": ""})
    if theme in _ANSI_THEMES and not depth.is_ansi_only:
        depth, depth_reason = ColourDepth.SIXTEEN, f"the theme is {theme}"
    has_light_background = _has_light_background(environ)
    if depth.is_ansi_only and has_light_background and not theme:
        theme_reason = f"COLORFGBG is {environ['COLORFGBG']}"
    is_ascii, glyphs_reason = _glyphs(options, settings, environ, encoding)
    is_calm, calm_reason = _calm(options, settings, environ)
    has_blocks = glyphs_reason == _reason_of_term(environ) and _is_console(environ)
    wanted = settings.figure if options.figure == AUTO else options.figure
    figure, figure_reason = guess_glyphs(wanted, environ, is_ascii=is_ascii, has_blocks=has_blocks)
    is_open = wanted in (AUTO, PIXELS) and not is_ascii and not is_multiplexer(environ)
    appearance = Appearance(
        depth,
        is_ascii,
        theme,
        is_calm,
        has_light_background,
        figure,
        is_open,
        has_blocks,
        is_open and wanted == PIXELS,
    )
    return appearance, Reasons(
        depth_reason, glyphs_reason, theme_reason, calm_reason, figure_reason
    )


def colour_depth(environ: Mapping[str, str]) -> tuple[ColourDepth, str]:
    """Number of colours of the terminal, and the reason."""
    term = environ.get("TERM", "").strip().lower()
    suffix = term.rpartition("-")[2]
    if environ.get("NO_COLOR"):  # an empty value does not count
        return ColourDepth.NONE, "NO_COLOR is set"
    if term in _NO_TERMS or suffix in _BARE_TERMS:
        return ColourDepth.NONE, f"TERM is {term or 'not set'}"
    if forced := _FORCED.get(environ.get("TEXTUAL_COLOR_SYSTEM", "")):
        return forced, "TEXTUAL_COLOR_SYSTEM says so"
    if (colorterm := environ.get("COLORTERM", "").strip().lower()) in _DEEP_NAMES:
        return ColourDepth.TRUE, f"COLORTERM is {colorterm}"
    if suffix in _DEEP_TERMS:
        return ColourDepth.TRUE, f"TERM is {term}"
    return (ColourDepth.MANY if suffix == "256color" else ColourDepth.SIXTEEN), f"TERM is {term}"


def _theme(options: AppearanceOptions, settings: AppearanceOptions) -> tuple[str, str]:
    if options.theme:
        return options.theme, "--theme asks for it"
    return settings.theme, "the settings say so" if settings.theme else "it is the default"


def _glyphs(
    options: AppearanceOptions,
    settings: AppearanceOptions,
    environ: Mapping[str, str],
    encoding: str,
) -> tuple[bool, str]:
    """Whether only ASCII may be sent, and the reason."""
    term = environ.get("TERM", "")
    if options.glyphs == "ascii":
        return True, "--ascii asks for it"
    if settings.glyphs == "ascii":
        return True, "the settings say so"
    if not is_utf8(encoding):
        return (
            True,
            f"text is written in {encoding}"
            if encoding
            else "the encoding is not known to be UTF-8",
        )
    if settings.glyphs == "unicode":
        return False, "the settings say so"
    if locale := _plain_locale(environ):
        return True, f"the locale is {locale}"
    if term in _ASCII_TERMS:
        return True, _reason_of_term(environ)
    return False, "text is written in UTF-8"


def _reason_of_term(environ: Mapping[str, str]) -> str:
    return f"TERM is {environ.get('TERM', '')}"


def _is_console(environ: Mapping[str, str]) -> bool:
    return environ.get("TERM") in _CONSOLE_TERMS


def is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def _plain_locale(environ: Mapping[str, str]) -> str:
    """Locale in the environment that cannot mean UTF-8, or "".

    Python writes UTF-8 even under C, and sets LC_CTYPE itself where only LANG is C. An environment
    without any locale does not count as C: nearly all terminals are UTF-8 by now.
    """
    values = {name: environ.get(name, "") for name in _LOCALE}
    if values["LC_CTYPE"] in _COERCED_LOCALES and values["LANG"] in _PLAIN_LOCALES:
        values["LC_CTYPE"] = ""
    name = next(filter(None, values.values()), "")
    codeset = name.partition(".")[2].partition("@")[0]
    return name if name in _PLAIN_LOCALES or (codeset and not is_utf8(codeset)) else ""


def _calm(
    options: AppearanceOptions, settings: AppearanceOptions, environ: Mapping[str, str]
) -> tuple[bool, str]:
    if options.is_calm:
        return True, "--calm asks for it"
    if settings.is_calm:
        return True, "the settings say so"
    if environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none":
        return True, "TEXTUAL_ANIMATIONS is none"
    return False, "calm is off"


def _has_light_background(environ: Mapping[str, str]) -> bool | None:
    """Whether the background is light; None where the environment does not show it."""
    if colour := environ.get("COLORFGBG", "").rpartition(";")[2]:
        return colour in _LIGHT_BACKGROUNDS
    return False if environ.get("TERM") in _ASCII_TERMS else None
