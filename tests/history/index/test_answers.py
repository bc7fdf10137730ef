"""Days and totals: what counts is in them once, whatever the order in which it came."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from history_answers import history_in_memory
from sample_folders import folders_of

from footcoach_tui.coach.practice.days import Day
from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
from footcoach_tui.history.store import History
from footcoach_tui.session.record import (
    Ending,
    ExerciseRecord,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]


def exercise(name: str, *sets: SetRecord, identity: str = "short-foot") -> ExerciseRecord:
    return ExerciseRecord(identity, name, sets)


def set_of(reps: int, seconds: float, outcome: SetOutcome = SetOutcome.DONE) -> SetRecord:
    return SetRecord(1, Side.LEFT, 8, reps, 48.0, seconds, outcome)


def test_days_hold_what_counts(history: History, make_session: Make) -> None:
    history.add(make_session("2026-02-28T07:00:00+01:00", seconds=300.0))
    history.add(make_session("2026-03-04T07:00:00+01:00", seconds=600.0))
    history.add(make_session("2026-03-04T19:00:00+01:00", seconds=60.5))
    history.add(make_session("2026-03-05T07:00:00+01:00", speed=8.0))
    cut = exercise("Short foot", set_of(1, 6.0, SetOutcome.CUT))
    history.add(make_session("2026-03-04T21:00:00+01:00", seconds=10.0, exercises=(cut,)))
    history.add(
        make_session(
            "2026-03-04T22:00:00+01:00", seconds=10.0, exercises=(cut,), ending=Ending.EARLY
        )
    )

    assert history.days() == (
        Day(date(2026, 2, 28), 1, 300.0, 2),
        Day(date(2026, 3, 4), 4, 680.5, 6, short=1),
    )
    assert history.count() == 6
    assert history.exercise_totals() == {
        "short-foot": ExerciseTotals("short-foot", "Short foot", 5, 8, 50, 300.0, 8, 48.0)
    }


def test_skipped_sets_count_for_nothing_and_the_best_set_is_kept(
    history: History, make_session: Make
) -> None:
    skipped = set_of(0, 0.0, SetOutcome.SKIPPED)
    history.add(
        make_session(
            exercises=(
                exercise("Short foot", set_of(8, 40.0)),
                exercise("Toe yoga", skipped, identity="toe-yoga"),
                exercise("Short foot again", set_of(5, 44.0, SetOutcome.CUT), skipped),
            )
        )
    )

    assert history.exercise_totals() == {
        "short-foot": ExerciseTotals("short-foot", "Short foot again", 1, 2, 13, 84.0, 8, 44.0)
    }


def test_an_exercise_is_named_as_it_was_last_whatever_was_added_last(
    history: History, make_session: Make
) -> None:
    for day, hour, name, reps in ((4, 7, "Old", 9), (5, 9, "Last", 3), (5, 8, "Before", 5)):
        moment = f"2026-03-0{day}T0{hour}:00:00+01:00"
        history.add(make_session(moment, exercises=(exercise(name, set_of(reps, 1.0)),)))

    (totals,) = history.exercise_totals().values()
    assert (totals.name, totals.best_reps) == ("Last", 9)


def test_sums_do_not_depend_on_the_order_in_which_they_were_made(
    folder: Path, make_sessions: Many
) -> None:
    chance = random.Random(7)  # noqa: S311 - the same at each run
    records = [
        record._replace(
            seconds=chance.randrange(10**7) / 1000,
            exercises=(exercise(f"Name {number}", set_of(1, chance.randrange(10**6) / 1000)),),
        )
        for number, record in enumerate(make_sessions(60))
    ]
    answers = []
    for number in range(4):
        chance.shuffle(records)
        one_by_one = History(folders_of(folder / str(number)), "here-1")
        for record in records[:10]:
            one_by_one.add(record)
        one_by_one.add_all(records[10:], "import")
        answers += [one_by_one, history_in_memory(folder / str(number))]

    assert len({tuple(sorted(each.exercise_totals().items())) for each in answers}) == 1
    assert len({each.days() for each in answers}) == 1
