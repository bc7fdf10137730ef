"""Words of the rules as the coach reads them out of a log (0.1, 1.10)."""

from datetime import date
from typing import Any

import pytest
from coach_logs import (
    DAILY,
    GENTLE,
    L1,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    day,
    log,
    loose,
    session,
    sore,
)

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record import SessionRecord

TODAY = day(20)


def facts_of(record: SessionRecord, *others: Any) -> SessionFacts:
    """The facts of a session that was done on `day(0)`."""
    facts = Facts.of(log(record, *others), RULES, TODAY)
    return next(s for s in facts.day(day(0)).sessions if s.record == record)


def change(*rules: str) -> dict[str, object]:
    return {"step": 1, "exercise": "toe-yoga", "action": "halve", "to": "", "rules": list(rules)}


@pytest.mark.parametrize(
    ("routine", "skipped", "fields", "expected"),
    [
        (L1, 0, {}, True),
        (L1, 10, {}, True),  # 4 of 14 sets
        (L1, 11, {}, False),  # 3 of 14: below a quarter
        (L1, 0, {"speed": 10.0}, False),
        ("calf-and-shin", 0, {}, True),  # a strength day
        ("hop-economy-w1", 0, {}, True),  # a programme
        ("achilles-low-compression", 0, {}, False),  # rehabilitation
        (DAILY, 0, {}, False),  # an extra
        (THREE, 0, {}, False),
        (GENTLE, 0, {}, False),
    ],
)
def test_training_session(
    routine: str, skipped: int, fields: dict[str, Any], *, expected: bool
) -> None:
    assert facts_of(session(0, routine, skipped=skipped, **fields)).is_training is expected


def test_a_habit_goes_by_its_own_routine() -> None:
    three = facts_of(session(0, THREE), choice("essential-minimum"))
    assert three.is_of_plan
    assert not three.is_training


@pytest.mark.parametrize(("skipped", "is_whole"), [(0, True), (2, True), (3, False)])
def test_case_22_a_whole_session_has_four_fifths_of_its_sets(
    skipped: int, *, is_whole: bool
) -> None:
    known = facts_of(session(0, L1, skipped=skipped))
    assert known.is_whole is is_whole
    assert known.is_clean is is_whole


@pytest.mark.parametrize(
    ("fields", "is_clean"),
    [
        ({}, True),
        ({"effort": 4}, True),  # L1 is 3 to 5: at most one above the low figure
        ({"effort": 5}, False),
        ({"effort": None}, False),
        ({"pain": 2}, True),
        ({"pain": 3}, False),
        ({"pain": None}, False),
        ({"pain": None, "after_sore": [sore("heel", 2)]}, True),
        ({"pain": 0, "after_sore": [sore("heel", 3)]}, False),
        ({"hurt": {1: 2}}, True),
        ({"hurt": {1: 3}}, False),
        ({"check_in": None}, False),
        ({"check_in": CheckIn()}, False),  # case 12: sore or not was skipped
        ({"check_in": CheckIn(sore=(sore("calf", 2),))}, True),
        ({"decision": "lighter"}, False),
        ({"rule": "little"}, False),
        ({"changes": [change("profile:knees")]}, True),  # case 21
        ({"morning": "worse"}, False),
        ({"morning": "not-worse"}, True),
        ({"morning": "unknown"}, True),
        ({"routine": "of-another-time"}, False),
    ],
)
def test_clean_session(fields: dict[str, Any], *, is_clean: bool) -> None:
    routine = fields.pop("routine", L1)
    record = session(0, L1, **fields)._replace(routine=routine)
    assert facts_of(record).is_clean is is_clean


@pytest.mark.parametrize(
    ("pain", "later", "is_worse"),
    [
        (0, [loose(1, sore("heel", 2))], True),
        (0, [loose(2, sore("heel", 2))], True),
        (0, [loose(3, sore("heel", 2))], False),
        (1, [loose(1, sore("heel", 2))], False),
        (1, [loose(1), loose(2, sore("calf", 3))], True),
        (3, [loose(1, sore("heel", 5))], False),  # the row holds for pain up to 2
        (0, [session(1, DAILY, check_in=CheckIn(sore=(sore("heel", 4),)))], True),
        (0, [loose(1, sore=None)], False),
        (None, [loose(1, sore("heel", 4))], False),
    ],
)
def test_row_unknown_of_the_morning_a_later_check_in_stands_for_it(
    pain: int | None, later: list[Any], *, is_worse: bool
) -> None:
    assert facts_of(session(0, L1, pain=pain), later).is_morning_worse is is_worse


def test_an_answered_morning_counts_more_than_a_later_check_in() -> None:
    record = session(0, L1, morning="not-worse")
    assert facts_of(record, loose(1, sore("heel", 5))).is_clean


