"""The cues of a session on the screen."""

from typing import Any

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from textual.app import App

from footcoach_tui.app.session_cues import TerminalCueOutput
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.cues import osc
from footcoach_tui.cues.cue_player import CueOutput, CuePlayer
from footcoach_tui.cues.plan import CuePlan

CLEAR = osc.progress_sequence(None)


class Heard(TerminalCueOutput):
    """Writes down what is sent, since a test has no terminal."""

    def __init__(self, app: App[Any], sent: list[str]) -> None:
        super().__init__(app)
        self.sent = sent

    def ring(self) -> None:
        self.sent.append("BEL")

    def send(self, sequence: str) -> None:
        self.sent.append(sequence)


@pytest.fixture
def sent(app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is sent to a terminal that takes everything."""
    heard: list[str] = []

    def opened(out: CueOutput, speed: float) -> CuePlayer:
        assert isinstance(out, TerminalCueOutput)
        plan = CuePlan(notify="osc9", progress=True)
        return CuePlayer(Heard(out._app, heard), plan, speed=speed)

    monkeypatch.setattr(app_fixture, "_cues", opened)
    return heard


async def test_a_session_is_told_to_the_terminal_and_nothing_stays_while_it_stands(
    launch_app: OpenApp, sent: list[str]
) -> None:
    async with launch_app("test-routine", (60, 20)) as person:
        await person.press("space")
        ready = osc.notification_sequence("osc9", "Arch Lift, both sides")
        assert sent == ["BEL", ready, osc.progress_sequence(0)]
        await person.press("m")
        await person.wait(4)
        assert set(sent[3:]) == {osc.progress_sequence(percent) for percent in range(1, 3)}
        await person.press("space")
        assert sent[-1] == CLEAR
        await person.press("space")
        assert sent[-1] != CLEAR
        assert person.app.on_shutdown()  # type: ignore[attr-defined] # it is footcoach's
        assert sent[-1] == CLEAR


async def test_a_cue_does_not_wait_for_the_picture(
    launch_app: OpenApp, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with launch_app("test-routine", (60, 20)) as person:
        await person.press("space")
        before: list[int] = []
        show = StepPane.show

        def seen(pane: StepPane, *told: Any) -> None:
            before.append(sent.count("BEL"))
            show(pane, *told)

        monkeypatch.setattr(StepPane, "show", seen)
        await person.wait(5)  # the first of the last three seconds
        assert (before[0], before[-1], sent.count("BEL")) == (1, 2, 2)


async def test_without_a_terminal_nothing_is_sent(
    app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_fixture.app()
    out = TerminalCueOutput(app)
    out.send("\x1b]9;x\x1b\\")  # there is no driver yet
    written: list[str] = []
    async with app.run_test():
        monkeypatch.setattr(app._driver, "write", written.append)
        out.send("\x1b]9;x\x1b\\")
        out.send_at_exit("\x1b]9;4;0;0\x1b\\")
        out.ring()
    assert written == []
