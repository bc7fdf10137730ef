"""Rules about a whole file: its parts fit together, and into the library."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.library.check import CheckReport

Messages = Callable[[str], list[str]]
Put = Callable[[str, str], Path]

ROW = "inner line, outer line"
OWN_PHASES = 'phases = [{ name = "a", seconds = 1, kind = "hold" }]'


@pytest.mark.parametrize(
    "keys",
    [
        'exercise = "toe-lift"',
        'exercise = "toe-lift"\nreps = 12\ntempo = [1, 0, 1]\nsides = "each"\nswitch = 1',
        'exercise = "toe-lift"\nsides = "alternating"',
        'exercise = "ball-roll"\ntempo = [15, 15]',
        'exercise = "ball-roll"\nsegments = [{ name = "all", seconds = 60 }]',
        'exercise = "balance"\nhold = 15\nreps = 2\ngap = 5\nswitch = 4',
        'exercise = "balance"\nsides = "both"',
        'exercise = "hops"\nbouts = 5\npause = 0',
        'exercise = "massage"\nreps = 3',
        'exercise = "toe-lift"\nmode = "hold"\nhold = 10',
        'exercise = "toe-lift"\nmode = "reps"\nreps = 2',
        'exercise = "balance"\nmode = "bouts"\nbouts = 1\nbout = 10\npause = 0',
    ],
)
def test_a_sound_step_has_no_problems(messages: Messages, routine_head: str, keys: str) -> None:
    assert messages(f"{routine_head}[[steps]]\n{keys}\n") == []


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ('exercise = "toe-lift"\nmode = "hold"', "11: steps[1].mode: mode hold needs hold"),
        (
            'exercise = "balance"\nmode = "reps"',
            "11: steps[1].mode: mode reps needs reps and phases",
        ),
        (
            'exercise = "balance"\nsegments = [{ name = "a", seconds = 1 }]',
            "11: steps[1].segments: is for mode timed; here the mode is hold",
        ),
        (
            'exercise = "hops"\nreps = 5',
            "11: steps[1].reps: is for mode reps or hold or self-paced; here the mode is bouts",
        ),
        (
            'exercise = "balance"\nmode = "bouts"\nbout = 5',
            "11: steps[1].mode: mode bouts needs bouts and pause",
        ),
        (
            'exercise = "balance"\nswitch = 0',
            "11: steps[1].switch: sides = “each” needs switch, 1 or more seconds to change sides",
        ),
        (
            'exercise = "toe-lift"\ntempo = [1, 1, 1]\n' + OWN_PHASES,
            "11: steps[1].tempo: cannot be used with phases; remove one of the two",
        ),
        (
            'exercise = "balance"\ntempo = [30]',
            "11: steps[1].tempo: is for modes reps and timed; this step has mode hold",
        ),
        (
            'exercise = "ball-roll"\ntempo = [30]',
            "11: steps[1].tempo: has 1 length, but the exercise has 2 segments: " + ROW,
        ),
        (
            'exercise = "toe-lift"\ntempo = [0, 0, 0]',
            "11: steps[1].tempo: leaves out all phases",
        ),
        (
            'exercise = "toe-lift"\ntempo = [10, 11, 10]',
            "11: steps[1].tempo: one rep takes 31 s; 30 s is the most",
        ),
    ],
)  # fmt: skip
def test_a_step_whose_keys_do_not_fit(
    messages: Messages, routine_head: str, keys: str, line: str
) -> None:
    assert messages(f"{routine_head}[[steps]]\n{keys}\n") == [line]


def test_a_routine_lasts_45_minutes_at_most(messages: Messages, routine_head: str) -> None:
    longest = '[[steps]]\nexercise = "balance"\nsides = "both"\nprep = 0\nhold = {}\n'
    assert messages(routine_head + longest.format(2700)) == []
    assert messages(routine_head + longest.format(2700) + longest.format(1)) == [
        "9: steps: take 45:01 in all; 45:00 is the most"
    ]


def test_the_longer_of_a_step_and_its_swap_counts(messages: Messages, routine_head: str) -> None:
    step = '[[steps]]\nexercise = "hops"\n[steps.gate]\npain_max = 2\n[steps.swap]\n'
    swap = 'exercise = "balance"\nhold = 2000\n'
    assert messages(routine_head + step + swap) == [
        "9: steps: take 66:53 in all; 45:00 is the most"
    ]


def test_too_long_is_reported_beside_other_faults(messages: Messages, routine_head: str) -> None:
    text = (
        f'{routine_head}[[steps]]\nexercise = "balance"\nhold = 2000\n[[steps]]\nexercise = "x"\n'
    )
    assert messages(text) == [
        "9: steps: take 66:53 in all; 45:00 is the most",
        "13: steps[2].exercise: there is no exercise “x”",
    ]


def test_what_a_routine_names_must_be_there(messages: Messages, routine_head: str) -> None:
    text = routine_head + (
        'sources = ["smith-2020", "smith-2021", "nobody"]\n'
        'previous = "mourning"\nnext = "morning"\n'
        '[[steps]]\nexercise = "toe-lift"\n'
    )
    assert messages(text) == [
        "9: sources[2]: there is no source “smith-2021”; did you mean “smith-2020”?",
        "9: sources[3]: there is no source “nobody”",
        "10: previous: there is no routine “mourning”; did you mean “morning”?",
    ]


def test_a_routine_with_a_broken_exercise_says_so(
    put_file: Put,
    check_files: Callable[..., CheckReport],
    routine_head: str,
    exercise_text: Callable[..., str],
) -> None:
    broken = put_file("own/exercises/wiggle.toml", exercise_text("wiggle") + "x = 1\n")
    text = routine_head.replace("morning", "evening") + (
        '[[steps]]\nexercise = "wiggle"\nsides = "each"\ntempo = [1]\n'
    )
    routine = put_file("own/evening.toml", text)
    assert [str(problem) for problem in check_files(routine).problems] == [
        f"{routine}:10: steps[1].exercise: “wiggle” is in {broken}, which has problems itself"
    ]