@pytest.mark.parametrize(
    ("fields", "is_passed"),
    [
        ({"decision": "lighter", "changes": [change("short")]}, True),
        ({"decision": "lighter", "changes": [change("N4", "short")]}, True),
        ({"decision": "lighter", "changes": [change("break")]}, True),
        ({"decision": "lighter", "changes": [change("G4"), change("profile:knees")]}, True),
        ({"decision": "lighter", "changes": [change("N6"), change("site:heel")]}, False),
        ({"decision": "lighter", "changes": [change("X2:heel")]}, False),
        ({"decision": "lighter", "changes": [change("R0"), change("short")]}, False),
        ({"decision": "go", "rule": "little"}, True),
        ({"decision": "lighter", "rule": "little", "changes": [change("site:heel")]}, False),
        ({"decision": "lighter", "changes": [change("short")], "pain": 4}, False),
        ({"decision": "lighter", "changes": [change("short")], "effort": 9}, False),
        ({"decision": "lighter", "changes": [change("short")], "morning": "worse"}, False),
        ({"decision": "lighter", "changes": [change("short")], "effort": None}, True),
        ({"decision": "go"}, False),
        ({"decision": "lighter"}, False),  # nobody knows why
        ({"check_in": None}, False),
        ({"decision": "gentle", "rule": "red"}, False),
    ],
)
def test_passed_over_session(fields: dict[str, Any], *, is_passed: bool) -> None:
    assert facts_of(session(0, L1, **fields)).is_passed_over is is_passed


@pytest.mark.parametrize(
    ("entry", "is_red"),
    [
        (loose(0, sore("heel", 6)), True),
        (loose(0, sore("heel", 5)), False),
        (session(0, DAILY, pain=6), True),
        (session(0, DAILY, hurt={2: 6}), True),
        (session(0, DAILY, pain=None, after_sore=[sore("calf", 7)]), True),
        (session(0, L1, pain=7, skipped=14), True),  # stopped before its first set was done
        (session(0, L1, pain=5), False),
    ],
)
def test_red_day(entry: Any, *, is_red: bool) -> None:
    facts = Facts.of(log(entry), RULES, TODAY)
    assert facts.day(day(0)).is_red is is_red
    assert facts.red_days == ((day(0),) if is_red else ())


@pytest.mark.parametrize(
    ("entry", "is_known"),
    [
        (loose(0), True),
        (loose(0, sore=None), False),
        (session(0, check_in=None, pain=0), True),
        (session(0, check_in=None, pain=None), False),
        (session(0, check_in=None, pain=3), False),
        (session(0, check_in=None, pain=3, after_sore=[sore("calf", 3)]), True),
        (session(0, check_in=CheckIn(sore=()), pain=3), True),
    ],
)
def test_known_day(entry: Any, *, is_known: bool) -> None:
    assert Facts.of(log(entry), RULES, TODAY).day(day(0)).is_known is is_known


def test_scores_of_a_day_are_the_highest_of_each_site() -> None:
    entries: list[Any] = [
        loose(0, sore("heel", 2), sore("calf", 1, "right")),
        session(0, check_in=CheckIn(sore=(sore("heel", 1),)), after_sore=[sore("heel", 4)], pain=4),
    ]
    known = Facts.of(log(entries), RULES, TODAY).day(day(0))
    assert known.scores == {Site.HEEL: 4, Site.CALF: 1}
    assert known.check_in_score == 2
    assert known.top_score == 4


def test_effort_is_counted_over_the_high_figure_of_the_routine() -> None:
    assert facts_of(session(0, L1, effort=7)).excess_effort == 2
    assert facts_of(session(0, L1, effort=7)).is_too_hard
    assert not facts_of(session(0, L1, effort=6)).is_too_hard
    assert facts_of(session(0, L1, effort=None)).excess_effort is None


def test_the_level_is_that_of_the_stage_and_beside_the_plan_that_of_the_routine() -> None:
    assert facts_of(session(0, L4), choice()).level == 4
    assert facts_of(session(0, L4), choice()).stage == 4
    assert facts_of(session(0, DAILY), choice()).level == 3
    assert facts_of(session(0, DAILY), choice()).stage is None


def test_a_session_of_tomorrow_is_one_of_today_and_later_ones_are_left_out() -> None:
    facts = Facts.of(log(session(1), session(2, L3)), RULES, day(0))
    assert [s.record.routine for s in facts.day(day(0)).sessions] == [L1]
    assert facts.days == (day(0),)


def test_days_are_looked_at_from_a_day_on_and_in_their_order() -> None:
    facts = Facts.of(log(session(-500), session(0), loose(3), session(5)), RULES, day(6))
    assert facts.days == (day(0), day(3), day(5))
    assert [each.day for each in facts.last(4)] == [day(3), day(5)]
    assert [each.day for each in facts.back()] == [day(5), day(3), day(0)]
    assert [each.day for each in facts.between(date(1990, 1, 1), day(3))] == [day(0), day(3)]


def test_facts_on_an_earlier_day_know_no_later_one() -> None:
    facts = Facts.of(log(session(0, pain=7), session(5, pain=7)), RULES, day(6))
    assert facts.as_of(day(3)).red_days == (day(0),)
    assert facts.red_days == (day(0), day(5))


def test_the_same_log_gives_the_same_facts_again() -> None:
    entries = log(session(0))
    assert Facts.of(entries, RULES, TODAY) is Facts.of(entries, RULES, TODAY)
    assert Facts.of(entries, RULES, day(21)).today == day(21)
