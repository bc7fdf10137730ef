"""How footcoach looks on this terminal, and why: colours, glyphs, theme, motion.

Pure: what is known of the terminal is handed in. The app wears what is chosen here; `doctor`
tells it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from footcoach_tui.app.appearance.palettes import ANSI_DARK_THEME, ANSI_LIGHT_THEME, DEFAULT_PALETTE


class ColourDepth(StrEnum):
    """How many colours there are."""

    NONE = "no"
    SIXTEEN = "16"
    MANY = "256"
    TRUE = "16 million"

    @property
    def is_ansi_only(self) -> bool:
        """Whether colours cannot be mixed: there are the terminal's own sixteen, or none."""
        return self in (ColourDepth.NONE, ColourDepth.SIXTEEN)


@dataclass(frozen=True, slots=True)
class AppearanceOptions:
    """What was asked for on the command line."""

    is_ascii: bool = False
    theme: str = ""
    is_calm: bool = False


NO_OPTIONS = AppearanceOptions()
"""Nothing was asked for."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the app wears; `theme` is "" for the usual one."""

    depth: ColourDepth = ColourDepth.TRUE
    is_ascii: bool = False
    theme: str = ""
    is_calm: bool = False
    has_light_background: bool | None = None
    """Whether the terminal's own ground is light; None where that is not known."""


class AppearanceSettings(Protocol):
    """What the settings say; those of a person are `Settings`."""

    @property
    def theme(self) -> str:
        """The name of a theme, or ""."""
        ...

    @property
    def glyphs(self) -> str:
        """``auto``, ``unicode`` or ``ascii``."""
        ...

    @property
    def calm(self) -> bool:
        """Whether nothing may move but the count."""
        ...


@dataclass(frozen=True, slots=True)
class DefaultAppearanceSettings:
    """Preferences where no settings have been read."""

    theme: str = ""
    glyphs: str = "auto"
    calm: bool = False


DEFAULT_SETTINGS = DefaultAppearanceSettings()


class Reasons(NamedTuple):
    """Why one thing was chosen, to follow a name: ``ASCII, for TERM is linux``."""

    depth: str
    glyphs: str
    theme: str
    calm: str


_NO_TERMS = ("", "dumb", "unknown")
_DEEP_NAMES = ("truecolor", "24bit")
_DEEP_TERMS = ("alacritty", "foot", "ghostty", "kitty", "wezterm", "contour", "direct")
"""Terminals that show all colours and say so by name: COLORTERM does not cross SSH."""
_BARE_TERMS = ("vt52", "vt100", "vt102", "vt220", "vt320", "m", "mono")
_FORCED = {"standard": ColourDepth.SIXTEEN, "256": ColourDepth.MANY, "truecolor": ColourDepth.TRUE}
"""What TEXTUAL_COLOR_SYSTEM can say."""
_ASCII_TERMS = ("linux", "cons25", "ansi", "sun", "vt52", "vt100", "vt102", "vt220", "vt320")
"""Their fonts have no braille, and not all of the blocks and arrows either."""
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
_PLAIN_LOCALES = ("C", "POSIX")
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
_LIGHT_GROUNDS = ("7", "15")


def choose_appearance(
    wishes: AppearanceOptions,
    settings: AppearanceSettings,
    environ: Mapping[str, str],
    encoding: str,
) -> tuple[Appearance, Reasons]:
    """What is worn, and why; `encoding` is the standard output's.

    The command line counts more than the environment, and that more than the settings.
    """
    depth, why_depth = colour_depth(environ)
    theme, why_theme = _theme(wishes, settings)
    if depth is ColourDepth.NONE and wishes.theme and environ.get("NO_COLOR"):
        depth, why_depth = colour_depth({**environ, "NO_COLOR": ""})
    if theme in (ANSI_DARK_THEME, ANSI_LIGHT_THEME) and not depth.is_ansi_only:
        depth, why_depth = ColourDepth.SIXTEEN, f"the theme is {theme}"
    on_light = _on_light(environ)
    if depth.is_ansi_only and on_light and not theme:
        why_theme = f"COLORFGBG is {environ['COLORFGBG']}"
    is_ascii, why_glyphs = _glyphs(wishes, settings, environ, encoding)
    is_calm, why_calm = _calm(wishes, settings, environ)
    because = Reasons(why_depth, why_glyphs, why_theme, why_calm)
    return Appearance(depth, is_ascii, theme, is_calm, on_light), because


