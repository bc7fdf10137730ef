"""What is due today, row by row of the table in its order (3.7)."""

from typing import Any

import pytest
from coach_logs import (
    DAILY,
    GENTLE,
    HABIT,
    KEEP,
    L1,
    L2,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    day,
    log,
    loose,
    profile,
    seen,
    session,
    sore,
)

from footcoach_tui.coach.answers.check_in import CheckIn, Energy, RunKind
from footcoach_tui.coach.answers.plan_choice import PlanPause
from footcoach_tui.coach.plans.due import Due, DueAnswer, due
from footcoach_tui.session.record import Ending

FEVER = "Get well first. With fever wait for two days without it."
SEEN_FIRST = "Not until you have been seen."
REST = "Rest day. Next session from Thursday on."
ANY_DAY = "Today: stage 1, about 18 minutes. Any day works."
RELEASE, YOGA = "post-run-release-6min", "toe-yoga-basics-5min"


def due_on(number: int, *entries: Any) -> Due:
    return due(log(*entries), RULES, day(number))


def reported(when: int, flag: str) -> Any:
    return loose(when, flags=(flag,), decision="stop")


def test_a_session_of_less_than_half_leaves_the_day_open() -> None:
    assert due_on(0, session(0, THREE, skipped=3)).rule == "any-day"
    assert due_on(0, session(0, THREE, skipped=3, ending=Ending.EARLY)).rule == "done"
    assert due_on(0, choice(), session(0, skipped=10)).answer == "extra"
    assert due_on(0, choice(), session(0, skipped=6)).rule == "done"


THIRD = choice(begun=-1, stage=3)
"""A plan at stage 3, on Monday, Wednesday and Friday."""


