"""Clock of the machine, for a session that is played."""

import time

from footcoach_tui.session.clock import Instant


class RealClock:
    """Clocks of the machine, `speed` times as fast from the creation of the object on."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._start = time.monotonic(), time.time()

    def now(self) -> Instant:
        monotonic, wall = self._start
        return Instant(
            monotonic + (time.monotonic() - monotonic) * self.speed,
            wall + (time.time() - wall) * self.speed,
        )
