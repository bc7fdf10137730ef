"""The clock of the machine, faster than it goes."""

import pytest

from footcoach_tui.playback.real_clock import RealClock


def test_both_clocks_run_at_the_speed_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footcoach_tui.playback.real_clock.time.monotonic", lambda: 100.0)
    monkeypatch.setattr("footcoach_tui.playback.real_clock.time.time", lambda: 5000.0)
    clock = RealClock(40)
    began = clock.now()
    monkeypatch.setattr("footcoach_tui.playback.real_clock.time.monotonic", lambda: 100.5)
    monkeypatch.setattr("footcoach_tui.playback.real_clock.time.time", lambda: 5000.5)
    now = clock.now()
    assert (now.monotonic - began.monotonic, now.wall - began.wall) == (20, 20)
