"""News of a session: first times, and more in a set than in the year before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from builders import UP_HOLD_DOWN, Hold, Reps, Sides, routine, step

from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals, exercise_totals
from footcoach_tui.coach.practice.news import news
from footcoach_tui.session.record import SessionRecord, SetOutcome
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

WORDS = {"raise": "rep", "balance": "hold"}


def done(reps: int, seconds: float, *, days: int = 0) -> SessionRecord:
    """Session of raises, and of a balance on each side, so many days ago."""
    steps = (
        step(Reps(reps, UP_HOLD_DOWN), name="raise"),
        step(Hold(seconds), name="balance", sides=Sides.EACH),
    )
    started = datetime(2026, 3, 12, 8, tzinfo=UTC) - timedelta(days=days)
    info = SessionInfo(f"01KK01Z2ZG8Q2N5V0J5C8W{days:04}", started)
    return info.record_of_plan(compile_timeline(replace(routine(*steps))))


def totals(*records: SessionRecord) -> dict[str, ExerciseTotals]:
    added: dict[str, ExerciseTotals] = {}
    for record in records:
        for name, more in exercise_totals(record).items():
            added[name] = added[name].plus(more) if name in added else more
    return added


def told(record: SessionRecord, *before: SessionRecord) -> tuple[str, ...]:
    log = (*before, record)
    return news(record, log, totals(*log), WORDS)


def test_the_first_session_is_told() -> None:
    assert told(done(8, 20)) == ("Your first session.",)


def test_an_exercise_done_for_the_first_time_is_told() -> None:
    earlier = done(8, 20, days=2)
    earlier = earlier._replace(exercises=earlier.exercises[:1])
    assert told(done(8, 20), earlier) == ("For the first time: Balance.",)


def test_more_reps_and_a_longer_hold_are_told_by_side() -> None:
    assert told(done(10, 30), done(8, 20, days=2), done(6, 25, days=4)) == (
        "Raise: 10 reps in a set (most in a year: 8).",
        "Balance, left: 30 s in a set (most in a year: 25 s).",
        "Balance, right: 30 s in a set (most in a year: 25 s).",
    )


def test_no_more_than_before_is_no_news() -> None:
    assert told(done(8, 20), done(8, 20, days=2)) == ()
    assert told(done(8, 20, days=3), done(2, 10, days=1), done(9, 30, days=5)) == ()


def test_a_test_is_not_compared() -> None:
    log = done(8, 20, days=2), done(10, 30)
    assert news(log[1], log, totals(*log), {}) == ()


def test_a_session_at_another_speed_has_no_news() -> None:
    assert told(done(8, 20)._replace(speed=4.0)) == ()


def test_a_skipped_set_is_no_news() -> None:
    record, earlier = done(10, 20), done(8, 20, days=2)
    sets = (record.exercises[0].sets[0]._replace(outcome=SetOutcome.SKIPPED),)
    skipped = record.exercises[0]._replace(sets=sets)
    assert told(record._replace(exercises=(skipped, record.exercises[1])), earlier) == ()