@pytest.mark.parametrize(
    ("number", "entries", "answer", "routine", "rule", "sentence"),
    [
        # Flags, and what is not cleared.
        (
            0,
            [choice(), reported(0, "snap")],
            "no",
            "",
            "flag:snap",
            "Not until you have been seen.",
        ),
        (9, [reported(0, "chest")], "no", "", "flag:chest", SEEN_FIRST),
        (
            0,
            [choice(), profile(0, recent="yes", recent_cleared="no")],
            "no",
            "",
            "recent",
            SEEN_FIRST,
        ),
        (
            0,
            [choice(), reported(0, "night")],
            "extra",
            GENTLE,
            "open:night",
            "Have it looked at first. Gentle minutes meanwhile, if you like.",
        ),
        # A pause.
        (
            0,
            [choice(pauses=(PlanPause(day(0), day(6)),))],
            "no",
            "",
            "pause",
            "Paused until Mon 9 Mar.",
        ),
        (
            2,
            [choice(pauses=(PlanPause(day(0), day(6)),))],
            "no",
            "",
            "pause",
            "Paused until Monday.",
        ),
        (2, [choice(pauses=(PlanPause(day(0)),))], "no", "", "pause", "Paused."),
        # Done.
        (0, [choice(), session(0, L1)], "no", "", "done", "Done for today. Next: Wednesday."),
        (0, [session(0, DAILY)], "no", "", "done", "Done for today."),
        (
            1,  # an extra would follow
            [THIRD, session(0, L3), session(1, DAILY)],
            "no",
            "",
            "done",
            "Done for today. Next: Wednesday.",
        ),
        # Ill.
        (0, [choice(), loose(0, energy=Energy.ILL)], "no", "", "ill", "Get well first."),
        (0, [loose(0, energy=Energy.ILL)], "no", "", "ill", "Get well first."),
        (2, [choice(), loose(0, energy=Energy.ILL)], "extra", GENTLE, "ill", FEVER),
        (2, [choice(), loose(1, energy=Energy.ILL)], "extra", GENTLE, "ill", FEVER),
        (3, [choice(), loose(0, energy=Energy.ILL)], "yes", L1, "any-day", ANY_DAY),
        # Pain.
        (
            1,
            [choice(), loose(0, sore("heel", 7))],
            "extra",
            GENTLE,
            "red",
            REST,
        ),
        (
            1,
            [loose(0, sore("heel", 7))],
            "no",
            "",
            "red",
            REST,
        ),
        (
            2,
            [THIRD, session(0, L3, pain=4, morning="worse")],
            "extra",
            GENTLE,
            "sore",
            REST,
        ),
        # Without a plan.
        (0, [], "yes", THREE, "any-day", "Any time is fine."),
        (3, [session(2, DAILY), session(2, GENTLE)], "yes", DAILY, "any-day", "Any time is fine."),
        # Races.
        (
            0,  # case 15
            [choice(stage=4, races=frozenset({day(2)}))],
            "extra",
            DAILY,
            "N5",
            "Race in two days: something light today.",
        ),
        (
            0,
            [choice(stage=3, races=frozenset({day(0)}))],
            "extra",
            DAILY,
            "N5",
            "Race today: something light.",
        ),
        (
            0,
            [choice(stage=3, races=frozenset({day(3)}))],
            "extra",
            DAILY,
            "N5",
            "Race in three days: something light today.",
        ),
        (
            0,
            [choice(stage=3, races=frozenset({day(4)}))],
            "yes",
            L3,
            "weekday",
            "Today: stage 3, about 29 minutes.",
        ),
        (
            0,
            [choice(stage=2, races=frozenset({day(1)}))],
            "yes",
            L2,
            "weekday",
            "Today: stage 2, about 22 minutes.",
        ),
        (
            0,
            [choice(begun=-7, stage=1, races=frozenset({day(-1)}))],
            "extra",
            RELEASE,
            "N6",
            "Race yesterday: something light today.",
        ),
        # A full week, and gaps.
        (
            5,
            [choice(), [session(when, L1) for when in (0, 1, 3, 4)]],
            "extra",
            YOGA,
            "full",
            "Your week is full. Something light, if you like.",
        ),
        (
            1,  # case 31
            [THIRD, session(0, L3)],
            "extra",
            DAILY,
            "G1",
            "A day between. Five light minutes?",
        ),
        (
            1,
            [THIRD, session(0, L3), [session(when, DAILY) for when in (-2, -1, 0)]],
            "extra",
            YOGA,
            "G1",
            "A day between. Five light minutes?",
        ),
        # Wanted days.
        (0, [choice()], "yes", L1, "weekday", "Today: stage 1, about 18 minutes."),
        (1, [choice()], "yes", L1, "any-day", ANY_DAY),
        (1, [choice(), session(0, L1)], "no", "", "nothing", "Nothing due. Next: Wednesday."),
        (7, [choice(weekdays=frozenset({1}))], "no", "", "nothing", "Nothing due. Next: Tuesday."),
        (
            2,
            [choice(begun=2, weekdays=frozenset({0}))],
            "no",
            "",
            "nothing",
            "Nothing due. Next: Monday.",
        ),
        (
            6,
            [choice(weekdays=frozenset())],
            "yes",
            L1,
            "any-day",
            ANY_DAY,
        ),
        (0, [choice(begun=2)], "no", "", "nothing", "Nothing due. Next: Wednesday."),
        # Other plans.
        (
            0,
            [choice(HABIT)],
            "yes",
            THREE,
            "weekday",
            "Today: The essential three, about 5 minutes.",
        ),
        (0, [choice(KEEP, stage=4)], "yes", L4, "weekday", "Today: stage 4, about 21 minutes."),
    ],
)
def test_due(
    number: int, entries: list[Any], answer: str, routine: str, rule: str, sentence: str
) -> None:
    found = due_on(number, *entries)
    assert (found.answer, found.routine, found.rule, found.sentence) == (
        answer,
        routine,
        rule,
        sentence,
    )


