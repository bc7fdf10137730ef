"""A footcoach whose clock stands still and whose history is made up, for pictures and tests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.clips import Clip, FrameCache, Moment
from footcoach_tui.app.launch import Launch
from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
from footcoach_tui.cues.plan import CuePlan
from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.render import render_frame
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue, load_catalogue
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.settings.settings import Settings

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
    """A clock that moves when it is told to."""

    seconds: float = 0.0

    def now(self) -> Instant:
        """The moment it stands at."""
        return Instant(self.seconds, NOW.timestamp() + self.seconds)


class StillReels(FrameCache):
    """Frames drawn as they are asked for; while the clock does not move, that is one a size."""

    def picture(self, shown: Moment, columns: int, rows: int) -> Picture | None:
        """The frame of a moment; None before `draw`, as while a worker draws."""
        take = shown.clip
        if (take, columns, rows) not in self._frames:
            return None
        return render_frame(
            self.figures[take.exercise_id],
            take.motion,
            take.seconds,
            min(shown.seconds, take.seconds),
            columns,
            rows,
            self._glyphs,
            mirrored=take.is_mirrored,
        )

    def prerender(self, takes: Iterable[Clip], columns: int, rows: int) -> None:
        """Have these frames drawn from now on."""
        known = (take for take in takes if take.exercise_id in self.figures)
        self._frames |= {(take, columns, rows): () for take in known}


@dataclass
class AppFixture:
    """One app with all its parts; `folder` takes the history."""

    folder: Path
    settings: Settings = field(default_factory=Settings)
    appearance: Appearance = field(default_factory=Appearance)
    clock: ManualClock = field(default_factory=ManualClock)
    catalogue: Catalogue = field(default_factory=lambda: load_catalogue(bundled_routines_folder()))

    def __post_init__(self) -> None:
        """Open an empty history."""
        self.history = History(self.folder, device="studio")
        self._names = _ids()

    def fill_history(self) -> None:
        """Put two weeks of sessions into the history."""
        for days, name, effort, pain in _PAST:
            begun = NOW - timedelta(days=days, minutes=20)
            heading = SessionInfo(id=next(self._names), started=begun, zone="UTC")
            record = heading.record_of_plan(compile_timeline(self.catalogue.routines[name]))
            self.history.add(record._replace(effort=effort, pain=pain))

    def context(self) -> AppContext:
        """What the screens work with."""
        return AppContext(
            catalogue=self.catalogue,
            history=self.history,
            save_queue=SaveQueue(self.history),
            journals=SessionJournals(self.folder),
            settings=self.settings,
            clock=self.clock,
            clock_at_speed=lambda _: self.clock,
            frame_cache=StillReels(
                self.catalogue.figures, Glyphs.ASCII if self.appearance.is_ascii else Glyphs.BRAILLE
            ),
            today=self._today,
            new_session_info=self._heading,
            open_cues=self._cues,
            appearance=self.appearance,
        )

    def app(self, routine: str = "", context: str = "") -> FootcoachApp:
        """The app, at its start screen or at a routine."""
        first = self.catalogue.routines[routine] if routine else None
        return FootcoachApp(self.settings, self.appearance, Launch(self.context(), first, context))

    def tick(self, pilot: Pilot[None]) -> None:
        """Have the session look at the clock, as its own timer would."""
        screen = pilot.app.screen
        if isinstance(screen, PlayScreen):
            screen.tick()

    async def show_moment(self, pilot: Pilot[None]) -> None:
        """Have the figure show the present moment, its frames being drawn by now."""
        self.tick(pilot)
        if isinstance(pilot.app.screen, LibraryScreen):
            pilot.app.screen.show_moment()
        await pilot.pause()

    def _cues(self, out: CueOutput, speed: float) -> CuePlayer:
        return CuePlayer(out, CuePlan(bell=self.settings.bell), speed=speed)

    def _today(self) -> date:
        return (NOW + timedelta(seconds=self.clock.seconds)).date()

    def _heading(self, context: str) -> SessionInfo:
        begun = NOW + timedelta(seconds=self.clock.seconds)
        return SessionInfo(id=next(self._names), started=begun, zone="UTC", context=context)


def _ids() -> Iterator[str]:
    """ULIDs in order."""
    return (f"01KKG0000000000000000000{number:02d}" for number in range(100))
