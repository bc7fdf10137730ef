"""Sections of text as styled content."""

from collections.abc import Iterable

from textual.content import Content

from footcoach_tui.app.widgets.wrapped_text import INDENT_MARK
from footcoach_tui.text.descriptions import Section


def card(sections: Iterable[Section], title: str = "") -> Content:
    """The sections below each other, with an optional title on top."""
    blocks = [Content.styled(title, "bold $accent")] if title else []
    blocks.extend(_section(section) for section in sections)
    return Content("\n\n").join(blocks)


def _section(section: Section) -> Content:
    lines: list[Content] = []
    if section.heading:
        lines.append(Content.styled(section.heading, "bold"))
    for number, line in enumerate(section.lines, 1):
        if section.numbered:
            lines.append(Content.assemble((f"{number}. ", "$secondary"), INDENT_MARK, line))
        elif section.heading and len(section.lines) > 1:
            lines.append(Content.assemble(("· ", "$secondary"), INDENT_MARK, line))
        else:
            lines.append(Content(line))
    return Content("\n").join(lines)
