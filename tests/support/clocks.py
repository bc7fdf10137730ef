"""Time that stands still until a test moves it."""

from dataclasses import dataclass

from footcoach_tui.session.clock import Instant


@dataclass
class FakeClock:
    """Two clocks in step; `sleep_machine` lets only the wall clock run, as a closed lid does."""

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
