"""Before a plain session: cautions are read, conditions are answered."""

from dataclasses import replace

import pytest
from builders import Hold, routine, step
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui.cli.errors import CliError
from footcoach_tui.cli.plain.start import open_session
from footcoach_tui.session.routine import Gate, GateAnswer, Routine
from footcoach_tui.text.stop_line import STOP_LINE

HOPS = replace(
    step(Hold(5), name="hops"), gate=Gate(exclude=("flu",)), swap=step(Hold(5), name="walk")
)
GATED = routine(HOPS, step(Hold(5), name="lean"))
PLAIN = routine(step(Hold(5), name="lean"))


class Opening:
    """Opening of a routine, with what was typed, and the lines written."""

    def __init__(
        self,
        plan: Routine,
        *typed: str,
        is_open: bool = True,
        answer: GateAnswer | None = None,
        is_ready: bool = False,
    ) -> None:
        keyboard = FakeKeyboard(FakeClock(), [(0.0, line) for line in typed], is_open=is_open)
        self.lines: list[str] = []
        self.routine = open_session(
            plan, keyboard, self.lines.extend, answer=answer, is_ready=is_ready
        )

    @property
    def steps(self) -> list[str]:
        return [done.exercise.id for done in self.routine.steps] if self.routine else []


def test_it_waits_until_the_cautions_are_read() -> None:
    opening = Opening(PLAIN, "")
    assert opening.lines[-1] == "Press enter when you have read this; q leaves."
    assert any(STOP_LINE in line for line in opening.lines)
    assert opening.steps == ["lean"]


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("", ["lean"]),
        ("y", ["hops", "lean"]),
        ("n", ["walk", "lean"]),
        ("Y", ["hops", "lean"]),
    ],
)
def test_conditions_are_answered_with_a_letter(typed: str, steps: list[str]) -> None:
    assert Opening(GATED, typed).steps == steps


def test_an_answer_that_is_none_is_asked_for_again() -> None:
    assert Opening(GATED, "perhaps", "y").steps == ["hops", "lean"]


@pytest.mark.parametrize("plan", [PLAIN, GATED])
def test_q_leaves(plan: Routine) -> None:
    assert Opening(plan, "q").routine is None


def test_an_answer_on_the_command_line_is_not_asked_for() -> None:
    opening = Opening(GATED, "", answer=GateAnswer.READY)
    assert opening.steps == ["walk", "lean"]


def test_without_a_keyboard_nothing_starts_unasked() -> None:
    with pytest.raises(CliError, match="add --ready to start"):
        Opening(PLAIN, is_open=False)


def test_ready_starts_without_a_keyboard_but_without_hops() -> None:
    assert Opening(GATED, is_open=False, is_ready=True).steps == ["lean"]
    assert Opening(GATED, is_open=False, is_ready=True, answer=GateAnswer.MET).steps == [
        "hops",
        "lean",
    ]


def test_of_a_routine_of_conditions_nothing_is_played_around_them() -> None:
    with pytest.raises(CliError, match="has conditions"):
        Opening(routine(replace(HOPS, swap=None)), "")
