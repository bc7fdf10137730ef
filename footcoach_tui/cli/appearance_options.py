"""The options that say how the app looks: `--ascii`, `--theme NAME` and `--calm`."""

import argparse

from footcoach_tui.app.appearance.choose import AppearanceOptions
from footcoach_tui.app.appearance.palettes import OWN_THEME_NAMES, THEME_NAMES
from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote


def add_appearance_options(parser: argparse.ArgumentParser) -> None:
    """Add the options. Those that are not given leave no trace, so a command's come on top."""
    unsaid = argparse.SUPPRESS
    parser.add_argument(
        "--ascii",
        action="store_true",
        default=unsaid,
        help="no signs but ASCII, as on old consoles",
    )
    parser.add_argument(
        "--theme",
        type=_theme,
        choices=THEME_NAMES,
        metavar="NAME",
        default=unsaid,
        help=f"the colours: {', '.join(OWN_THEME_NAMES)}, or one of Textual's",
    )
    parser.add_argument(
        "--calm", action="store_true", default=unsaid, help="nothing moves but the count"
    )


def chosen_appearance(chosen: argparse.Namespace) -> AppearanceOptions:
    values = vars(chosen)
    return AppearanceOptions(
        theme=values.get("theme", ""),
        glyphs="ascii" if values.get("ascii") else "auto",
        is_calm=values.get("calm", False),
    )


def _theme(name: str) -> str:
    if name in THEME_NAMES:
        return name
    meant = (
        suggestion(name, THEME_NAMES)
        or f"there are {', '.join(OWN_THEME_NAMES)}, and Textual's own"
    )
    raise argparse.ArgumentTypeError(f"no theme is called {quote(name)}; {meant}")
