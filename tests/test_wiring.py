"""Sessions and times of the wiring."""

import time
from datetime import date, datetime, timedelta

import pytest

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time


def test_a_session_has_an_id_and_a_start_of_its_own() -> None:
    first, second = wiring.new_session_info(context="daily"), wiring.new_session_info(speed=2)
    assert first.id != second.id
    assert first.started.tzinfo
    assert (first.context, second.speed) == ("daily", 2)


def test_a_session_can_have_another_start() -> None:
    at = datetime.fromisoformat("2026-03-01T07:30:00+05:30")
    assert wiring.new_session_info(at=at, note="n").started == at


def test_a_session_carries_its_check_in() -> None:
    assert wiring.new_session_info(checkin={"sore": []}).checkin == {"sore": []}


def test_in_a_zone_that_cannot_be_it_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC-25")
        time.tzset()
        assert wiring.new_session_info().started.utcoffset() == timedelta(0)
    time.tzset()


def test_a_test_sets_the_time_and_its_sessions_count(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wiring.new_session_info(speed=8.0).speed == 8.0
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")

    info = wiring.new_session_info(speed=8.0)

    assert local_time.today() == date(2026, 3, 2)
    assert (info.started.hour, info.started.minute, info.speed) == (7, 30, 1.0)
