"""`footcoach test`: results of self-tests."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Footcoach = Callable[..., Any]
SetDay = Callable[[str], None]
Refused = Callable[..., str]
pytestmark = pytest.mark.usefixtures("set_day")


def test_without_a_result_the_tests_are_listed(footcoach: Footcoach) -> None:
    lines = footcoach("test").lines
    assert lines[:2] == ["knee-to-wall: Knee to wall", "  No result yet."]
    tests = json.loads(footcoach("test", "--json").out)["tests"]
    assert (tests[0]["id"], tests[0]["latest"]) == ("knee-to-wall", {})


@pytest.mark.parametrize(
    ("later", "outcome", "sentence"),
    [
        ("10.5", "within error", "About the same: a difference below 2 cm may be chance."),
        ("11", "real better", "A real change: 2 cm more than on 2 March."),
    ],
)
def test_a_later_result_is_compared(
    footcoach: Footcoach, set_day: SetDay, later: str, outcome: str, sentence: str
) -> None:
    """Case 16 of the rules."""
    footcoach("test", "add", "knee-to-wall", "--left", "9", "--right", "9")
    set_day("2026-03-30")
    done = footcoach("test", "add", "knee-to-wall", "--left", later)
    assert (done.code, done.lines[0]) == (0, f"Left: {later} cm on 2026-03-30.")
    assert f"Left: {sentence}" in done.lines
    tests = json.loads(footcoach("test", "--json").out)["tests"]
    latest = tests[0]["latest"]
    assert (latest["left"]["outcome"], latest["left"]["sentence"]) == (outcome, sentence)
    assert latest["right"]["outcome"] is None


def test_other_conditions_are_not_compared(footcoach: Footcoach, set_day: SetDay) -> None:
    footcoach("test", "add", "knee-to-wall", "--left", "9")
    set_day("2026-03-30")
    added = ("test", "add", "knee-to-wall", "--left", "12", "--conditions", "in\tsocks", "--json")
    latest = json.loads(footcoach(*added).out)["latest"]["left"]
    assert (latest["outcome"], latest["conditions"]) == ("not comparable", "in socks")


def test_without_conditions_a_side_is_compared_with_its_latest_result(
    footcoach: Footcoach, set_day: SetDay
) -> None:
    footcoach("test", "add", "knee-to-wall", "--left", "9", "--right", "9")
    footcoach("test", "add", "knee-to-wall", "--left", "9", "--conditions", "socks")
    set_day("2026-03-30")
    done = footcoach("test", "add", "knee-to-wall", "--left", "9", "--right", "9")
    assert "other shoes" not in done.out
    assert done.out.count("About the same") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add",), "no self-test is called"),
        (("add", "knee-to-wal", "--left", "1"), "Did you mean “knee-to-wall”"),
        (("add", "knee-to-wall"), "say what was reached"),
        (("add", "knee-to-wall", "--left", "-1"), "is not a value"),
        (("add", "knee-to-wall", "--left", "nan"), "is not a value"),
        (("add", "knee-to-wall", "--left", "1", "--on", "2026-03-03"), "is still to come"),
        (("add", "knee-to-wall", "--left", "99"), "99 is too much: knee-to-wall is at most 30 cm"),
        (("add", "heel-raise", "--right", "51"), "heel-raise is at most 50 raises"),
        (("add", "balance-open", "--left", "45.1"), "balance-open is at most 45 s"),
        (("--left", "1"), "to add a result"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run_refused: Refused, arguments: tuple[str, ...], words: str
) -> None:
    assert words in run_refused("test", *arguments)
