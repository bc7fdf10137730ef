"""Red flags: open, closed, raised again; and the rules across sessions, X1 to X5 (1.11, 6)."""

from collections.abc import Sequence
from typing import Any

import pytest
from coach_logs import DAILY, L3, RULES, choice, day, log, loose, seen, session, sore

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.facts.across_sessions import lasting_hint, x2_sites, x5_days
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.flags import impact_barred_until, open_flags, stage_down_days
from footcoach_tui.coach.rules.sites import Site

EVERY_OTHER = (0, 2, 4, 7, 9, 11, 14)


def flags_on(number: int, *entries: Any) -> list[str]:
    """The ids of the flags that are open on a day."""
    facts = Facts.of(log(*entries), RULES, day(number))
    return [each.flag.id for each in open_flags(facts)]


def heel(scores: Sequence[int], days: Sequence[int] = EVERY_OTHER) -> list[Any]:
    """Check-ins with the heel at these scores."""
    return [
        loose(when, *([sore("heel", score)] if score else []))
        for when, score in zip(days, scores, strict=True)
    ]


def reported(when: int, *flags: str) -> Any:
    return loose(when, flags=flags, decision="stop")


# Reported flags.


def test_a_flag_is_open_from_its_day_whoever_reports_it() -> None:
    assert flags_on(0, reported(0, "snap")) == ["snap"]
    assert flags_on(3, session(0, flags=["snap"])) == ["snap"]
    assert flags_on(3, session(0, check_in=CheckIn(sore=(), flags=("night",)))) == ["night"]
    assert flags_on(3, reported(0)) == []
    assert flags_on(3, reported(0, "no-such-flag")) == []


def test_reporting_again_changes_nothing() -> None:
    facts = Facts.of(log(reported(0, "snap"), reported(5, "snap")), RULES, day(6))
    assert [each.day for each in open_flags(facts)] == [day(0)]


def test_several_come_by_urgency_and_then_in_the_order_of_the_list() -> None:
    entries = reported(0, "pregnancy", "night", "bone-point", "snap", "chest")
    assert flags_on(0, entries) == ["chest", "snap", "bone-point", "night", "pregnancy"]


@pytest.mark.parametrize("flag", ["chest", "snap", "night", "severe", "pregnancy"])
def test_a_clearance_closes_every_kind_from_its_day_on(flag: str) -> None:
    entries = [reported(0, flag), seen(3, flag)]
    assert flags_on(2, *entries) == [flag]
    assert flags_on(3, *entries) == []


def test_a_clearance_of_another_flag_or_before_the_flag_closes_nothing() -> None:
    assert flags_on(9, reported(2, "snap"), seen(3, "cold"), seen(1, "snap")) == ["snap"]


def test_a_clearance_on_the_day_of_the_flag_closes_it() -> None:
    assert flags_on(0, reported(0, "snap"), seen(0, "snap")) == []


def test_a_flag_that_was_cleared_opens_anew_when_it_is_reported_later() -> None:
    assert flags_on(9, reported(0, "snap"), seen(3, "snap"), reported(5, "snap")) == ["snap"]


def test_an_urgent_flag_does_not_close_by_itself() -> None:
    assert flags_on(399, reported(0, "snap"), heel([0] * 7, range(1, 8))) == ["snap"]


@pytest.mark.parametrize(
    ("flag", "known", "last_open"),
    [
        ("severe", (1, 5, 9), 14),  # 14 days with all sites 0, from the first day at 0
        ("severe", (1, 5, 20), 19),  # the third known day is needed
        ("severe", (1, 5), 60),
        ("night", (1, 5, 9), 28),
        ("pregnancy", (1, 5, 9), 28),
    ],
)
def test_soon_and_ask_close_by_themselves(
    flag: str, known: tuple[int, ...], last_open: int
) -> None:
    entries = [reported(0, flag)._replace(check_in=CheckIn(sore=(sore("heel", 4),), flags=(flag,)))]
    before = [number for number in known if number <= last_open]
    assert flags_on(last_open, entries, heel([0] * len(before), before)) == [flag]
    closed = flags_on(last_open + 1, entries, heel([0] * len(known), known))
    assert closed == ([] if len(known) > 2 else [flag])


