"""The JSON Schema of a month: allows what the history writes, refuses what it cannot read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from footcoach_tui.history.json_schema import month_schema
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


@pytest.fixture
def month(history: History, folder: Path, make_session: Make) -> Any:
    """A month as it was written: a session with a field of its own, one changed, one deleted."""
    step = make_session().exercises[0]
    sets = (step.sets[0]._replace(at=8.5, load=2.5), step.sets[1]._replace(load="red band"))
    record = make_session(extra={"mood": ["good"]}, effort=5, exercises=(step._replace(sets=sets),))
    history.add(record._replace(ended=record.started, paused=0.0, checkin={"sore": []}))
    history.update(history.add(make_session()).record._replace(pain=0, note="ok"))
    history.delete(history.add(make_session()).record.id)
    return json.loads((folder / "history" / "here-1" / "2026-03.json").read_text())


def faults(month: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(month_schema()).iter_errors(month)]


def test_it_is_a_schema_and_allows_what_is_written(month: Any) -> None:
    Draft202012Validator.check_schema(month_schema())

    assert len(month["sessions"]) == 3
    assert faults(month) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "01"),
        ("seconds", "600"),
        ("seconds", -1),
        ("effort", 11),
        ("revision", 0),
        ("written", "2026-03-06"),
        ("origin", "dreamt"),
        ("deleted", "yes"),
        ("exercises", None),
        ("ended", 5),
        ("paused", -1),
        ("morning", []),
    ],
)
def test_it_refuses_what_the_history_does_not_read(month: Any, field: str, value: object) -> None:
    month["sessions"]["1"][field] = value

    assert faults(month) != []


def test_it_refuses_a_newer_layout(month: Any) -> None:
    month["footcoach"]["1"]["schema"] = 3

    assert faults(month) != []
