"""Composition root: opens the parts of footcoach and puts them together.

Packages are imported by the function that needs them: `footcoach due` needs no library, and no
command but the app needs Textual. Functions that need a folder of the user raise PathError.
"""

# ruff: noqa: PLC0415 - imports inside functions, so that a command loads only what it needs

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from footcoach_tui import __version__
from footcoach_tui.boundary import local_time

if TYPE_CHECKING:  # for the type checker only: nothing is imported when the program runs
    from pathlib import Path

    from footcoach_tui.app.appearance.choose import Appearance, AppearanceOptions, Reasons
    from footcoach_tui.authoring.own_files import OwnFiles
    from footcoach_tui.boundary.paths import Folders
    from footcoach_tui.boundary.problems import Problem
    from footcoach_tui.coach.rules.rules import Rules
    from footcoach_tui.history.store import History
    from footcoach_tui.library.catalogue import Catalogue
    from footcoach_tui.library.check import CheckReport
    from footcoach_tui.library.own_swaps import OwnSwaps
    from footcoach_tui.library.routine_ids import RoutineIds
    from footcoach_tui.playback.interrupted import SessionJournals
    from footcoach_tui.session.equipment import Kit
    from footcoach_tui.session.record_builder import SessionInfo
    from footcoach_tui.settings.settings import Settings


def folders() -> "Folders":
    """Return the folders of footcoach, once what older versions left in them has been moved."""
    from footcoach_tui.boundary import paths

    places = paths.folders()
    _relocate(places)
    return places


@cache
def _relocate(places: "Folders") -> None:
    """Move what does not belong in the data folder, once a process."""
    from footcoach_tui.boundary.paths import OLD_STATE
    from footcoach_tui.boundary.safe_read import names_in

    if not OLD_STATE.isdisjoint(names_in(places.data)):
        from footcoach_tui.relocation import relocate

        relocate(places, os.uname().nodename)


def log_folder() -> "Path":
    """Return the folder of this machine's logs."""
    return folders().state / "log"


def open_history() -> "History":
    """Return the history in the data folder; nothing of it is read or created yet."""
    from footcoach_tui.history.store import History
    from footcoach_tui.hooks.saved import note_saved

    history = History(folders())
    history.on_added = note_saved
    return history


def open_journals() -> "SessionJournals":
    """Return the journals of sessions that have not ended, in the state folder."""
    from footcoach_tui.playback.interrupted import SessionJournals

    return SessionJournals(folders().state)


def open_catalogue() -> "Catalogue":
    """Load the routines that come with footcoach and the user's own."""
    from footcoach_tui.boundary.paths import bundled_routines_folder
    from footcoach_tui.library.catalogue import load_catalogue

    places = folders()
    own, cache_file = places.data / "routines", places.cache / "routines.index"
    return load_catalogue(bundled_routines_folder(), own, cache_file)


def check_files(files: "Sequence[Path]" = ()) -> "CheckReport":
    """Check routines and exercises: those of the files, or all bundled and own ones."""
    from footcoach_tui.boundary.paths import bundled_routines_folder
    from footcoach_tui.library.check import check

    places = folders()
    own, cache_file = places.data / "routines", places.cache / "routines.index"
    return check(files, bundled=bundled_routines_folder(), own=own, cache_file=cache_file)


def open_own_files() -> "OwnFiles":
    """Find the files of routines and exercises, the user's own and the bundled ones."""
    from footcoach_tui.authoring.own_files import OwnFiles
    from footcoach_tui.boundary.paths import bundled_routines_folder

    places = folders()
    own, cache_file = places.data / "routines", places.cache / "routines.index"
    return OwnFiles(bundled_routines_folder(), own, cache_file)


def open_favourites() -> "RoutineIds":
    """Return the favourite routines, a file in the data folder; it is not read yet."""
    from footcoach_tui.library.routine_ids import RoutineIds

    places = folders()
    return RoutineIds(places.data / "favourites.txt", places.state / "favourites.lock")


