"""Filter of the routines by words."""

import pytest
from bundled import CATALOGUE

from footcoach_tui.app.session_lists.routine_filter import filter_groups
from footcoach_tui.app.session_lists.routine_groups import group_routines
from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.routine import Routine

GENTLE = "gentle-4min"


def found(text: str) -> list[Routine]:
    groups = filter_groups(group_routines(CATALOGUE), text)
    return [entry for group in groups for entry in group.entries if isinstance(entry, Routine)]


def test_a_word_is_in_a_title_an_occasion_equipment_or_an_exercise() -> None:
    assert [each.id for each in found("WAKE up")] == ["pre-run-activation-4min"]
    assert "rw-essential-three" in [each.id for each in found("before a run")]
    assert [each.id for each in found("after")] == ["rw-essential-three", "post-run-release-6min"]
    assert {each.id for each in found("bear squat")} == {"rw-essential-three"}
    assert all("step" in each.equipment for each in found("kit:step"))


def test_minutes_and_no_equipment() -> None:
    short = found("<=5m")
    assert short
    assert all(routine_minutes(each) <= 5 for each in short)
    assert found("<5") == short
    bare = found("kit:none <=5m")
    assert bare
    assert all(not each.equipment for each in bare)


def test_what_can_be_done_with_the_things_that_there_are() -> None:
    groups = group_routines(CATALOGUE)
    have = filter_groups(groups, "kit:have", frozenset({Equipment.CHAIR}))
    seated = [one for group in have for one in group.entries if isinstance(one, Routine)]
    assert GENTLE in [each.id for each in seated]
    assert all(set(each.equipment) <= {Equipment.CHAIR} for each in seated)
    assert len(found("kit:have")) == len(CATALOGUE.routines), "who has not said has everything"


@pytest.mark.parametrize("text", ["<", "<=", "kit:", ""])
def test_a_word_that_is_not_finished_hides_nothing(text: str) -> None:
    everything = sum(1 for _ in found("kit:")), len(found("<="))
    assert everything == (len(CATALOGUE.routines),) * 2
    assert len(found(text)) in (len(CATALOGUE.routines), len(found("")))


@pytest.mark.parametrize("text", ["zzz", "<=0m", "kit:zebra", "[/b]", "<=99999"])
def test_nothing_may_match(text: str) -> None:
    assert not found(text)
