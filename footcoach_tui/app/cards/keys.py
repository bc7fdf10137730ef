"""The help screen's text: the table of commands, group by group."""

from textual.content import Content

from footcoach_tui.app.commands.command import CommandGroup, KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.app.widgets.wrapped_text import INDENT_MARK


def keys_card(keymap: dict[str, tuple[str, ...]]) -> Content:
    """All commands with their keys; `keymap` has those that the config changed."""
    blocks = [Content.styled("Keys", "bold $accent")]
    wide = max(len(_keys(one, keymap)) for one in KEY_COMMANDS) + 1
    for group in CommandGroup:
        rows = [Content.styled(group.value, "bold")]
        rows.extend(_row(one, keymap, wide) for one in KEY_COMMANDS if one.group is group)
        blocks.append(Content("\n").join(rows))
    blocks.append(Content("Pain above 5 of 10, sharp pain, numbness or dizziness: stop."))
    return Content("\n\n").join(blocks)


def _keys(command: KeyCommand, keymap: dict[str, tuple[str, ...]]) -> str:
    return " or ".join(KeyCommand.label_of(key) for key in keymap.get(command.id, command.keys))


def _row(command: KeyCommand, keymap: dict[str, tuple[str, ...]], wide: int) -> Content:
    keys = f"{_keys(command, keymap):>{wide}}  "
    return Content.assemble((keys, "bold $accent"), INDENT_MARK, command.help)
