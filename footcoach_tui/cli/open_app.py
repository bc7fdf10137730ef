"""Start of the app: the only module of the command line that imports Textual."""

# ruff: noqa: PLC0415 - Textual reads the environment once, when it is imported

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import (
    Appearance,
    AppearanceOptions,
    ColourDepth,
    colour_depth,
)
from footcoach_tui.app.appearance.palettes import THEME_NAMES
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.cli.errors import CliError, discard_output, warn
from footcoach_tui.cli.lookup import find_interrupted_session, find_routine, is_routine_file
from footcoach_tui.settings.settings import NO_CHANGES, Settings
from footcoach_tui.terminal.environment import prepare_environment

if TYPE_CHECKING:  # for the type checker only: these import the history
    from footcoach_tui.app.launch import Launch
    from footcoach_tui.app.save_queue import SaveQueue

_SWITCH_INTERVAL = 0.001
"""Seconds until a thread that draws figures lets the thread of the clock run."""

_CLEAR_LINE = b"\x1b[K"


def open_app(
    routine: str = "",
    context: str = "",
    speed: float = 1.0,
    *,
    resume: bool = False,
    has_check_in: bool = True,
    options: AppearanceOptions | None = None,
    once: Mapping[str, Any] = NO_CHANGES,
) -> int:
    """Open the app, at a routine if one is named, or at the interrupted session.

    A session that another footcoach is playing can only be watched. `once` are settings for this
    start. Raises CliError. Returns the
    exit code: 0, 1 if a session could not be saved, 70 if the app crashed. After signal n, or the
    loss of its terminal, it ends the process with 128 + n.
    """
    if routine and not is_routine_file(routine):
        find_routine(wiring.open_catalogue(), routine)  # an unknown name needs no screen
    prepare_environment(os.environ, has_all_colours=colour_depth(os.environ)[0] is ColourDepth.TRUE)
    gc.disable()  # nothing that is loaded now is freed; `load` enables it again
    from footcoach_tui.app.app import FootcoachApp
    from footcoach_tui.terminal import textual_fixes
    from footcoach_tui.terminal.crash_log import CrashLog
    from footcoach_tui.terminal.shutdown import ExitWatchdog

    settings, problems = wiring.open_settings(THEME_NAMES)
    settings = replace(settings, **once)
    appearance, _ = wiring.choose_appearance(options or AppearanceOptions(), settings)
    messages = tuple(map(str, problems))
    place = routine, context, speed
    request = _LaunchRequest(settings, appearance, *place, messages, resume, has_check_in)
    textual_fixes.apply()
    sys.setswitchinterval(_SWITCH_INTERVAL)
    log = CrashLog(wiring.log_folder())
    with ExitWatchdog(sys.stdin.fileno()) as watchdog:
        app = FootcoachApp(settings, appearance, request.load, watchdog=watchdog, crash_log=log)
        _clear_entry_word()
        code = app.run_safely()
        discard_output()  # output to a closed terminal is no error
        is_saved = not app.launch or _save_rest(app.launch.app_context.save_queue)
        hook_messages = wiring.pass_on_saved(settings)
        if watchdog.exit_code:
            watchdog.exit_now()
    if request.error:
        raise request.error
    with suppress(OSError):  # the standard error is closed
        warn(hook_messages)
    if code == CrashLog.EXIT_CODE:
        with suppress(OSError):  # the standard error is closed
            warn([log.message(is_session_saved=app.is_session_saved and is_saved)])
    # Python would search all objects once more before it ends: ten times as long as the rest.
    gc.freeze()
    return code or int(not is_saved)


def _clear_entry_word() -> None:
    """Clear the word that `entry` wrote, or the terminal would show it after the app."""
    if not os.environ.get("TEXTUAL_DRIVER"):
        with suppress(OSError):
            os.write(1, _CLEAR_LINE)


def _save_rest(save_queue: "SaveQueue") -> bool:
    """Try once more to save the rest; print it if that fails again."""
    if not save_queue.retry():
        return True
    from footcoach_tui.cli.plain.finished_sessions import print_unsaved

    print_unsaved(save_queue.pending)
    return False


@dataclass(slots=True)
class _LaunchRequest:
    """Request of the command line, loaded once the first screen is shown."""

    settings: Settings
    appearance: Appearance
    routine: str
    context: str
    speed: float
    messages: tuple[str, ...]
    resume: bool
    has_check_in: bool = True
    error: CliError | PathError | None = None
    """Reason why nothing could be loaded."""

    def load(self) -> "Launch | None":
        """Load what the screens need, with the routine or session to start at; None on error."""
        from footcoach_tui import app_wiring
        from footcoach_tui.app.launch import Launch
        from footcoach_tui.app.session_lists.latest import read_latest

        try:
            app_context = app_wiring.make_app_context(self.settings, self.appearance, self.speed)
            routine = find_routine(app_context.catalogue, self.routine) if self.routine else None
            session, problems = (
                find_interrupted_session(app_context.journals, may_watch=True)
                if self.resume
                else (None, ())
            )
            latest = None
            if routine or session:
                from footcoach_tui.app.screens import check_in  # noqa: F401 - so that it opens at once
            else:
                latest = read_latest(
                    app_context.history, app_context.today(), self.settings.week_goal
                )
        except (CliError, PathError) as error:
            self.error = error
            return None
        finally:
            gc.freeze()
            gc.enable()
        messages = (*self.messages, *problems)
        return Launch(
            app_context,
            routine,
            self.context,
            session,
            messages,
            has_check_in=self.has_check_in,
            latest=latest,
            config_mistakes=len(self.messages),
        )
