"""Textual's bindings, made from the table of commands."""

from textual.binding import Binding

from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID, KeyCommand, key_label


def bindings(*ids: str) -> list[Binding]:
    """A binding for each command named; the action is ``command('its id')``."""
    return [_binding(KEY_COMMANDS_BY_ID[one]) for one in ids]


def _binding(command: KeyCommand) -> Binding:
    return Binding(
        ",".join(command.keys),
        f"command('{command.id}')",
        command.label,
        show=command.is_in_footer,
        key_display=key_label(command.keys[0]),
        tooltip=command.help,
        id=command.id,
    )
