"""Textual's bindings, made from the table of commands."""

from dataclasses import replace

from textual.binding import Binding

from footcoach_tui.app.commands.command import KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID


def bindings(*ids: str) -> list[Binding]:
    """Bindings for commands; the action is ``command('its id')``."""
    return [_binding(KEY_COMMANDS_BY_ID[id_]) for id_ in ids]


def list_bindings(*ids: str) -> list[Binding]:
    """Bindings of a list for commands of its screen, whose keys a list has for itself."""
    return [replace(each, action=f"screen.{each.action}") for each in bindings(*ids)]


def _binding(command: KeyCommand) -> Binding:
    return Binding(
        ",".join(command.keys),
        f"command('{command.id}')",
        command.label,
        show=command.is_in_footer,
        key_display=command.key_labels[0],
        tooltip=command.help,
        id=command.id,
    )
