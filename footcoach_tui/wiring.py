"""The one place that puts the parts together.

Each room is imported when it is first asked for: `footcoach due` needs no library, and no
command but the app needs Textual.
"""

# ruff: noqa: PLC0415 - the imports inside are the laziness told of above

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from footcoach_tui import __version__
from footcoach_tui.session.clock import Instant

if TYPE_CHECKING:  # names for the type checker only: nothing is imported when it runs
    from footcoach_tui.app.appearance.choose import Appearance, AppearanceOptions, Reasons
    from footcoach_tui.app.context import AppContext
    from footcoach_tui.boundary.problems import Problem
    from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
    from footcoach_tui.cues.plan import CuePlan
    from footcoach_tui.history.store import History
    from footcoach_tui.library.catalogue import Catalogue
    from footcoach_tui.playback.interrupted import SessionJournals
    from footcoach_tui.session.record_builder import SessionInfo
    from footcoach_tui.settings.key_conflicts import KeyConflict
    from footcoach_tui.settings.settings import Settings


class RealClock:
    """The machine's clocks, run `speed` times as fast from the moment this is made."""

    def __init__(self, speed: float = 1.0) -> None:
        """Take the moment from which the speed holds."""
        self.speed = speed
        self._from = Instant(time.monotonic(), time.time())

    def now(self) -> Instant:
        """The present moment."""
        return Instant(
            self._from.monotonic + (time.monotonic() - self._from.monotonic) * self.speed,
            self._from.wall + (time.time() - self._from.wall) * self.speed,
        )


def local_now() -> datetime:
    """The present moment in local time; in UTC where TZ names a zone that cannot be."""
    try:
        return datetime.now().astimezone()
    except ValueError:  # an offset of a day or more
        return datetime.now(UTC)


def today() -> date:
    """The local day."""
    return local_now().date()


def open_history() -> "History":
    """The history in the data folder; nothing is read or made yet. Raises PlaceError."""
    from footcoach_tui.boundary.paths import data_folder
    from footcoach_tui.history.store import History

    return History(data_folder())


def open_journals() -> "SessionJournals":
    """The journals of running sessions in the data folder. Raises PlaceError."""
    from footcoach_tui.boundary.paths import data_folder
    from footcoach_tui.playback.interrupted import SessionJournals

    return SessionJournals(data_folder())


def open_catalogue() -> "Catalogue":
    """The routines that come with footcoach, and the person's own. Raises PlaceError."""
    from footcoach_tui.boundary.paths import bundled_routines_folder, data_folder
    from footcoach_tui.library.catalogue import load_catalogue

    ours = data_folder()
    return load_catalogue(bundled_routines_folder(), ours / "routines", ours / "routines.index")


def is_routine_file(name: str) -> bool:
    """Whether a routine of this id has a file, told without opening any. Raises PlaceError."""
    from footcoach_tui.boundary.paths import bundled_routines_folder, data_folder

    if {"/", "\0"} & {*name}:
        return False
    folders = (bundled_routines_folder(), data_folder() / "routines")
    return any((folder / f"{name}.toml").is_file() for folder in folders)


def open_settings(themes: tuple[str, ...] = ()) -> "tuple[Settings, tuple[Problem, ...]]":
    """The person's settings, and what is wrong in them. Raises PlaceError.

    `themes` are those there are; without them, where nothing is drawn, any name will do.
    """
    from footcoach_tui.boundary.paths import config_file
    from footcoach_tui.settings.settings import load_settings

    return load_settings(config_file(), _default_keys(), themes)


def key_conflicts() -> "tuple[KeyConflict, ...]":
    """The keys in the config file that two commands share. Raises PlaceError."""
    from footcoach_tui.boundary.paths import config_file
    from footcoach_tui.settings.key_conflicts import key_conflicts

    return key_conflicts(config_file(), _default_keys())


def _default_keys() -> dict[str, tuple[str, ...]]:
    """The keys that each command has unless it is given others, by its id."""
    from footcoach_tui.app.commands.table import KEY_COMMANDS

    return {command.id: command.keys for command in KEY_COMMANDS}


