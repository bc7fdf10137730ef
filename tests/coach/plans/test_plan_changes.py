"""Changes of the choice of a plan."""

from datetime import date

import pytest

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice, PlanPause
from footcoach_tui.coach.plans import changes as plan_changes
from footcoach_tui.coach.rules.plan import Plan, PlanKind, Stage
from footcoach_tui.session.exercise import Level

TODAY = date(2026, 3, 12)
PLAN = Plan(
    id="course",
    title="Course",
    summary="",
    kind=PlanKind.COURSE,
    days=(3, 4),
    stages=(Stage("l1", "one", Level.SEATED), Stage("l2", "two", Level.TWO_FEET)),
)
CHOICE = PlanChoice(TODAY, "course", date(2026, 3, 1), weekdays=frozenset({0, 2, 4}))


def pause(first: str, last: str | None) -> PlanPause:
    return PlanPause(date.fromisoformat(first), date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("count", "gap", "runs", "days"),
    [
        (3, 1, {}, {0, 2, 4}),
        (2, 1, {}, {0, 2}),
        (7, 1, {}, {0, 1, 2, 3, 4, 5, 6}),
        (9, 0, {}, {0, 1, 2, 3, 4, 5, 6}),
        (0, 0, {}, {0}),
        (3, 1, {1: RunKind.EASY, 6: RunKind.EASY}, {0, 2, 4}),
        (3, 0, {6: RunKind.LONG}, {1, 2, 4}),
        (3, 1, {6: RunKind.LONG}, {0, 2, 4}),
        (2, 1, {6: RunKind.LONG}, {1, 3}),
        (2, 0, {1: RunKind.HARD, 6: RunKind.LONG}, {3, 4}),
        (3, 1, {1: RunKind.EASY, 3: RunKind.LONG, 6: RunKind.LONG}, {0, 2, 4}),
        (2, 1, {3: RunKind.LONG, 6: RunKind.LONG}, {1, 4}),
    ],
)
def test_proposed_days_are_apart_and_away_from_hard_and_long_runs(
    count: int, gap: int, runs: dict[int, RunKind], days: set[int]
) -> None:
    plan = PLAN._replace(days=(count, 7), gap={3: gap})
    assert plan_changes.proposed_weekdays(plan, runs) == days


def test_a_start_proposes_days_and_keeps_runs_and_races() -> None:
    earlier = CHOICE._replace(
        runs={6: RunKind.LONG},
        races=frozenset({date(2026, 5, 3)}),
        pauses=(pause("2026-03-02", None),),
        if_then="After my coffee",
        if_missed="The desk break",
    )
    choice = plan_changes.started(PLAN, earlier, TODAY)
    assert (choice.if_then, choice.if_missed) == ("After my coffee", "The desk break")
    assert (choice.plan, choice.begun, choice.stage) == ("course", TODAY, 1)
    assert choice.weekdays == {1, 2, 4}
    assert (choice.runs, choice.races, choice.pauses) == (earlier.runs, earlier.races, ())
    assert plan_changes.started(PLAN, None, TODAY, weekdays=frozenset({5})).weekdays == {5}


def test_the_last_choice_of_a_plan_is_found_after_it_was_left() -> None:
    assert plan_changes.last_chosen((CHOICE, plan_changes.stopped(TODAY))) == CHOICE
    assert plan_changes.last_chosen((plan_changes.stopped(TODAY),)) is None


@pytest.mark.parametrize(("stage", "expected"), [(0, 1), (1, 1), (2, 2), (9, 2)])
def test_a_start_is_at_a_stage_of_the_plan(stage: int, expected: int) -> None:
    assert plan_changes.started(PLAN, None, TODAY, stage=stage).stage == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ()),
        ((pause("2026-03-10", None),), (pause("2026-03-10", "2026-03-11"),)),
        ((pause("2026-03-12", "2026-03-20"),), ()),
        ((pause("2026-03-01", "2026-03-05"),), (pause("2026-03-01", "2026-03-05"),)),
        ((pause("2026-04-01", "2026-04-05"),), (pause("2026-04-01", "2026-04-05"),)),
    ],
)
def test_a_pause_that_is_under_way_ends_yesterday(
    before: tuple[PlanPause, ...], after: tuple[PlanPause, ...]
) -> None:
    choice = plan_changes.resumed(CHOICE._replace(pauses=before), TODAY)
    assert choice.pauses == after
    assert choice.pause_on(TODAY) is None


def test_a_new_pause_takes_the_place_of_one_that_is_under_way() -> None:
    choice = CHOICE._replace(pauses=(pause("2026-03-10", None),))
    last = date(2026, 3, 20)
    after = plan_changes.paused(choice, TODAY, last, PauseReason.ILL)
    assert after.pauses == (
        pause("2026-03-10", "2026-03-11"),
        PlanPause(TODAY, last, PauseReason.ILL),
    )


def test_no_plan_is_a_choice_too() -> None:
    assert not plan_changes.stopped(TODAY).plan
