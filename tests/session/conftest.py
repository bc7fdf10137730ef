from collections.abc import Callable

import pytest
from builders import three_step_routine
from clocks import FakeClock

from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import Timeline, compile_timeline


@pytest.fixture
def timeline() -> Timeline:
    return compile_timeline(three_step_routine())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def player(timeline: Timeline) -> Player:
    return Player(timeline)


@pytest.fixture
def wait(player: Player, clock: FakeClock) -> Callable[[float], list[PlayerEvent]]:
    """Let time pass as on a screen: with a tick at least once a second."""

    def wait_for(seconds: float) -> list[PlayerEvent]:
        events: list[PlayerEvent] = []
        while seconds > 0:
            tick = min(1.0, seconds)
            events.extend(player.tick(clock.advance(tick)))
            seconds -= tick
        return events

    return wait_for