def _session_info_maker(speed: float = 1.0) -> "Callable[[str], SessionInfo]":
    """What names a session that begins now, given its context."""
    return lambda context: new_session_info(context=context, speed=speed)


def new_session_info(
    *, context: str = "", speed: float = 1.0, at: datetime | None = None, note: str = ""
) -> "SessionInfo":
    """A heading with a new id; `at` is aware local time, now unless given."""
    from tzlocal import get_localzone_name

    from footcoach_tui.history.ids import new_id
    from footcoach_tui.session.record_builder import SessionInfo

    started = at or local_now()
    return SessionInfo(
        id=new_id(started),
        started=started,
        zone=get_localzone_name() or "",
        context=context,
        speed=speed,
        version=__version__,
        note=note,
    )


def choose_appearance(
    wishes: "AppearanceOptions", settings: "Settings"
) -> "tuple[Appearance, Reasons]":
    """How the app looks on this terminal, and why."""
    from footcoach_tui.app.appearance import choose

    # What is drawn is written on the standard error.
    encoding = (sys.stderr.encoding or "") if sys.stderr else ""
    asked = choose.AppearanceOptions(settings.theme, settings.glyphs, settings.calm)
    return choose.choose_appearance(wishes, asked, os.environ, encoding)


def make_app_context(settings: "Settings", look: "Appearance", speed: float = 1.0) -> "AppContext":
    """Everything the screens work with. Raises PlaceError."""
    from footcoach_tui.app.context import AppContext
    from footcoach_tui.app.exercise_view.clips import FrameCache
    from footcoach_tui.app.saving import SaveQueue
    from footcoach_tui.figure.cells import Glyphs

    history = open_history()
    catalogue = open_catalogue()
    return AppContext(
        catalogue=catalogue,
        history=history,
        save_queue=SaveQueue(history),
        journals=open_journals(),
        settings=settings,
        clock=RealClock(speed),
        clock_at_speed=RealClock,
        frame_cache=FrameCache(
            catalogue.figures, Glyphs.ASCII if look.is_ascii else Glyphs.BRAILLE
        ),
        today=today,
        new_session_info=_session_info_maker(speed),
        open_cues=partial(open_cues, settings),
        speed=speed,
        appearance=look,
    )


def plan_cues(settings: "Settings") -> "CuePlan":
    """What there is to give cues with, and what is used of it. Asks tmux; starts nothing else."""
    from footcoach_tui.cues.environment import detect_environment
    from footcoach_tui.cues.outcome import CueSettings
    from footcoach_tui.cues.plan import choose_channels

    chosen = CueSettings(
        settings.bell, settings.notify, settings.progress, settings.sound, settings.speech
    )
    return choose_channels(chosen, detect_environment(os.environ, is_terminal=_has_terminal()))


def open_cues(settings: "Settings", out: "CueOutput", speed: float = 1.0) -> "CuePlayer":
    """The cues of a session that runs at a speed; what they need is looked for beside."""
    import atexit

    from footcoach_tui.boundary.paths import PathError, data_folder
    from footcoach_tui.cues.cue_player import CuePlayer
    from footcoach_tui.cues.failures import save_failures
    from footcoach_tui.cues.plan import CuePlan

    def keep(troubles: Mapping[str, str]) -> None:
        with suppress(PathError):
            save_failures(data_folder() / "log", troubles)

    first = CuePlan(bell=settings.bell and _has_terminal())
    made = CuePlayer(out, first, partial(plan_cues, settings), speed=speed, remember=keep)
    atexit.register(made.abort)  # a program that still speaks would outlive us
    return made


def _has_terminal() -> bool:
    """Whether what is written is seen on a terminal."""
    return bool(sys.stdout and sys.stdout.isatty())


def can_show_screens() -> bool:
    """Whether a full screen can be drawn: on a terminal, or by a driver that the user names."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")
