"""Opens the cues of a session: bell, notifications, progress, tones and speech."""

# ruff: noqa: PLC0415 - imports inside functions: the start screen is drawn before they are needed

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary.browser import is_in_browser

if TYPE_CHECKING:  # for the type checker only
    from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
    from footcoach_tui.cues.plan import CuePlan
    from footcoach_tui.settings.settings import Settings


def plan_cues(settings: "Settings") -> "CuePlan":
    """Choose the channels for cues among those available. Runs tmux, but no other program.

    In a browser there is only the bell, which the page plays.
    """
    from footcoach_tui.cues.environment import CueEnvironment
    from footcoach_tui.cues.plan import CuePlan, CueSettings

    if is_in_browser():
        return CuePlan(bell=settings.bell)
    cue_settings = CueSettings(
        settings.bell, settings.notify, settings.progress, settings.sound, settings.speech
    )
    environment = CueEnvironment.detect(os.environ, is_terminal=_has_terminal())
    return CuePlan.choose(cue_settings, environment)


def open_cues(settings: "Settings", out: "CueOutput", speed: float = 1.0) -> "CuePlayer":
    """Return the cue player of a session; the channels are chosen in the background."""
    import atexit

    from footcoach_tui.boundary.paths import PathError
    from footcoach_tui.cues.cue_player import CuePlayer
    from footcoach_tui.cues.failures import save_failures
    from footcoach_tui.cues.plan import CuePlan

    def save(failures: Mapping[str, str]) -> None:
        with suppress(PathError):
            save_failures(wiring.log_folder(), failures)

    can_ring = _has_terminal() or is_in_browser()
    first_plan = CuePlan(bell=settings.bell and can_ring)
    player = CuePlayer(out, first_plan, partial(plan_cues, settings), speed=speed, remember=save)
    atexit.register(player.abort)  # a program that still speaks would outlive this one
    return player


def _has_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())