def test_a_score_above_0_begins_the_count_again() -> None:
    entries = [reported(0, "severe"), *heel([0, 0, 1, 0, 0, 0], [1, 5, 9, 11, 15, 19])]
    assert flags_on(24, entries) == ["severe"]
    assert flags_on(25, entries) == []


def test_pain_of_a_session_without_a_place_begins_the_count_again() -> None:
    entries = [reported(0, "severe"), *heel([0, 0, 0], [1, 5, 9]), session(10, pain=1)]
    assert flags_on(20, entries) == ["severe"]


# X1.


@pytest.mark.parametrize(
    ("scores", "days", "flags"),
    [
        ([3] * 7, EVERY_OTHER, ["not-better"]),  # case 29
        ([2] * 7, EVERY_OTHER, []),
        ([4, 4, 4, 4, 4, 4, 3], EVERY_OTHER, []),  # the last score is below the first
        ([5, 3, 3, 3, 3, 3, 3], (0, 1, 4, 7, 9, 11, 15), ["not-better"]),  # from day 1 on
        ([3, 3, 3, 0, 3, 3, 3], EVERY_OTHER, []),
        ([3, 3, 3], (0, 7, 14), []),  # at least four known days
        ([3, 3, 3, 3], (0, 5, 9, 13), []),  # at least 14 days apart
        ([3, 3, 3, 3], (0, 5, 9, 14), ["not-better"]),
        ([3, 3, 3, 3, 3], (0, 2, 13, 14, 16), []),  # more than 10 days from one to the next
    ],
)
def test_x1_a_site_that_is_sore_throughout(
    scores: list[int], days: tuple[int, ...], flags: list[str]
) -> None:
    assert flags_on(days[-1], heel(scores, days)) == flags


def test_case_28_an_ankle_that_aches_now_and_then_is_no_flag() -> None:
    days = range(0, 56, 5)
    entries = [loose(n, *([sore("ankle", 1)] if n % 2 else [])) for n in days]
    assert sum(bool(each.check_in.sore) for each in entries) >= 5
    assert flags_on(56, entries) == []


def test_case_29_after_a_visit_it_is_not_raised_again_for_84_days() -> None:
    entries = heel([3] * 60, range(0, 120, 2))
    assert flags_on(15, entries) == ["not-better"]
    entries.append(seen(16, "not-better"))
    assert flags_on(99, entries) == []
    assert flags_on(101, entries) == ["not-better"]


def test_case_30_not_better_closes_after_14_days_at_0() -> None:
    entries = heel([3] * 7) + heel([0, 0, 0], [16, 22, 28])
    assert flags_on(29, entries) == ["not-better"]
    assert flags_on(30, entries) == []


def test_x1_a_mild_ache_is_mentioned_once_in_28_days() -> None:
    entries = heel([2] * 30, range(0, 60, 2))
    hinted = [n for n in range(60) if lasting_hint(Facts.of(log(entries), RULES, day(n)))]
    assert hinted == [14, 42]


# X2 and X3.


@pytest.mark.parametrize(
    ("weeks", "sites"),
    [
        ([0, 1, 2], {Site.HEEL}),
        ([1, 2, 3], {Site.HEEL}),
        ([0, 0, 2], set()),
        ([1, 2, 2], set()),
        ([None, 1, 2], set()),  # each week with a known day
    ],
)
def test_x2_a_site_that_rose_two_weeks_in_a_row(weeks: list[int | None], sites: set[Site]) -> None:
    known = [(7 * n, score) for n, score in enumerate(weeks) if score is not None]
    entries = heel([score for _, score in known], [when for when, _ in known])
    assert x2_sites(Facts.of(log(entries), RULES, day(14))) == sites
    assert x2_sites(Facts.of(log(entries), RULES, day(20))) == sites
    assert x2_sites(Facts.of(log(entries), RULES, day(21))) == set()


def test_x2_takes_the_highest_score_of_each_week() -> None:
    entries = heel([2, 0, 1, 2], [0, 4, 8, 15])
    assert x2_sites(Facts.of(log(entries), RULES, day(15))) == set()


