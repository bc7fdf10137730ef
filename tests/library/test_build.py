"""Building from sound files: the exercise's dose, and over it the step's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.dose import (
    Bouts,
    Breath,
    Dose,
    Hold,
    Phase,
    PhaseKind,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
)
from footcoach_tui.session.exercise import (
    Equipment,
    Grade,
    Level,
    Position,
    SourceStatus,
    Verification,
)
from footcoach_tui.session.routine import Gate, Routine, Step

Put = Callable[[str, str], Path]
Build = Callable[[str], Routine]

UP = Phase("up", 1.0, PhaseKind.MOVE, "Breathe", Breath.IN)
HOLD = Phase("hold", 1.5, PhaseKind.HOLD)
DOWN = Phase("down", 2.0, PhaseKind.MOVE)
INNER = Phase("inner line", 20.0, PhaseKind.MOVE)
OUTER = Phase("outer line", 20.0, PhaseKind.MOVE)


@pytest.fixture
def build(bundled: Path, own_folder: Path, put_file: Put, routine_head: str) -> Build:
    """Function that returns the routine of an own file: a sound head, and the given text."""

    def build_routine(text: str) -> Routine:
        put_file("own/evening.toml", routine_head.replace("morning", "evening") + text)
        catalogue = load_catalogue(bundled, own_folder)
        assert catalogue.broken == ()
        return catalogue.routines["evening"]

    return build_routine


@pytest.fixture
def step(build: Build) -> Callable[[str], Step]:
    """Function that returns the only step of a routine, with these keys."""
    return lambda keys: build(f"[[steps]]\n{keys}\n").steps[0]


@pytest.mark.parametrize(
    ("keys", "dose"),
    [
        ('exercise = "toe-lift"', Dose(Reps(10, (UP, HOLD, DOWN)))),
        ('exercise = "ball-roll"', Dose(Timed((INNER, OUTER)), prep=10)),
        ('exercise = "hops"', Dose(Bouts(3, 10.0, 20.0))),
        ('exercise = "massage"', Dose(SelfPaced(5))),
        ('exercise = "balance"', Dose(Hold(30.0), sides=Sides.EACH, switch=5, effort=(2, 4))),
        (
            (
                'exercise = "balance"\nprep = 0\nsets = 2\nrest = 10\norder = "side-first"\n'
                'reps = 3\ngap = 4\neffort = [5, 5]\nload = "a  backpack"'
            ),
            Dose(
                Hold(30.0, 3, 4.0),
                sets=2,
                prep=0,
                rest=10,
                sides=Sides.EACH,
                order=SideOrder.SIDE_FIRST,
                switch=5,
                effort=(5, 5),
                load="a  backpack",
            ),
        ),
        ('exercise = "toe-lift"\nmode = "hold"\nhold = 10', Dose(Hold(10.0))),
        (
            'exercise = "toe-lift"\nreps = 2\ntempo = [2, 0, 1.5]',
            Dose(Reps(2, (Phase("up", 2.0, PhaseKind.MOVE, "Breathe", Breath.IN),
                          Phase("down", 1.5, PhaseKind.MOVE)))),
        ),
        (
            'exercise = "ball-roll"\ntempo = [0, 15]',
            Dose(Timed((Phase("outer line", 15.0, PhaseKind.MOVE),)), prep=10),
        ),
        (
            'exercise = "ball-roll"\nsegments = [{ name = "all", seconds = 5, kind = "relax" }]',
            Dose(Timed((Phase("all", 5.0, PhaseKind.RELAX),)), prep=10),
        ),
    ],
)  # fmt: skip
def test_the_dose_of_a_step(step: Callable[[str], Step], keys: str, dose: Dose) -> None:
    assert step(keys).dose == dose


def test_a_swap_has_the_defaults_of_its_own_exercise(step: Callable[[str], Step]) -> None:
    swap_step = step(
        'exercise = "hops"\nsource_status = "adapted"\nsource_note = "Ours."\n'
        '[steps.gate]\npain_max = 0\nmin_level = 2\nrequires = ["You slept."]\nexclude = ["gout"]\n'
        '[steps.swap]\nexercise = "ball-roll"\ntempo = [5, 5]'
    )
    assert swap_step.source_status is SourceStatus.ADAPTED
    assert swap_step.source_note == "Ours."
    assert swap_step.gate == Gate(0, Level.TWO_FEET, ("You slept.",), ("gout",))
    assert swap_step.swap is not None
    assert swap_step.swap.exercise.id == "ball-roll"
    assert swap_step.swap.dose.prep == 10
    assert swap_step.swap.source_status is SourceStatus.FOOTCOACH
    assert swap_step.swap.gate is None


def test_everything_a_routine_can_say(build: Build) -> None:
    routine = build(
        'source_note = """Some of it\n    is ours."""\nsources = ["smith-2020"]\n'
        'disclaimer = "Ask first."\nweeks = [1, 2]\nprevious = "morning"\nnext = "evening"\n'
        '[[gates]]\nrequires = ["You can stand."]\n[[steps]]\nexercise = "toe-lift"\n'
    )
    assert (routine.title, routine.summary) == ("Morning", "A few minutes.")
    assert (routine.context, routine.level, routine.effort) == (("daily",), Level.SEATED, (1, 3))
    assert routine.source_note == "Some of it is ours."
    assert [source.id for source in routine.sources] == ["smith-2020"]
    assert (routine.disclaimer, routine.weeks) == ("Ask first.", (1, 2))
    assert (routine.previous, routine.next) == ("morning", "evening")
    assert routine.gates == (Gate(requires=("You can stand.",)),)


def test_everything_an_exercise_can_say(
    bundled: Path, own_folder: Path, put_file: Put, exercise_text: Callable[..., str]
) -> None:
    text = exercise_text("wiggle").replace(
        "equipment = []",
        'equipment = ["chair", "ball"]\nstand_ins = { ball = "a cold bottle" }\nmuscles = ["AbH"]\n'
        'aka = ["Waggle"]\ncautions = ["Gout."]\neasier = ["toe-lift"]\nharder = ["Stand."]',
    )
    put_file("own/exercises/wiggle.toml", text)
    exercise = load_catalogue(bundled, own_folder).exercises["wiggle"]
    assert (exercise.name, exercise.position, exercise.level) == (
        "Wiggle",
        Position.SEATED,
        Level.SEATED,
    )
    assert exercise.how == ("Sit.", "Lift the toes.", "Lower them.")
    assert exercise.equipment == (Equipment.CHAIR, Equipment.BALL)
    assert exercise.stand_ins == ((Equipment.BALL, "a cold bottle"),)
    assert (exercise.muscles, exercise.aka, exercise.cautions) == (
        ("AbH",),
        ("Waggle",),
        ("Gout.",),
    )
    assert (exercise.easier, exercise.harder) == (("toe-lift",), ("Stand.",))
    (source,) = exercise.dose_sources
    assert (source.grade, source.read) == (Grade.FOOTCOACH, Verification.FROM_MEMORY)
    assert source.source is not None
    assert source.source.link == "https://doi.org/10.1000/feet"


def test_markup_and_letters_of_all_scripts_stay_as_they_are(
    bundled: Path, own_folder: Path, put_file: Put, routine_head: str
) -> None:
    title = "[/b] [@click=app.quit]x[/] ça ходьба 足 \U0001f9b6"
    put_file("own/x.toml", routine_head.replace("Morning", title).replace("morning", "x")
        + '[[steps]]\nexercise = "toe-lift"\n')  # fmt: skip
    assert load_catalogue(bundled, own_folder).routines["x"].title == title
