"""Sessions to keep, and disks that fail."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.dose import Side
from footcoach_tui.session.record import ExerciseRecord, Outcome, SessionRecord, SetRecord

Make = Callable[..., SessionRecord]
DISK_CALLS = (
    *("open", "write", "read", "fsync", "close", "replace", "unlink", "mkdir", "link"),
    *("stat", "fstat", "listdir", "scandir"),
)


@pytest.fixture
def make() -> Make:
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
                outcome=Outcome.DONE,
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
def many(make: Make) -> Callable[[int], list[SessionRecord]]:
    """So many sessions, a day and an hour apart, newest first."""

    def sessions(count: int) -> list[SessionRecord]:
        start = datetime(2026, 3, 4, 7, tzinfo=UTC)
        each = [start - timedelta(days=number, hours=number) for number in range(count)]
        return [make(moment.isoformat()) for moment in each]

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
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A disk whose `nth` call fails, and all after it if `for_good`; yields the calls made."""

    @contextmanager
    def disk(nth: int, *, for_good: bool) -> Iterator[list[str]]:
        made: list[str] = []

        def wrapped(name: str) -> Callable[..., Any]:
            real = getattr(os, name)

            def call(*args: Any, **kwargs: Any) -> Any:
                made.append(name)
                if len(made) != nth and not (for_good and len(made) > nth):
                    return real(*args, **kwargs)
                if name == "close":  # the system lets go of the file all the same
                    real(*args, **kwargs)
                raise OSError(errno.EIO, "Input/output error")

            return call

        with monkeypatch.context() as patch:
            for name in DISK_CALLS:
                patch.setattr(os, name, wrapped(name))
            yield made

    return disk
