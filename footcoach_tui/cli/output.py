"""The standard output as the terminal can show it: nothing raises, and nothing comes out raw."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from footcoach_tui.boundary.ascii import register
from footcoach_tui.boundary.folders import PlaceError, config_file

_LARGEST = 64 * 1024


def fit(*, only_ascii: bool = False) -> None:
    """Have what cannot be shown said in ASCII.

    All of it is where that was asked for; on a terminal also where it has no more, or the
    settings say so. Files and programs get what they always got.
    """
    out, name = sys.stdout, register()
    for stream in (out, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=name)
    if isinstance(out, TextIOWrapper) and (only_ascii or (out.isatty() and _is_poor(out))):
        out.reconfigure(encoding="ascii", errors=name)


def _is_poor(out: TextIOWrapper) -> bool:
    """Whether the app would keep to ASCII here."""
    from footcoach_tui.app.looks.look import Tastes, Wishes, look_of  # noqa: PLC0415 - see below

    look, _ = look_of(Wishes(), Tastes(glyphs=_glyphs()), os.environ, out.encoding)
    return look.ascii


def _glyphs() -> str:
    """What the settings say of glyphs; they are read only where the word stands in them."""
    with suppress(OSError, PlaceError):
        path = config_file()
        if not path.is_file() or b"glyphs" not in path.read_bytes()[:_LARGEST]:
            return "auto"
        from footcoach_tui import wiring  # noqa: PLC0415 - what it brings is slow to come

        return wiring.open_settings()[0].glyphs
    return "auto"
