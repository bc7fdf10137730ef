"""What holds for every history of a plan: stages, what is due, and the day of the next session."""

from datetime import date
from itertools import pairwise
from typing import Any

from coach_logs import (
    COURSE,
    DAILY,
    GENTLE,
    HABIT,
    KEEP,
    L1,
    L2,
    L3,
    L4,
    RULES,
    choice,
    day,
    log,
    loose,
    seen,
    session,
    sore,
)
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.answers.plan_choice import PlanChoice, PlanPause
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import open_flags
from footcoach_tui.coach.facts.session import RED
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.due import DueAnswer, due
from footcoach_tui.coach.plans.ladders import rungs
from footcoach_tui.coach.plans.progress import Progress

_LAST_DAY = 60
_BREAK_DAYS = RULES.breaks[1].days

_days = st.integers(0, _LAST_DAY)
_scores = st.sampled_from([0, 0, 0, 1, 2, 3, 4, 7])
_sites = st.sampled_from(["heel", "arch", "calf", "ankle", "forefoot"])


@st.composite
def _sessions(draw: st.DrawFn) -> Any:
    score, pain = draw(_scores), draw(_scores | st.none())
    sores = (sore(draw(_sites), score),) if score else ()
    return session(
        draw(_days),
        draw(st.sampled_from([L1, L2, L3, L4, DAILY, GENTLE])),
        check_in=draw(st.sampled_from([CheckIn(sore=sores), CheckIn(sore=sores), CheckIn(), None])),
        decision=draw(st.sampled_from(["go", "go", "go", "lighter"])),
        effort=draw(st.sampled_from(["low", "low", 6, 9, None])),
        pain=pain,
        morning=draw(st.sampled_from(["", "", "not-worse", "worse"])),
        skipped=draw(st.sampled_from([0, 0, 0, 3, 9])),
        hour=draw(st.integers(0, 23)),
    )


@st.composite
def _check_ins(draw: st.DrawFn) -> Any:
    score = draw(_scores)
    return loose(
        draw(_days),
        *([sore(draw(_sites), score)] if score else []),
        flags=draw(st.sampled_from([None, (), ("night",), ("snap",)])),
        energy=draw(st.sampled_from([Energy.FULL, Energy.ILL])),
        ran_longer=draw(st.booleans()),
        wants_lighter=draw(st.booleans()),
    )


_clearances = st.builds(seen, _days, st.sampled_from(["night", "snap", "not-better"]))


@st.composite
def _choices(draw: st.DrawFn) -> PlanChoice:
    first = draw(_days)
    return choice(
        draw(st.sampled_from([COURSE, COURSE, KEEP, HABIT])),
        stage=draw(st.integers(1, 4)),
        weekdays=frozenset(draw(st.sets(st.integers(0, 6), max_size=4))),
        races=frozenset(day(number) for number in draw(st.sets(_days, max_size=2))),
        pauses=draw(st.sampled_from([(), (PlanPause(day(first), day(first + 5)),)])),
    )


@st.composite
def _logs(draw: st.DrawFn) -> TrainingLog:
    return log(
        draw(_choices()),
        draw(st.lists(_sessions(), max_size=30)),
        draw(st.lists(_check_ins(), max_size=6)),
        draw(st.lists(_clearances, max_size=2)),
    )


def _until(entries: TrainingLog, last: date) -> TrainingLog:
    """The log as it was at the end of a day, on which its own morning after is to come."""
    return entries._replace(
        sessions=tuple(
            each._replace(morning=None) if each.started.date() == last else each
            for each in entries.sessions
            if each.started.date() <= last
        ),
        check_ins=tuple(each for each in entries.check_ins if each.day <= last),
        clearances=tuple(each for each in entries.clearances if each.day <= last),
    )


@given(_logs())
def test_the_stage_goes_up_one_at_a_time_and_not_twice_in_a_week(entries: TrainingLog) -> None:
    progress = Progress.of(Facts.of(entries, RULES, day(_LAST_DAY)))
    assert progress is not None
    stages = progress.stages_by_day
    ups = [
        (when, stage - before) for (_, before), (when, stage) in pairwise(stages) if stage > before
    ]
    breaks = progress.returns
    assert all(step == 1 for when, step in ups if when not in breaks)
    for (first, _), (second, _) in pairwise(ups):
        assert (second - first).days >= 7 or second in breaks


@given(_logs())
def test_no_session_is_due_within_three_days_of_a_red_score(entries: TrainingLog) -> None:
    for number in range(0, _LAST_DAY, 3):
        then = _until(entries, day(number))
        found = due(then, RULES, day(number))
        facts = Facts.of(then, RULES, day(number))
        if any(each.top_score >= RED for each in facts.last(3)):
            assert found.answer is not DueAnswer.YES
        if open_flags(facts):
            assert found.routine in {"", RULES.gentle}


@given(_logs(), _days)
def test_the_next_day_is_the_first_on_which_a_session_is_due(
    entries: TrainingLog, number: int
) -> None:
    then = _until(entries, day(number))
    found = due(then, RULES, day(number))
    if found.answer is DueAnswer.YES:
        assert found.next == day(number)
    elif found.next is not None and (found.next - day(number)).days < _BREAK_DAYS:
        # Nothing is done until then. A break may lower the stage meanwhile, which is easier.
        between = day(number) + ONE_DAY
        while between < found.next:
            on_that_day = due(then, RULES, between)
            assert on_that_day.answer is not DueAnswer.YES or on_that_day.stage != found.stage
            between += ONE_DAY
        on_the_day = due(then, RULES, found.next)
        # A stage that goes up that day may have a longer gap.
        assert on_the_day.answer is DueAnswer.YES or on_the_day.stage != found.stage


@given(_logs(), _days)
def test_an_earlier_day_does_not_depend_on_later_records(entries: TrainingLog, number: int) -> None:
    """But for the answers on the morning after, which belong to their session."""
    spared = entries._replace(
        sessions=tuple(each._replace(morning=None) for each in entries.sessions)
    )
    then = Progress.of(Facts.of(_until(spared, day(number)), RULES, day(number)))
    later = Progress.of(Facts.of(_until(spared, day(number + 20)), RULES, day(number + 20)))
    assert then is not None
    assert later is not None
    settled = day(number - 3)  # two days on, a check-in may still stand for a morning
    assert then.stage_on(settled) == later.stage_on(settled)


@given(_logs())
def test_rungs_stay_within_their_ladder_and_the_cap_of_the_stage(entries: TrainingLog) -> None:
    for number in range(0, _LAST_DAY, 9):
        for each in rungs(_until(entries, day(number)), RULES, day(number)):
            assert 0 <= each.rung <= max(each.top, 0)
            assert each.sentence.endswith(".")
            numbers = [rung.number for rung in each.ladder.rungs]
            assert each.rung in {0, *numbers}


@given(st.sampled_from([(0, 2, 4), (1, 3, 5), (0, 1, 3), (0, 2, 4, 5)]), st.integers(0, 2))
def test_who_does_what_is_asked_reaches_the_fourth_stage_in_8_to_14_weeks(
    weekdays: tuple[int, ...], missed: int
) -> None:
    """A healthy person, who misses every so many-th session."""
    done: list[Any] = []
    plan = choice(weekdays=frozenset(weekdays))
    asked = 0
    for number in range(14 * 7):
        found = due(log(plan, done), RULES, day(number))
        if found.answer is DueAnswer.YES:
            asked += 1
            if not missed or asked % (missed + 3):
                done.append(session(number, found.routine))
        if found.stage == 4:
            assert number >= 42
            return
    raise AssertionError("the fourth stage was not reached")
