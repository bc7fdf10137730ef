from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from builders import three_step_routine
from bundled import CATALOGUE
from coach_logs import RULES
from headless_textual import headless_textual
from past_sessions import add_session
from sample_folders import folders_of

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.screens import own_files
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

__all__ = ["headless_textual"]


@pytest.fixture
def app_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppFixture:
    """App whose only routine is three short steps: 32 s, 75 s and 63 s.

    It looks at own files when a test says so, not by its timer.
    """
    monkeypatch.setattr(own_files, "_LOOK_SECONDS", 3600.0)
    made = three_step_routine()
    exercises = {step.exercise.id: step.exercise for step in made.steps}
    catalogue = Catalogue(exercises=exercises, routines={made.id: made}, sources={})
    return AppFixture(tmp_path / "data", catalogue=catalogue)


@pytest.fixture
def launch_app(app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch) -> OpenApp:
    """Open the app at its start screen, or at a routine."""
    # On a slow machine a notification must not pass unseen.
    monkeypatch.setattr(FootcoachApp, "NOTIFICATION_TIMEOUT", 3600)

    @asynccontextmanager
    async def open_app(
        routine: str = "", size: tuple[int, int] = (120, 36)
    ) -> AsyncIterator[AppDriver]:
        app = app_fixture.app(routine)
        async with app.run_test(size=size, notifications=True) as pilot:
            person = AppDriver(pilot, app_fixture)
            await person.settle()
            yield person

    return open_app


@pytest.fixture
def open_session(launch_app: OpenApp) -> OpenApp:
    """Open the app in a session that was just started."""

    @asynccontextmanager
    async def start(size: tuple[int, int] = (120, 36)) -> AsyncIterator[AppDriver]:
        async with launch_app("test-routine", size) as person:
            await person.press("space")
            yield person

    return start


@pytest.fixture
def coach_fixture(tmp_path: Path) -> AppFixture:
    """App with all routines and the coach; its history is empty."""
    return AppFixture(tmp_path / "data", catalogue=CATALOGUE, rules=RULES)


@pytest.fixture
def launch_coach(coach_fixture: AppFixture) -> OpenApp:
    """Open the app with the coach, at its start screen or at a routine."""

    @asynccontextmanager
    async def open_app(
        routine: str = "", size: tuple[int, int] = (120, 36)
    ) -> AsyncIterator[AppDriver]:
        app = coach_fixture.app(routine)
        async with app.run_test(size=size, notifications=True) as pilot:
            person = AppDriver(pilot, coach_fixture)
            await person.settle()
            await person.settle()  # once more, for the keys that the card of today brings
            yield person

    return open_app


@pytest.fixture
def year_of_sessions(app_fixture: AppFixture) -> AppFixture:
    """Five sessions, two of them with pain, over the end of a year."""
    add_session(
        app_fixture, at=datetime(2025, 12, 31, 18, 0, tzinfo=UTC), pain=4, note="right heel"
    )
    add_session(app_fixture, at=datetime(2026, 1, 1, 9, 0, tzinfo=UTC), pain=0)
    add_session(
        app_fixture, at=datetime(2026, 2, 20, 7, 0, tzinfo=UTC), pain=3, note="left arch, sore"
    )
    add_session(app_fixture, at=datetime(2026, 3, 9, 7, 0, tzinfo=UTC), context="after-run")
    add_session(app_fixture, days=0)
    return app_fixture


@pytest.fixture
def record() -> SessionRecord:
    """Session of 9 March in Vienna, at 08:12:05."""
    started = datetime(2026, 3, 9, 8, 12, 5, tzinfo=timezone(timedelta(hours=1)))
    info = SessionInfo("01KKG000000000000000000000", started, "Europe/Vienna", "daily", note="hm")
    return info.record_of_plan(compile_timeline(three_step_routine()))


@pytest.fixture
def history(tmp_path: Path, record: SessionRecord) -> History:
    """History of a single session."""
    built = History(folders_of(tmp_path), device="test")
    built.add(record)
    return built
