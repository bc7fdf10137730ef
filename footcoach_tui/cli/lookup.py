"""Look-up of routines and exercises by name, and of the interrupted session."""

from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import bundled_routines_folder, data_folder
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import CliError, warn

if TYPE_CHECKING:  # names for the type checker only: the library takes long
    from footcoach_tui.library.catalogue import Catalogue
    from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
    from footcoach_tui.playback.open_journals import OpenJournal
    from footcoach_tui.session.exercise import Exercise
    from footcoach_tui.session.routine import Routine

# Repeated here from the journals, so that their modules are imported only if there is a journal.
_FOLDER, _ENDING = "running", ".jsonl"
_MAX_TITLE = 200


def is_routine_file(name: str) -> bool:
    """Whether a routine of this id has a file; none is opened."""
    if {"/", "\0"} & {*name}:
        return False
    folders = (bundled_routines_folder(), data_folder() / "routines")
    return any((folder / f"{name}.toml").is_file() for folder in folders)


def find_routine(catalogue: "Catalogue", name: str) -> "Routine":
    """Routine with this id. Raises CliError, with the most similar name."""
    if name in catalogue.routines:
        return catalogue.routines[name]
    raise _unknown("routine", name, catalogue, tuple(catalogue.routines))


def find_routine_or_exercise(catalogue: "Catalogue", name: str) -> "Routine | Exercise":
    """Routine or exercise with this id. Raises CliError, with the most similar name."""
    if name in catalogue.routines:
        return catalogue.routines[name]
    if name in catalogue.exercises:
        return catalogue.exercises[name]
    known = (*catalogue.routines, *catalogue.exercises)
    raise _unknown("routine or exercise", name, catalogue, known)


def _unknown(kind: str, name: str, catalogue: "Catalogue", known: tuple[str, ...]) -> CliError:
    for broken in catalogue.broken:
        if name and broken.id == name:
            return CliError(f"{broken.file} cannot be used: run footcoach check for the reasons.")
    return CliError.unknown(kind, name, known, "list")


def find_interrupted_session(
    journals: "SessionJournals", *, may_watch: bool = False
) -> "tuple[InterruptedSession, tuple[str, ...]]":
    """Latest interrupted session, and the problems of others.

    With `may_watch`, a session that another footcoach is playing may be returned. Raises CliError
    if there is no session to resume.
    """
    sessions, problems = journals.find_interrupted()
    messages = tuple(map(str, problems))
    for session in sessions:
        if not (session.is_live or session.is_over):
            return session, messages
    live = [session for session in sessions if session.is_live]
    if live and may_watch:
        return live[0], messages
    if live:
        raise CliError("another footcoach is playing that session right now")
    raise CliError("no session was interrupted; footcoach play ROUTINE starts one")


def report_interrupted_session(*, with_ended: bool = True) -> None:
    """Print to the standard error which session can be resumed, if there is one.

    Only the latest is named, and none that is being played or is in the history. `with_ended`
    includes a session that has ended but is not saved in the history.
    """
    state = wiring.folders().state
    if not any(name.endswith(_ENDING) for name in names_in(state / _FOLDER)):
        return
    from footcoach_tui.playback.open_journals import find_open_journals  # noqa: PLC0415 - see _FOLDER

    history = wiring.open_history()
    for journal in find_open_journals(state)[0]:
        is_skipped = journal.is_live or (journal.is_over and not with_ended)
        if not (is_skipped or history.get(journal.header.info.id)):
            warn([_sentence(journal)])
            return


def _sentence(journal: "OpenJournal") -> str:
    routine = journal.header.routine
    title = routine.get("title") if isinstance(routine, dict) else None
    name = clean(title, _MAX_TITLE) if isinstance(title, str) else "a session"
    when = f"{journal.last_seen:%Y-%m-%d at %H:%M}"
    if journal.is_over:
        return (
            f"{name} ended on {when} and is not in the history yet; the app, or the next "
            "footcoach play, saves it"
        )
    return f"{name} was interrupted on {when}; footcoach play --resume continues it"
