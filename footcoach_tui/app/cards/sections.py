"""Sections of text and the table of keys, as styled content.

A tab ends the label of a line: see `WrappedText`, which wraps what follows below itself.
"""

from collections.abc import Iterable

from textual.content import Content

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.text.section import Section
from footcoach_tui.text.stop_line import STOP_LINE


def card(sections: Iterable[Section], title: str = "") -> Content:
    """Sections below each other, with an optional title on top."""
    blocks = [Content.styled(title, "bold $accent")] if title else []
    blocks.extend(_section(section) for section in sections)
    return Content("\n\n").join(blocks)


def _section(section: Section) -> Content:
    lines: list[Content] = []
    if section.heading:
        lines.append(Content.styled(section.heading, "bold"))
    for number, line in enumerate(section.lines, 1):
        if section.numbered:
            lines.append(Content.assemble((f"{number}. ", "$secondary"), "\t", line))
        elif section.heading and len(section.lines) > 1:
            lines.append(Content.assemble(("· ", "$secondary"), "\t", line))
        else:
            lines.append(Content(line))
    return Content("\n").join(lines)


def keys_card(keymap: dict[str, tuple[str, ...]]) -> Content:
    """Commands with their keys; `keymap` has the keys changed in the config."""
    blocks = [Content.styled("Keys", "bold $accent")]
    width = max(len(_keys(command, keymap)) for command in KEY_COMMANDS) + 1
    for group in CommandGroup:
        rows = [Content.styled(group.value, "bold")]
        rows.extend(
            _row(command, keymap, width) for command in KEY_COMMANDS if command.group is group
        )
        blocks.append(Content("\n").join(rows))
    blocks.append(Content(STOP_LINE))
    return Content("\n\n").join(blocks)


def _keys(command: KeyCommand, keymap: dict[str, tuple[str, ...]]) -> str:
    return " or ".join(KeyCommand.label_of(key) for key in keymap.get(command.id, command.keys))


def _row(command: KeyCommand, keymap: dict[str, tuple[str, ...]], width: int) -> Content:
    keys = f"{_keys(command, keymap):>{width}}  "
    return Content.assemble((keys, "bold $accent"), "\t", command.help)
