"""Cautions stand with every exercise whose load or position calls for them."""

import tomllib
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.session.exercise import Exercise, Position, Tag
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import describe_exercise, describe_routine
from footcoach_tui.text.safety import caution_sections
from footcoach_tui.text.stop_line import STOP_LINE

ROOT = Path(__file__).parents[2]
CAUTIONS = tomllib.loads((FOLDER / "safety.toml").read_text("utf-8"))["cautions"]

each_exercise = pytest.mark.parametrize(
    "exercise", CATALOGUE.exercises.values(), ids=attrgetter("id")
)
each_routine = pytest.mark.parametrize("routine", CATALOGUE.routines.values(), ids=attrgetter("id"))


def has(*tags: Tag) -> Callable[[Exercise], bool]:
    """Whether an exercise has one of the tags, but no impact: hops have a gate that rules out."""
    return lambda one: not {*tags}.isdisjoint(one.tags) and Tag.IMPACT not in one.tags


def is_standing_load(one: Exercise) -> bool:
    return has(Tag.TENDON, Tag.ONE_LEG)(one) and one.position is Position.STANDING


RULES: list[tuple[str, Callable[[Exercise], bool], tuple[str, ...]]] = [
    ("stress injury", is_standing_load, ("stress-injury",)),
    (
        "numb feet",
        lambda one: one.position is not Position.LYING,
        ("numb-feet-standing", "numb-feet-ask", "numb-feet-seated", "numb-feet-leave"),
    ),
    ("numb feet under load", is_standing_load, ("numb-feet-standing", "numb-feet-leave")),
    ("pressed or curled toes", has(Tag.PRESS, Tag.GRIP, Tag.FASCIA), ("numb-feet-leave",)),
    ("tendon drugs", has(Tag.TENDON), ("tendon-drugs",)),
    (
        "insertion of the Achilles",
        has(Tag.TENDON, Tag.ANKLE_END),
        ("achilles-insertion-raise", "achilles-insertion-stretch"),
    ),
    ("big-toe joint", has(Tag.TOE_BEND), ("toe-joint-bend", "toe-joint-leave")),
    ("heel pain", has(Tag.KNEEL), ("heel-pain-flare",)),
    ("balance", has(Tag.BALANCE), ("balance", "rail")),
    ("calf", has(Tag.TENDON), ("calf-clot", "calf-injury")),
    ("new runners", lambda one: Tag.IMPACT in one.tags, ("hops-new-runner",)),
    ("bare feet", lambda one: Tag.IMPACT in one.tags, ("hops-barefoot",)),
]


@pytest.mark.parametrize(
    ("concerns", "ids"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES]
)
def test_a_risk_has_its_caution_wherever_it_is(
    concerns: Callable[[Exercise], bool], ids: tuple[str, ...]
) -> None:
    exercises = [one for one in CATALOGUE.exercises.values() if concerns(one)]
    texts = {CAUTIONS[name] for name in ids}
    assert exercises
    assert [one.id for one in exercises if texts.isdisjoint(one.cautions)] == []


def test_every_shared_caution_is_used() -> None:
    used = {caution for one in CATALOGUE.exercises.values() for caution in one.cautions}
    assert set(CAUTIONS.values()) <= used


@each_routine
def test_every_caution_of_a_step_and_its_swap_is_named_before_the_answer(routine: Routine) -> None:
    sections = caution_sections(routine)
    for step in routine.steps:
        for done in filter(None, (step, step.swap)):
            for caution in done.exercise.cautions:
                (heading,) = [part.heading for part in sections if caution in part.lines]
                assert heading == "Every exercise" or done.exercise.name in heading


@each_exercise
def test_the_stop_line_is_shown_with_every_exercise(exercise: Exercise) -> None:
    stop_if = [part for part in describe_exercise(exercise) if part.heading == "Stop if"]
    assert [part.lines[-1] for part in stop_if] == [STOP_LINE]
    assert not any(line in STOP_LINE for line in exercise.stop_if)


@each_routine
def test_the_stop_line_is_shown_with_every_routine(routine: Routine) -> None:
    sections = describe_routine(routine, compile_timeline(routine))
    (care,) = [part for part in sections if part.heading == "Go easy"]
    assert care.lines == (STOP_LINE,)


def test_the_readme_has_the_stop_line_word_for_word() -> None:
    words = " ".join((ROOT / "README.md").read_text("utf-8").replace("**", "").split())
    assert STOP_LINE in words
