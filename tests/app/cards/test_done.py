"""What was done in a session, at any width."""

import pytest
from builders import three_step_routine

from footcoach_tui.app.cards.done import Aftermath, aftermath_text, done_text
from footcoach_tui.coach.practice.days import Totals
from footcoach_tui.session.record import SessionRecord, SetOutcome

WORKS = tuple(step.dose.work for step in three_step_routine().steps)


def cut(record: SessionRecord) -> SessionRecord:
    """Return the session with its last exercise skipped."""
    last = record.exercises[-1]
    sets = tuple(
        each._replace(outcome=SetOutcome.SKIPPED, reps=0, seconds=0.0) for each in last.sets
    )
    return record._replace(exercises=(*record.exercises[:-1], last._replace(sets=sets)))


def test_each_side_has_a_row_with_its_time(record: SessionRecord) -> None:
    rows = done_text(record, WORKS, 60).plain.splitlines()
    assert rows[0].endswith(", all of it · 3 of 3 exercises")
    (left,) = [row for row in rows if " left " in row]
    (right,) = [row for row in rows if " right " in row]
    assert left.startswith("✓ ")
    assert right.startswith(" ")
    assert left.split()[-1] == right.split()[-1] == "0:30"


def test_what_was_skipped_says_so(record: SessionRecord) -> None:
    text = done_text(cut(record), WORKS, 60).plain
    assert "stopped early · 2 of 3 exercises" in text
    assert "skipped" in text
    assert "–" in text


@pytest.mark.parametrize("columns", [20, 36, 44, 60, 100])
def test_no_row_is_wider_than_the_screen(record: SessionRecord, columns: int) -> None:
    rows = done_text(cut(record), WORKS, columns).plain.splitlines()[2:]
    assert all(len(row) <= max(columns, 30) for row in rows)


def test_totals_come_with_the_second_session() -> None:
    assert aftermath_text(Aftermath(totals=Totals(1, 60.0, 1, 3))).plain == ""
    text = aftermath_text(Aftermath(("More.",), totals=Totals(2, 600.0, 2, 6))).plain
    assert text == "New: \tMore.\n\nIn all: 2 sessions, 10 minutes"
