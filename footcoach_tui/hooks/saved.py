"""Sessions on their way to the hooks: one that was just saved waits for the answers at its end."""

import os
from collections.abc import Sequence
from pathlib import Path

from footcoach_tui.boundary.browser import is_in_browser
from footcoach_tui.boundary.paths import PathError, config_file, folders
from footcoach_tui.hooks.hook import HookName
from footcoach_tui.session.record import SessionRecord

_saved: dict[str, SessionRecord] = {}
"""Sessions that the hook did not get yet, by id: one at most."""


def hooks_folder() -> Path:
    """Return the folder of the user's hooks, beside the config file. Raises PathError."""
    return config_file().parent / "hooks"


def note_saved(record: SessionRecord) -> None:
    """Note a session, or its answers; one that was noted before goes to the hook now."""
    if _saved.keys() - {record.id}:
        hand_over_saved()
    _saved[record.id] = record


def has_saved() -> bool:
    """Whether a session waits for its hook."""
    return bool(_saved)


def hand_over_saved() -> list[str]:
    """Give noted sessions to the hook; return sentences for the user. Raises nothing."""
    records = list(_saved.values())
    _saved.clear()
    return _hand_over(HookName.SAVED, records)


def hand_over_arrived(records: Sequence[SessionRecord]) -> list[str]:
    """Give sessions that came from elsewhere to their hook; see `hand_over_saved`."""
    return _hand_over(HookName.ARRIVED, records)


def _hand_over(name: HookName, records: Sequence[SessionRecord]) -> list[str]:
    if not records or is_in_browser():
        return []
    try:
        hooks, logs = hooks_folder(), folders().state / "log"
    except PathError as error:
        return [str(error)]
    if not os.path.lexists(hooks / name):
        return []
    from footcoach_tui.hooks.start import hand_over  # noqa: PLC0415 - few have a hook

    return hand_over(name, records, hooks, logs)
