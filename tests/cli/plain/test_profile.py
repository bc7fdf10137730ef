"""Profile in plain mode."""

from collections.abc import Iterable

import pytest
from bundled import CATALOGUE
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui import wiring
from footcoach_tui.cli.plain.profile import ask_profile
from footcoach_tui.coach.questions.profile_flow import ProfileFlow

QUESTIONS = wiring.open_rules(CATALOGUE).questions
REQUIRED = ("numb", "bone", "recent", "tendon-drug", "running")


def asked(*typed: str, only_required: bool = True) -> tuple[ProfileFlow | None, list[str]]:
    lines: list[str] = []

    def write(written: Iterable[str]) -> None:
        lines.extend(written)

    keyboard = FakeKeyboard(FakeClock(), [(0.0, line) for line in typed])
    flow = ProfileFlow.begin(QUESTIONS, only_required=only_required)
    return ask_profile(flow, keyboard, write), lines


def test_the_required_ones_are_asked_one_after_the_other() -> None:
    flow, lines = asked("n", "N", "n", "u", "4")
    assert flow
    assert dict(flow.given) == dict(
        zip(REQUIRED, ("no", "no", "no", "unknown", "longer"), strict=True)
    )
    assert "y: yes; n: no; u: don’t know" in lines


def test_a_question_that_follows_is_asked() -> None:
    flow, _ = asked("y", "n", "n", "n", "n", "1")
    assert flow
    assert dict(flow.given)["numb-cleared"] == "no"


def test_enter_skips_only_what_may_be_skipped() -> None:
    flow, lines = asked("", "n", "n", "n", "n", "1")
    assert flow
    assert lines.count("That is no answer here.") == 1
    every, lines = asked(*["n", "", "", "", "", ""], only_required=False)
    assert every is None
    assert any(line.endswith("Enter: skip") for line in lines)


def test_back_takes_an_answer_back() -> None:
    flow, _ = asked("y", "back", "n", "n", "n", "n", "4")
    assert flow
    assert dict(flow.given)["numb"] == "no"


@pytest.mark.parametrize("typed", [("n", "q"), ("n", "n"), ()])
def test_who_leaves_has_saved_nothing(typed: tuple[str, ...]) -> None:
    assert asked(*typed)[0] is None
