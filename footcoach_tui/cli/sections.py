"""Sections of text, wrapped to the terminal."""

import shutil
import textwrap
from collections.abc import Iterable

from footcoach_tui.session.cards import Section

_NARROWEST, _WIDEST = 20, 88


def print_sections(title: str, sections: Iterable[Section]) -> None:
    """Print sections, wrapped to the terminal."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    print(title)
    print("=" * len(title))
    for section in sections:
        print()
        if section.heading:
            print(section.heading)
        for number, line in enumerate(section.lines, 1):
            mark = f"{number}. " if section.numbered else ("- " if section.heading else "")
            print(_wrapped(line, width, mark))


def _wrapped(line: str, width: int, mark: str) -> str:
    """A line behind its mark. Links stay whole, so that they can be followed."""
    return textwrap.fill(
        line,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_on_hyphens=False,
        break_long_words=False,
    )
