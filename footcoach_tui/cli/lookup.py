"""Finding a routine or an exercise by the name somebody typed."""

from typing import TYPE_CHECKING

from footcoach_tui.boundary.text import quote
from footcoach_tui.cli.errors import CliError, hint

if TYPE_CHECKING:  # names for the type checker only: the library takes long
    from footcoach_tui.library.catalogue import Catalogue
    from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
    from footcoach_tui.session.exercise import Exercise
    from footcoach_tui.session.routine import Routine


def find_routine(catalogue: "Catalogue", name: str) -> "Routine":
    """The routine with this id. Raises CliError with the nearest name there is."""
    if name in catalogue.routines:
        return catalogue.routines[name]
    raise _unknown("routine", name, catalogue, tuple(catalogue.routines))


def find_routine_or_exercise(catalogue: "Catalogue", name: str) -> "Routine | Exercise":
    """The routine or exercise with this id. Raises CliError as above."""
    if name in catalogue.routines:
        return catalogue.routines[name]
    if name in catalogue.exercises:
        return catalogue.exercises[name]
    known = (*catalogue.routines, *catalogue.exercises)
    raise _unknown("routine or exercise", name, catalogue, known)


def find_interrupted_session(
    journals: "SessionJournals", *, may_watch: bool = False
) -> "tuple[InterruptedSession, tuple[str, ...]]":
    """The session that was cut off last, and what is wrong with others.

    With `may_watch` it may be one that another footcoach is playing. Raises CliError where there
    is none to go on with.
    """
    found, problems = journals.find_interrupted()
    told = tuple(map(str, problems))
    open_ones = [one for one in found if not (one.is_live or one.is_over)]
    if open_ones:
        return open_ones[0], told
    live = [one for one in found if one.is_live]
    if live and may_watch:
        return live[0], told
    if live:
        raise CliError("another footcoach is playing that session right now")
    raise CliError("no session was cut off; footcoach play ROUTINE begins one")


def _unknown(kind: str, name: str, catalogue: "Catalogue", known: tuple[str, ...]) -> CliError:
    for broken in catalogue.broken:
        if name and broken.id == name:
            return CliError(f"{broken.file} cannot be used: run footcoach check for the reasons.")
    return CliError(f"no {kind} is called {quote(name)}. {hint(name, known, 'list')}")
