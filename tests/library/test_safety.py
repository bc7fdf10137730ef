"""The file of texts about safety: shared by id, checked, and one for all."""

from collections.abc import Callable
from pathlib import Path

from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.exercise import Exercise, Level, Tag
from footcoach_tui.session.routine import Routine

Messages = Callable[[str], list[str]]
PutFile = Callable[[str, str], Path]
SAFETY = """\
[cautions]
rest-day = "Sore today: rest."

[impact]
pain_max = 2
min_level = 4
requires = ["You run."]
sore = ["a sore heel"]
exclude = ["bones"]

[excludes]
bones = ["a fracture", "weak bones"]

[[flags]]
id = "snap"
urgency = "today"
question = "Did it snap?"
advice = "Stop."
"""


def problems(folder: Path, own: Path | None = None) -> list[str]:
    catalogue = load_catalogue(folder, own)
    return [str(problem) for report in catalogue.broken for problem in report.problems]


def test_an_exercise_takes_a_caution_by_its_id(
    bundled: Path, put_file: PutFile, exercise_text: Callable[..., str]
) -> None:
    put_file("bundled/safety.toml", SAFETY)
    text = exercise_text("jumps").replace("[dose]", 'cautions = ["rest-day", "Slowly."]\n[dose]', 1)
    put_file("bundled/exercises/jumps.toml", text)
    catalogue = load_catalogue(bundled)
    assert problems(bundled) == []
    assert catalogue.exercises["jumps"].cautions == ("Sore today: rest.", "Slowly.")


def test_an_unknown_id_is_a_problem(
    bundled: Path, put_file: PutFile, exercise_text: Callable[..., str]
) -> None:
    put_file("bundled/safety.toml", SAFETY)
    text = exercise_text("jumps").replace("[dose]", 'cautions = ["rest-dya"]\n[dose]', 1)
    put_file("bundled/exercises/jumps.toml", text)
    (problem,) = problems(bundled)
    assert "there is no caution “rest-dya”; did you mean “rest-day”?" in problem


def test_every_step_with_impact_gets_the_shared_gate(
    bundled: Path, put_file: PutFile, exercise_text: Callable[..., str], routine_head: str
) -> None:
    put_file("bundled/safety.toml", SAFETY)
    text = exercise_text("jumps").replace("[dose]", 'tags = ["impact"]\n[dose]', 1)
    put_file("bundled/exercises/jumps.toml", text)
    steps = '[[steps]]\nexercise = "jumps"\n[steps.gate]\nrequires = ["You slept."]\n'
    put_file("bundled/morning.toml", routine_head + steps)
    catalogue = load_catalogue(bundled)
    assert problems(bundled) == []
    routine: Routine = catalogue.routines["morning"]
    (gate,) = [step.gate for step in routine.steps]
    assert gate
    assert gate.requires == ("You run.", "You slept.")
    assert gate.exclude == ("a fracture", "weak bones")
    assert (gate.pain_max, gate.min_level, gate.sore) == (2, Level.DYNAMIC, ("a sore heel",))


def test_a_swap_with_impact_is_a_problem(
    bundled: Path, put_file: PutFile, exercise_text: Callable[..., str], routine_head: str
) -> None:
    put_file("bundled/safety.toml", SAFETY)
    text = exercise_text("jumps").replace("[dose]", 'tags = ["impact"]\n[dose]', 1)
    put_file("bundled/exercises/jumps.toml", text)
    steps = '[[steps]]\nexercise = "jumps"\n[steps.swap]\nexercise = "jumps"\n'
    put_file("bundled/morning.toml", routine_head + steps)
    (problem,) = problems(bundled)
    assert "“jumps” has impact too; take an exercise without" in problem


def test_an_exercise_without_tags_has_those_of_its_level(
    bundled: Path, put_file: PutFile, exercise_text: Callable[..., str]
) -> None:
    text = exercise_text("jumps").replace("level = 1", "level = 4")
    put_file("bundled/exercises/jumps.toml", text)
    exercise: Exercise = load_catalogue(bundled).exercises["jumps"]
    assert {Tag.IMPACT, Tag.ONE_LEG} <= set(exercise.tags)


def test_a_list_of_conditions_that_does_not_exist_and_a_repeated_flag_are_problems(
    bundled: Path, put_file: PutFile
) -> None:
    flag = SAFETY[SAFETY.index("[[flags]]") :]
    text = SAFETY.replace('exclude = ["bones"]', 'exclude = ["bonse"]') + flag
    put_file("bundled/safety.toml", text)
    first, second = problems(bundled)
    assert "there is no list of conditions “bonse”; did you mean “bones”?" in first
    assert "“snap” is the id of another flag" in second


def test_a_persons_own_file_does_not_change_the_conditions_of_hops(
    bundled: Path, put_file: PutFile
) -> None:
    put_file("bundled/safety.toml", SAFETY)
    own = put_file("own/safety.toml", "[impact]\npain_max = 10\n").parent
    (problem,) = problems(bundled, own)
    assert "has these texts; write your own cautions into your exercises" in problem
    assert [flag.id for flag in load_catalogue(bundled, own).flags] == ["snap"]
