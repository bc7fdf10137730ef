"""Sample sessions, an empty history, and failing disks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import disk_errors
import pytest
from sample_folders import folders_of

from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

MakeSession = Callable[..., SessionRecord]


@pytest.fixture
def make_session() -> MakeSession:
    """A session of two sets; `started` may be given as text, other fields by name."""

    def session(started: str = "2026-03-04T07:10:05+01:00", **fields: Any) -> SessionRecord:
        start = datetime.fromisoformat(started)
        sets = tuple(
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
        defaults: dict[str, Any] = {
            "id": new_id(start),
            "routine": "daily",
            "title": "Daily feet",
            "started": start,
            "zone": "Europe/Berlin",
            "seconds": 601.25,
            "exercises": (ExerciseRecord("short-foot", "Short foot", sets),),
            "version": "0.1.0",
        }
        return SessionRecord(**(defaults | fields))

    return session


@pytest.fixture
def make_sessions(make_session: MakeSession) -> Callable[[int], list[SessionRecord]]:
    """Sessions a day and an hour apart, newest first."""

    def sessions(count: int) -> list[SessionRecord]:
        start = datetime(2026, 3, 4, 7, tzinfo=UTC)
        moments = [start - timedelta(days=number, hours=number) for number in range(count)]
        return [make_session(moment.isoformat()) for moment in moments]

    return sessions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def history(folder: Path) -> History:
    """An empty history of the device "here-1"."""
    return History(folders_of(folder), device="here-1")


@pytest.fixture
def fail_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The context manager `failing_disk`, without its first argument."""
    return partial(disk_errors.failing_disk, monkeypatch)
