"""Words for entries in the list of what can be undone."""

from typing import Any

import pytest

from footcoach_tui.history.changes.entry_words import entry_words
from footcoach_tui.history.months.entries import EntryKind

DAY = "2026-03-04"
PLAN = {"day": DAY, "plan": "foot-core-8wk", "begun": DAY, "weekdays": ["mon"]}
PAUSE = {"first": DAY, "last": None, "why": "ill"}


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (EntryKind.CHECK_IN, {}, "saved the check-in of 2026-03-04"),
        (
            EntryKind.CHECK_IN,
            {"sore": [{"site": "heel", "side": "left", "score": 7}], "flags": ["snap"]},
            "saved the check-in of 2026-03-04: left heel 7 of 10; sign snap",
        ),
        (
            EntryKind.CHECK_IN,
            {"sore": [], "energy": "ill", "lighter": True},
            "saved the check-in of 2026-03-04: nothing sore; ill; a lighter week",
        ),
        (
            EntryKind.CLEARED,
            {"flags": ["snap", "night"]},
            "closed as seen on 2026-03-04: snap, night",
        ),
        (EntryKind.PROFILE, {"answers": {}}, "saved the answers about you of 2026-03-04"),
        (
            EntryKind.TEST,
            {"test": "knee-to-wall", "side": "left", "value": 10.0, "unit": "cm"},
            "added knee-to-wall of 2026-03-04: left 10 cm",
        ),
    ],
)
def test_an_answer_is_told_with_its_day(
    kind: EntryKind, fields: dict[str, Any], words: str
) -> None:
    assert entry_words(kind, [{"day": DAY, **fields}], []) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "changed the plan"),
        ({"plan": ""}, "left the plan"),
        ({"plan": "other"}, "began the plan other"),
        ({"begun": "2026-03-03"}, "began the plan foot-core-8wk"),
        ({"weekdays": ["tue"]}, "changed the days of the plan"),
        ({"runs": {"tue": "hard"}, "races": ["2026-04-01"]}, "changed the runs, the races"),
        ({"if-then": "After lunch."}, "changed the sentence of the plan"),
        ({"pauses": [PAUSE]}, "paused the plan"),
    ],
)
def test_a_change_of_the_plan_is_named(change: dict[str, Any], words: str) -> None:
    said = entry_words(EntryKind.PLAN, [PLAN | change], [PLAN])

    assert said == f"{words} on {DAY}"


def test_the_end_of_a_pause_is_named() -> None:
    paused = PLAN | {"pauses": [PAUSE]}
    ended = PLAN | {"pauses": [PAUSE | {"last": "2026-03-03"}]}

    assert entry_words(EntryKind.PLAN, [PLAN], [paused]).startswith("ended the pause")
    assert entry_words(EntryKind.PLAN, [ended], [paused]).startswith("ended the pause")


def test_a_first_plan_is_begun() -> None:
    assert entry_words(EntryKind.PLAN, [PLAN], []) == f"began the plan foot-core-8wk on {DAY}"
