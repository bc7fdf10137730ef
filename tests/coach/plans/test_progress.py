"""Stage of a plan: up, down, back after a break, and lighter weeks (2.1, 3.2, 3.5, 3.6)."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from coach_logs import (
    COURSE,
    DAILY,
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
    dose,
    log,
    loose,
    profile,
    seen,
    session,
    sore,
)
from coach_logs import (
    tested as results,
)

from footcoach_tui.coach.answers.check_in import BreakReason, CheckIn, Energy
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanPause
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.offers import Offer
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.breaks import FirstSession
from footcoach_tui.session.record import SessionRecord

STAGES = (L1, L2, L3, L4)
FOUR = (0, 4, 7, 11)
"""Days of four clean sessions: enough for a stage, on day 14."""


def progress_on(number: int, *entries: Any, check_in: CheckIn | None = None) -> Progress:
    chosen = [] if any(type(e).__name__ == "PlanChoice" for e in entries) else [choice()]
    progress = Progress.of(Facts.of(log(*chosen, *entries), RULES, day(number)), check_in)
    assert progress is not None
    return progress


def clean(days: Sequence[int], routine: str = L1) -> list[SessionRecord]:
    return [session(when, routine) for when in days]


def stage_on(number: int, *entries: Any) -> int:
    return progress_on(number, *entries).stage


def followed(plan: Any, days: Sequence[int], *entries: Any) -> list[int]:
    """Stages on these days of a person who plays the stage's routine on each of them."""
    played: list[Any] = [*entries]
    stages = []
    for when in days:
        stage = stage_on(when, plan, *played)
        played.append(session(when, STAGES[stage - 1]))
        stages.append(stage)
    return stages


# Up.


def test_without_a_plan_there_is_no_progress() -> None:
    assert Progress.of(Facts.of(log(session(0)), RULES, day(1))) is None
    assert Progress.of(Facts.of(log(choice("gone")), RULES, day(1))) is None


@pytest.mark.parametrize(
    ("number", "sessions", "stage"),
    [
        (14, clean(FOUR), 2),
        (13, clean(FOUR), 1),  # least_days
        (14, clean(FOUR[:3]), 1),  # least_sessions
        (14, clean(FOUR, L3), 2),  # a higher stage's routine counts
        (14, [*clean((0, 4, 7)), session(11, DAILY)], 1),
        (14, [*clean((0, 4, 7)), session(11, effort=None)], 1),  # case 8
        (14, [session(0, pain=4), session(4, pain=4), *clean((7, 11))], 2),  # the last two
        (14, [*clean((0, 4, 11)), session(7, effort=None)], 1),
    ],
)
def test_stage_up(number: int, sessions: list[SessionRecord], stage: int) -> None:
    assert stage_on(number, sessions) == stage


def test_a_session_of_a_lower_stage_neither_counts_nor_harms() -> None:
    lower = [session(12, L1, effort=9), session(13, L1, pain=4)]
    assert stage_on(14, choice(stage=2), clean(FOUR, L2), lower) == 3
    assert stage_on(14, choice(stage=2), clean(FOUR, L1)) == 2


def test_a_passed_over_session_between_two_clean_ones_does_not_matter() -> None:
    halved = {"step": 1, "exercise": "toe-yoga", "action": "halve", "to": "", "rules": ["short"]}
    short = session(9, decision="lighter", changes=[halved])
    assert stage_on(14, clean((0, 7, 11)), short) == 2


def test_the_stage_goes_up_with_the_session_that_is_led_in() -> None:
    progress = progress_on(14, clean(FOUR))
    assert progress.goes_up_today
    assert progress.went_up == day(14)
    assert not progress_on(16, clean(FOUR), session(14, L2)).goes_up_today
    assert progress_on(15, clean(FOUR), session(14, L2)).sessions == 1


def test_the_way_to_stage_four_takes_six_weeks_of_three_clean_sessions() -> None:
    days = [7 * week + weekday for week in range(7) for weekday in (0, 2, 4)]
    assert followed(choice(), days) == [1] * 6 + [2] * 6 + [3] * 6 + [4] * 3


