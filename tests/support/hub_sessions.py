"""Sessions for the tests of the hub."""

from datetime import datetime, timedelta, timezone

from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

_FIRST = datetime(2026, 1, 5, 7, 10, 5, tzinfo=timezone(timedelta(hours=1)))


def session(number: int = 0, **fields: object) -> SessionRecord:
    """A session of its own, `number` days after the first."""
    start = _FIRST + timedelta(days=number)
    done = SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE)
    record = SessionRecord(
        id=new_id(start),
        routine="daily",
        title="Daily feet",
        started=start,
        zone="Europe/Berlin",
        seconds=601.25,
        exercises=(ExerciseRecord("short-foot", "Short foot", (done,)),),
        version="0.1.0",
    )
    return record._replace(**fields)  # type: ignore[arg-type] # tests name real fields
