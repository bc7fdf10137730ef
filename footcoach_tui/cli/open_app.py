"""Opening the app: the only module of the command line that imports Textual."""

# ruff: noqa: PLC0415 - Textual reads the environment once, when it is imported

import gc
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import (
    Appearance,
    AppearanceOptions,
    ColourDepth,
    colour_depth,
)
from footcoach_tui.app.appearance.palettes import THEME_NAMES
from footcoach_tui.boundary.paths import PathError, data_folder
from footcoach_tui.cli.errors import CliError, discard_output, warn
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.settings.settings import Settings
from footcoach_tui.terminal.environment import prepare_environment

if TYPE_CHECKING:  # for the type checker only: these bring the history
    from footcoach_tui.app.launch import Launch
    from footcoach_tui.app.saving import SaveQueue

_SWITCH_INTERVAL = 0.001
"""Seconds after which a thread that draws figures lets the one that keeps the time go on."""


def open_app(
    routine: str = "",
    context: str = "",
    speed: float = 1.0,
    *,
    resume: bool = False,
    wishes: AppearanceOptions = AppearanceOptions(),  # noqa: B008 - frozen
) -> int:
    """Open the app, at a routine if one is named, or at a session that was cut off.

    One that another footcoach is playing can only be watched. Raises CliError. Returns the exit
    code: 0, 1 if a session could not be saved, 70 if the app broke. Told to end by signal n, or
    with its terminal gone, it ends the process with 128 + n.
    """
    if routine and not wiring.is_routine_file(routine):
        find_routine(wiring.open_catalogue(), routine)  # refused before there is a screen
    prepare_environment(os.environ, has_all_colours=colour_depth(os.environ)[0] is ColourDepth.TRUE)
    gc.disable()  # nothing that is loaded now will be let go of; `fetch` turns it on again
    from footcoach_tui.app.app import FootcoachApp
    from footcoach_tui.terminal import textual_fixes
    from footcoach_tui.terminal.crash_log import CrashLog
    from footcoach_tui.terminal.shutdown import ExitWatchdog

    settings, problems = wiring.open_settings(THEME_NAMES)
    look, _ = wiring.choose_appearance(wishes, settings)
    told = tuple(map(str, problems))
    fetching = LaunchRequest(settings, look, routine, context, speed, told, resume=resume)
    textual_fixes.apply()
    sys.setswitchinterval(_SWITCH_INTERVAL)
    log = CrashLog(data_folder() / "log")
    with ExitWatchdog(sys.stdin.fileno()) as watchdog:
        app = FootcoachApp(settings, look, fetching.load, watchdog=watchdog, crash_log=log)
        code = app.run_safely()
        discard_output()  # what was still to be said to a terminal that is gone is no error of ours
        is_saved = not app.launch or _save_rest(app.launch.app_context.save_queue)
        if watchdog.exit_code:
            watchdog.exit_now()
    if fetching.error:
        raise fetching.error
    if code == CrashLog.EXIT_CODE:
        with suppress(OSError):  # nobody is there to be told
            warn([log.message(is_session_saved=app.is_session_saved and is_saved)])
    # Nothing is left to do, and Python would look through all there is once more before it ends:
    # ten times as long as everything else that leaving takes.
    gc.freeze()
    return code or int(not is_saved)


def _save_rest(keeper: "SaveQueue") -> bool:
    """Try once more to save what could not be; write it out where that fails again."""
    if not keeper.retry():
        return True
    from footcoach_tui.cli.plain.saving import print_unsaved

    print_unsaved(keeper.pending)
    return False


@dataclass(slots=True)
class LaunchRequest:
    """What was asked for on the command line, to be fetched once; `told` is to be seen first."""

    settings: Settings
    look: Appearance
    routine: str
    context: str
    speed: float
    messages: tuple[str, ...]
    resume: bool
    error: CliError | PathError | None = None
    """Why there was nothing to open with."""

    def load(self) -> "Launch | None":
        """The parts, and the routine or the session to begin at; None where there is none."""
        from footcoach_tui.app.launch import Launch
        from footcoach_tui.cli.lookup import find_interrupted_session, find_routine

        try:
            parts = wiring.make_app_context(self.settings, self.look, self.speed)
            routine = find_routine(parts.catalogue, self.routine) if self.routine else None
            resume, problems = (
                find_interrupted_session(parts.journals, may_watch=True)
                if self.resume
                else (None, ())
            )
        except (CliError, PathError) as error:
            self.error = error
            return None
        finally:
            gc.freeze()
            gc.enable()
        return Launch(parts, routine, self.context, resume, (*self.messages, *problems))
