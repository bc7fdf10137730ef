"""What the screens are handed: they make none of it themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.keeping import Keeper
from footcoach_tui.app.looks.look import Look
from footcoach_tui.app.stage.filming import Reels
from footcoach_tui.cues.cues import Cues, Out
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.playing.journals import Journals
from footcoach_tui.session.instant import Clock
from footcoach_tui.session.recording import Heading
from footcoach_tui.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """`heading` names a session that begins now, in a context; `speed` is the clock's.

    `clock_at` makes a clock of another speed; `cues` the cues of a session at a speed.
    """

    catalogue: Catalogue
    history: History
    keeper: Keeper
    journals: Journals
    settings: Settings
    clock: Clock
    clock_at: Callable[[float], Clock]
    reels: Reels
    today: Callable[[], date]
    heading: Callable[[str], Heading]
    cues: Callable[[Out, float], Cues]
    speed: float = 1.0
    look: Look = Look()  # noqa: RUF009 - frozen, so it can be shared
