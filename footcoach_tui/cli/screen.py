"""Opening the app: the only module of the command line that imports Textual."""

# ruff: noqa: PLC0415 - Textual reads the environment once, when it is imported

import gc
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.app.looks.look import USUAL, Depth, Look, Wishes, depth_of
from footcoach_tui.app.looks.palettes import NAMES
from footcoach_tui.app.terminal.surroundings import prepare
from footcoach_tui.boundary.folders import PlaceError, data_folder
from footcoach_tui.cli.exits import CliError, let_go, warn
from footcoach_tui.cli.finding import routine_named
from footcoach_tui.settings.config import Settings

if TYPE_CHECKING:  # for the type checker only: these bring the history
    from footcoach_tui.app.keeping import Keeper
    from footcoach_tui.app.opening import Opening

TURN = 0.001
"""Seconds after which a thread that draws figures lets the one that keeps the time go on."""


def open_app(
    routine: str = "",
    context: str = "",
    speed: float = 1.0,
    *,
    resume: bool = False,
    wishes: Wishes = USUAL,
) -> int:
    """Open the app, at a routine if one is named, or at a session that was cut off.

    One that another footcoach is playing can only be watched. Raises CliError. Returns the exit
    code: 0, 1 if a session could not be saved, 70 if the app broke. Told to end by signal n, or
    with its terminal gone, it ends the process with 128 + n.
    """
    if routine and not wiring.is_routine_file(routine):
        routine_named(wiring.open_catalogue(), routine)  # refused before there is a screen
    prepare(os.environ, has_all_colours=depth_of(os.environ)[0] is Depth.TRUE)
    gc.disable()  # nothing that is loaded now will be let go of; `fetch` turns it on again
    from footcoach_tui.app.app import FootcoachApp
    from footcoach_tui.app.terminal import textual_fixes
    from footcoach_tui.app.terminal.crash_log import CRASHED, CrashLog
    from footcoach_tui.app.terminal.lifeline import Lifeline

    settings, problems = wiring.open_settings(NAMES)
    look, _ = wiring.look_of(wishes, settings)
    told = tuple(map(str, problems))
    fetching = Fetching(settings, look, routine, context, speed, told, resume=resume)
    textual_fixes.apply()
    sys.setswitchinterval(TURN)
    log = CrashLog(data_folder() / "log")
    with Lifeline(sys.stdin.fileno()) as lifeline:
        app = FootcoachApp(settings, look, fetching.fetch, lifeline=lifeline, crash_log=log)
        code = app.lead()
        let_go()  # what was still to be said to a terminal that is gone is no error of ours
        is_saved = not app.opening or _save_rest(app.opening.parts.keeper)
        if lifeline.code:
            lifeline.cut()
    if fetching.refused:
        raise fetching.refused
    if code == CRASHED:
        with suppress(OSError):  # nobody is there to be told
            warn([log.sentence(is_kept=app.is_kept and is_saved)])
    # Nothing is left to do, and Python would look through all there is once more before it ends:
    # ten times as long as everything else that leaving takes.
    gc.freeze()
    return code or int(not is_saved)


def _save_rest(keeper: "Keeper") -> bool:
    """Try once more to save what could not be; write it out where that fails again."""
    if not keeper.retry():
        return True
    from footcoach_tui.cli.saving import spell_out

    spell_out(keeper.held)
    return False


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
