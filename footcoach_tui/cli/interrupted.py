"""Saying in a sentence that a session was cut off, where nobody is asked about it."""

from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import data_folder
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.cli.errors import warn

if TYPE_CHECKING:  # a name for the type checker only: see below
    from footcoach_tui.playback.open_journals import OpenJournal

# Paths and names are told here by themselves: a history without such a session, which is the
# usual one, loads nothing for this.
_FOLDER, _ENDING = "running", ".jsonl"
_TITLE = 200


def report_interrupted_session(*, and_ended: bool = True) -> None:
    """Say on the standard error which session can be gone on with, if there is one.

    Only the latest is named. One that is being played right now is none of them, nor one that
    is in the history after all. Of one that had ended, and only has not come to the history, just
    that is said, unless it is brought there right now: without `and_ended`.
    """
    data = data_folder()
    if not any(name.endswith(_ENDING) for name in names_in(data / _FOLDER)):
        return
    from footcoach_tui.playback.open_journals import find_open_journals  # noqa: PLC0415 - as above

    history = wiring.open_history()
    for one in find_open_journals(data)[0]:
        passed_over = one.is_live or (one.is_over and not and_ended)
        if not (passed_over or history.get(one.header.info.id)):
            warn([_sentence(one)])
            return


def _sentence(one: "OpenJournal") -> str:
    from footcoach_tui.boundary.text import clean  # noqa: PLC0415 - as above

    routine = one.header.routine
    title = routine.get("title") if isinstance(routine, dict) else None
    name = clean(title, _TITLE) if isinstance(title, str) else "a session"
    when = f"{one.last_seen:%Y-%m-%d at %H:%M}"
    if one.is_over:
        return (
            f"{name} ended on {when} and is not in the history yet; the app, or the next "
            "footcoach play, brings it there"
        )
    return f"{name} was cut off on {when}; footcoach play --resume goes on with it"
