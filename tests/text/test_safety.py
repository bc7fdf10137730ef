from dataclasses import replace

import pytest
from builders import Hold, exercise, routine, step

from footcoach_tui.session.exercise import Level
from footcoach_tui.session.routine import Gate, GateAnswer, Routine, Step
from footcoach_tui.text.safety import answer_line, caution_sections, gate_sections
from footcoach_tui.text.stop_line import STOP_LINE

GATE = Gate(
    pain_max=2, min_level=Level.DYNAMIC, requires=("You run.",), exclude=("flu",), sore=("a cold",)
)
HOPS = replace(step(Hold(5), name="hops"), gate=GATE, swap=step(Hold(5), name="toe-walk"))


def careful(name: str, *cautions: str) -> Step:
    return replace(step(Hold(5)), exercise=exercise(name, cautions=cautions))


def test_a_gate_names_first_what_must_be_true_then_what_must_not() -> None:
    sections = gate_sections(routine(HOPS, step(Hold(5))))

    assert [(section.heading, section.lines) for section in sections] == [
        (
            "Hops: only if all of this is true",
            (
                "You have done four sessions at level 3 or above in the last four weeks.",
                "You run.",
            ),
        ),
        (
            "Hops: leave out with any of these",
            ("a cold", "pain above 2 of 10 in the last week", "flu"),
        ),
    ]


def test_steps_with_the_same_gate_share_its_conditions() -> None:
    again = replace(HOPS, exercise=exercise("jumps"))
    headings = [section.heading for section in gate_sections(routine(HOPS, again))]

    assert headings == [
        "Hops; Jumps: only if all of this is true",
        "Hops; Jumps: leave out with any of these",
    ]


def test_cautions_of_a_step_and_of_its_swap_are_under_their_names() -> None:
    hops = replace(careful("hops", "No hops when dizzy."), gate=GATE, swap=careful("walk", "Slow."))

    sections = caution_sections(routine(hops, careful("balance", "No hops when dizzy.")))
    assert [(section.heading, section.lines) for section in sections] == [
        ("Go easy", (STOP_LINE,)),
        ("Hops; Balance", ("No hops when dizzy.",)),
        ("Walk", ("Slow.",)),
    ]


def test_a_caution_of_all_exercises_does_not_name_each() -> None:
    plan = routine(careful("hops", "Ask first."), careful("walk", "Ask first."))

    assert caution_sections(plan)[1].heading == "Every exercise"


@pytest.mark.parametrize(
    ("answer", "ids", "words"),
    [
        (GateAnswer.MET, ["hops", "heel-raise"], "none of the second list applies: Hops."),
        (
            GateAnswer.READY,
            ["toe-walk", "heel-raise"],
            "none of the second list applies: Toe Walk.",
        ),
        (GateAnswer.SORE, ["heel-raise"], "without Hops."),
        (GateAnswer.EXCLUDED, ["heel-raise"], "without Hops."),
    ],
)
def test_only_a_healthy_person_who_is_not_ready_yet_does_the_swap(
    answer: GateAnswer, ids: list[str], words: str
) -> None:
    plan = routine(HOPS, step(Hold(5)))

    assert [done.exercise.id for done in plan.after(answer).steps] == ids
    assert answer_line(plan, answer).endswith(words)


def test_a_swap_with_conditions_of_its_own_is_never_done_unasked() -> None:
    plan = routine(replace(HOPS, swap=HOPS), step(Hold(5)))

    assert [done.exercise.id for done in plan.after(GateAnswer.READY).steps] == ["heel-raise"]


@pytest.mark.parametrize(
    ("plan", "answers"),
    [
        (routine(HOPS), {GateAnswer.MET, GateAnswer.READY}),
        (routine(HOPS, step(Hold(5))), set(GateAnswer)),
        (routine(step(Hold(5)), gates=(GATE,)), {GateAnswer.MET}),
    ],
    ids=["only hops", "hops and more", "a gate of the routine"],
)
def test_a_session_starts_only_with_an_answer_that_leaves_something(
    plan: Routine, answers: set[GateAnswer]
) -> None:
    assert {answer for answer in GateAnswer if plan.can_start(answer)} == answers


def test_a_gate_joined_with_another_is_the_stricter_of_both() -> None:
    other = Gate(pain_max=5, min_level=Level.TWO_FEET, requires=("You sleep.", "You run."))

    assert GATE.joined_with(other) == Gate(
        pain_max=2,
        min_level=Level.DYNAMIC,
        requires=("You run.", "You sleep."),
        exclude=("flu",),
        sore=("a cold",),
    )
