"""Fake keyboard: types lines at set times; waiting for them advances the clock."""

from dataclasses import dataclass, field

from clocks import FakeClock


@dataclass
class FakeKeyboard:
    """Fake keyboard; `typed` are lines in order, each with the second at which it is typed.

    No line comes from a keyboard that is not open; waiting still takes its time.
    """

    clock: FakeClock
    typed: list[tuple[float, str]] = field(default_factory=list)
    is_open: bool = True

    def __post_init__(self) -> None:
        self._start = self.clock.monotonic

    def read_line(self, seconds: float | None) -> str | None:
        over = self.clock.monotonic - self._start
        if self.typed and (seconds is None or self.typed[0][0] <= over + seconds):
            at, line = self.typed.pop(0)
            self.clock.advance(max(0.0, at - over))
            return line
        self.clock.advance(seconds or 0.0)
        return None
