"""Palettes of footcoach's own themes, and the names of all themes.

Free of Textual: the command line and the shell completion need the names too.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours of one theme as ``#rrggbb``; all but the backgrounds are also colours of text.

    `secondary` is for less important text, `muted` for the faintest that is still legible. `rest`
    is the band of a rest, `chosen` the current row, `chosen_away` that row while another list has
    the focus. `frame` is the border of a pane; `panel` if it is empty.
    """

    name: str
    description: str
    background: str
    surface: str
    panel: str
    foreground: str
    secondary: str
    muted: str
    primary: str
    accent: str
    success: str
    warning: str
    error: str
    rest: str
    chosen: str
    chosen_away: str
    frame: str = ""
    is_dark: bool = True


DEFAULT_PALETTE = Palette(
    name="footcoach",
    description="ember and lichen on a dark ground",
    background="#15191c",
    surface="#1b2024",
    panel="#2a3137",
    foreground="#e6e3dc",
    secondary="#9db2bd",
    muted="#a4a39f",
    primary="#5fb3b3",
    accent="#f2a65a",
    success="#8fc98b",
    warning="#f0c75e",
    error="#f08a7f",
    rest="#2f5a5c",
    chosen="#3d3630",
    chosen_away="#21272c",
)
_LIGHT = Palette(
    name="footcoach-light",
    description="ink on paper",
    background="#f7f4ee",
    surface="#efebe3",
    panel="#ddd8cd",
    foreground="#22282c",
    secondary="#3d4a50",
    muted="#56595a",
    primary="#1a6162",
    accent="#872f00",
    success="#28621f",
    warning="#6b4c00",
    error="#9c2118",
    rest="#a9c6c3",
    chosen="#e0dcd8",
    chosen_away="#ebe7e1",
    is_dark=False,
)
_TRAIL = Palette(
    name="trail",
    description="moss, bark and late sun",
    background="#1a1d17",
    surface="#21251d",
    panel="#31372b",
    foreground="#e9e6d4",
    secondary="#b0b693",
    muted="#aaa994",
    primary="#8fbf7f",
    accent="#e8b04b",
    success="#b5d46a",
    warning="#f2cf7a",
    error="#f0917a",
    rest="#2f5f2f",
    chosen="#3b3830",
    chosen_away="#272b22",
)
_DUSK = Palette(
    name="dusk",
    description="the violet half-hour after the run",
    background="#171626",
    surface="#1e1d30",
    panel="#2e2c47",
    foreground="#e8e4f2",
    secondary="#aaa9cf",
    muted="#a5a3bd",
    primary="#7fb4f0",
    accent="#f2a0b5",
    success="#8fd0b5",
    warning="#f0cf8a",
    error="#f58f8f",
    rest="#2f3f75",
    chosen="#3d3643",
    chosen_away="#252339",
)
_HIGH_CONTRAST = Palette(
    name="high-contrast",
    description="black, white and a few strong colours, 7 to 1 and more throughout",
    background="#000000",
    surface="#000000",
    panel="#303030",
    foreground="#ffffff",
    secondary="#e0e0e0",
    muted="#d6d6d6",
    primary="#5cd6ff",
    accent="#ffd500",
    success="#55f07c",
    warning="#ffb84d",
    error="#ffb3ab",
    rest="#004f6e",
    chosen="#2e2e2e",
    chosen_away="#171717",
    frame="#8c8c8c",
)
# The eight colours that Okabe and Ito chose so that people with protanopia, deuteranopia and
# tritanopia can distinguish them (Color Universal Design, 2002, revised 2008). On a dark background
# their blue, #0072b2, is the band of a rest and never a colour of text; vermilion, #d55e00, is
# lighter for the same reason.
_OKABE_ITO = Palette(
    name="okabe-ito",
    description="for eyes that see red and green as one",
    background="#101214",
    surface="#171a1d",
    panel="#262b30",
    foreground="#f2f2f2",
    secondary="#b4bec6",
    muted="#b0b4b8",
    primary="#56b4e9",
    accent="#e69f00",
    success="#00b585",
    warning="#f0e442",
    error="#ff7f33",
    rest="#005a8c",
    chosen="#383430",
    chosen_away="#1d2125",
)
PALETTES = (DEFAULT_PALETTE, _LIGHT, _TRAIL, _DUSK, _HIGH_CONTRAST, _OKABE_ITO)

ANSI_DARK_THEME, ANSI_LIGHT_THEME = "footcoach-16", "footcoach-16-light"
"""Themes in the terminal's own sixteen colours, for a dark and for a light background."""

OWN_THEME_NAMES = (*(palette.name for palette in PALETTES), ANSI_DARK_THEME, ANSI_LIGHT_THEME)
_TEXTUAL_THEME_NAMES = (
    "textual-dark textual-light nord gruvbox catppuccin-mocha catppuccin-latte catppuccin-frappe "
    "catppuccin-macchiato dracula tokyo-night monokai flexoki solarized-light solarized-dark "
    "rose-pine rose-pine-moon rose-pine-dawn atom-one-dark atom-one-light ansi-dark ansi-light"
)
THEME_NAMES = (*OWN_THEME_NAMES, *_TEXTUAL_THEME_NAMES.split())
"""Our own themes, and those of Textual."""
