"""Sessions that were done before a test begins."""

from datetime import datetime, timedelta

from app_driver import AppDriver
from app_fixture import NOW, AppFixture

from footcoach_tui.app.widgets.session_browser import SessionList
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.dose import Side
from footcoach_tui.session.record import SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.record_builder import SessionInfo, record_of_plan
from footcoach_tui.session.timeline import compile_timeline


def add_session(
    studio: AppFixture,
    *,
    days: int = 0,
    at: datetime | None = None,
    pain: int | None = None,
    note: str = "",
    context: str = "",
) -> SessionRecord:
    """A session in the history, so many days ago or at a moment; the left side did less."""
    started = at or NOW - timedelta(days=days, minutes=10)
    heading = SessionInfo(
        id=new_id(started), started=started, zone="UTC", context=context, note=note
    )
    planned = record_of_plan(compile_timeline(studio.catalogue.routines["test-routine"]), heading)
    exercises = tuple(
        one._replace(sets=tuple(_less_on_the_left(each) for each in one.sets))
        for one in planned.exercises
    )
    return studio.history.add(planned._replace(exercises=exercises, pain=pain)).record


def listed_days(person: AppDriver) -> list[str]:
    """The days of the sessions in the list."""
    sessions = person.screen.query_one(SessionList)
    return [record.date for record in sessions._records.values()]


def _less_on_the_left(one: SetRecord) -> SetRecord:
    if one.side is not Side.LEFT:
        return one
    return one._replace(reps=1, seconds=12.0, outcome=SetOutcome.CUT)
