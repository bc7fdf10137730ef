"""What the app opens with, fetched while its first picture stands on the terminal."""

# ruff: noqa: PLC0415 - everything here takes long to import, which is the point of it

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.app.looks.look import Look
from footcoach_tui.boundary.folders import PlaceError
from footcoach_tui.cli.exits import CliError
from footcoach_tui.settings.config import Settings

if TYPE_CHECKING:  # a name for the type checker only: see above
    from footcoach_tui.app.opening import Opening


@dataclass(slots=True)
class Fetching:
    """What was asked for on the command line, to be fetched once; `told` is to be seen first."""

    settings: Settings
    look: Look
    routine: str
    context: str
    speed: float
    told: tuple[str, ...]
    resume: bool
    refused: CliError | PlaceError | None = None
    """Why there was nothing to open with."""

    def fetch(self) -> "Opening | None":
        """The parts, and the routine or the session to begin at; None where there is none."""
        from footcoach_tui.app.opening import Opening
        from footcoach_tui.cli.finding import cut_off_session, routine_named

        try:
            parts = wiring.assemble(self.settings, self.look, self.speed)
            routine = routine_named(parts.catalogue, self.routine) if self.routine else None
            resume, problems = (
                cut_off_session(parts.journals, may_watch=True) if self.resume else (None, ())
            )
        except (CliError, PlaceError) as error:
            self.refused = error
            return None
        finally:
            gc.freeze()
            gc.enable()
        return Opening(parts, routine, self.context, resume, (*self.told, *problems))
