"""Standard output: made safe for the terminal, JSON, and text wrapped to its width."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from footcoach_tui.boundary.ascii import register_error_handler
from footcoach_tui.boundary.paths import PathError, config_file

if TYPE_CHECKING:  # for the type checker only: few commands print sections
    from footcoach_tui.text.descriptions import Section

_SCHEMA = 1
_NARROWEST = 20
_LARGEST = 64 * 1024


def set_up_output(*, only_ascii: bool = False) -> None:
    """Have what cannot be shown said in ASCII.

    All of it is where that was asked for; on a terminal also where it has no more, or the
    settings say so. Files and programs get what they always got.
    """
    out, name = sys.stdout, register_error_handler()
    for stream in (out, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=name)
    if isinstance(out, TextIOWrapper) and (only_ascii or (out.isatty() and _is_poor(out))):
        out.reconfigure(encoding="ascii", errors=name)


def print_json(content: Mapping[str, object]) -> None:
    """Print an object with the schema number of docs/data-format.md in front.

    In ASCII, the rest escaped: a terminal or a locale cannot stumble over any of it.
    """
    print(json.dumps({"schema": _SCHEMA, **content}, indent=2))


def print_sections(title: str, sections: "Iterable[Section]") -> None:
    """Print sections, wrapped to the terminal."""
    width = columns(88)
    print(title)
    print("=" * len(title))
    for section in sections:
        print()
        if section.heading:
            print(section.heading)
        for number, line in enumerate(section.lines, 1):
            mark = f"{number}. " if section.numbered else ("- " if section.heading else "")
            print(wrapped(line, mark, width))


def columns(most: int) -> int:
    """Columns of the terminal for text, at least 20 and at most `most`."""
    import shutil  # noqa: PLC0415 - most commands wrap nothing

    return max(_NARROWEST, min(most, shutil.get_terminal_size().columns))


def wrapped(text: str, start: str, width: int) -> str:
    """A text behind its `start`, further lines indented as far. Links and paths stay whole."""
    import textwrap  # noqa: PLC0415 - as above

    return textwrap.fill(
        text,
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
        break_long_words=False,
    )


def _is_poor(out: TextIOWrapper) -> bool:
    """Whether the app would keep to ASCII here."""
    from footcoach_tui.app.appearance.choose import (  # noqa: PLC0415 - takes time
        AppearanceOptions,
        choose_appearance,
    )

    look, _ = choose_appearance(
        AppearanceOptions(), AppearanceOptions(glyphs=_glyphs()), os.environ, out.encoding
    )
    return look.is_ascii


def _glyphs() -> str:
    """What the settings say of glyphs; they are read only where the word stands in them."""
    with suppress(OSError, PathError):
        path = config_file()
        if not path.is_file() or b"glyphs" not in path.read_bytes()[:_LARGEST]:
            return "auto"
        from footcoach_tui import wiring  # noqa: PLC0415 - what it brings is slow to come

        return wiring.open_settings()[0].glyphs
    return "auto"
