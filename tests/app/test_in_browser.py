"""The app in a browser: nothing of the server's shell and speakers is for the person."""

import pytest
from app_driver import AppDriver
from app_fixture import AppFixture

from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.boundary.browser import is_in_browser
from footcoach_tui.cue_wiring import plan_cues
from footcoach_tui.settings.settings import Settings


def test_another_programs_driver_counts_as_a_browser() -> None:
    assert is_in_browser({"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"})
    assert is_in_browser({"FOOTCOACH_BROWSER": "1"})
    assert not is_in_browser({"FOOTCOACH_BROWSER": "", "TERM": "xterm"})


def test_only_the_bell_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTCOACH_BROWSER", "1")
    loud = Settings(sound="auto", speech="espeak-ng", notify="osc9", progress="on")
    plan = plan_cues(loud)
    assert plan.bell
    assert not any((plan.sound, plan.speech, plan.notify, plan.progress))
    assert not plan_cues(Settings(bell=False)).bell


@pytest.mark.parametrize("is_browser", [True, False])
async def test_there_is_no_shell_and_no_tooltip_in_a_browser(
    app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch, *, is_browser: bool
) -> None:
    monkeypatch.setenv("FOOTCOACH_BROWSER", "1" if is_browser else "")
    app = app_fixture.app()
    suspended: list[bool] = []
    monkeypatch.setattr(app, "action_suspend_process", lambda: suspended.append(True))
    async with app.run_test(size=(120, 36)) as pilot:
        person = AppDriver(pilot, app_fixture)
        await person.settle()
        await person.press("ctrl+z")
        assert suspended == ([] if is_browser else [True])
        assert ("no shell behind a browser" in " ".join(person.notifications())) is is_browser
        await pilot.hover("KeyHints", offset=(2, 0))
        assert (person.screen.query_one(KeyHints).tooltip is None) is is_browser
