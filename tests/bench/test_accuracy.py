"""Each segment is seen once, though its words come in several pieces."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from bench.accuracy import lateness, segment_times
from bench.terminal import BenchTerminal

READY = ["READY"]


class FakeTerminal:
    """A terminal that shows screens at given moments; time passes as it is read."""

    def __init__(self, *screens: tuple[float, list[str]]) -> None:
        self._screens = list(screens)
        self._now = 0.0
        self.screen = SimpleNamespace(lines=READY)

    def press(self, _keys: str) -> None:
        """The session starts."""

    def render(self) -> None:
        """All is shown as it is read."""

    def read_for(self, seconds: float) -> None:
        self._now += seconds
        while self._screens and self._screens[0][0] <= self._now:
            self.screen.lines = self._screens.pop(0)[1]

    def wait_until(self, check: Callable[[Any], bool], *_: object, **__: object) -> float:
        while not check(self.screen):
            self._now, self.screen.lines = self._screens.pop(0)
        return self._now


def times(*screens: tuple[float, list[str]], count: int) -> list[float]:
    return list(segment_times(cast("BenchTerminal", FakeTerminal(*screens)), count))


def test_words_that_come_in_pieces_are_one_segment() -> None:
    seen = times(
        (0.1, ["▷ GET READY"]),
        (0.15, ["▷ GET READY", "Toe spread"]),
        (2.1, ["▶ SPREAD", "Toe spread"]),
        (2.2, ["▶ SPREAD", "Spread"]),
        (3.1, ["■ HOLD", "Spread"]),
        count=3,
    )
    assert seen == [0.1, 2.1, 3.1]
    assert [round(late, 3) for late in lateness([0.0, 2.0, 3.0], seen)] == [0.0, 0.0, 0.0]


def test_a_late_segment_is_late() -> None:
    seen = times((0.1, ["▷ GET READY"]), (2.4, ["▶ SPREAD"]), (3.1, ["■ HOLD"]), count=3)
    assert [round(late, 3) for late in lateness([0.0, 2.0, 3.0], seen)] == [0.0, 0.3, 0.0]
