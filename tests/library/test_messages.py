"""Messages about wrong values: each is a sentence that the user understands."""

from collections.abc import Callable

import pytest

Messages = Callable[[str], list[str]]
CHOICES = "must be one of both, each, alternating"
HALVES = "must be whole seconds, or half ones in phases of up to 2 s"
KIT = "must be one of mat, ball, towel, step, band, wall, chair, cushion, backpack, stones, rail"
LINK = "must be a web address that begins with https:// or http://"
KEBAB = "must be lower-case words and numbers joined by hyphens, like toe-yoga"
BIDI = "remove the character U+202E RIGHT-TO-LEFT OVERRIDE from this key"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ('reps = "ten"', "reps: must be a whole number, not text"),
        ("reps = 10.0", "reps: must be a whole number, not a number with a decimal point"),
        ("reps = true", "reps: must be a whole number, not true or false"),
        ("reps = [10]", "reps: must be a whole number, not a list"),
        ("reps = { ten = 10 }", "reps: must be a whole number, not a table"),
        ("reps = 2024-01-01", "reps: must be a whole number, not a date or time"),
        ("reps = 1:30", None),
        ("reps = 01:30:00", "reps: must be a whole number, not a date or time"),
        ("reps = 1_000_000", "reps: must be at most 1000, not 1000000"),
        ("reps = 0", "reps: must be at least 1, not 0"),
        ("reps = 0x" + "f" * 5000, "reps: must be at most 1000"),
        ("sets = 101", "sets: must be at most 100, not 101"),
        ("prep = 7201", "prep: must be at most 7200, not 7201"),
        ("prep = -1", "prep: must be at least 0, not -1"),
        ("tempo = [nan, 1, 1]", "tempo[1]: must be a finite number, not nan"),
        ("tempo = [1, inf, 1]", "tempo[2]: must be a finite number, not inf"),
        ("tempo = [1, 1, 1e999]", "tempo[3]: must be a finite number, not inf"),
        ("tempo = [1, 1, true]", "tempo[3]: must be a number, not true or false"),
        ("tempo = [1, 0x" + "f" * 5000 + ", 1]", "tempo[2]: must be a number, not a whole number"),
        ("tempo = [1, 1, 2.5]", f"tempo[3]: {HALVES}"),
        ("tempo = [1, 1, 0.25]", f"tempo[3]: {HALVES}"),
        ("tempo = []", "tempo: must have 1 or more entries, not 0"),
        ("load = 5", "load: must be text in quotes, not a whole number"),
        ('load = ""', "load: must not be empty"),
        ('load = "  "', "load: must not be empty"),
        (f'load = "{"x" * 201}"', "load: must be at most 200 characters long, not 201"),
        ('sides = "left"', f"sides: {CHOICES}, not “left”"),
        ('sides = "eahc"', f"sides: {CHOICES}, not “eahc”; did you mean “each”?"),
        ("sides = 2", f"sides: {CHOICES}, not a whole number"),
        ("effort = 3", "effort: must be a list, not a whole number"),
        ("effort = [3, 11]", "effort[2]: must be at most 10, not 11"),
        ("gate = 3", "gate: must be a table, not a whole number"),
        ("qwertz = 3", "qwertz: unknown key"),
        ('"a b" = 3', '"a b": unknown key'),
        ('"\\u202ereps" = 3', f'"reps": {BIDI}'),
    ],
)  # fmt: skip
def test_a_wrong_value_in_a_step(
    messages: Messages, routine_head: str, key: str, sentence: str | None
) -> None:
    lines = messages(f'{routine_head}[[steps]]\nexercise = "toe-lift"\n{key}\n')
    expected = sentence and f"steps[1].{sentence}"
    assert lines == [f"11: {expected or 'a line can have only one key and its value'}"]


def test_a_missing_key_beside_an_enormous_number(messages: Messages, routine_head: str) -> None:
    step = "[[steps]]\nreps = 0x" + "f" * 5000 + "\n"
    assert messages(routine_head + step) == [
        "9: steps[1].exercise: is missing",
        "10: steps[1].reps: must be at most 1000",
    ]


@pytest.mark.parametrize("effort", ["[3]", "[4, 2]", "[1, 2, 3]", "[]"])
def test_a_range_is_two_numbers_in_order(
    messages: Messages, routine_head: str, effort: str
) -> None:
    (line,) = messages(
        routine_head.replace("[1, 3]", effort) + '[[steps]]\nexercise = "toe-lift"\n'
    )
    assert line == (
        "7: effort: must be two numbers, from and to, the smaller one first: like [2, 4]"
    )


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "Toe Lift", "toe_lift", "", "a--b", "-a"]
)
def test_an_id_is_never_a_path(messages: Messages, routine_head: str, name: str) -> None:
    (line,) = messages(routine_head.replace("morning", name) + '[[steps]]\nexercise = "toe-lift"\n')
    assert line == f"1: id: {KEBAB}, not “{name}”"


def test_lists_have_their_limits(messages: Messages, routine_head: str) -> None:
    step = '[[steps]]\nexercise = "toe-lift"\n'
    assert messages(routine_head + "steps = []\n") == [
        "9: steps: must have 1 or more entries, not 0"
    ]
    assert messages(routine_head + step * 501) == [
        "9: steps: must have at most 500 entries, not 501"
    ]
    assert messages(routine_head + "steps = 3\n") == [
        "9: steps: must be a list, not a whole number"
    ]
    assert messages(routine_head + "steps = [3]\n") == [
        "9: steps[1]: must be a table, not a whole number"
    ]


def test_a_stand_in_is_for_equipment(messages: Messages, exercise_text: Callable[..., str]) -> None:
    text = exercise_text("a").replace(
        "level = 1", 'level = 1\nstand_ins = { bal = "a bottle", mat = 1 }'
    )
    assert messages(text) == [
        f"12: stand_ins.bal: {KIT}, not “bal”; did you mean “ball”?",
        "12: stand_ins.mat: must be text in quotes, not a whole number",
    ]


def test_a_link_is_a_web_address(messages: Messages) -> None:
    assert messages('[a]\ncitation = "A"\nlink = "javascript:alert(1)"\n[B]\ncitation = "B"\n') == [
        f"3: a.link: {LINK}, not “javascript:alert(1)”",
        f"4: B: {KEBAB}, not “B”",
    ]
