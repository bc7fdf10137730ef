"""Past of an exercise: last times, newest first, the best set, and pain."""

from datetime import UTC, date, datetime, timedelta

from footcoach_tui.app.session_lists.exercise_past import ExercisePast, exercise_past, past_line
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

TODAY = date(2026, 11, 30)


def one_set(reps: int, seconds: float = 0.0, outcome: SetOutcome = SetOutcome.DONE) -> SetRecord:
    return SetRecord(1, Side.LEFT, reps, reps, seconds, seconds, outcome)


def session(
    days: int, *sets: SetRecord, pain: int | None = None, speed: float = 1
) -> SessionRecord:
    started = datetime(2026, 11, 30, 7, tzinfo=UTC) - timedelta(days=days)
    exercises = (ExerciseRecord("toe-yoga", "Toe yoga", sets),)
    return SessionRecord(
        f"{days}", "x", "X", started, "UTC", 300, exercises, pain=pain, speed=speed
    )


def test_the_best_set_of_all_and_the_last_times() -> None:
    past = exercise_past(
        [session(1, one_set(8), one_set(6)), session(3, one_set(12), pain=4)], "toe-yoga"
    )
    assert past.best == "12 reps"
    assert [past_line(time, TODAY) for time in past.times] == [
        ("Sun 29 Nov · 2 x 8 reps", ""),
        ("Fri 27 Nov · 12 reps", "pain 4"),
    ]


def test_a_hold_is_told_in_seconds() -> None:
    past = exercise_past([session(1, one_set(1, 30))], "toe-yoga")
    assert (past.best, past.times[0].done) == ("30 s", "30 s")


def test_what_was_skipped_or_played_at_another_speed_is_no_time() -> None:
    skipped = one_set(0, outcome=SetOutcome.SKIPPED)
    records = [session(1, skipped), session(2, one_set(9), speed=8)]
    assert exercise_past(records, "toe-yoga") == ExercisePast()


def test_another_exercise_has_no_past_here() -> None:
    assert exercise_past([session(1, one_set(8))], "ball-roll") == ExercisePast()


def test_only_the_last_times_are_listed_but_all_are_compared() -> None:
    records = [session(days, one_set(5 if days < 20 else 15)) for days in range(1, 30)]
    past = exercise_past(records, "toe-yoga")
    assert len(past.times) == 8
    assert past.best == "15 reps"
