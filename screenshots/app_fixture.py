"""App with a manual clock and a sample history, for screenshots and tests."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.context import AppContext, Content
from footcoach_tui.app.exercise_view.clips import Clip, FrameCache, Moment
from footcoach_tui.app.launch import Launch
from footcoach_tui.app.save_queue import SaveQueue
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.authoring.file_changes import WatchedFiles
from footcoach_tui.authoring.own_files import OwnFiles, own_paths
from footcoach_tui.authoring.unsaved_drafts import UnsavedDrafts
from footcoach_tui.boundary.paths import Folders, bundled_routines_folder
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
from footcoach_tui.cues.plan import CuePlan
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.render import render_frame
from footcoach_tui.history.store import History
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.library.catalogue import Catalogue, load_catalogue
from footcoach_tui.library.own_swaps import OwnSwaps
from footcoach_tui.library.routine_ids import RoutineIds
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.settings.settings import Settings

_CACHE = tempfile.TemporaryDirectory(prefix="footcoach-parsed-")
_PARSED_FILES = Path(_CACHE.name) / "routines.index"
"""Cache that all apps of a process share: parsing takes longer than a test."""

NOW = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
_PAST = (
    (0, "pre-run-activation-4min", 3, 0),
    (2, "rw-essential-three", 3, 1),
    (3, "post-run-release-6min", 2, 0),
    (5, "rw-essential-three", 4, 2),
    (7, "daily-foot-core-7min", 5, 1),
    (9, "rw-essential-three", 4, 0),
    (10, "toe-yoga-basics-5min", 2, 0),
    (12, "daily-foot-core-7min", 5, 3),
)
"""Days ago, routine, effort, pain."""


@dataclass
class ManualClock:
    """Clock set by hand."""

    seconds: float = 0.0

    def now(self) -> Instant:
        return Instant(self.seconds, NOW.timestamp() + self.seconds)


class LazyFrameCache(FrameCache):
    """Cache that renders a frame when it is shown: few are, as the clock is set by hand."""

    def picture(self, moment: Moment, form: PictureFormat) -> Picture | None:
        """Frame of a moment; None before `prerender`, as while a worker renders."""
        clip = moment.clip
        if (clip, form) not in self._frames:
            return None
        return render_frame(
            self.figures[clip.exercise_id],
            clip.motion,
            clip.seconds,
            min(moment.seconds, clip.seconds),
            form,
            mirrored=clip.is_mirrored,
        )

    def prerender(self, clips: Iterable[Clip], form: PictureFormat) -> None:
        clips_with_figure = (clip for clip in clips if clip.exercise_id in self.figures)
        self._frames |= {(clip, form): () for clip in clips_with_figure}


@dataclass
class AppFixture:
    """The app and its dependencies; the history is in `folder`."""

    folder: Path
    settings: Settings = field(default_factory=Settings)
    appearance: Appearance = field(default_factory=Appearance)
    clock: ManualClock = field(default_factory=ManualClock)
    catalogue: Catalogue = field(default_factory=lambda: load_catalogue(bundled_routines_folder()))
    rules: Rules | None = None
    """Rules of the coach; without them the app has none, and asks nothing before a session."""

    def __post_init__(self) -> None:
        self.history = History(
            Folders(self.folder, self.folder / "state", self.folder / "cache"), device="studio"
        )
        self.favourites = RoutineIds(self.folder / "favourites.txt", self.folder / "state" / "lock")
        self.hidden = RoutineIds(self.folder / "hidden.txt", self.folder / "state" / "hidden.lock")
        self.own_swaps = OwnSwaps(self.folder / "swaps.txt", self.folder / "state" / "swaps.lock")
        self._ids = _ids()

    def fill_history(self) -> None:
        """Add two weeks of sessions."""
        for days, routine_id, effort, pain in _PAST:
            self.add_session(routine_id, days, effort, pain)

    def add_session(self, routine: str, days: int, effort: int = 3, pain: int = 0) -> None:
        """Add a session of some days ago."""
        started = NOW - timedelta(days=days, minutes=20)
        info = SessionInfo(id=next(self._ids), started=started, zone="UTC")
        record = info.record_of_plan(compile_timeline(self.catalogue.routines[routine]))
        self.history.add(record._replace(effort=effort, pain=pain))

    @property
    def own_folder(self) -> Path:
        """Folder of the user's own routines; there is none until something is written."""
        return self.folder / "routines"

    def context(self) -> AppContext:
        journals = SessionJournals(self.folder)
        content = self._content(self.catalogue)
        return AppContext(
            catalogue=content.catalogue,
            favourites=self.favourites,
            hidden=self.hidden,
            own_swaps=self.own_swaps,
            history=self.history,
            save_queue=SaveQueue(self.history),
            open_journals=lambda: journals,
            settings=self.settings,
            clock=self.clock,
            clock_at_speed=lambda _: self.clock,
            open_frame_cache=content.open_frame_cache,
            today=self._today,
            new_session_info=self._session_info,
            open_cues=self._cues,
            read_content=self._read_content,
            watched_files=WatchedFiles(lambda: own_paths(self.own_folder)),
            open_own_files=lambda: OwnFiles(
                bundled_routines_folder(), self.own_folder, _PARSED_FILES
            ),
            unsaved_drafts=UnsavedDrafts(self.folder / "drafts"),
            rules=content.rules,
            read_log=lambda: read_training_log(self.history, self._today()),
            appearance=self.appearance,
        )

    def load_catalogue(self) -> Catalogue:
        """Read the bundled files and the user's own."""
        return load_catalogue(bundled_routines_folder(), self.own_folder, _PARSED_FILES)

    def _content(self, catalogue: Catalogue) -> Content:
        rules, frame_cache = self.rules, LazyFrameCache(catalogue.figures)
        return Content(catalogue, (lambda: rules) if rules else None, lambda: frame_cache)

    def _read_content(self) -> Content:
        return self._content(self.load_catalogue())

    def app(self, routine: str = "", context: str = "") -> FootcoachApp:
        """App at its start screen, or at a routine."""
        first = self.catalogue.routines[routine] if routine else None
        return FootcoachApp(self.settings, self.appearance, Launch(self.context(), first, context))

    def tick(self, pilot: Pilot[None]) -> None:
        """Tick the session, as its timer would."""
        screen = pilot.app.screen
        if isinstance(screen, PlayScreen):
            screen.tick()

    async def show_moment(self, pilot: Pilot[None]) -> None:
        """Draw the current moment of the figure, once its frames are rendered."""
        self.tick(pilot)
        if isinstance(pilot.app.screen, LibraryScreen):
            pilot.app.screen.show_moment()
        await pilot.pause()

    def _cues(self, out: CueOutput, speed: float) -> CuePlayer:
        return CuePlayer(out, CuePlan(bell=self.settings.bell), speed=speed)

    def _today(self) -> date:
        return (NOW + timedelta(seconds=self.clock.seconds)).date()

    def _session_info(
        self, context: str, *, checkin: Mapping[str, object] | None = None
    ) -> SessionInfo:
        started = NOW + timedelta(seconds=self.clock.seconds)
        return SessionInfo(next(self._ids), started, "UTC", context, checkin=checkin)


def _ids() -> Iterator[str]:
    """ULIDs in ascending order."""
    return (f"01KKG0000000000000000000{number:02d}" for number in range(100))
