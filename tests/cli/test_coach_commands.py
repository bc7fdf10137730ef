"""Every command of the coach, in a new folder and with entries that nobody here wrote."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind

Footcoach = Callable[..., Any]
COMMANDS = [
    ("today",),
    ("checkin", "--nothing-sore"),
    ("plan",),
    ("plan", "list"),
    ("profile",),
    ("test",),
    ("flags",),
    ("due",),
    ("status",),
]
HOSTILE = "\x1b]0;gone\x07\u202eevil\n"
ENTRIES: list[tuple[EntryKind, dict[str, object]]] = [
    (EntryKind.PROFILE, {"answers": {"knees": HOSTILE, HOSTILE: "yes", "numb": 3}}),
    (EntryKind.TEST, {"test": "knee-to-wall", "side": "left", "value": 9, "unit": HOSTILE}),
    (EntryKind.TEST, {"test": HOSTILE, "side": "left", "value": 1e300}),
    (EntryKind.TEST, {"test": "heel-raise", "side": "up", "value": "many"}),
    (EntryKind.CHECK_IN, {"sore": [{"site": HOSTILE, "score": 99}, 3], "flags": [HOSTILE, 4]}),
    (EntryKind.CLEARED, {"flags": [HOSTILE]}),
    (
        EntryKind.PLAN,
        {
            "plan": "foot-core-8wk",
            "begun": "never",
            "stage": 77,
            "weekdays": ["mon", "moonday", 5],
            "runs": {"sun": "slow", "x": 1},
            "races": [HOSTILE, None],
            "pauses": [{"first": HOSTILE}, 7],
            "if-then": HOSTILE,
        },
    ),
]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")


def check(footcoach: Footcoach, command: tuple[str, ...]) -> None:
    done = footcoach(*command)
    assert (done.code in (0, 1), done.err) == (True, "")
    assert done.out
    assert all(line.isprintable() for line in done.lines)
    assert json.loads(footcoach(*command, "--json").out)["schema"] == 1


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_in_a_new_folder_it_answers_and_writes_nothing(
    footcoach: Footcoach, data: Path, command: tuple[str, ...]
) -> None:
    check(footcoach, command)
    assert not data.exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_entries_that_nobody_here_wrote_are_shown_safely(
    footcoach: Footcoach, command: tuple[str, ...]
) -> None:
    history = wiring.open_history()
    for kind, document in ENTRIES:
        entry = {"id": new_id(datetime.now(UTC)), "day": "2026-03-01"}
        history.add_entry(kind, {**entry, **document})
    check(footcoach, command)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_plan_that_is_gone_is_no_error(footcoach: Footcoach, command: tuple[str, ...]) -> None:
    entry = {"id": new_id(datetime.now(UTC)), "day": "2026-03-01", "plan": "mine"}
    wiring.open_history().add_entry(EntryKind.PLAN, entry)
    check(footcoach, command)