@pytest.mark.parametrize(
    ("weeks", "flags"),
    [([0, 1, 2, 3], ["growing"]), ([1, 2, 3, 3], []), ([2, 1, 2, 3], []), ([0, 0, 1, 2], [])],
)
def test_x3_a_site_that_rose_three_weeks_in_a_row(weeks: list[int], flags: list[str]) -> None:
    assert flags_on(22, heel(weeks, [0, 13, 15, 22])) == flags


# X4 and X5.


@pytest.mark.parametrize(
    ("days", "flags"),
    [
        ((0, 2), []),  # nearer ones are the same
        ((0, 3), ["twice-red"]),
        ((0, 14), ["twice-red"]),
        ((0, 15), []),
        ((0,), []),
    ],
)
def test_x4_a_second_red_day(days: tuple[int, ...], flags: list[str]) -> None:
    entries = [session(when, DAILY, pain=7, after_sore=[sore("heel", 7)]) for when in days]
    assert flags_on(days[-1], entries) == flags


def test_x4_counts_only_days_after_a_visit_but_is_raised_again() -> None:
    red = [loose(n, sore("heel", 7)) for n in (0, 5, 9, 13)]
    assert flags_on(9, red, seen(6, "twice-red")) == []
    assert flags_on(13, red, seen(6, "twice-red")) == ["twice-red"]


@pytest.mark.parametrize(
    ("days", "downs", "flags"),
    [
        ((0, 14), [15], []),
        ((0, 15), [], []),
        ((0, 5, 14), [6, 15], ["mornings"]),
        ((0, 5, 15), [6, 16], []),
    ],
)
def test_x5_mornings_that_were_worse(
    days: tuple[int, ...], downs: list[int], flags: list[str]
) -> None:
    entries = [session(when, L3, morning="worse") for when in days]
    facts = Facts.of(log(entries), RULES, day(20))
    assert [(when - day(0)).days for when in x5_days(facts)] == downs
    assert flags_on(20, entries) == flags


def test_x5_a_morning_counts_for_its_session_and_is_known_once_it_is_answered() -> None:
    late = {"answer": "worse", "asked": day(9).isoformat()}
    entries = [session(0, L3, morning="worse"), session(5, L3)._replace(morning=late)]
    assert x5_days(Facts.of(log(entries), RULES, day(20))) == (day(9),)


def test_mornings_are_not_raised_again_for_84_days_after_a_visit() -> None:
    entries: list[Any] = [session(when, L3, morning="worse") for when in range(0, 100, 4)]
    entries.append(seen(10, "mornings"))
    assert flags_on(93, entries) == []
    assert flags_on(97, entries) == ["mornings"]


# After a flag.


@pytest.mark.parametrize("flag", ["snap", "chest", "bone-point", "night", "swelling"])
def test_no_impact_for_28_days_from_the_closing(flag: str) -> None:
    entries = log(reported(0, flag), seen(3, flag))
    assert impact_barred_until(Facts.of(entries, RULES, day(3))) == day(31)
    assert impact_barred_until(Facts.of(entries, RULES, day(30))) == day(31)
    assert impact_barred_until(Facts.of(entries, RULES, day(31))) is None


def test_other_flags_bar_no_impact_afterwards() -> None:
    entries = log(reported(0, "joints"), seen(3, "joints"))
    assert impact_barred_until(Facts.of(entries, RULES, day(3))) is None


def test_a_stage_down_follows_the_closing_of_a_now_or_today_flag() -> None:
    entries = log(choice(), reported(0, "snap", "night"), seen(3, "snap"), seen(4, "night"))
    assert stage_down_days(Facts.of(entries, RULES, day(9))) == (day(3),)


def test_an_urgent_flag_stays_open_however_old_it_is() -> None:
    assert flags_on(0, reported(-600, "snap")) == ["snap"]
    assert flags_on(0, session(-600, flags=["snap"]), session(-1)) == ["snap"]
    assert flags_on(0, reported(-600, "snap"), seen(-590, "snap")) == []


def test_a_flag_of_tomorrow_was_reported_today_and_later_ones_are_left_out() -> None:
    assert flags_on(0, reported(1, "snap"), reported(2, "cold")) == ["snap"]
