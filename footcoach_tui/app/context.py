"""Dependencies that are injected into the screens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from footcoach_tui.app.appearance.choose import Appearance

if TYPE_CHECKING:  # the start screen is drawn before the coach and a session's parts are loaded
    from footcoach_tui.app.exercise_view.clips import FrameCache
    from footcoach_tui.app.save_queue import SaveQueue
    from footcoach_tui.authoring.file_changes import WatchedFiles
    from footcoach_tui.authoring.own_files import OwnFiles
    from footcoach_tui.authoring.unsaved_drafts import UnsavedDrafts
    from footcoach_tui.coach.log import TrainingLog
    from footcoach_tui.coach.rules.rules import Rules
    from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
    from footcoach_tui.history.months.entries import EntryKind
    from footcoach_tui.history.store import History
    from footcoach_tui.library.catalogue import Catalogue
    from footcoach_tui.library.own_swaps import OwnSwaps
    from footcoach_tui.library.routine_ids import RoutineIds
    from footcoach_tui.playback.interrupted import SessionJournals
    from footcoach_tui.session.clock import Clock
    from footcoach_tui.session.record_builder import SessionInfo
    from footcoach_tui.settings.settings import Settings


class _NewSessionInfo(Protocol):
    def __call__(
        self, context: str, *, checkin: Mapping[str, object] | None = None
    ) -> "SessionInfo": ...


def _empty_log() -> "TrainingLog":
    from footcoach_tui.coach.log import TrainingLog  # noqa: PLC0415 - see above

    return TrainingLog()


class Content(NamedTuple):
    """Content of the files of routines, exercises and rules; see `AppContext`."""

    catalogue: "Catalogue"
    rules: "Callable[[], Rules] | None"
    open_frame_cache: "Callable[[], FrameCache]"


@dataclass(slots=True)
class AppContext:
    """Dependencies of the screens; `clock` runs at `speed`.

    `new_session_info` describes a session that begins now, given its context and the answers
    before it; `open_cues` opens the cues of a session at a speed; `open_journals`
    and `open_frame_cache` import what a session needs, so call them when there is one.

    `rules` loads the rules of the coach when first called, and `read_log` what it decides from:
    both read files, so call them in a worker. Without rules there is no coach.

    `read_content` reads all files of content again, and `open_own_files` finds those of routines
    and exercises; both belong into a worker too. `watched_files` are the user's own.
    `edit_file` opens the file of an id in the editor, in the terminal.
    """

    catalogue: "Catalogue"
    favourites: "RoutineIds"
    hidden: "RoutineIds"
    own_swaps: "OwnSwaps"
    history: "History"
    save_queue: "SaveQueue"
    open_journals: "Callable[[], SessionJournals]"
    settings: "Settings"
    clock: "Clock"
    clock_at_speed: "Callable[[float], Clock]"
    open_frame_cache: "Callable[[], FrameCache]"
    today: Callable[[], date]
    new_session_info: _NewSessionInfo
    open_cues: "Callable[[CueOutput, float], CuePlayer]"
    watched_files: "WatchedFiles"
    read_content: Callable[[], Content]
    open_own_files: "Callable[[], OwnFiles]"
    unsaved_drafts: "UnsavedDrafts"
    rules: "Callable[[], Rules] | None" = None
    read_log: "Callable[[], TrainingLog]" = _empty_log
    speed: float = 1.0
    appearance: Appearance = Appearance()  # noqa: RUF009 - frozen, so it can be shared
    edit_file: Callable[[str], str] = lambda _: ""
    _reading: Lock = field(default_factory=Lock, repr=False, compare=False)

    def read_changed(self) -> tuple[Path, ...]:
        """Read the content again if own files have changed; return these. Call it in a worker.

        A session that plays keeps the routine and the figures that it began with.
        """
        with self._reading:
            changed = self.watched_files.changed()
            if changed:
                self._read()
            return changed

    def read_again(self) -> None:
        """Read the content as its files are now. Call it in a worker."""
        with self._reading:
            self.watched_files.changed()  # what has changed until now is read here
            self._read()

    def _read(self) -> None:
        self.catalogue, self.rules, self.open_frame_cache = self.read_content()

    @property
    def journals(self) -> "SessionJournals":
        """Journals of sessions that have not ended."""
        return self.open_journals()

    @property
    def frame_cache(self) -> "FrameCache":
        """Frames of all figures."""
        return self.open_frame_cache()

    @property
    def new_entry_id(self) -> str:
        """Id of an entry of the history that is written now."""
        return self.new_session_info("").id

    def save_entry(
        self, kind: "EntryKind", *documents: "Mapping[str, object]", is_undoable: bool = True
    ) -> str:
        """Save an entry, or several that are undone as one; the message says why it failed."""
        entries = [{"id": self.new_entry_id, **document} for document in documents]
        return self.save_queue.add_entry(kind, *entries, is_undoable=is_undoable)
