"""Opening the app: the only module of the command line that imports Textual."""

# ruff: noqa: PLC0415 - Textual reads the environment once, when it is imported

import gc
import os
import sys
from contextlib import suppress

from footcoach_tui import wiring
from footcoach_tui.app.keeping import Keeper
from footcoach_tui.app.terminal.surroundings import prepare
from footcoach_tui.boundary.folders import data_folder
from footcoach_tui.cli.exits import let_go, warn
from footcoach_tui.cli.finding import cut_off_session, routine_named
from footcoach_tui.cli.saving import spell_out

TURN = 0.001
"""Seconds after which a thread that draws figures lets the one that keeps the time go on."""


def open_app(
    routine: str = "", context: str = "", speed: float = 1.0, *, resume: bool = False
) -> int:
    """Open the app, at a routine if one is named, or at a session that was cut off.

    Raises CliError. Returns the exit code: 0, 1 if a session could not be saved, 70 if the app
    broke. Told to end by signal n, or with its terminal gone, it ends the process with 128 + n.
    """
    prepare(os.environ)
    from footcoach_tui.app.app import FootcoachApp
    from footcoach_tui.app.paint.trimming import trim
    from footcoach_tui.app.terminal.crash_log import CRASHED, CrashLog
    from footcoach_tui.app.terminal.lifeline import Lifeline
    from footcoach_tui.app.terminal.steadying import steady
    from footcoach_tui.app.themes import THEMES

    settings, problems = wiring.open_settings(THEMES)
    parts = wiring.assemble(settings, speed)
    first = routine_named(parts.catalogue, routine) if routine else None
    cut_off = cut_off_session(parts.journals) if resume else None
    told = tuple(map(str, problems))
    trim()
    steady()
    sys.setswitchinterval(TURN)
    log = CrashLog(data_folder() / "log")
    with Lifeline(sys.stdin.fileno()) as lifeline:
        app = FootcoachApp(
            parts, first, context, resume=cut_off, told=told, lifeline=lifeline, crash_log=log
        )
        code = app.lead()
        let_go()  # what was still to be said to a terminal that is gone is no error of ours
        is_saved = _save_rest(parts.keeper)
        if lifeline.code:
            lifeline.cut()
    if code == CRASHED:
        with suppress(OSError):  # nobody is there to be told
            warn([log.sentence(is_kept=app.is_kept and is_saved)])
    # Nothing is left to do, and Python would look through all there is once more before it ends:
    # ten times as long as everything else that leaving takes.
    gc.freeze()
    return code or int(not is_saved)


def _save_rest(keeper: Keeper) -> bool:
    """Try once more to save what could not be; write it out where that fails again."""
    if not keeper.retry():
        return True
    spell_out(keeper.held)
    return False
