"""Dependencies that are injected into the screens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.exercise_view.clips import FrameCache
from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.session.clock import Clock
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class AppContext:
    """Dependencies of the screens; `clock` runs at `speed`.

    `new_session_info` describes a session that begins now, given its context; `open_cues` opens
    the cues of a session at a speed.
    """

    catalogue: Catalogue
    history: History
    save_queue: SaveQueue
    journals: SessionJournals
    settings: Settings
    clock: Clock
    clock_at_speed: Callable[[float], Clock]
    frame_cache: FrameCache
    today: Callable[[], date]
    new_session_info: Callable[[str], SessionInfo]
    open_cues: Callable[[CueOutput, float], CuePlayer]
    speed: float = 1.0
    appearance: Appearance = Appearance()  # noqa: RUF009 - frozen, so it can be shared