@pytest.mark.parametrize(
    ("entries", "stage"),
    [
        (clean(FOUR, L3), 4),  # L3 holds for 30 s on each leg
        ([session(n, L3, exercises=(dose("short-foot-single", 2, 8),)) for n in FOUR], 3),
        (
            [
                *[session(n, L3, exercises=(dose("short-foot-single", 2, 8),)) for n in FOUR],
                *results(10, "balance-open", 31, 33),
            ],
            4,
        ),
        (
            [
                *[session(n, L3, exercises=(dose("short-foot-single", 2, 8),)) for n in FOUR],
                *results(10, "balance-open", 31, 29),
            ],
            3,
        ),
    ],
)
def test_what_a_stage_needs_must_be_shown(entries: list[Any], stage: int) -> None:
    assert stage_on(14, choice(stage=3), entries) == stage


@pytest.mark.parametrize(
    ("entries", "held_by"),
    [
        ([], ""),
        ([loose(13, sore=None, flags=("night",))], "flag"),
        ([loose(13, sore=None, flags=("night",)), seen(14, "night")], ""),
        ([choice(races=frozenset({day(21)}))], "N5"),
        ([choice(races=frozenset({day(22)}))], ""),
        ([loose(8, ran_longer=True)], "N8"),
        ([loose(7, ran_longer=True)], ""),
        ([loose(8, wants_lighter=True)], "G4"),
        ([loose(7, wants_lighter=True)], ""),
        ([profile(0, bone="yes")], "profile"),
        ([loose(n, *([sore("heel", n // 7)] if n > 6 else [])) for n in (0, 7, 14)], "X2"),
    ],
)
def test_nothing_goes_up_while_a_rule_forbids_it(entries: list[Any], held_by: str) -> None:
    progress = progress_on(14, *entries, clean(FOUR))
    assert progress.stage == (1 if held_by else 2)
    assert progress.held_by == held_by


def test_n8_the_answer_of_the_check_in_that_leads_in_holds_the_stage() -> None:
    assert progress_on(14, clean(FOUR), check_in=CheckIn(ran_longer=True)).stage == 1
    assert progress_on(14, clean(FOUR), check_in=CheckIn(sore=())).stage == 2
    kept = session(14, L1, check_in=CheckIn(sore=(), ran_longer=True))
    assert stage_on(15, clean(FOUR), kept) == 1


def test_what_is_needed_to_go_up_is_said_with_numbers() -> None:
    assert progress_on(5, clean((0,)), session(4, pain=4)).needs == (
        "2 of 4 sessions",
        "0 of 2 clean sessions in a row",
        "5 of 14 days in the stage",
    )
    without_balance = session(0, L3, exercises=(dose("short-foot-single", 2, 8),))
    assert "balance 30 s on each leg" in progress_on(5, choice(stage=3), without_balance).needs
    assert progress_on(5, choice(stage=4), session(0, L4)).needs == ()
    lighter = progress_on(9, loose(8, wants_lighter=True), clean(FOUR[:2]))
    assert lighter.needs[-1] == "nothing goes up in a lighter week"


# Down.


def hard(days: Sequence[int], routine: str = L3, effort: int | None = 9) -> list[SessionRecord]:
    return [session(when, routine, effort=effort) for when in days]


@pytest.mark.parametrize(
    ("entries", "stage"),
    [
        ([session(0, L3, pain=7)], 2),
        ([loose(0, sore("heel", 7))], 2),  # case 6
        ([session(0, L3, pain=5)], 3),
        (hard((0, 2)), 2),  # effort 2 above the high figure, twice in a row
        (hard((0, 2), effort=8), 3),
        ([*hard((0,)), session(2, L3), *hard((4,))], 3),
        (hard((0, 2), effort=None), 3),  # case 8
        ([session(when, L3, skipped=15) for when in (0, 2)], 2),  # 13 of 28 sets
        ([session(when, L3, skipped=14) for when in (0, 2)], 3),
        ([session(when, L3, morning="worse") for when in (0, 3)], 2),  # X5
        ([session(0, L3, morning="worse")], 3),
        ([session(0, L3, pain=7), session(4, L3, pain=7)], 2),  # at most once in 14 days
        ([session(0, L3, pain=7), session(14, L3, pain=7)], 1),
        ([loose(0, sore=None, flags=("snap",)), seen(3, "snap")], 2),
        ([loose(0, sore=None, flags=("night",)), seen(3, "night")], 3),
    ],
)
def test_stage_down(entries: list[Any], stage: int) -> None:
    assert stage_on(15, choice(begun=-1, stage=3), session(-1, L3), entries) == stage


def test_case_7_pain_of_4_and_a_worse_morning_are_a_repeat() -> None:
    entries = [*clean((0, 2, 4), L3), session(7, L3, pain=4, morning="worse")]
    progress = progress_on(8, choice(stage=3), entries)
    assert progress.stage == 3
    assert progress.clean_row == 0


def test_the_first_stage_is_the_lowest() -> None:
    assert stage_on(1, loose(0, sore("heel", 9))) == 1


@pytest.mark.parametrize(
    ("number", "sessions", "stage"),
    [
        (8, (1, 5), 3),  # two clean sessions and seven days
        (7, (1, 5), 2),
        (8, (5,), 2),
    ],
)
def test_way_back_to_a_stage_held_before(
    number: int, sessions: tuple[int, ...], stage: int
) -> None:
    entries = [choice(begun=-1, stage=3), loose(0, sore("heel", 7)), clean(sessions, L2)]
    assert stage_on(number, *entries) == stage


def test_profile_answers_hold_the_plan_at_its_first_stage() -> None:
    plan = choice(stage=3)
    assert stage_on(5, plan, clean((0,), L3), profile(4, bone="yes")) == 1
    assert stage_on(5, plan, clean((0,), L3), profile(6, bone="yes")) == 1  # the newest holds
    back = [profile(4, bone="yes"), profile(10, bone="no"), clean((5, 8), L1)]
    assert stage_on(12, plan, clean((0,), L3), *back) == 2  # on the way back


# Breaks.


@pytest.mark.parametrize(
    ("days", "stage", "first", "hops_wait"),
    [
        (8, 4, FirstSession.AS_PLANNED, False),
        (9, 4, FirstSession.FEWER, False),
        (13, 4, FirstSession.FEWER, False),
        (14, 4, FirstSession.HALVED, True),
        (21, 3, FirstSession.AS_PLANNED, True),
        (28, 2, FirstSession.AS_PLANNED, True),
        (55, 2, FirstSession.AS_PLANNED, True),
        (56, 1, FirstSession.AS_PLANNED, True),
    ],
)
def test_break_rows(days: int, stage: int, first: FirstSession, *, hops_wait: bool) -> None:
    progress = progress_on(days, choice(stage=4), session(0, L4))
    assert progress.stage == stage
    assert progress.first_session is first
    assert progress.hops_wait is hops_wait
    assert (progress.break_row is None) is (days < 9)
    assert progress.held_by == ("" if days < 9 else "break")


def test_age65_is_one_row_lower() -> None:
    older = profile(0, age65="yes")
    assert stage_on(8, choice(stage=4), session(0, L4), older) == 4
    assert progress_on(9, choice(stage=4), session(0, L4), older).first_session == "halved"
    assert stage_on(14, choice(stage=4), session(0, L4), older) == 3


@pytest.mark.parametrize(
    ("days", "check_in", "stage"),
    [
        (10, CheckIn(break_reason=BreakReason.HURT), 4),
        (14, CheckIn(break_reason=BreakReason.HURT), 3),
        (21, CheckIn(break_reason=BreakReason.LIFE, other_training=True), 4),
        (14, CheckIn(break_reason=BreakReason.LIFE), 4),
        (14, CheckIn(break_reason=BreakReason.ILL), 4),
    ],
)
def test_why_the_break_was(days: int, check_in: CheckIn, stage: int) -> None:
    entries = [choice(stage=4), session(0, L4)]
    assert progress_on(days, *entries, check_in=check_in).stage == stage
    kept = session(days, STAGES[stage - 1], check_in=check_in._replace(sore=()))
    assert stage_on(days + 1, *entries, kept) == stage


def test_other_training_does_not_better_the_row_of_the_hops() -> None:
    entries = [choice(stage=4), session(0, L4)]
    assert progress_on(14, *entries, check_in=CheckIn(other_training=True)).hops_wait


def test_a_pause_as_something_hurt_is_a_reason() -> None:
    pause = PlanPause(day(2), day(12), PauseReason.HURT)
    assert stage_on(14, choice(stage=4, pauses=(pause,)), session(0, L4)) == 3


def test_a_chair_session_does_not_keep_up_the_strength_of_one_leg() -> None:
    assert stage_on(21, choice(stage=3), session(0, L3), clean((7, 14), L1)) == 2
    assert stage_on(21, choice(stage=3), session(0, L3), clean((7, 14), L2)) == 3
    beside = [session(when, "calf-and-shin") for when in (7, 14)]
    assert stage_on(21, choice(stage=3), session(0, L3), beside) == 3


def test_another_training_session_in_nine_days_makes_the_first_one_as_planned() -> None:
    progress = progress_on(14, choice(stage=3), session(0, L3), session(6, L1))
    assert progress.break_row is not None
    assert progress.first_session is FirstSession.AS_PLANNED


def test_no_going_up_in_the_sessions_after_a_break() -> None:
    entries = [choice(stage=2), clean((0, 2, 4, 7), L2)]
    assert stage_on(14, *entries) == 3
    assert stage_on(16, *entries) == 2  # nine days
    assert stage_on(18, *entries, clean((16,), L2)) == 2  # no going up after it
    assert stage_on(20, *entries, clean((16, 18), L2)) == 3


def test_hops_wait_for_two_clean_sessions_after_a_break() -> None:
    entries = [choice(stage=3), session(0, L3), session(14, L3, decision="lighter")]
    assert progress_on(15, *entries).hops_wait
    assert progress_on(19, *entries, session(16, L3)).hops_wait
    assert not progress_on(19, *entries, session(16, L3), session(18, L3)).hops_wait


def test_case_27_the_way_back_after_60_days() -> None:
    plan, last = choice(begun=-61, stage=4), session(-60, L4)
    days = [7 * week + weekday for week in range(5) for weekday in (0, 2, 4)]
    assert followed(plan, days, last) == [1] * 3 + [2] * 3 + [3] * 3 + [4] * 6
    after_40 = followed(choice(begun=-41, stage=4), days, session(-40, L4))
    assert after_40 == [2] * 3 + [3] * 3 + [4] * 9


def test_a_stage_is_forgotten_182_days_after_the_last_session() -> None:
    plan = choice(begun=-190, stage=4)
    assert progress_on(0, plan, session(-181, L4)).highest == 4
    assert progress_on(0, plan, session(-182, L4)).highest == 1


# Other kinds of plan.


def test_a_habit_has_days_but_no_stages() -> None:
    progress = progress_on(20, choice(HABIT), session(0, THREE), loose(3, sore("heel", 8)))
    assert progress.stage == 1
    assert progress.first_session is FirstSession.AS_PLANNED
    assert progress.needs == ()


def test_keep_goes_down_and_back_but_never_above_the_stage_chosen() -> None:
    plan = choice(KEEP, stage=3)
    assert stage_on(30, plan, clean((0, 3, 7, 10, 14, 17, 21, 24, 28), L3)) == 3
    assert stage_on(25, plan, session(0, L3)) == 2
    assert stage_on(34, plan, session(0, L3), clean((25, 27, 29), L2)) == 3


def test_keep_climbs_again_to_the_stage_chosen_once_it_is_forgotten() -> None:
    plan = choice(KEEP, begun=-200, stage=3)
    days = [7 * week + weekday for week in range(6) for weekday in (0, 2, 4)]
    assert followed(plan, days, session(-190, L3)) == [1] * 6 + [2] * 6 + [3] * 6


def test_a_plan_older_than_what_is_looked_at_goes_on_at_the_stage_last_trained() -> None:
    old = choice(begun=-900, stage=1)
    sessions = [session(when, L3, effort=None) for when in range(-450, 0, 3)]
    assert stage_on(0, old, sessions) == 3


# Lighter weeks.


def amber(when: int) -> Any:
    return loose(when, sore("ankle", 3))


SIGNS: dict[str, Callable[[], list[Any]]] = {
    "effort": lambda: hard((5, 7), L1),
    "one hard session": lambda: hard((7,), L1),
    "amber": lambda: [amber(6), amber(8)],
    "one amber day": lambda: [amber(8)],
    "morning": lambda: [session(8, DAILY, morning="worse")],
    "ill": lambda: [loose(8, energy=Energy.ILL)],
    "race": lambda: [choice(races=frozenset({day(7)}))],
    "longer run": lambda: [loose(8, ran_longer=True)],
    "long ago": lambda: [loose(2, energy=Energy.ILL), session(2, DAILY, morning="worse")],
}


@pytest.mark.parametrize(
    ("signs", "is_lighter"),
    [
        (("ill", "morning"), True),
        (("effort", "race"), True),
        (("amber", "longer run"), True),
        (("effort", "amber"), True),
        (("ill",), False),
        (("effort",), False),
        (("one hard session", "ill"), False),
        (("one amber day", "ill"), False),
        (("long ago", "race"), False),
    ],
)
def test_g3_a_lighter_week_begins_with_two_signs(
    signs: tuple[str, ...], *, is_lighter: bool
) -> None:
    entries = [entry for sign in signs for entry in SIGNS[sign]()]
    progress = progress_on(9, *entries, loose(9))
    assert progress.is_lighter is is_lighter


def test_g3_it_begins_at_a_check_in() -> None:
    signs = [*SIGNS["ill"](), *SIGNS["effort"]()]
    race = choice(races=frozenset({day(10)}))
    entries = [race, *hard((7, 9), L1)]
    assert not progress_on(11, *entries, session(11, DAILY, check_in=None)).is_lighter
    assert progress_on(11, *entries, check_in=CheckIn(sore=())) is not None
    assert progress_on(11, *entries, loose(11)).is_lighter
    assert progress_on(9, *signs, check_in=CheckIn(energy=Energy.ILL)).is_lighter


def test_g3_the_person_asks() -> None:
    assert progress_on(0, check_in=CheckIn(wants_lighter=True)).lighter_until == day(6)
    asked = loose(0, wants_lighter=True)
    assert progress_on(6, asked).lighter_until == day(6)
    assert not progress_on(7, asked).is_lighter


def test_g4_at_most_one_begins_in_28_days_by_itself() -> None:
    def signs(when: int) -> list[Any]:
        return [loose(when, sore("ankle", 3), energy=Energy.ILL), amber(when + 1)]

    entries = [*signs(0), *signs(10), *signs(29)]
    assert progress_on(1, entries).lighter_until == day(7)
    assert not progress_on(11, entries[:4]).is_lighter
    assert progress_on(30, entries).lighter_until == day(36)


# Plan screen.


def test_a_fourth_day_is_offered_after_three_clean_sessions() -> None:
    assert Offer.FOURTH_DAY in progress_on(5, clean((0, 2, 4))).offers
    assert Offer.FOURTH_DAY not in progress_on(5, clean((0, 2))).offers
    full = choice(weekdays=frozenset({0, 2, 4, 5}))
    assert Offer.FOURTH_DAY not in progress_on(5, full, clean((0, 2, 4))).offers


def test_to_stay_is_offered_after_21_days_in_a_stage() -> None:
    sessions = [session(when, effort=None) for when in range(0, 22, 2)]
    assert Offer.STAY not in progress_on(21, sessions).offers
    assert Offer.STAY in progress_on(22, sessions).offers


def test_g5_a_lighter_week_is_offered_after_eight_weeks_at_the_last_stage() -> None:
    sessions = [session(when, L4, effort=None) for when in range(0, 57, 3)]
    assert Offer.LIGHTER_WEEK not in progress_on(55, choice(stage=4), sessions).offers
    assert Offer.LIGHTER_WEEK in progress_on(56, choice(stage=4), sessions).offers
    taken = loose(40, wants_lighter=True)
    assert Offer.LIGHTER_WEEK not in progress_on(56, choice(stage=4), sessions, taken).offers


def test_a_course_may_end_with_24_sessions_at_stage_three_or_four() -> None:
    days = [7 * week + weekday for week in range(8) for weekday in (0, 2, 4)]
    assert Offer.END in progress_on(56, choice(stage=3), clean(days, L3)).offers
    assert Offer.END not in progress_on(56, choice(stage=3), clean(days[:-1], L3)).offers


def test_weeks_behind_and_ahead() -> None:
    paused = choice(pauses=(PlanPause(day(14), day(20)),))
    weeks = progress_on(9, paused, clean((0, 2, 7))).weeks
    assert [(w.planned, w.done, w.stage, w.is_ahead) for w in weeks[:4]] == [
        (3, 2, 1, False),
        (3, 1, 1, False),
        (0, 0, 2, True),
        (3, 0, 2, True),
    ]
    assert [w.stage for w in weeks if w.is_ahead] == [2, 2, 3, 3, 4, 4, 4, 4]
    assert weeks[0].monday == day(0)


def test_stages_by_day() -> None:
    progress = progress_on(15, clean(FOUR), session(14, L2))
    assert progress.stage_on(day(13)) == 1
    assert progress.stage_on(day(14)) == 2
    assert [s.record.routine for s in progress.plan_sessions] == [L1] * 4 + [L2]
    assert progress.plan.id == COURSE


def test_a_week_says_on_how_many_days_its_sessions_were_lighter() -> None:
    done = [*clean((0, 2)), session(4, L1, decision="lighter")]
    (week,) = [w for w in progress_on(5, choice(), done).weeks if not w.is_ahead]
    assert (week.done, week.lighter) == (3, 1)
