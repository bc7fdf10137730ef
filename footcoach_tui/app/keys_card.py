"""The help screen's text: the table of commands, group by group."""

from textual.content import Content

from footcoach_tui.app.commands import COMMANDS, Command, Group, shown


def keys_card(keymap: dict[str, tuple[str, ...]]) -> Content:
    """All commands with their keys; `keymap` has those that the config changed."""
    blocks = [Content.styled("Keys", "bold $accent")]
    for group in Group:
        rows = [Content.styled(group.value, "bold")]
        rows.extend(_row(one, keymap) for one in COMMANDS if one.group is group)
        blocks.append(Content("\n").join(rows))
    blocks.append(Content("Pain above 5 of 10, sharp pain, numbness or dizziness: stop."))
    return Content("\n\n").join(blocks)


def _row(command: Command, keymap: dict[str, tuple[str, ...]]) -> Content:
    keys = " or ".join(shown(key) for key in keymap.get(command.id, command.keys))
    return Content.assemble((f"{keys:>12}  ", "bold $accent"), command.help)
