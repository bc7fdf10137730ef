"""Sessions on a slow terminal: time goes on, and frames are skipped."""

import pytest
from app_driver import AppDriver, OpenApp

from footcoach_tui.app.screens import live
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.session.view import SessionState


class Line:
    """Terminal that can be slow or dead."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_open, self.is_dead = True, False
        self.asked: list[bool] = []
        monkeypatch.setattr(live, "can_draw", self._may_show)
        monkeypatch.setattr(live, "is_terminal_dead", lambda _: self.is_dead)

    def _may_show(self, _: object, *, moving: bool) -> bool:
        self.asked.append(moving)
        return self.is_open


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


def screen_of(person: AppDriver) -> PlayScreen:
    assert isinstance(person.screen, PlayScreen)
    return person.screen


async def test_time_goes_on_while_nothing_can_be_shown_and_then_it_shows_now(
    open_session: OpenApp, line: Line
) -> None:
    async with open_session() as person:
        before = person.text("#countdown")
        line.is_open = False
        await person.wait(3)
        assert person.text("#countdown") == before
        assert person.view.remaining == pytest.approx(5)
        await person.wait(10)
        assert person.state is SessionState.HOLD
        line.is_open = True
        screen_of(person).show_skipped()
        await person.settle()
        assert person.text("#countdown") != before
        assert "HOLD" in person.text("#state-band")


async def test_what_a_key_or_a_new_phase_brings_does_not_wait_behind_what_moves(
    open_session: OpenApp, line: Line
) -> None:
    async with open_session() as person:
        await person.wait(1)
        assert line.asked[-1] is True
        await person.press("space")
        assert line.asked[-1] is False
        await person.press("space")
        line.asked.clear()
        await person.wait(12)
        assert False in line.asked, "a phase began"


async def test_a_dead_line_pauses_the_session_and_it_is_told_when_the_line_lives(
    open_session: OpenApp, line: Line
) -> None:
    async with open_session() as person:
        await person.wait(2)
        line.is_open, line.is_dead = False, True
        await person.wait(1)
        assert person.state is SessionState.PAUSED
        left = person.view.remaining
        await person.wait(5)
        screen_of(person).show_skipped()
        assert person.notifications() == []
        line.is_open, line.is_dead = True, False
        screen_of(person).show_skipped()
        await person.settle()
        assert person.view.remaining == left
        assert "PAUSED" in person.text("#state-band")
        assert person.notifications() == [
            "The terminal stopped responding, so the session was paused."
        ]
