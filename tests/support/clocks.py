"""Clock that only a test advances."""

from dataclasses import dataclass

from footcoach_tui.session.clock import Instant


@dataclass
class FakeClock:
    """Two clocks in step; `suspend` advances only the wall clock, as a closed lid does."""

    monotonic: float = 1000.0
    wall: float = 1_750_000_000.0

    def now(self) -> Instant:
        return Instant(self.monotonic, self.wall)

    def advance(self, seconds: float) -> Instant:
        self.monotonic += seconds
        self.wall += seconds
        return self.now()

    def suspend(self, seconds: float) -> Instant:
        self.wall += seconds
        return self.now()
