"""Text for a shell: sections and JSON."""

import json
import shutil
import textwrap
from collections.abc import Iterable, Mapping

from footcoach_tui.session.cards import Section

SCHEMA = 1
_NARROWEST, _WIDEST = 20, 88


def print_json(content: Mapping[str, object]) -> None:
    """Print an object with the schema number of docs/data-format.md in front.

    In ASCII, the rest escaped: a terminal or a locale cannot stumble over any of it.
    """
    print(json.dumps({"schema": SCHEMA, **content}, indent=2))


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