def colour_depth(environ: Mapping[str, str]) -> tuple[ColourDepth, str]:
    """How many colours the terminal has, and by what that is known."""
    term = environ.get("TERM", "").strip().lower()
    last = term.rpartition("-")[2]
    if environ.get("NO_COLOR"):  # set to nothing it asks for nothing
        return ColourDepth.NONE, "NO_COLOR is set"
    if term in _NO_TERMS or last in _BARE_TERMS:
        return ColourDepth.NONE, f"TERM is {term or 'not set'}"
    if forced := _FORCED.get(environ.get("TEXTUAL_COLOR_SYSTEM", "")):
        return forced, "TEXTUAL_COLOR_SYSTEM says so"
    if (deep := environ.get("COLORTERM", "").strip().lower()) in _DEEP_NAMES:
        return ColourDepth.TRUE, f"COLORTERM is {deep}"
    if last in _DEEP_TERMS:
        return ColourDepth.TRUE, f"TERM is {term}"
    return (ColourDepth.MANY if last == "256color" else ColourDepth.SIXTEEN), f"TERM is {term}"


def effective_theme(look: Appearance) -> str:
    """The name of what is worn; where colours cannot be mixed, of what is worn instead."""
    if not look.depth.is_ansi_only:
        return look.theme or DEFAULT_PALETTE.name
    is_named = look.theme in (ANSI_DARK_THEME, ANSI_LIGHT_THEME)
    by_name = look.theme.endswith(("-light", "-latte", "-dawn"))
    # What stands in for a theme of dark letters has to be read on the ground that there is.
    light = by_name if is_named or look.has_light_background is None else look.has_light_background
    return ANSI_LIGHT_THEME if light else ANSI_DARK_THEME


def _theme(wishes: AppearanceOptions, settings: AppearanceSettings) -> tuple[str, str]:
    if wishes.theme:
        return wishes.theme, "--theme asks for it"
    return settings.theme, "the settings say so" if settings.theme else "it is the usual one"


def _glyphs(
    wishes: AppearanceOptions,
    settings: AppearanceSettings,
    environ: Mapping[str, str],
    encoding: str,
) -> tuple[bool, str]:
    """Whether ASCII is all that may be sent, and why."""
    term = environ.get("TERM", "")
    if wishes.is_ascii:
        return True, "--ascii asks for it"
    if settings.glyphs == "ascii":
        return True, "the settings say so"
    if not is_utf8(encoding):
        return True, f"text is written in {encoding}" if encoding else "nothing tells of UTF-8"
    if settings.glyphs == "unicode":
        return False, "the settings say so"
    if plain := _plain_locale(environ):
        return True, f"the locale is {plain}"
    if term in _ASCII_TERMS:
        return True, f"TERM is {term}"
    return False, "text is written in UTF-8"


def is_utf8(encoding: str) -> bool:
    """Whether an encoding, by its name, is UTF-8."""
    return encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def _plain_locale(environ: Mapping[str, str]) -> str:
    """The locale that was named and cannot mean UTF-8, or "".

    Python writes UTF-8 all the same under C, and where only LANG names that it sets LC_CTYPE
    itself. Where none is named nobody has asked for C: nearly all terminals are UTF-8 by now.
    """
    named = {name: environ.get(name, "") for name in _LOCALE}
    if named["LC_CTYPE"] in _COERCED and named["LANG"] in _PLAIN_LOCALES:
        named["LC_CTYPE"] = ""
    name = next(filter(None, named.values()), "")
    codeset = name.partition(".")[2].partition("@")[0]
    return name if name in _PLAIN_LOCALES or (codeset and not is_utf8(codeset)) else ""


def _calm(
    wishes: AppearanceOptions, settings: AppearanceSettings, environ: Mapping[str, str]
) -> tuple[bool, str]:
    if wishes.is_calm:
        return True, "--calm asks for it"
    if settings.calm:
        return True, "the settings say so"
    if environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none":
        return True, "TEXTUAL_ANIMATIONS is none"
    return False, "nothing asks for calm"


def _on_light(environ: Mapping[str, str]) -> bool | None:
    """Whether the terminal's ground is light, where the environment tells."""
    if ground := environ.get("COLORFGBG", "").rpartition(";")[2]:
        return ground in _LIGHT_GROUNDS
    return False if environ.get("TERM") in _ASCII_TERMS else None
