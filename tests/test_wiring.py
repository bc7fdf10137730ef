"""Decisions of the wiring: the clock's speed, and whether a screen can be drawn."""

import io
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from footcoach_tui import wiring


class Stream(io.TextIOWrapper):
    """Text stream that is a terminal or not."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def drawable(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:

    def can_show(
        *, stdin: bool = True, stdout: bool = True, term: str = "xterm", encoding: str = "utf-8"
    ) -> bool:
        monkeypatch.setattr(sys, "stdin", Stream("utf-8", terminal=stdin))
        monkeypatch.setattr(sys, "stdout", Stream(encoding, terminal=stdout))
        monkeypatch.setenv("TERM", term)
        return wiring.can_show_screens()

    return can_show


def test_a_terminal_can_show_screens_also_without_unicode(drawable: Callable[..., bool]) -> None:
    assert drawable()
    assert drawable(encoding="ascii")


@pytest.mark.parametrize(
    "lack",
    [
        {"stdin": False},
        {"stdout": False},
        {"term": "dumb"},
        {"term": "unknown"},
        {"term": ""},
    ],
    ids=str,
)
def test_without_one_of_its_parts_it_cannot(
    drawable: Callable[..., bool], lack: dict[str, object]
) -> None:
    assert not drawable(**lack)


def test_a_closed_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert not wiring.can_show_screens()


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

    assert wiring.today() == date(2026, 3, 2)
    assert (info.started.hour, info.started.minute, info.speed) == (7, 30, 1.0)
