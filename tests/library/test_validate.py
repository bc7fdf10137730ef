"""All problems of a file are reported, each once, on its line, without consequences."""

from collections.abc import Callable

import pytest

Messages = Callable[[str], list[str]]


def test_five_faults_in_a_routine_are_five_lines(messages: Messages, routine_head: str) -> None:
    text = (
        routine_head
        + """\

[[steps]]
exercise = "toe-lift"
repz = 5

[[steps]]
exercise = "toe-lifts"

[[steps]]
exercise = "balance"
hold = -30

[[steps]]
exercise = "toe-lift"
reps = "five"

[[steps]]
exercise = "toe-lift"
sides = "each"
"""
    )
    assert messages(text) == [
        "12: steps[1].repz: unknown key; did you mean “reps”?",
        "15: steps[2].exercise: there is no exercise “toe-lifts”; did you mean “toe-lift”?",
        "19: steps[3].hold: must be at least 1, not -30",
        "23: steps[4].reps: must be a whole number, not text",
        "27: steps[5].sides: sides = “each” needs switch, 1 or more seconds to change sides",
    ]


STEP_FAULTS = {
    "repz = 5": "repz: unknown key; did you mean “reps”?",
    "rest = -1": "rest: must be at least 0, not -1",
    "sets = true": "sets: must be a whole number, not true or false",
    'sides = "each"': "sides: sides = “each” needs switch, 1 or more seconds to change sides",
    "tempo = [1, 1]": "tempo: has 2 lengths, but the exercise has 3 phases: up, hold, down",
    'load = "\\u001b"': "load: remove the character U+001B ESCAPE from this text",
    "hold = 5": "hold: is for mode hold; here the mode is reps",
}


@pytest.mark.parametrize("first", STEP_FAULTS)
@pytest.mark.parametrize("second", STEP_FAULTS)
def test_any_two_faults_in_one_step_are_two_lines(
    messages: Messages, routine_head: str, first: str, second: str
) -> None:
    if first == second:
        return
    text = f'{routine_head}[[steps]]\nexercise = "toe-lift"\n{first}\n{second}\n'
    assert messages(text) == [
        f"11: steps[1].{STEP_FAULTS[first]}",
        f"12: steps[1].{STEP_FAULTS[second]}",
    ]


@pytest.mark.parametrize("exercise", ['"toe-lifts"', '"nothing-like-it"', '"Toe Lift"', "5"])
def test_a_wrong_exercise_does_not_hide_a_missing_switch(
    messages: Messages, routine_head: str, exercise: str
) -> None:
    lines = messages(f'{routine_head}[[steps]]\nexercise = {exercise}\nsides = "each"\n')
    assert [line.split(": ")[:2] for line in lines] == [
        ["10", "steps[1].exercise"],
        ["11", "steps[1].sides"],
    ]


def test_the_switch_of_the_exercise_that_was_meant_counts(
    messages: Messages, routine_head: str
) -> None:
    lines = messages(f'{routine_head}[[steps]]\nexercise = "balanse"\nsides = "each"\n')
    assert lines == [
        "10: steps[1].exercise: there is no exercise “balanse”; did you mean “balance”?"
    ]


MODES = "must be one of reps, hold, timed, bouts, self-paced, count-up, measure"
SIDES = "must be one of both, each, alternating"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ('sides = "each"\nswich = 5', "12: steps[1].swich: unknown key; did you mean “switch”?"),
        ('sides = "each"\nswitch = -5', "12: steps[1].switch: must be at least 0, not -5"),
        ('sides = "each"\nswitch = "5"', "12: steps[1].switch: must be a whole number, not text"),
        ('mode = "hold"\nhodl = 5', "12: steps[1].hodl: unknown key; did you mean “hold”?"),
        ("mode = 5\nhold = 5", f"11: steps[1].mode: {MODES}, not a whole number"),
        ('sides = "eech"', f"11: steps[1].sides: {SIDES}, not “eech”; did you mean “each”?"),
        ("tempo = [1, -1, 1]", "11: steps[1].tempo[2]: must be at least 0, not -1"),
        (
            'phases = [{ name = "x", seconds = "31", kind = "move" }]',
            "11: steps[1].phases[1].seconds: must be a number, not text",
        ),
    ],
)  # fmt: skip
def test_no_problem_follows_from_another_fault(
    messages: Messages, routine_head: str, keys: str, line: str
) -> None:
    assert messages(f'{routine_head}[[steps]]\nexercise = "toe-lift"\n{keys}\n') == [line]


def test_a_misspelt_key_is_not_missing_as_well(messages: Messages, routine_head: str) -> None:
    text = routine_head.replace("title", "titel") + '[[steps]]\nexercize = "toe-lift"\n'
    assert messages(text) == [
        "2: titel: unknown key; did you mean “title”?",
        "10: steps[1].exercize: unknown key; did you mean “exercise”?",
    ]


def test_missing_keys_are_reported_where_they_belong(messages: Messages, routine_head: str) -> None:
    text = (
        routine_head.replace('id = "morning"\n', "") + "[[steps]]\nreps = 1\n[[steps]]\nreps = 2\n"
    )
    assert messages(text) == [
        "1: id: is missing",
        "8: steps[1].exercise: is missing",
        "10: steps[2].exercise: is missing",
    ]


POSITIONS = "must be one of seated, standing, kneeling, hands-knees, lying"


def test_the_faults_of_an_exercise_are_reported_together(
    messages: Messages, exercise_text: Callable[..., str]
) -> None:
    text = exercise_text(
        "toe-lift-two",
        """\
[dose]
mode = "reps"
sides = "each"
bouts = 2
reps = 10
phases = [
    { name = "up", seconds = 20, kind = "move" },
    { name = "down", seconds = 20, kind = "move" },
]
""",
    )
    text = text.replace("smith-2020", "smyth-2020").replace('"seated"', '"seeted"')
    assert messages(text) == [
        f"9: position: {POSITIONS}, not “seeted”; did you mean “seated”?",
        "16: dose.sides: sides = “each” needs switch, 1 or more seconds to change sides",
        "17: dose.bouts: is for mode bouts; here the mode is reps",
        "19: dose.phases: one rep takes 40 s; 30 s is the most",
        "26: dose_sources[1].source: there is no source “smyth-2020”; did you mean “smith-2020”?",
    ]


def test_faults_in_a_swap_and_a_gate_are_reported(messages: Messages, routine_head: str) -> None:
    text = (
        routine_head
        + """\
[[steps]]
exercise = "hops"
  [steps.gate]
  pain_max = 11
  paws = 1
  [steps.swap]
  exercise = "ball-roll"
  tempo = [0, 0]
    [steps.swap.gate]
    pain_max = 1
"""
    )
    assert messages(text) == [
        "12: steps[1].gate.pain_max: must be at most 10, not 11",
        "13: steps[1].gate.paws: unknown key",
        "16: steps[1].swap.tempo: leaves out all segments",
        "17: steps[1].swap.gate: unknown key",
    ]
