"""Standard output: its encoding, JSON, and text wrapped to the terminal."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from footcoach_tui.boundary.paths import PathError, config_file
from footcoach_tui.boundary.text import register_error_handler

if TYPE_CHECKING:  # a name for the type checker only: most commands print no sections
    from footcoach_tui.text.section import Section

_SCHEMA = 1
_MIN_WIDTH, _MAX_WIDTH = 24, 88
_MAX_CONFIG = 64 * 1024


def set_up_output(*, only_ascii: bool = False) -> None:
    """Replace characters that cannot be shown by ASCII.

    With `only_ascii`, or on a terminal where the app would use ASCII, all characters are replaced.
    Files and programs get text in the usual encoding.
    """
    out, name = sys.stdout, register_error_handler()
    for stream in (out, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=name)
    if isinstance(out, TextIOWrapper) and (only_ascii or (out.isatty() and _uses_ascii(out))):
        out.reconfigure(encoding="ascii", errors=name)


def print_json(content: Mapping[str, object]) -> None:
    """Print an object with the schema number of docs/data-format.md in front.

    All other characters are escaped to ASCII, so that any terminal and locale can show it. It is
    indented only on a terminal: Python takes six times as long to indent, 2.5 ms for 20 sessions.
    """
    import json  # noqa: PLC0415 - 1.5 ms, for `--json` alone

    indent = 2 if sys.stdout and sys.stdout.isatty() else None
    print(json.dumps({"schema": _SCHEMA, **content}, indent=indent))


def print_text(pieces: Iterable[str]) -> None:
    """Print in the terminal's encoding; to a file or a program in UTF-8, in any locale."""
    out = sys.stdout
    if not isinstance(out, TextIOWrapper) or out.isatty():
        for piece in pieces:
            print(piece, end="")
        return
    out.flush()
    for piece in pieces:
        out.buffer.write(piece.encode("utf-8"))


def wrap(text: str, start: str = "", max_width: int = _MAX_WIDTH) -> str:
    """Wrap a text to the terminal, `start` in front of it, with hanging indent.

    Links and paths are not broken.
    """
    import shutil  # noqa: PLC0415 - most commands wrap nothing
    import textwrap  # noqa: PLC0415 - most commands wrap nothing

    return textwrap.fill(
        text,
        max(_MIN_WIDTH, min(max_width, shutil.get_terminal_size().columns)),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
        break_long_words=False,
    )


def print_row(start: str, text: str) -> None:
    """Print a row of a list: wrapped below `start` on a terminal, in one line elsewhere."""
    is_terminal = bool(sys.stdout and sys.stdout.isatty())
    print(wrap(text, start, sys.maxsize) if is_terminal else f"{start}{text}")


def print_sections(title: str, sections: "Iterable[Section]") -> None:
    """Print a title and sections, wrapped to the terminal."""
    print(title)
    print("=" * len(title))
    for section in sections:
        print()
        if section.heading:
            print(section.heading)
        for number, line in enumerate(section.lines, 1):
            start = f"{number}. " if section.numbered else ("- " if section.heading else "")
            print(wrap(line, start))


def can_show_screens() -> bool:
    """Whether a full screen can be drawn: on a terminal, or by the driver in TEXTUAL_DRIVER."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")


def _uses_ascii(out: TextIOWrapper) -> bool:
    """Whether the app would use ASCII on this terminal."""
    from footcoach_tui.app.appearance.choose import (  # noqa: PLC0415 - takes time
        AppearanceOptions,
        choose_appearance,
    )

    settings = AppearanceOptions(glyphs=_glyphs_setting())
    return choose_appearance(AppearanceOptions(), settings, os.environ, out.encoding)[0].is_ascii


def _glyphs_setting() -> str:
    """The setting of glyphs; the settings are loaded only if the file contains the word."""
    with suppress(OSError, PathError):
        path = config_file()
        if path.is_file() and b"glyphs" in path.read_bytes()[:_MAX_CONFIG]:
            from footcoach_tui import wiring  # noqa: PLC0415 - takes time

            return wiring.open_settings()[0].glyphs
    return "auto"
