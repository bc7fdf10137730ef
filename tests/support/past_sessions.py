"""Past sessions for tests of the app."""

from datetime import datetime, timedelta

from app_driver import AppDriver
from app_fixture import NOW, AppFixture

from footcoach_tui.app.widgets.session_browser import SessionList
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline


def add_session(
    fixture: AppFixture,
    *,
    days: int = 0,
    at: datetime | None = None,
    pain: int | None = None,
    note: str = "",
    context: str = "",
) -> SessionRecord:
    """Add a session some days ago, or at a moment; the left side did less."""
    started = at or NOW - timedelta(days=days, minutes=10)
    info = SessionInfo(id=new_id(started), started=started, zone="UTC", context=context, note=note)
    planned = info.record_of_plan(compile_timeline(fixture.catalogue.routines["test-routine"]))
    exercises = tuple(
        exercise._replace(sets=tuple(map(_less_on_the_left, exercise.sets)))
        for exercise in planned.exercises
    )
    return fixture.history.add(planned._replace(exercises=exercises, pain=pain)).record


def listed_days(driver: AppDriver) -> list[str]:
    """The days of the sessions in the list."""
    sessions = driver.screen.query_one(SessionList)
    return [record.date for record in sessions._records.values()]


def _less_on_the_left(record: SetRecord) -> SetRecord:
    if record.side is not Side.LEFT:
        return record
    return record._replace(reps=1, seconds=12.0, outcome=SetOutcome.CUT)
