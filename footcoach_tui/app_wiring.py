"""Opens the parts that the app needs, and puts them together for its screens."""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui import cue_wiring, wiring
from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.context import AppContext, Content
from footcoach_tui.app.save_queue import SaveQueue
from footcoach_tui.authoring.file_changes import WatchedFiles
from footcoach_tui.authoring.unsaved_drafts import UnsavedDrafts
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.playback.real_clock import RealClock
from footcoach_tui.settings.settings import Settings

if TYPE_CHECKING:  # loaded once the start screen is on the terminal
    from footcoach_tui.app.exercise_view.clips import FrameCache
    from footcoach_tui.coach.log import TrainingLog
    from footcoach_tui.history.store import History
    from footcoach_tui.session.equipment import Kit


def make_app_context(settings: Settings, appearance: Appearance, speed: float = 1.0) -> AppContext:
    """Return the dependencies of the screens."""
    history = wiring.open_history()
    save_queue = SaveQueue(history)
    save_queue.on_answered = partial(wiring.pass_on_saved, settings)
    read_content = partial(_read_content, settings.kit)
    content = read_content()
    favourites = wiring.open_favourites()
    favourites.load()
    hidden = wiring.open_hidden()
    hidden.load()
    return AppContext(
        catalogue=content.catalogue,
        favourites=favourites,
        hidden=hidden,
        own_swaps=wiring.open_own_swaps(),
        history=history,
        save_queue=save_queue,
        open_journals=cache(wiring.open_journals),
        settings=settings,
        clock=RealClock(speed),
        clock_at_speed=RealClock,
        open_frame_cache=content.open_frame_cache,
        today=local_time.today,
        new_session_info=partial(wiring.new_session_info, speed=speed),
        open_cues=partial(cue_wiring.open_cues, settings),
        watched_files=WatchedFiles(_own_paths),
        read_content=read_content,
        open_own_files=wiring.open_own_files,
        unsaved_drafts=UnsavedDrafts(wiring.folders().state / "drafts"),
        edit_file=_edit_file,
        rules=content.rules,
        read_log=partial(_read_log, history),
        speed=speed,
        appearance=appearance,
    )


def _read_content(kit: "Kit") -> Content:
    """Read the catalogue; rules, for a kit, and figures are loaded from it when first needed."""
    catalogue = wiring.open_catalogue()

    def frame_cache() -> "FrameCache":
        from footcoach_tui.app.exercise_view.clips import FrameCache  # noqa: PLC0415 - not at once

        return FrameCache(catalogue.figures)

    return Content(catalogue, cache(partial(wiring.open_rules, catalogue, kit)), cache(frame_cache))


def _own_paths() -> Sequence[Path]:
    """Return the paths of all own files; none where they cannot be listed."""
    from footcoach_tui.authoring.own_files import own_paths  # noqa: PLC0415 - imports the library

    try:
        return own_paths(wiring.folders().data / "routines")
    except UnreadableError:
        return ()


def _edit_file(name: str) -> str:
    """Open the own file of an id in the editor; see `edit_by_id`."""
    from footcoach_tui.authoring.editing import edit_by_id  # noqa: PLC0415 - on request only

    return edit_by_id(name, wiring.open_own_files, wiring.check_files, wiring.open_catalogue)


def _read_log(history: "History") -> "TrainingLog":
    """Read what the coach decides from."""
    from footcoach_tui.history.training_log import read_training_log  # noqa: PLC0415 - in a worker

    return read_training_log(history, local_time.today())
