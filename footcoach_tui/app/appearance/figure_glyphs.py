"""Glyphs of the figures on this terminal, from its environment and from the name it answers.

Many fonts have no octants and sextants. Where the terminal draws them itself, they fit together
without a gap in any font, so only terminals known to do so get them.
"""

import re
from collections.abc import Mapping

from footcoach_tui.figure.glyphs import Glyphs

AUTO, PIXELS = "auto", "pixels"
"""Settings that leave the glyphs to the terminal; with `PIXELS` the figures are not in text."""

_MULTIPLEXERS = ("tmux", "screen")
"""Terminals within terminals: what the outer one draws is not known."""
_SEXTANTS_SINCE: dict[str, tuple[int, ...]] = {
    "kitty": (0, 20),
    "foot": (1, 6),
    "ghostty": (1,),
    "wezterm": (20210404,),
    "vte": (6200,),
}
_OCTANTS_SINCE: dict[str, tuple[int, ...]] = {
    "kitty": (0, 40),
    "foot": (1, 20),
    "ghostty": (1, 2),
    "vte": (7800,),
}
"""Version that first draws them, by the terminal's name in lower case."""
_KITTY_GRAPHICS = ("kitty", "ghostty")
"""Terminals that show pixels well by kitty's protocol; no other one is asked for it unbidden."""
_NAME = re.compile(r"([a-z]+)\D*(\d+(?:\.\d+)*)", re.IGNORECASE)


def guess_glyphs(
    setting: str, environ: Mapping[str, str], *, is_ascii: bool, has_blocks: bool
) -> tuple[Glyphs, str]:
    """Glyphs before the terminal has told its name, and the reason.

    `has_blocks`: whether it shows halves of a cell although all else is ASCII.
    """
    if is_ascii and not has_blocks:
        return Glyphs.ASCII, "symbols are in ASCII"
    if setting in tuple(Glyphs):
        return Glyphs(setting), "the settings say so"
    if has_blocks:
        return Glyphs.HALVES, "a console font has them"
    if is_multiplexer(environ):
        return Glyphs.BLOCKS, "within tmux or screen, every font has them"
    for name in (
        f"vte {environ.get('VTE_VERSION', '')}",
        f"{environ.get('TERM_PROGRAM', '')} {environ.get('TERM_PROGRAM_VERSION', '')}",
    ):
        if (glyphs := glyphs_of_terminal(name)) is not Glyphs.BLOCKS:
            return glyphs, "this terminal draws them"
    return Glyphs.BLOCKS, "every font has them"


def is_multiplexer(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "")
    return bool(environ.get("TMUX") or environ.get("STY")) or term.startswith(_MULTIPLEXERS)


def glyphs_of_terminal(name: str) -> Glyphs:
    """Finest glyphs that a terminal draws itself; `name` is as in ``kitty(0.40.1)``."""
    match = _NAME.search(name)
    if not match:
        return Glyphs.BLOCKS
    terminal, version = match[1].lower(), tuple(map(int, match[2].split(".")))
    for glyphs, since in ((Glyphs.OCTANTS, _OCTANTS_SINCE), (Glyphs.SEXTANTS, _SEXTANTS_SINCE)):
        if terminal in since and version >= since[terminal]:
            return glyphs
    return Glyphs.BLOCKS


def may_show_pixels(name: str) -> bool:
    """Whether a terminal is asked for pixels by itself; `name` as above."""
    match = _NAME.search(name)
    return match is not None and match[1].lower() in _KITTY_GRAPHICS