def open_hidden() -> "RoutineIds":
    """Return the routines that the lists leave out, a file in the data folder; not read yet."""
    from footcoach_tui.library.routine_ids import RoutineIds

    places = folders()
    return RoutineIds(places.data / "hidden.txt", places.state / "hidden.lock")


def open_own_swaps() -> "OwnSwaps":
    """Read the swaps for good, a file in the data folder."""
    from footcoach_tui.library.own_swaps import OwnSwaps

    places = folders()
    swaps = OwnSwaps(places.data / "swaps.txt", places.state / "swaps.lock")
    swaps.load()
    return swaps


def open_rules(catalogue: "Catalogue | None" = None, kit: "Kit" = None) -> "Rules":
    """Load the rules of the coach, for the routines of a catalogue and the person's kit."""
    from footcoach_tui.boundary.paths import bundled_routines_folder
    from footcoach_tui.library.coach_rules import load_rules

    places = folders()
    own, cache_file = places.data / "routines", places.cache / "rules.index"
    catalogue = catalogue or open_catalogue()
    return load_rules(bundled_routines_folder(), own, catalogue, cache_file)._replace(kit=kit)


def open_settings(
    themes: tuple[str, ...] = (), path: "Path | None" = None
) -> "tuple[Settings, tuple[Problem, ...]]":
    """Load the user's settings, or those in a file, and the problems in them.

    `themes` are the known themes; without them, where nothing is drawn, any name is accepted.
    """
    from footcoach_tui.boundary.paths import config_file
    from footcoach_tui.settings.loader import load_settings

    return load_settings(path or config_file(), _default_keys(), themes)


def _default_keys() -> dict[str, tuple[str, ...]]:
    """Return the default keys of each command, by its id."""
    from footcoach_tui.app.commands.table import KEY_COMMANDS

    return {command.id: command.keys for command in KEY_COMMANDS}


def new_session_info(
    context: str = "",
    *,
    speed: float = 1.0,
    at: datetime | None = None,
    note: str = "",
    checkin: Mapping[str, object] | None = None,
) -> "SessionInfo":
    """Return the info of a session with a new id; `at` is aware local time, default now."""
    from tzlocal import get_localzone_name

    from footcoach_tui.history.ids import new_id
    from footcoach_tui.session.record_builder import SessionInfo

    started = at or local_time.now()
    return SessionInfo(
        id=new_id(started),
        started=started,
        zone=get_localzone_name() or "",
        context=context,
        speed=local_time.recorded_speed(speed),
        version=__version__,
        note=note,
        checkin=checkin,
    )


def pass_on_saved(settings: "Settings") -> list[str]:
    """Give the session that was saved last to the user's hook, and start a sync.

    Returns sentences for the user. Without such a session it does nothing.
    """
    from footcoach_tui.hooks.saved import hand_over_saved, has_saved

    if not has_saved():
        return []
    sync_after_session(settings)
    return hand_over_saved()


def sync_after_session(settings: "Settings") -> None:
    """Start a sync in the background, if the settings say so; how it went is kept for its status.

    Nothing waits for it, and nothing fails with it.
    """
    if settings.sync.is_after_session:
        from footcoach_tui.boundary.background import start_in_background

        start_in_background([sys.executable, "-P", "-m", "footcoach_tui", "sync", "--background"])


def choose_appearance(
    options: "AppearanceOptions", settings: "Settings"
) -> "tuple[Appearance, Reasons]":
    """Choose the appearance on this terminal, with the reasons."""
    from footcoach_tui.app.appearance import choose

    # Textual draws on the standard error.
    encoding = (sys.stderr.encoding or "") if sys.stderr else ""
    chosen = choose.AppearanceOptions(
        settings.theme, settings.glyphs, settings.calm, settings.figure
    )
    return choose.choose_appearance(options, chosen, os.environ, encoding)
