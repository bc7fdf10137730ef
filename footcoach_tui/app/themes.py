"""footcoach's own colours, and which theme a terminal gets."""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="footcoach",
    primary="#5fb3b3",
    secondary="#8fa6b2",
    accent="#f2a65a",
    foreground="#e6e3dc",
    background="#15191c",
    surface="#1b2024",
    panel="#2a3137",
    success="#8fc98b",
    warning="#f0c75e",
    error="#ef7b6f",
    dark=True,
)
LIGHT = Theme(
    name="footcoach-light",
    primary="#1f6f70",
    secondary="#4e6470",
    accent="#a34e00",
    foreground="#22282c",
    background="#f7f4ee",
    surface="#efebe3",
    panel="#ddd8cd",
    success="#2f6f2c",
    warning="#7a5800",
    error="#a8281c",
    dark=False,
)
OWN = (DARK, LIGHT)
NO_COLOUR_THEME = "ansi-dark"
THEMES = (*(theme.name for theme in OWN), *BUILTIN_THEMES)
"""The names of all themes there are."""


def pick(wanted: str, environ: Mapping[str, str]) -> str:
    """The theme by its name; without colour where NO_COLOR is set and not empty."""
    return NO_COLOUR_THEME if environ.get("NO_COLOR") else wanted or DARK.name