@pytest.mark.parametrize(
    ("number", "entries", "following"),
    [
        (0, [choice()], 0),
        (0, [choice(), session(0, L1)], 2),
        (4, [choice(), [session(when, L1) for when in (0, 2, 4)]], 7),
        (0, [choice(pauses=(PlanPause(day(0), day(8)),))], 9),
        (0, [choice(pauses=(PlanPause(day(0)),))], None),
        (1, [choice(), loose(0, sore("heel", 7))], 3),  # Wednesday has passed: any day works
        (0, [choice(), reported(0, "snap")], None),
        (0, [choice(stage=4, races=frozenset({day(2)}))], 4),  # Thursday is the day after it
        (0, [], 0),
        (0, [session(0, DAILY)], 1),
    ],
)
def test_the_day_of_the_next_session(
    number: int, entries: list[Any], following: int | None
) -> None:
    found = due_on(number, *entries).next
    assert found == (None if following is None else day(following))


def test_a_missed_weekday_moves_on_until_the_week_ends() -> None:
    entries = [choice(begun=-7), session(0, L1)]
    assert due_on(3, *entries).rule == "any-day"  # Wednesday was missed
    assert due_on(5, *entries).rule == "any-day"
    assert due_on(8, *entries).rule == "any-day"
    assert due_on(8, *entries, session(7, L1)).rule == "nothing"  # the week before is over


def test_a_wanted_day_in_a_pause_is_not_missed() -> None:
    paused = choice(begun=-7, pauses=(PlanPause(day(0), day(2)),))
    assert due_on(3, paused).rule == "nothing"


def test_a_race_said_at_todays_check_in_counts() -> None:
    said = loose(0, run_tomorrow=RunKind.RACE)
    assert due_on(0, choice(stage=3), said).rule == "N5"


def test_a_flag_comes_before_everything_and_then_its_advice_is_over() -> None:
    entries = [choice(), reported(0, "snap"), session(0, L1)]
    assert due_on(0, *entries).rule == "flag:snap"
    assert due_on(2, *entries, seen(1, "snap")).answer is DueAnswer.YES


def test_an_extra_after_the_run_comes_only_where_there_is_a_run() -> None:
    full = [session(when, DAILY) for when in (-2, -1, 0)]
    full += [session(when, YOGA) for when in (-2, -1, 0)]
    runner = choice(begun=-1, stage=3, runs={1: RunKind.EASY})
    assert due_on(1, runner, session(0, L3), full).routine == RELEASE
    assert due_on(1, THIRD, session(0, L3), full).routine == GENTLE


def test_case_12_an_unanswered_check_in_changes_nothing() -> None:
    assert due_on(0, choice(), loose(0, sore=None)).answer is DueAnswer.YES


def test_the_stage_of_the_plan_is_named() -> None:
    assert due_on(0, choice(stage=2)).stage == 2
    assert due_on(0).stage is None


def test_what_was_played_last_is_offered_without_a_plan_but_no_rehabilitation() -> None:
    played = [session(0, L1), session(1, "achilles-low-compression"), session(2, "test-calf")]
    assert due_on(5, played).routine == L1
    assert due_on(5, session(0, check_in=CheckIn(), skipped=14)).routine == THREE


@pytest.mark.parametrize(
    ("runs", "rule", "following"),
    [
        ({}, "any-day", 3),
        ({3: RunKind.LONG}, "nothing", 4),
        ({3: RunKind.EASY}, "any-day", 3),
        ({3: RunKind.LONG, 5: RunKind.HARD}, "nothing", 4),
        ({3: RunKind.LONG, 5: RunKind.HARD, 6: RunKind.LONG}, "any-day", 3),
    ],
)
def test_a_session_that_moves_passes_a_long_run_over_where_another_day_is_free(
    runs: dict[int, RunKind], rule: str, following: int
) -> None:
    found = due_on(3, choice(runs=runs), session(0))
    assert (found.rule, found.next) == (rule, day(following))


def test_a_session_that_moves_is_not_named_on_the_day_of_a_long_run() -> None:
    said = loose(2, sore("heel", 7))
    assert due_on(2, choice(weekdays=frozenset({0, 2}), runs={5: RunKind.LONG}), said).next == day(
        6
    )
    assert due_on(2, choice(weekdays=frozenset({0, 2})), said).next == day(5)
