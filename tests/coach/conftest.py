"""Session records with the fields that the coach reads."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

MakeRecord = Callable[..., SessionRecord]


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A session of ten minutes begun at `started`; a bare day means noon there, in UTC."""

    def session(
        started: str, outcome: SetOutcome = SetOutcome.DONE, **fields: Any
    ) -> SessionRecord:
        moment = started if "T" in started else f"{started}T12:00:00+00:00"
        only_set = SetRecord(1, Side.BOTH, 8, 8, 48.0, 48.0, outcome)
        known: dict[str, Any] = {
            "id": moment,
            "routine": "daily",
            "title": "Daily feet",
            "started": datetime.fromisoformat(moment),
            "zone": "",
            "seconds": 600.0,
            "exercises": (ExerciseRecord("short-foot", "Short foot", (only_set,)),),
        }
        return SessionRecord(**(known | fields))

    return session


@pytest.fixture
def make_week(make_record: MakeRecord) -> Callable[[str, int], list[SessionRecord]]:
    """So many sessions in the week that begins on a Monday, a day apart."""

    def sessions(monday: str, count: int) -> list[SessionRecord]:
        first = make_record(monday)
        return [
            make_record((first.started + timedelta(days=day % 7)).isoformat())
            for day in range(count)
        ]

    return sessions
