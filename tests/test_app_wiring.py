"""What the app does once the questions about a session are closed."""

import pytest
from builders import three_step_routine

from footcoach_tui import app_wiring, wiring
from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.boundary import background
from footcoach_tui.hooks import saved
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.settings.settings import Settings
from footcoach_tui.settings.sync import SyncSettings


def test_a_session_goes_to_the_hook_and_to_the_hub_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[SessionRecord] = []
    started: list[object] = []

    def hand_over(_name: object, records: list[SessionRecord]) -> list[str]:
        given.extend(records)
        return ["the hook failed"]

    monkeypatch.setattr(saved, "_hand_over", hand_over)
    monkeypatch.setattr(background, "start_in_background", started.append)
    settings = Settings(sync=SyncSettings("service=x", "after-session"))
    queue = app_wiring.make_app_context(settings, Appearance()).save_queue
    record = wiring.new_session_info().record_of_plan(compile_timeline(three_step_routine()))

    assert queue.on_answered() == []
    queue.save(record)
    queue.save(record._replace(effort=3))
    assert (len(given), len(started)) == (0, 0)
    assert queue.on_answered() == ["the hook failed"]
    assert queue.on_answered() == []

    assert [(each.id, each.effort) for each in given] == [(record.id, 3)]
    assert len(started) == 1
