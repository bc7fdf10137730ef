"""Textual's bindings, made from the table of commands."""

from textual.binding import Binding

from footcoach_tui.app.keys.commands import BY_ID, Command, shown


def bindings(*ids: str) -> list[Binding]:
    """A binding for each command named; the action is ``command('its id')``."""
    return [_binding(BY_ID[one]) for one in ids]


def _binding(command: Command) -> Binding:
    return Binding(
        ",".join(command.keys),
        f"command('{command.id}')",
        command.label,
        show=command.footer,
        key_display=shown(command.keys[0]),
        tooltip=command.help,
        id=command.id,
    )
