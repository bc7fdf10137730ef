"""Saying in a sentence that a session was cut off, where nobody is asked about it."""

import os
from contextlib import suppress
from datetime import datetime

from footcoach_tui import wiring
from footcoach_tui.boundary.folders import data_folder
from footcoach_tui.cli.exits import warn

# Paths and names are told here by themselves: a history without such a session, which is the
# usual one, loads nothing for this.
_FOLDER, _ENDING = "running", ".jsonl"
_TITLE = 200


def mention_cut_off() -> None:
    """Say on the standard error which session can be gone on with, if there is one.

    Only the latest is named. One that is being played right now is none of them, nor one that
    is in the history after all.
    """
    names: list[str] = []
    data = data_folder()
    with suppress(OSError):
        names = os.listdir(data / _FOLDER)  # noqa: PTH208 - names are wanted, not paths
    if not any(name.endswith(_ENDING) for name in names):
        return
    from footcoach_tui.boundary.text import clean  # noqa: PLC0415 - as above
    from footcoach_tui.history.journal import unfinished  # noqa: PLC0415 - the same
    from footcoach_tui.session.commands import Finish, Leave  # noqa: PLC0415 - the same

    history = wiring.open_history()
    for one in unfinished(data)[0]:
        is_ended = one.entries and isinstance(one.entries[-1].command, Finish | Leave)
        if not (one.is_live or is_ended or history.get(one.begun.heading.id)):
            routine = one.begun.routine
            title = routine.get("title") if isinstance(routine, dict) else None
            name = clean(title, _TITLE) if isinstance(title, str) else "a session"
            warn([_sentence(name, one.last_seen)])
            return


def _sentence(name: str, last_seen: datetime) -> str:
    when = f"{last_seen:%Y-%m-%d at %H:%M}"
    return f"{name} was cut off on {when}; footcoach play --resume goes on with it"
