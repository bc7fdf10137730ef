"""The training log: what of the history the coach reads."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


LONG_AGO = "2024-10-20T07:10:05+01:00"


@pytest.mark.parametrize(
    ("fields", "is_read"),
    [
        ({}, False),
        ({"checkin": {"flags": []}}, False),
        ({"checkin": {"flags": ["snap"]}}, True),
        ({"after": {"flags": ["night"]}}, True),
    ],
)
def test_of_days_long_ago_only_sessions_with_red_flags_are_read(
    history: History,
    make_session: Make,
    fields: dict[str, object],
    is_read: bool,  # noqa: FBT001 - a table
) -> None:
    new, old = make_session(), make_session(LONG_AGO, **fields)
    history.add(new)
    history.add(old)

    log = read_training_log(history, new.started.date())

    assert [each.id for each in log.sessions] == ([old.id] if is_read else []) + [new.id]


def test_a_course_is_read_from_its_beginning(history: History, make_session: Make) -> None:
    new, old = make_session(), make_session(LONG_AGO)
    history.add(new)
    history.add(old)
    today = new.started.date()
    choice = PlanChoice(today, "foot-core-8wk", today - timedelta(days=600))
    history.add_entry(EntryKind.PLAN, {"id": new_id(new.started), **choice.document()})

    assert len(read_training_log(history, today).sessions) == 2


def test_a_session_of_a_wrong_clock_is_not_read(history: History, make_session: Make) -> None:
    record = make_session()
    history.add(record)

    for ahead, is_read in ((0, True), (1, True), (2, False)):
        today: date = record.started.date() - timedelta(days=ahead)
        assert bool(read_training_log(history, today).sessions) == is_read
