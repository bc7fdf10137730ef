"""Sessions to keep, and disks that fail."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import disk_errors
import pytest

from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

MakeSession = Callable[..., SessionRecord]


@pytest.fixture
def make_session() -> MakeSession:
    """A session of two sets; `started` may be given as text, other fields by name."""

    def session(started: str = "2026-03-04T07:10:05+01:00", **fields: Any) -> SessionRecord:
        begun = datetime.fromisoformat(started)
        both = tuple(
            SetRecord(
                1,
                side,
                planned_reps=8,
                reps=8,
                planned_seconds=48.0,
                seconds=48.0,
                outcome=SetOutcome.DONE,
            )
            for side in (Side.LEFT, Side.RIGHT)
        )
        known: dict[str, Any] = {
            "id": new_id(begun),
            "routine": "daily",
            "title": "Daily feet",
            "started": begun,
            "zone": "Europe/Berlin",
            "seconds": 601.25,
            "exercises": (ExerciseRecord("short-foot", "Short foot", both),),
            "version": "0.1.0",
        }
        return SessionRecord(**(known | fields))

    return session


@pytest.fixture
def make_sessions(make_session: MakeSession) -> Callable[[int], list[SessionRecord]]:
    """So many sessions, a day and an hour apart, newest first."""

    def sessions(count: int) -> list[SessionRecord]:
        start = datetime(2026, 3, 4, 7, tzinfo=UTC)
        each = [start - timedelta(days=number, hours=number) for number in range(count)]
        return [make_session(moment.isoformat()) for moment in each]

    return sessions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def history(folder: Path) -> History:
    """An empty history of the device "here-1"."""
    return History(folder, device="here-1")


@pytest.fixture
def fail_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A disk whose `nth` call fails, and all after it if `for_good`; yields the calls made."""
    return partial(disk_errors.failing_disk, monkeypatch)
